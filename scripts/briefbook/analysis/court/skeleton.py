"""The letters and digits of a folded text, and its words: by these a quotation is looked for."""

import re
from array import array
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

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
        pieces, starts, froms, length = list[str](), array("L"), array("L"), 0
        hidden = [found.span() for found in (_NOTED if stored else _QUOTED_NOTE).finditer(folded)]
        at, bases = 0, folded.translate(BASES)
        for found in _RUN.finditer(folded):
            while at < len(hidden) and hidden[at][1] <= found.start():
                at += 1
            if at < len(hidden) and hidden[at][0] <= found.start():
                continue
            run = bases[found.start() : found.end()]
            pieces.append(run)
            starts.append(length)
            froms.append(found.start())
            length += len(run)
        self.text = "".join(pieces)
        self.starts, self._froms = starts, froms

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
    """The words of a folded text: each word in short, where it begins and ends. A Han sign is a
    word of its own; two of them count as one where words are counted."""

    words: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, skeleton: Skeleton) -> "Words":
        """The words of a skeleton."""
        words, spans, runs = list[str](), list[tuple[int, int]](), skeleton.words
        if not _HAN.search(skeleton.text):
            begins = map(skeleton.word_place, range(len(runs)))
            ends = zip(runs, begins, strict=True)
            return cls(tuple(runs), tuple((at, at + len(word)) for word, at in ends))
        for n, run in enumerate(runs):
            begin = skeleton.word_place(n)
            for piece in _PIECES.finditer(run):
                words.append(piece[0])
                spans.append((begin + piece.start(), begin + piece.end()))
        return cls(tuple(words), tuple(spans))

    def weight(self, at: int) -> int:
        """What a word counts for."""
        word = self.words[at]
        return 2 if _HAN.match(word) else len(word)

    def key(self, at: int) -> str:
        """By what a word is looked for: a Han sign with the one after it."""
        word = self.words[at]
        if _HAN.match(word) and at + 1 < len(self.words):
            return word + self.words[at + 1]
        return word


@lru_cache(maxsize=256)
def skeleton_of(folded: str) -> Skeleton:
    """The skeleton of a folded quotation, which several texts are asked for."""
    return Skeleton(folded)


@lru_cache(maxsize=256)
def words_of(folded: str) -> Words:
    """The words of a folded quotation."""
    return Words.of(skeleton_of(folded))
