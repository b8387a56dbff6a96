"""The court: five answers for a quotation, and two where there is no text to ask."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, lru_cache
from typing import NamedTuple, Protocol

from briefbook.analysis.court.elsewhere import Shelf, TextIndex, shelf, shelved
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


class Heard(NamedTuple):
    """What a quotation's own texts say; `is_final` where no other text can change that."""

    proof: Proof
    is_final: bool


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
        heard = self.hear(quotation)
        return heard.proof if heard.is_final else self.settle(quotation, heard.proof)

    def hear(self, quotation: Quotation) -> Heard:
        """What the texts of its own sources say of a quotation."""
        words = quoted(quotation.exact)
        own = [*self.own_texts(quotation).items()]
        for name, text in own:
            if found := standing(words, quotation, text):
                return Heard(found.proof(name, text), is_final=True)
        named = [name for source in quotation.own for name in self._stored.get(source, ())]
        if own:
            heard = self._accused(words, quotation, own)
            if not heard.proof.is_fault:
                return heard
            if len(own) == len(named):
                slip = _slip(quotation, own)
                return Heard(replace(heard.proof, slip=slip), heard.is_final)
        if not named:
            return Heard(Proof(QuotationState.unpinned), is_final=False)
        # The words may stand in a text that cannot be asked: nobody is accused for that.
        damaged = any(map(self._texts.is_damaged, named))
        lack = Lack.damaged if damaged else Lack.not_here
        return Heard(Proof(QuotationState.unavailable, lack=lack), is_final=False)

    def settle(self, quotation: Quotation, proof: Proof) -> Proof:
        """What is said in the end, after `proof`, where another source may have the words."""
        other, there = self._elsewhere(quoted(quotation.exact), quotation)
        if not proof.is_fault:
            return replace(proof, found_in=other)
        return replace(there, slip=proof.slip) if there else proof

    def likeliest(self, quotation: Quotation) -> str:
        """The first text of which the index says that it may have all words; empty for none."""
        return next(iter(self._index.candidates(quoted(quotation.exact))), "")

    @property
    def names(self) -> Sequence[str]:
        """The texts that any source names, in their order."""
        return sorted(self._sources)

    def shelve(self, names: Sequence[str]) -> "Shelf[int]":
        """What of texts the index holds that `settle` asks; it is made by itself, or of these
        with `index`."""
        return shelf(names, self._text)

    def index(self, shelves: Iterable["Shelf[int]"]) -> None:
        """Take what `shelve` gave for all of `names`, shelf by shelf."""
        self._index = TextIndex(self.names, shelves)

    def own_texts(self, quotation: Quotation) -> Mapping[str, StoredText]:
        """The texts of a quotation's own sources that are there, by their hashes."""
        named = (name for source in quotation.own for name in self._stored.get(source, ()))
        return {name: text for name in named if (text := self._text(name))}

    def _accused(
        self, words: Quoted, quotation: Quotation, own: Sequence[tuple[str, StoredText]]
    ) -> Heard:
        """What is wrong with a quotation that does not stand in its texts."""
        misses = [self._misses(name, text) for name, text in own]
        if slip := _first(misses, lambda miss: miss.slip(words, quotation)):
            return Heard(slip, is_final=True)
        # Where only the beginning is stored, what is wrong in it counts more than who else has it.
        is_final = quotation.opening_only
        if splice := _first(misses, lambda miss: miss.splice(words)):
            return Heard(splice, is_final)
        if near := _first(misses, lambda miss: miss.near(words)):
            return Heard(near, is_final)
        if quotation.opening_only:
            opening = Proof(QuotationState.unavailable, lack=Lack.opening)
            return Heard(opening, is_final=False)
        return Heard(Proof(QuotationState.absent), is_final=False)

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
        return TextIndex(self.names, map(self.shelve, shelved(self.names)))


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
