"""In which of many stored texts words may stand: an index of their words, and of some pairs."""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from zlib import crc32

from briefbook.analysis.court.parts import Part, Quoted
from briefbook.analysis.court.signs import FOLD, MARK, MARK_END
from briefbook.analysis.court.skeleton import Skeleton, Words, words_of
from briefbook.analysis.court.stored_text import StoredText

_ONE_IN = 4
"""Of pairs of neighbouring words so many are kept: words alone would lead to every text that has
the same common words, and all pairs would take more room than the texts."""


class TextIndex:
    """For each word, and for some pairs of words, the numbers of the texts that have it."""

    def __init__(self, texts: Iterable[tuple[str, StoredText | None]]) -> None:
        self._names = list[str]()
        self._of: dict[str, array[int]] = defaultdict(lambda: array("L"))
        for name, text in texts:
            if text:
                for key in _keys(text):
                    self._of[key].append(len(self._names))
                self._names.append(name)

    def candidates(self, quotation: Quoted) -> Iterable[str]:
        """Names of texts that have every whole word of a quotation, in their order."""
        lists = [
            self._of.get(key, array("L")) for part in quotation.parts for key in _keys_of_part(part)
        ]
        if not lists:
            return self._names
        lists.sort(key=len)
        found = set(lists[0])
        for one in lists[1:]:
            if not found:
                break
            found.intersection_update(one)
        return [self._names[number] for number in sorted(found)]


def _keys_of_part(part: Part) -> Iterator[str]:
    """What a text must have that has this part; words cut by a bracket are passed over."""
    words = words_of(part.text)
    first = 1 if part.open_before else 0
    last = len(words.words) - (1 if part.open_after else 0)
    for at in range(first, last):
        if at + 1 < last or words.key(at) == words.words[at]:
            yield words.key(at)
    yield from _pairs(words.words[first:last])


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
    """Some pairs of neighbours: the same in every text, and in every run of the program."""
    for pair in pairwise(words):
        key = " ".join(pair)
        if crc32(key.encode()) % _ONE_IN == 0:
            yield key
