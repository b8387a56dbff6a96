"""Characters that cannot be seen: those that a script or an emoji needs, and all others."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice

# C0 but tab and newline, DEL, C1 with NEL, line and paragraph separators, bidi controls,
# tag characters, non-characters (security.md of the design; UAX 9, UTS 55).
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef"
    "\U000e0000-\U000e007f"
    + "".join(chr(plane + end) for plane in range(0, 0x110000, 0x10000) for end in (0xFFFE, 0xFFFF))
    + "]"
)


def _tags(letters: str) -> str:
    return "".join(chr(0xE0000 + ord(letter)) for letter in letters)


# The tag sequences that Unicode recommends; any other one is drawn as a black flag and could
# carry words that nobody sees.
_FLAG = re.compile(f"\U0001f3f4(?:{'|'.join(map(_tags, ('gbeng', 'gbsct', 'gbwls')))})\U000e007f")
# Joiners, fillers and annotation marks of any script: within a word they hide and do nothing else.
_ZERO_WIDTH = re.compile(
    "[\u034f\u115f\u1160\u180e\u200b-\u200f\u2060-\u2064\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb]"
)
_NEAR = 40
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc]")
# Thai, Lao, Tibetan, Burmese, Khmer, Tai and Javanese, which set no blanks between words.
_UNSPACED = re.compile("[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u1950-\u1aaf\ua980-\ua9df]")
# Scripts whose letters never join and have no conjuncts: a joiner between them only hides.
_APART = re.compile("[A-Za-z\u00c0-\u024f\u0370-\u03ff\u0400-\u052f]")


def forbidden(text: str) -> re.Match[str] | None:
    """The first character that no brief may hold."""
    if _FORBIDDEN.search(text) is None:
        return None
    return _FORBIDDEN.search(_FLAG.sub(lambda flag: "x" * len(flag[0]), text))


def unseen(text: str, at_most: int) -> Iterator[re.Match[str]]:
    """Characters without width that neither the script around them nor an emoji needs."""
    return islice((mark for mark in _ZERO_WIDTH.finditer(text) if not _is_needed(text, mark)),
                  at_most)  # fmt: skip


def _is_needed(text: str, mark: re.Match[str]) -> bool:
    offset = mark.start()
    before, after = text[offset - 1 : offset] if offset else "", text[offset + 1 : offset + 2]
    match mark[0]:
        case "\u200c" | "\u200d":
            return not (_APART.match(before) and _APART.match(after))
        case variant if "\ufe00" <= variant <= "\ufe0f":
            return not _APART.match(before)
        case "\u200b":
            return bool(_UNSPACED.match(before) and _UNSPACED.match(after))
        case "\u200e" | "\u200f":
            line = text.rfind("\n", max(0, offset - _NEAR), offset) + 1
            start = max(line, offset - _NEAR)
            around = text[start:offset] + text[offset + 1 : offset + _NEAR].split("\n", 1)[0]
            return _RIGHT_TO_LEFT.search(around) is not None
        case _:
            return False


def named(char: str) -> str:
    """“U+200B (zero width space)”."""
    return f"U+{ord(char):04X} ({unicodedata.name(char, 'a control character').lower()})"
