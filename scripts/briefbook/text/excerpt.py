"""Two states of a text side by side: compared by words, shown around each difference."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from briefbook.text.anchors import anchors
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
_MEETINGS = 40_000
"""Pairs of equal words in these at most: a text of one word, over and over, has all of them."""
_IN_TURN = 4
"""Differences of one weight that come before some of the next."""
_SHORT = 160
"""Characters up to which a text is shown whole."""
_SMALL = 4
"""Letters of a word that carries little by itself, such as “that”."""
_LETTERS = re.compile(r"[^\W\d_]+|\d[\d.,]*")
_TURNING = frozenset({
    "not", "no", "never", "none", "nor", "nobody", "nothing", "without", "t", "all", "any",
    "some", "only", "high", "low", "higher", "lower", "highest", "lowest", "more", "less",
    "fewer", "most", "least", "rise", "rose", "rises", "fall", "fell", "falls", "up", "down",
    "true", "false", "fake", "real", "before", "after", "above", "below", "under", "over",
    "gain", "loss", "won", "lost", "increase", "increased", "decrease", "decreased", "two",
    "three", "four", "five", "six", "seven", "eight", "nine", "ten", "hundred", "thousand",
    "million", "billion", "trillion", "half", "twice", "не", "нет", "ни", "без", "все",
    "больше", "меньше", "выше", "ниже", "до", "после", "миллион", "миллионов", "миллиард",
    "миллиардов", "вырос", "упал", "nicht", "kein", "nie", "nur", "mehr", "weniger", "pas",
    "ne", "plus", "moins",
})  # fmt: skip
"""Words that turn a statement round: denials, opposites, number words."""
Stretch = tuple[bool, int, int, int, int]
"""Whether words are the same, and from where to where they stand on both sides."""


def excerpt(before: str, after: str, room: int, *, spell: bool = True) -> tuple[str, str]:
    """Both states, of each at most about `room` characters: every difference with some words around
    it; of a difference that is too long its beginning and its end. Where not all find room, those
    that may change the meaning come first, and of equal ones the last. Letters that only look like
    those of the other state are named, unless they are (`spell`). Linear but for short stretches.
    """
    one, other = _WORDS.findall(before), _WORDS.findall(after)
    stretches = list(_stretches(one, other))
    differing = [place for place, (same, *_) in enumerate(stretches) if not same]
    each = max(40, room // max(1, len(differing)) - 2 * _AROUND * 7)
    sides: dict[int, tuple[str, str]] = {}
    for place in differing:
        _, a, b, c, d = stretches[place]
        was, now = one[a:b], other[c:d]
        if spell:
            alike = len(was) == len(now)
            was, now = (
                [*_spelled(was, now if alike else ())],
                [*_spelled(now, was if alike else ())],
            )
        sides[place] = _both_shortened("".join(was), "".join(now), each)
    shown = _with_room(differing, stretches, sides, one, room)
    short = max(len(before), len(after)) <= _SHORT
    texts = (_text(side, words, stretches, sides, shown, whole=short)
             for side, words in enumerate((one, other)))  # fmt: skip
    left = len(differing) - len(shown)
    more = f" … and {left:,} more difference{'s' if left > 1 else ''}" if left else ""
    was_said, now_said = (text.strip() + more for text in texts)
    return was_said, now_said


def _with_room(
    differing: Sequence[int], stretches: Sequence[Stretch], sides: Mapping[int, tuple[str, str]],
    words: Sequence[str], room: int,
) -> frozenset[int]:  # fmt: skip
    """The differences for which there is room, one at least: the weightiest first, and after a few
    of one weight some of the next, so that many of one never hide all others."""
    last = differing[-1] if differing else 0
    by_weight = sorted(differing, key=lambda place: (-_weight(*sides[place]), place != last, place))
    turns, before = Counter[int](), dict[int, tuple[int, int]]()
    for place in by_weight:
        weight = _weight(*sides[place])
        before[place] = turns[weight] // _IN_TURN, -weight
        turns[weight] += 1
    shown = set[int]()
    for place in sorted(by_weight, key=before.__getitem__):
        _, start, end, *_ = stretches[place]
        around = (*words[max(0, start - _AROUND) : start], *words[end : end + _AROUND])
        room -= max(len(side) for side in sides[place]) + sum(len(word) for word in around)
        if room < 0 and shown:
            break
        shown.add(place)
    return frozenset(shown)


def _weight(was: str, now: str) -> int:
    """How likely a difference is to change the meaning: words that turn it
    round, numbers, long words, others."""
    changed = {*_LETTERS.findall(was.casefold())} ^ {*_LETTERS.findall(now.casefold())}
    if changed & _TURNING:
        return 4
    if any(word[0].isdigit() for word in changed):
        return 3
    longest = max((len(word) for word in changed), default=0)
    return 2 if longest > _SMALL or any(word > "\u2e80" for word in changed) else 1


def _text(
    side: int, words: Sequence[str], stretches: Sequence[Stretch],
    sides: Mapping[int, tuple[str, str]], shown: Collection[int], *, whole: bool,
) -> str:  # fmt: skip
    said = ""
    for place, (same, *edges) in enumerate(stretches):
        if same:
            start, end = edges[2 * side], edges[2 * side + 1]
            first, last = place - 1 not in shown, place + 1 not in shown
            if not (first and last and said):
                near = _around(words[start:end], first=first, last=last, whole=whole)
                said += near.removeprefix("… ") if said.endswith("… ") else near
        elif place in shown:
            said += sides[place][side]
        elif not said.endswith("… "):
            said = f"{said.rstrip()} … " if said else "… "
    return said


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


def _both_shortened(was: str, now: str, room: int) -> tuple[str, str]:
    """Both sides shortened; of long ones that only differ in the middle, what lies around that."""
    one, other = shortened(was, room), shortened(now, room)
    if one != other or was == now:
        return one, other
    start = _alike(was, now)
    end = min(_alike(was[::-1], now[::-1]), min(len(was), len(now)) - start)
    near = (side[max(0, start - _NEAR) : len(side) - end + _NEAR] for side in (was, now))
    one, other = (f"…{shortened(side, room)}…" for side in near)
    return one, other


def _alike(one: str, other: str) -> int:
    """How many letters both begin with."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


_NEAR = 20
"""Letters around a difference within what has no blanks."""


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
    last: Stretch | None = None
    for same, a, b, c, d in _in_pieces(was, now):
        found = same, a + start, b + start, c + start, d + start
        if last and last[0] == same:
            found = same, last[1], b + start, last[3], d + start
        elif last:
            yield last
        last = found
    if last:
        yield last


def _meetings(one: Sequence[str], other: Sequence[str]) -> int:
    """How many pairs of equal words two texts have: aligning them takes time by these."""
    there = Counter(other)
    return sum(count * there[word] for word, count in Counter(one).items())


def _in_pieces(was: list[str], now: list[str]) -> Iterator[Stretch]:
    """Stretches of words, aligned piece by piece where that would take too long for the whole."""
    if not was and not now:
        return
    edges = [(0, 0), *(anchors(was, now) if len(was) * len(now) > _MOST else ())]
    left = 10 * _MOST
    for (a, c), (b, d) in pairwise([*edges, (len(was), len(now))]):
        left -= (b - a) * (d - c)
        if (b - a) * (d - c) > _MOST or left < 0 or _meetings(was[a:b], now[c:d]) > _MEETINGS:
            yield was[a:b] == now[c:d], a, b, c, d
            continue
        matcher = SequenceMatcher(None, was[a:b], now[c:d], autojunk=False)
        for tag, i, j, k, m in matcher.get_opcodes():
            yield tag == "equal", a + i, a + j, c + k, c + m
