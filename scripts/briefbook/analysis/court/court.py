"""The court: five answers for a quotation, and two where there is no text to ask."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, lru_cache
from typing import Protocol

from briefbook.analysis.court.elsewhere import TextIndex
from briefbook.analysis.court.marks import unmarked
from briefbook.analysis.court.near_misses import NearMisses
from briefbook.analysis.court.parts import Quoted, quoted
from briefbook.analysis.court.proof import Lack, Proof, Quotation, QuotationState, Slip
from briefbook.analysis.court.stored_text import StoredText
from briefbook.analysis.court.witness import standing

_AT_ONCE, _ACCUSED = 256, 16
"""So many folded texts are held, and so many with their words: quotations are asked source by
source."""


class Texts(Protocol):
    """Stored texts by their hashes."""

    def get(self, name: str) -> StoredText | None:
        """A text; None where it is not there, or is not the one that was stored."""

    def is_damaged(self, name: str) -> bool:
        """Whether there is one that is not the one that was stored."""


class Court:
    """Asks stored texts for quotations.

    `stored` gives for each source the hashes of its texts, the newest first.
    """

    def __init__(self, stored: Mapping[str, Sequence[str]], texts: Texts) -> None:
        self._stored, self._texts = stored, texts
        self._text = lru_cache(_AT_ONCE)(texts.get)
        self._misses = lru_cache(_ACCUSED)(NearMisses)

    def prove(self, quotation: Quotation) -> Proof:
        """What the stored texts say of a quotation."""
        words = quoted(quotation.exact)
        own = [text for source in quotation.own for text in self._of(source)]
        for name, text in own:
            if found := standing(words, quotation, text):
                return found.proof(name, text)
        named = [name for source in quotation.own for name in self._stored.get(source, ())]
        if own:
            accused = self._accused(words, quotation, own)
            if not accused.is_fault:
                return accused
            if len(own) == len(named):
                return replace(accused, slip=_slip(quotation, own))
        other, _ = self._elsewhere(words, quotation)
        if not named:
            return Proof(QuotationState.unpinned, found_in=other)
        # The words may stand in a text that cannot be asked: nobody is accused for that.
        damaged = any(map(self._texts.is_damaged, named))
        lack = Lack.damaged if damaged else Lack.not_here
        return Proof(QuotationState.unavailable, found_in=other, lack=lack)

    def _of(self, source: str) -> Iterator[tuple[str, StoredText]]:
        """The texts of a source that are there."""
        for name in self._stored.get(source, ()):
            if text := self._text(name):
                yield name, text

    def _accused(
        self, words: Quoted, quotation: Quotation, own: Sequence[tuple[str, StoredText]]
    ) -> Proof:
        """What is wrong with a quotation that does not stand in its texts."""
        misses = [self._misses(name, text) for name, text in own]
        if slip := _first(misses, lambda miss: miss.slip(words, quotation)):
            return slip
        other, there = self._elsewhere(words, quotation)
        if there and not quotation.opening_only:
            return there
        if splice := _first(misses, lambda miss: miss.splice(words)):
            return splice
        if near := _first(misses, lambda miss: miss.near(words)):
            return near
        if quotation.opening_only:
            return Proof(QuotationState.unavailable, found_in=other, lack=Lack.opening)
        return Proof(QuotationState.absent)

    def _elsewhere(self, words: Quoted, quotation: Quotation) -> tuple[str, Proof | None]:
        """Another source that has the words, and where they stand there."""
        mine = {name for source in quotation.own for name in self._stored.get(source, ())}
        for name in self._index.candidates(words):
            text = None if name in mine else self._text(name)
            if text and (found := standing(words, Quotation(quotation.exact, ()), text)):
                there, source = found.proof(name, text), self._sources[name]
                return source, Proof(
                    QuotationState.elsewhere, there.found, there.at, name, found_in=source
                )
        return "", None

    @cached_property
    def _sources(self) -> Mapping[str, str]:
        """For each stored text the first source that names it."""
        found = dict[str, str]()
        for source, names in sorted(self._stored.items()):
            for name in names:
                found.setdefault(name, source)
        return found

    @cached_property
    def _index(self) -> TextIndex:
        return TextIndex((name, self._texts.get(name)) for name in sorted(self._sources))


_FOLDED = re.compile(r"(?<=[^\W\d_]-) (?=[^\W\d_])")


def _slip(quotation: Quotation, own: Sequence[tuple[str, StoredText]]) -> Slip | None:
    """What stands in the way of words that are there but for it."""
    tries = (
        (Slip.quotation_marks, unmarked(quotation.exact)),
        (Slip.folded_hyphen, _FOLDED.sub("", quotation.exact)),
    )
    for slip, exact in tries:
        if exact != quotation.exact and any(
            standing(quoted(exact), quotation, text) for _, text in own
        ):
            return slip
    return None


def _first(
    misses: Sequence[NearMisses], find: Callable[[NearMisses], Proof | None]
) -> Proof | None:
    return next((found for miss in misses if (found := find(miss))), None)
