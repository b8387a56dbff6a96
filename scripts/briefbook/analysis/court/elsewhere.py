"""In which of many stored texts words may stand: an index of their words and pairs of words."""

import re
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from zlib import crc32

from briefbook.analysis.court.parts import Part, Quoted
from briefbook.analysis.court.signs import FOLD, MARK, MARK_END
from briefbook.analysis.court.skeleton import Skeleton, Words, words_of
from briefbook.analysis.court.stored_text import StoredText

_WITHOUT_FOLDS = re.compile(rf"[^ ]*{FOLD}[^ ]*")
"""Words broken at a line's end may be whole elsewhere."""
_LOW = 16
"""Bits of a key's checksum that choose its drawer; the others stand in it, beside a number."""


class TextIndex:
    """For each word and each pair of neighbouring words the texts that have it.

    A checksum and a number stand for each, so that a text takes about as much room as its words;
    where checksums are the same by accident, a text is asked in vain.
    """

    def __init__(self, texts: Iterable[tuple[str, StoredText | None]]) -> None:
        self._names = list[str]()
        self._drawers: dict[int, array[int]] = defaultdict(lambda: array("Q"))
        for name, text in texts:
            if text:
                number = len(self._names)
                for key in _keys(text):
                    drawer, rest = _placed(key)
                    self._drawers[drawer].append(rest << 32 | number)
                self._names.append(name)

    def candidates(self, quotation: Quoted) -> Iterable[str]:
        """Names of texts that have every whole word of a quotation, in their order."""
        keys = {key for part in quotation.parts for key in _keys_of_part(part)}
        if not keys:
            return self._names
        found = set(range(len(self._names)))
        for key in sorted(keys, key=lambda one: (-len(one), one)):  # long ones are rare
            found &= self._having(key)
            if not found:
                break
        return [self._names[number] for number in sorted(found)]

    def _having(self, key: str) -> set[int]:
        drawer, rest = _placed(key)
        there = self._drawers.get(drawer, array("Q"))
        return {entry & 0xFFFFFFFF for entry in there if entry >> 32 == rest}


def _placed(key: str) -> tuple[int, int]:
    """The drawer of a key, and what stands for it there."""
    code = crc32(key.encode())
    return code & ((1 << _LOW) - 1), code >> _LOW


def _keys_of_part(part: Part) -> Iterator[str]:
    """What a text must have that has this part; words cut by a bracket are passed over."""
    pieces = _WITHOUT_FOLDS.split(part.text)
    for at, piece in enumerate(pieces):
        words = words_of(piece)
        first = 1 if at == 0 and part.open_before else 0
        last = len(words.words) - (1 if at == len(pieces) - 1 and part.open_after else 0)
        yield from _pairs(words.words[first:last])
        if last - first == 1 and words.key(first) == words.words[first]:
            yield words.words[first]


def _keys(text: StoredText) -> set[str]:
    """The words of a text, and some pairs; where words are broken at a line's end both of them
    whole and of their pieces."""
    keys = _of_words(text.words)
    folded = text.folded
    if FOLD in folded:
        joined = folded.replace(FOLD, "").replace(MARK, " ").replace(MARK_END, " ")
        keys |= _of_words(Words.of(Skeleton(joined)))
    return keys


def _of_words(words: Words) -> set[str]:
    keys = {words.key(at) for at in range(len(words.words))}
    return keys.union(words.words, _pairs(words.words))


def _pairs(words: tuple[str, ...]) -> Iterator[str]:
    for pair in pairwise(words):
        yield " ".join(pair)
