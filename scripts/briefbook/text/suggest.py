"""The nearest word of a vocabulary, for “did you mean”."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher
from functools import lru_cache

_NEAR = 0.7
_LONGEST = 100
_COMPARED = 20
_WORTH_FINDING = 5
_PART = 0.9


def nearest(word: str, vocabulary: Iterable[str], near: float = _NEAR) -> str | None:
    """The closest known word, or None if none is near enough to be a slip of the pen.

    `near` is the least ratio of letters in common (0 to 1). The few words that share most pairs
    of letters with it are compared, so asking again of the same vocabulary costs little, and asking
    for the same word nothing.
    """
    return _known(frozenset(vocabulary)).nearest(_folded(word)[:_LONGEST], near)


def within(typed: str, vocabulary: Iterable[str]) -> str | None:
    """The longest known word that stands whole in what was typed (“likely (60%)”), if one does."""
    bare = " ".join(re.findall(r"\w+", _folded(typed)[:_LONGEST]))
    found = [word for word in vocabulary if f" {_folded(word).replace('-', ' ')} " in f" {bare} "]
    return max(found, key=lambda word: (len(word), word), default=None)


def _ratio(entry: str, wanted: str) -> float:
    """Letters in common, from 0 to 1; words of a longer term count as nearly the whole of it."""
    part = f" {wanted} " in f" {entry} ".replace("-", " ") and len(wanted) >= _WORTH_FINDING
    return max(_PART * part, SequenceMatcher(None, entry, wanted).ratio())


class _Known:
    """A vocabulary: words by their folded form, and folded forms by their pairs of letters."""

    def __init__(self, vocabulary: frozenset[str]) -> None:
        self.words = {_folded(entry): entry for entry in sorted(vocabulary, reverse=True)}
        by_pair = defaultdict[str, list[str]](list)
        for entry in self.words:
            for pair in _pairs(entry[:_LONGEST]):
                by_pair[pair].append(entry)
        self.by_pair: Mapping[str, list[str]] = by_pair
        self._told: dict[tuple[str, float], str | None] = {}

    def nearest(self, wanted: str, near: float) -> str | None:
        """The word of it that is nearest to a folded one."""
        if (wanted, near) not in self._told:
            self._told[wanted, near] = self._nearest(wanted, near)
        return self._told[wanted, near]

    def _nearest(self, wanted: str, near: float) -> str | None:
        if wanted in self.words:
            return self.words[wanted]
        shared = Counter(entry for pair in _pairs(wanted) for entry in self.by_pair.get(pair, ()))
        candidates = sorted(shared, key=lambda entry: (-shared[entry], entry))[:_COMPARED]
        close = [(_ratio(entry, wanted), entry) for entry in candidates]
        ratio, entry = max(close, default=(0.0, ""))
        return self.words[entry] if ratio >= near else None


_known = lru_cache(maxsize=256)(_Known)


def _folded(word: str) -> str:
    return word.casefold().replace("_", "-").strip()


def _pairs(word: str) -> set[str]:
    edged = f" {word} "
    return {edged[index : index + 2] for index in range(len(edged) - 1)}
