"""What of a text is nearest to words that do not stand in it: to tell what was mistyped, never to
let a quotation pass."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import pairwise

from briefbook.analysis.court.signs import HAN
from briefbook.analysis.court.skeleton import Words, words_of
from briefbook.analysis.court.stored_text import Place, StoredText

_HAN = re.compile(HAN)
_MOST_PLACES = 400
"""A word that stands in more places tells little about where one looks."""
_WINDOWS, _AT_MOST = 6, 6_000
"""So many places are compared, fewer for long quotations: so many words in all."""
_SLACK = 4
_FEW = 3
_BAND = 8
_FAR = float("inf")
_NEARLY, _TRIED = 2.0, 6
Pairs = list[tuple[int, int]]
Rows = list[tuple[int, list[float]]]
"""For each word that was typed the costs from a column on."""
ALIKE = 0.6
"""From this share of alike letters on something is very near."""


@dataclass(frozen=True, slots=True)
class Nearest:
    """What comes nearest: its place, how many words differ, and what share of the letters is the
    same."""

    place: Place
    words: float
    alike: float
    whole: bool = False
    """Whether every word that was typed stands there, be it with others between."""
    apart: tuple[Place, Place] | None = None
    """What stands before and after the widest gap, where that is of two words or more."""

    @property
    def is_one_word_off(self) -> bool:
        """Whether a single word was changed, left out or put in."""
        return self.words <= 1

    @property
    def is_near(self) -> bool:
        """Whether somebody who copied the text could have written this."""
        return self.alike >= ALIKE


class Neighbourhood:
    """The words of one stored text, by where they stand."""

    def __init__(self, text: StoredText) -> None:
        self._words = text.words
        self._at = defaultdict[str, list[int]](list)
        for at in range(len(self._words.words)):
            self._at[self._words.key(at)].append(at)

    def nearest(self, folded: str) -> Nearest | None:
        """What comes nearest to a folded quotation; None where no word of it is there."""
        wanted = words_of(folded)
        found = [
            self._aligned(wanted, max(0, diagonal - _SLACK)) for diagonal in self._diagonals(wanted)
        ]
        return max((one for one in found if one), key=lambda one: one.alike, default=None)

    def _diagonals(self, wanted: Words) -> list[int]:
        """Where a quotation would begin by most of its words."""
        votes = Counter[int]()
        for at in range(len(wanted.words)):
            found = self._at.get(wanted.key(at), ())
            if len(found) <= _MOST_PLACES:
                for place in found:
                    votes[(place - at) // 2] += wanted.weight(at)
        if not votes and len(wanted.words) <= _FEW:
            for place, at in self._close(wanted):
                votes[(place - at) // 2] += 1
        near = {one: votes[one] + votes.get(one + 1, 0) for one in votes}
        most = max(2, min(_WINDOWS, _AT_MOST // max(len(wanted.words), 1)))
        best = sorted(near, key=lambda one: (-near[one], one))[:most]
        return [2 * one for one in best if 2 * near[one] >= near[best[0]]]

    def _close(self, wanted: Words) -> Iterator[tuple[int, int]]:
        """Where words stand that are spelled nearly as those of a short quotation."""
        for at, word in enumerate(wanted.words):
            if len(word) > _FEW:
                for other in get_close_matches(word, self._at, n=3, cutoff=0.7):
                    for place in self._at[other]:
                        yield place, at

    def _aligned(self, wanted: Words, start: int) -> Nearest | None:
        """The best alignment of a quotation with the words from one on."""
        window = self._words.words[start : start + len(wanted.words) + 2 * _BAND]
        found = [
            self._measured(wanted, window, start, pairs, off)
            for pairs, off in _alignments(wanted.words, window)
            if pairs
        ]
        return max(found, key=lambda one: one.alike, default=None)

    def _measured(
        self, wanted: Words, window: tuple[str, ...], start: int, pairs: Pairs, off: float
    ) -> Nearest:
        """How near an alignment is."""
        words = self._words
        first, final = start + pairs[0][1], start + pairs[-1][1]
        total = sum(map(wanted.weight, range(len(wanted.words)))) or 1
        same = sum(
            wanted.weight(typed) * _likeness(wanted.words[typed], window[there])
            for typed, there in pairs
        )
        met = {start + there for _, there in pairs}
        skipped = sum(words.weight(at) for at in range(first, final + 1) if at not in met)
        # A word at an edge that has no like stands for the one beside.
        first = max(0, first - pairs[0][0])
        final = min(len(words.spans) - 1, final + len(wanted.words) - 1 - pairs[-1][0])
        place = Place(words.spans[first][0], words.spans[final][1])
        whole = len(pairs) == len(wanted.words) and all(
            wanted.words[typed] == window[there] for typed, there in pairs
        )
        apart = self._apart([start + there for _, there in pairs])
        return Nearest(place, off, (same - skipped / 2) / total, whole, apart)

    def _apart(self, met: list[int]) -> tuple[Place, Place] | None:
        words = self._words
        gaps = [
            (sum(_cost(words.words[at]) for at in range(one + 1, other)), one, other)
            for one, other in pairwise(met)
        ]
        width, before, after = max(gaps, default=(0.0, 0, 0))
        if width < 2:
            return None
        spans = words.spans
        return (
            Place(spans[met[0]][0], spans[before][1]), Place(spans[after][0], spans[met[-1]][1])
        )  # fmt: skip


def _alignments(typed: tuple[str, ...], window: tuple[str, ...]) -> Iterator[tuple[Pairs, float]]:
    """Which word stands for which, and how many words differ (a Han sign counts half): the best
    alignment, and those that are nearly as good.

    Where in the window the quotation begins costs nothing; further apart than a band no word is
    looked for, so that the work grows with the quotation's length alone.
    """
    costs = [_cost(word) for word in window]
    low, above = 0, [*[0.0] * (min(len(window), 2 * _BAND) + 1), _FAR]
    rows = [(low, above)]
    for at, word in enumerate(typed):
        cost = _cost(word)
        start, end = min(max(0, at - _BAND), len(window)), min(len(window), at + 2 * _BAND)
        left = above[start - low] + cost
        row = [left]
        for column in range(start, end):
            there = window[column]
            change = above[column - low]
            if word != there:  # as `_change`, which would be called a million times
                change += max(cost, costs[column]) - (0.25 if word[0] == there[0] else 0.0)
            left = min(change, above[column + 1 - low] + cost, left + costs[column])
            row.append(left)
        low, above = start, [*row, _FAR]
        rows.append((low, above))
    best = min(above)
    columns = sorted(
        (low + n for n, one in enumerate(above) if one <= best + _NEARLY),
        key=lambda column: (above[column - low], column),
    )
    for column in columns[:_TRIED]:
        yield _traced(rows, typed, window, column), above[column - low]


def _traced(
    rows: list[tuple[int, list[float]]],
    typed: tuple[str, ...],
    window: tuple[str, ...],
    column: int,
) -> list[tuple[int, int]]:
    """The pairs of the alignment that ends in a column of the last row."""
    pairs = Pairs()
    for row in range(len(typed), 0, -1):
        (low, costs), (above_low, above) = rows[row], rows[row - 1]
        word = typed[row - 1]
        while True:
            here, before = costs[column - low], column - 1 - above_low
            if before >= 0 and here == above[before] + _change(word, window[column - 1]):
                pairs.append((row - 1, column - 1))
                column -= 1
                break
            if here == above[before + 1] + _cost(word):
                break
            column -= 1
    return pairs[::-1]


def _change(typed: str, there: str) -> float:
    """What it costs that one word stands for another: less where they begin alike."""
    if typed == there:
        return 0.0
    return max(_cost(typed), _cost(there)) - (0.25 if typed[0] == there[0] else 0.0)


def _cost(word: str) -> float:
    """One for a word; a Han sign is about half of one."""
    return 0.5 if _HAN.match(word) else 1.0


def _likeness(one: str, other: str) -> float:
    """How much of a word is the same at its beginning and end."""
    if one == other:
        return 1.0
    shortest, longest = sorted((len(one), len(other)))
    ahead = next((n for n in range(shortest) if one[n] != other[n]), shortest)
    behind = next(
        (n for n in range(shortest - ahead) if one[-1 - n] != other[-1 - n]), shortest - ahead
    )
    return (ahead + behind) / longest
