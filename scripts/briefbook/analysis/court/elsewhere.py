"""In which of many stored texts words may stand: an index of their words and pairs of words."""

import re
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from zlib import crc32

from briefbook.analysis.court.parts import Part, Quoted
from briefbook.analysis.court.signs import FOLD, MARK, MARK_END
from briefbook.analysis.court.skeleton import Skeleton, Words, words_of
from briefbook.analysis.court.stored_text import StoredText

_WITHOUT_FOLDS = re.compile(rf"[^ ]*{FOLD}[^ ]*")
"""Words broken at a line's end may be whole elsewhere."""
SHELF = 8
"""Texts whose keys stand together."""
_CODE = 0xFFFFFFFF & ~(SHELF - 1)
"""What of a key's checksum stands for it; below it, the number of a text on its shelf."""
Shelf = array  # of "I": sorted, a checksum and a number in each
Texts = Callable[[str], StoredText | None]


def shelved(names: Sequence[str]) -> list[Sequence[str]]:
    """Names as they stand on shelves."""
    return [names[at : at + SHELF] for at in range(0, len(names), SHELF)]


def shelf(names: Iterable[str], text_of: Texts) -> "Shelf[int]":
    """The keys of at most `SHELF` texts: each word and each pair of neighbouring words."""
    codes = set[int]()
    for number, name in enumerate(names):
        if text := text_of(name):
            codes |= {crc32(key.encode()) & _CODE | number for key in _keys(text)}
    return array("I", sorted(codes))


class TextIndex:
    """For each word and each pair of neighbouring words the texts that have it.

    A checksum stands for each, so that a text takes less room than its words; where checksums are
    the same by accident, a text is asked in vain. `shelves` hold the keys of eight `names` each.
    """

    def __init__(self, names: Sequence[str], shelves: Iterable["Shelf[int]"]) -> None:
        self._names, self._shelves = names, [*shelves]

    def candidates(self, quotation: Quoted) -> Iterable[str]:
        """Names of texts that have every whole word of a quotation, in their order."""
        keys = {key for part in quotation.parts for key in _keys_of_part(part)}
        if not keys:
            return self._names
        found: set[int] | None = None
        for key in sorted(keys, key=lambda one: (-len(one), one)):  # long ones are rare
            code = crc32(key.encode()) & _CODE
            among = range(len(self._shelves)) if found is None else {n // SHELF for n in found}
            having = {number for at in among for number in self._having(at, code)}
            found = having if found is None else found & having
            if not found:
                break
        return [self._names[number] for number in sorted(found or ())]

    def _having(self, at: int, code: int) -> Iterator[int]:
        there = self._shelves[at]
        for place in range(bisect_left(there, code), len(there)):
            if there[place] & _CODE != code:
                break
            yield at * SHELF + (there[place] & ~_CODE)


def _keys_of_part(part: Part) -> Iterator[str]:
    """What a text must have that has this part; words cut by a bracket are passed over."""
    pieces = _WITHOUT_FOLDS.split(part.text)
    for at, piece in enumerate(pieces):
        words = words_of(piece)
        first = 1 if at == 0 and part.open_before else 0
        last = len(words.words) - (1 if at == len(pieces) - 1 and part.open_after else 0)
        yield from _pairs(words.words[first:last])
        if last - first == 1 and words.keys[first] == words.words[first]:
            yield words.words[first]


def _keys(text: StoredText) -> set[str]:
    """The words of a text, and some pairs; where words are broken at a line's end both of them
    whole and of their pieces."""
    keys = _of_skeleton(text.skeleton)
    folded = text.folded
    if FOLD in folded:
        joined = folded.replace(FOLD, "").replace(MARK, " ").replace(MARK_END, " ")
        keys |= _of_skeleton(Skeleton(joined))
    return keys


def _of_skeleton(skeleton: Skeleton) -> set[str]:
    if not skeleton.has_han:
        return {*skeleton.words, *_pairs(skeleton.words)}
    words = Words.of(skeleton)
    keys = {*words.keys}
    return keys.union(words.words, _pairs(words.words))


def _pairs(words: Sequence[str]) -> Iterator[str]:
    return map(" ".join, pairwise(words))
