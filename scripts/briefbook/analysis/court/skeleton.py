"""The letters and digits of a folded text, and its words: by these a quotation is looked for."""

import re
from array import array
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise

from briefbook.analysis.court.signs import BASES, HAN, MARK, MARK_END, SUPERSCRIPTS

_RUN = re.compile(rf"[^\W_{SUPERSCRIPTS}]+")
_NOTED = re.compile(rf"{MARK}[^{MARK_END}]*{MARK_END}")
_QUOTED_NOTE = re.compile(rf"\[\d{{1,3}}\](?!(?!{HAN})[^\W_])|\[[a-z]\](?![^\W_])")
_HAN = re.compile(HAN)
_PIECES = re.compile(rf"{HAN}|(?:(?!{HAN})[^\W_])+")


class Skeleton:
    """The letters and digits of a folded text, by which a quotation is looked for.

    `text` holds them; `place` gives for an offset in it that in the folded text.
    """

    def __init__(self, folded: str, *, stored: bool = False) -> None:
        spans = [found.span() for found in _RUN.finditer(folded)]
        hidden = [found.span() for found in (_NOTED if stored else _QUOTED_NOTE).finditer(folded)]
        if hidden:
            begins = [start for start, _ in hidden]
            spans = [
                (start, end) for start, end in spans
                if (at := bisect_right(begins, start)) == 0 or hidden[at - 1][1] <= start
            ]  # fmt: skip
        bases = folded.translate(BASES)
        pieces = [bases[start:end] for start, end in spans]
        self.text = "".join(pieces)
        self.starts = array("L", accumulate(map(len, pieces), initial=0))
        self.starts.pop()
        self._froms = array("L", [start for start, _ in spans])

    @property
    def has_han(self) -> bool:
        """Whether Han signs are among them, of which each is a word."""
        return bool(_HAN.search(self.text))

    @property
    def words(self) -> list[str]:
        """Its runs of letters and digits."""
        return [self.text[start:end] for start, end in pairwise([*self.starts, len(self.text)])]

    def place(self, offset: int) -> int:
        """Where a letter of it stands in the folded text."""
        at = bisect_right(self.starts, offset) - 1
        return self._froms[at] + offset - self.starts[at]

    def word_place(self, word: int) -> int:
        """Where its n-th word begins in the folded text."""
        return self._froms[word]


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a folded text: each word in short, where it begins and ends, what it counts for
    (its letters), and as how many words it counts: a Han sign is a word of its own, and two of them
    count as one."""

    words: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    weights: tuple[int, ...]
    costs: tuple[float, ...]

    @classmethod
    def of(cls, skeleton: Skeleton) -> "Words":
        """The words of a skeleton."""
        runs = skeleton.words
        begins = [skeleton.word_place(n) for n in range(len(runs))]
        if not skeleton.has_han:
            weights = tuple(map(len, runs))
            ends = (begin + weight for begin, weight in zip(begins, weights, strict=True))
            spans = tuple(zip(begins, ends, strict=True))
            return cls(tuple(runs), spans, weights, (1.0,) * len(runs))
        found = [
            (piece[0], (begin + piece.start(), begin + piece.end()))
            for begin, run in zip(begins, runs, strict=True)
            for piece in _PIECES.finditer(run)
        ]
        han = [bool(_HAN.match(word)) for word, _ in found]
        return cls(
            tuple(word for word, _ in found),
            tuple(span for _, span in found),
            tuple(2 if one else len(word) for (word, _), one in zip(found, han, strict=True)),
            tuple(0.5 if one else 1.0 for one in han),
        )

    @property
    def keys(self) -> Sequence[str]:
        """By what each word is looked for: a Han sign with the one after it."""
        words, costs = self.words, self.costs
        if not words or min(costs) == 1:
            return words
        after = (*words[1:], "")
        return [
            one + other if cost < 1 else one
            for one, other, cost in zip(words, after, costs, strict=True)
        ]


@lru_cache(maxsize=256)
def skeleton_of(folded: str) -> Skeleton:
    """The skeleton of a folded quotation, which several texts are asked for."""
    return Skeleton(folded)


@lru_cache(maxsize=256)
def words_of(folded: str) -> Words:
    """The words of a folded quotation."""
    return Words.of(skeleton_of(folded))
