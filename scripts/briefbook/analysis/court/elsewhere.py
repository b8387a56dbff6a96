"""In which of many stored texts words may stand: an index of the words of each."""

from array import array
from collections import defaultdict
from collections.abc import Iterable

from briefbook.analysis.court.parts import Quoted
from briefbook.analysis.court.signs import FOLD, MARK, MARK_END
from briefbook.analysis.court.skeleton import Skeleton, Words
from briefbook.analysis.court.stored_text import StoredText


class TextIndex:
    """For each word the numbers of the texts that have it."""

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
        lists: list[array[int]] = []
        for part in quotation.parts:
            words = Words.of(Skeleton(part.text))
            first = 1 if part.open_before else 0
            last = len(words.words) - (1 if part.open_after else 0)
            for at in range(first, last):
                if at + 1 < last or words.key(at) == words.words[at]:
                    lists.append(self._of.get(words.key(at), array("L")))
        if not lists:
            return self._names
        lists.sort(key=len)
        found = set(lists[0]).intersection(*lists[1:])
        return [self._names[number] for number in sorted(found)]


def _keys(text: StoredText) -> set[str]:
    """The words of a text; one that is broken at a line's end whole and in its pieces."""
    words = text.words
    keys = {words.key(at) for at in range(len(words.words))}
    keys.update(words.words)
    folded = text.folded
    if FOLD in folded:
        joined = folded.replace(FOLD, "").replace(MARK, " ").replace(MARK_END, " ")
        whole = Words.of(Skeleton(joined))
        keys.update(whole.key(at) for at in range(len(whole.words)))
    return keys
