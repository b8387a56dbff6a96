"""Two states of a text side by side: compared by words, shown around each difference."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from briefbook.text.skeleton import spelled

_WORDS = re.compile(
    r"[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]\s*"
    r"|[^\s\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]+\s*|\s+"
)
"""A word with the blanks after it; in Chinese, Japanese and Korean each sign is one."""
_AROUND = 6
"""Words shown on each side of a difference."""
_MOST = 400_000
"""The product of the lengths in words up to which differing stretches are aligned word by word."""
_SHORT = 160
"""Characters up to which a text is shown whole."""
Stretch = tuple[bool, int, int, int, int]
"""Whether words are the same, and from where to where they stand on both sides."""


def excerpt(before: str, after: str, room: int, *, spell: bool = True) -> tuple[str, str]:
    """Both states, of each at most about `room` characters: every difference with some words around
    it; of a difference that is too long its beginning and its end. Letters that only look like
    those of the other state are named, unless they are (`spell`). Linear but for short stretches.
    """
    one, other = _WORDS.findall(before), _WORDS.findall(after)
    stretches = list(_stretches(one, other))
    short = max(len(before), len(after)) <= _SHORT
    differing = sum(not same for same, *_ in stretches)
    each = max(40, room // max(1, differing) - 2 * _AROUND * 7)
    left, right = "", ""
    for place, (same, a, b, c, d) in enumerate(stretches):
        if same:
            first, last = place == 0, place == len(stretches) - 1
            left += _around(one[a:b], first=first, last=last, whole=short)
            right += _around(other[c:d], first=first, last=last, whole=short)
        else:
            was, now = one[a:b], other[c:d]
            alike = len(was) == len(now)
            sides = (_spelled(was, now if alike else ()), _spelled(now, was if alike else ()))
            one_side, other_side = sides if spell else (was, now)
            left += shortened("".join(one_side), each)
            right += shortened("".join(other_side), each)
        if max(len(left), len(right)) > room and place + 1 < len(stretches):
            more = sum(not same for same, *_ in stretches[place + 1 :])
            word = f" … and {more:,} more differences" if more else " …"
            return left.rstrip() + word, right.rstrip() + word
    return left.strip(), right.strip()


def spelled_out(text: str) -> str:
    """A text in which letters that only look Latin among Latin ones are named."""
    return text if text.isascii() else "".join(_spelled(_WORDS.findall(text), ()))


def shortened(text: str, room: int) -> str:
    """A text of about so many characters: its beginning and its end, and how much lies between."""
    if len(text) <= room:
        return text
    head = text[: room * 2 // 3].rsplit(" ", 1)[0]
    tail = text[len(text) - room // 3 :].partition(" ")[2] or text[len(text) - room // 3 :]
    between = len(_WORDS.findall(text[len(head) : len(text) - len(tail)]))
    return f"{head} … ({between:,} words) … {tail}"


def _spelled(words: Sequence[str], others: Sequence[str]) -> Iterator[str]:
    for place, word in enumerate(words):
        yield spelled(word, others[place] if others else "")


def _around(words: Sequence[str], *, first: bool, last: bool, whole: bool) -> str:
    """Words that are the same on both sides, as far as they lie near a difference."""
    if whole or len(words) <= 2 * _AROUND:
        return "".join(words)
    before = "" if first else "".join(words[:_AROUND]).rstrip() + " "
    after = "" if last else "".join(words[-_AROUND:])
    return f"{before}… {after}"


def _stretches(one: Sequence[str], other: Sequence[str]) -> Iterator[Stretch]:
    """Same and differing stretches in turn."""
    start = 0
    most = min(len(one), len(other))
    while start < most and one[start].strip() == other[start].strip():
        start += 1
    end = 0
    while end < most - start and one[-1 - end].strip() == other[-1 - end].strip():
        end += 1
    if start:
        yield True, 0, start, 0, start
    yield from _aligned(one, other, start, end)
    if end:
        yield True, len(one) - end, len(one), len(other) - end, len(other)


def _aligned(one: Sequence[str], other: Sequence[str], start: int, end: int) -> Iterator[Stretch]:
    was = [word.strip() for word in one[start : len(one) - end]]
    now = [word.strip() for word in other[start : len(other) - end]]
    if not was and not now:
        return
    if len(was) * len(now) > _MOST:
        yield False, start, start + len(was), start, start + len(now)
        return
    for tag, a, b, c, d in SequenceMatcher(None, was, now, autojunk=False).get_opcodes():
        yield tag == "equal", a + start, b + start, c + start, d + start
