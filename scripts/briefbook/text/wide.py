"""Chinese and Japanese text: written without blanks, so a wrapped line leaves none behind."""

import re
import sys
from collections.abc import Iterator

from briefbook.text.document import Span

# Han, kana and bopomofo with their punctuation and full-width forms; Korean sets blanks.
_LETTER = (
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3031-\u3035\u3038-\u303c\u3041-\u30ff\u3105-\u312f"
    "\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff10-\uff19\uff21-\uff3a"
    "\uff41-\uff5a\uff66-\uff9f\U0001aff0-\U0001b16f\U00020000-\U0003ffff"
)
_SIGN = (
    "\u3001-\u303f\u3220-\u325f\u3280-\u33ff\ufe10-\ufe1f\ufe30-\ufe4f\uff01-\uff65\uffe0-\uffe6"
)
_WIDE = re.compile(f"[{_LETTER}{_SIGN}]")
_WIDE_LETTER = re.compile(f"[{_LETTER}]")
# Punctuation that Chinese shares with Latin: it goes with the character on its other side.
_SHARED = frozenset("“”‘’—…·")
_MARKUP = "*"
_SELECTORS = frozenset(map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))
_LOOKED_PAST = 6
_BLANKS = re.compile(r"[ \t\n]+")
_ESCAPE = re.compile(
    r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(\n[ \t]*|.))", re.DOTALL
)


def unwrapped(text: str) -> str:
    """A text without the single line breaks that stand between two wide characters."""
    if text.isascii() or "\n" not in text:
        return text
    return without(
        text, (run for run in _between(text) if text.count("\n", run.start, run.end) == 1)
    )


def one_line(text: str) -> str:
    """A text on one line: white space is one blank, wrapped wide text has none."""
    return " ".join(unwrapped(text).split())


def without(text: str, stretches: Iterator[Span] | tuple[Span, ...]) -> str:
    """A text without some stretches of it, which are in order."""
    kept, offset = [], 0
    for stretch in stretches:
        kept.append(text[offset : stretch.start])
        offset = stretch.end
    return "".join([*kept, text[offset:]])


def wraps(written: str, value: str, *, escapes: bool = False) -> tuple[Span, ...]:
    """The stretches of a text that are nothing but line breaks between wide characters.

    `written` is the text as it stands in its file, `value` as it is read with each such break
    folded into a blank. A blank that was typed stays. With `escapes`, backslashes have a meaning.
    """
    if value.isascii() or "\n" not in written:
        return ()
    if escapes:
        written = _ESCAPE.sub(_unescaped, written)
    typed, read = list(_between(written)), list(_between(value))
    if len(typed) != len(read):
        return ()
    return tuple(
        run
        for before, run in zip(typed, read, strict=True)
        if written.count("\n", before.start, before.end) == 1
        and "\n" not in value[run.start : run.end]
    )


def _unescaped(escape: re.Match[str]) -> str:
    """What a backslash of YAML stands for, as far as white space and wide characters go."""
    if number := escape[1] or escape[2] or escape[3]:
        code = int(number, 16)
        return chr(code) if code <= sys.maxunicode else ""
    return {"n": "\n", "t": "\t", "\t": "\t", " ": " "}.get(escape[4], "")


def _between(text: str) -> Iterator[Span]:
    """The runs of white space that have a wide character on either side."""
    for run in _BLANKS.finditer(text):
        if _is_wide(text, run.start() - 1, -1) and _is_wide(text, run.end(), 1):
            yield Span(run.start(), run.end())


def _is_wide(text: str, offset: int, step: int) -> bool:
    """Whether the character here is wide; shared punctuation is what its other neighbour is."""
    wide = _WIDE
    for _ in range(_LOOKED_PAST):
        if not 0 <= offset < len(text):
            return False
        char = text[offset]
        if char == _MARKUP:
            # Beside punctuation, emphasis needs the blank to be seen as such (CommonMark).
            wide = _WIDE_LETTER
        elif char not in _SHARED and char not in _SELECTORS:
            return wide.match(char) is not None
        elif wide is _WIDE_LETTER and char in _SHARED:
            return False
        offset += step
    return False
