"""What of a text is nearest to words that do not stand in it: to tell what was mistyped, never to
let a quotation pass."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from heapq import nsmallest
from itertools import pairwise

from briefbook.analysis.court.skeleton import Words, words_of
from briefbook.analysis.court.stored_text import Place, StoredText

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
        for at, key in enumerate(self._words.keys):
            self._at[key].append(at)

    def nearest(self, folded: str) -> Nearest | None:
        """What comes nearest to a folded quotation; None where no word of it is there."""
        wanted = words_of(folded)
        found = list[Nearest]()
        for diagonal in self._diagonals(wanted):
            one = self._aligned(wanted, max(0, diagonal - _SLACK))
            found += [one] if one else []
            if one and one.is_one_word_off and one.is_near:
                break  # where most words stand: nothing else comes nearer
        return max(found, key=lambda one: one.alike, default=None)

    def _diagonals(self, wanted: Words) -> list[int]:
        """Where a quotation would begin by most of its words."""
        votes = defaultdict[int, int](int)
        for at, (key, weight) in enumerate(zip(wanted.keys, wanted.weights, strict=True)):
            found = self._at.get(key, ())
            if len(found) <= _MOST_PLACES:
                for place in found:
                    votes[(place - at) // 2] += weight
        if not votes and len(wanted.words) <= _FEW:
            for place, at in self._close(wanted):
                votes[(place - at) // 2] += 1
        beside = votes.get
        near = {one: number + beside(one + 1, 0) for one, number in votes.items()}
        half = max(near.values(), default=0) / 2
        most = max(2, min(_WINDOWS, _AT_MOST // max(len(wanted.words), 1)))
        best = nsmallest(most, ((-number, one) for one, number in near.items() if number >= half))
        return [2 * one for _, one in best]

    def _close(self, wanted: Words) -> Iterator[tuple[int, int]]:
        """Where words stand that are spelled nearly as those of a short quotation."""
        for at, word in enumerate(wanted.words):
            if len(word) > _FEW:
                for other in get_close_matches(word, self._at, n=3, cutoff=0.7):
                    for place in self._at[other]:
                        yield place, at

    def _aligned(self, wanted: Words, start: int) -> Nearest | None:
        """The best alignment of a quotation with the words from one on."""
        end = start + len(wanted.words) + 2 * _BAND
        window = _Run(self._words.words[start:end], self._words.costs[start:end])
        best = None
        for pairs, off in _alignments(_Run(wanted.words, wanted.costs), window):
            if pairs:
                alike = self._alike(wanted, window.words, start, pairs)
                if best is None or alike > best[0]:
                    best = alike, pairs, off
        return self._measured(wanted, window.words, start, *best) if best else None

    def _alike(self, wanted: Words, window: tuple[str, ...], start: int, pairs: Pairs) -> float:
        """What share of the letters an alignment has in common, less for what it leaves out."""
        weights = self._words.weights
        same = 0.0
        for typed, there in pairs:
            word, other = wanted.words[typed], window[there]
            same += wanted.weights[typed] * (1.0 if word == other else _likeness(word, other))
        skipped = sum(weights[start + pairs[0][1] : start + pairs[-1][1] + 1])
        skipped -= sum([weights[start + there] for _, there in pairs])
        return (same - skipped / 2) / (sum(wanted.weights) or 1)

    def _measured(
        self, wanted: Words, window: tuple[str, ...], start: int,
        alike: float, pairs: Pairs, off: float,
    ) -> Nearest:  # fmt: skip
        """An alignment, and where it lies."""
        spans = self._words.spans
        # A word at an edge that has no like stands for the one beside.
        first = max(0, start + pairs[0][1] - pairs[0][0])
        final = start + pairs[-1][1] + len(wanted.words) - 1 - pairs[-1][0]
        place = Place(spans[first][0], spans[min(len(spans) - 1, final)][1])
        whole = len(pairs) == len(wanted.words) and all(
            wanted.words[typed] == window[there] for typed, there in pairs
        )
        apart = self._apart([start + there for _, there in pairs])
        return Nearest(place, off, alike, whole, apart)

    def _apart(self, met: list[int]) -> tuple[Place, Place] | None:
        words = self._words
        gaps = [(sum(words.costs[one + 1 : other]), one, other) for one, other in pairwise(met)]
        width, before, after = max(gaps, default=(0.0, 0, 0))
        if width < 2:
            return None
        spans = words.spans
        return (
            Place(spans[met[0]][0], spans[before][1]), Place(spans[after][0], spans[met[-1]][1])
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Run:
    """Words that follow each other, and as how many words each counts."""

    words: tuple[str, ...]
    costs: tuple[float, ...]


def _alignments(typed: _Run, window: _Run) -> Iterator[tuple[Pairs, float]]:
    """Which word stands for which, and how many words differ (a Han sign counts half): the best
    alignment, and those that are nearly as good.

    Where in the window the quotation begins costs nothing; further apart than a band no word is
    looked for, so that the work grows with the quotation's length alone.
    """
    most = len(window.words)
    low, above = 0, [*[0.0] * (min(most, 2 * _BAND) + 1), _FAR]
    rows = [(low, above)]
    for at, (word, cost) in enumerate(zip(typed.words, typed.costs, strict=True)):
        start, end, initial = min(max(0, at - _BAND), most), min(most, at + 2 * _BAND), word[0]
        left = above[start - low] + cost
        row = [left]
        beside = zip(
            window.words[start:end], window.costs[start:end],
            above[start - low :], above[start - low + 1 :], strict=False,
        )  # fmt: skip
        for there, other, same, dropped in beside:
            change = same
            if word != there:  # as `_change`, which would be called a million times
                change += (cost if cost > other else other) - (0.25 if initial == there[0] else 0.0)
            left = min(change, dropped + cost, left + other)
            row.append(left)
        low, above = start, [*row, _FAR]
        rows.append((low, above))
    best = min(above)
    columns = sorted(
        (
            low + n for n, one in enumerate(above)
            # A word more of the window at the end, with nothing for it, tells nothing else.
            if one <= best + _NEARLY and not (n and one == above[n - 1] + window.costs[low + n - 1])
        ),
        key=lambda column: (above[column - low], column),
    )  # fmt: skip
    for column in columns[:_TRIED]:
        yield _traced(rows, typed, window, column), above[column - low]


def _traced(rows: Rows, typed: _Run, window: _Run, column: int) -> Pairs:
    """The pairs of the alignment that ends in a column of the last row."""
    pairs = Pairs()
    words, others = window.words, window.costs
    for row in range(len(typed.words), 0, -1):
        (low, costs), (above_low, above) = rows[row], rows[row - 1]
        word, cost = typed.words[row - 1], typed.costs[row - 1]
        while True:
            here, before = costs[column - low], column - 1 - above_low
            there = words[column - 1] if before >= 0 else ""
            # Of two ways that cost the same, the one in which more words are the same.
            if word != there and here == above[before + 1] + cost:
                break
            if there:
                change = 0.0 if word == there else _change(word, cost, there, others[column - 1])
                if here == above[before] + change:
                    pairs.append((row - 1, column - 1))
                    column -= 1
                    break
            if here == above[before + 1] + cost:
                break
            column -= 1
    return pairs[::-1]


def _change(typed: str, cost: float, there: str, other: float) -> float:
    """What it costs that one word stands for another one: less where they begin alike."""
    return max(cost, other) - (0.25 if typed[0] == there[0] else 0.0)


def _likeness(one: str, other: str) -> float:
    """How much of a word is the same at the beginning and end of another."""
    shortest, longest = sorted((len(one), len(other)))
    same = 0
    while same < shortest and one[same] == other[same]:
        same += 1
    behind = -1
    while same < shortest and one[behind] == other[behind]:
        same, behind = same + 1, behind - 1
    return same / longest
