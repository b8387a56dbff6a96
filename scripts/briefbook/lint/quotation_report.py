"""What the stored texts say of every quotation, as figures, as a list and as JSON."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from briefbook.analysis.court.proof import FAULTS, UNCHECKED, Lack, Proof, QuotationState
from briefbook.analysis.edition import Edition
from briefbook.analysis.quotations import WrittenQuotation, of_brief
from briefbook.corpus import Places
from briefbook.findings import Place
from briefbook.text.listing import counted, opening
from briefbook.text.terminal import visible

_LONGEST = 120
_WORDS = {
    QuotationState.unpinned: "have no stored text",
    QuotationState.unavailable: "could not be checked",
    QuotationState.verbatim: "stand word for word in a stored text",
    QuotationState.altered: "stand there in other words or signs",
    QuotationState.elsewhere: "stand in the text of another source",
    QuotationState.spliced: "are put together from places that lie apart",
    QuotationState.absent: "stand nowhere",
}
_LACKS = {
    Lack.not_here: "its text is not stored on this machine",
    Lack.damaged: "its stored text is damaged",
    Lack.opening: "only the opening of its source was read and stored",
}


@dataclass(frozen=True, slots=True)
class ProvenQuotation:
    """A quotation at its place, and what was found."""

    brief: str
    record: str
    written: WrittenQuotation
    proof: Proof
    place: Place

    @property
    def where(self) -> str:
        """Its place in words: “a-brief#a-claim, item 2 of the evidence”, counted from 1."""
        said, evidence = self.written.said, self.written.evidence
        kind = "their words" if evidence is None else f"item {evidence + 1} of the evidence"
        return f"{self.brief}#{self.record}, {kind}{f' {said + 1}' if said else ''}"


@dataclass(frozen=True)
class QuotationReport:
    """All quotations of some briefs, in the order of ids and of the files."""

    items: tuple[ProvenQuotation, ...]
    places: Places

    @classmethod
    def of(cls, edition: Edition, briefs: Iterable[str]) -> "QuotationReport":
        """The quotations of these briefs."""
        found = list[ProvenQuotation]()
        for name in sorted(briefs):
            path = edition.corpus.briefs[name].path
            kinds = edition.corpus.placed_at.get(path, {})
            routes = {one.id: one.route for placed in kinds.values() for one in placed}
            for placed, written in of_brief(name, edition.briefs[name], edition.sources):
                proof = edition.proof(written.quotation)
                place = Place(path, (*routes[placed.id], *written.steps))
                found.append(ProvenQuotation(name, placed.id, written, proof, place))
        return cls(tuple(found), Places(edition.corpus))

    @cached_property
    def counts(self) -> Counter[QuotationState]:
        """How many there are of each state."""
        return Counter(item.proof.state for item in self.items)

    @property
    def checked(self) -> int:
        """How many could be checked."""
        return sum(number for state, number in self.counts.items() if state not in UNCHECKED)

    @property
    def fails(self) -> bool:
        """Whether one of them does not stand where it should."""
        return any(self.counts[state] for state in FAULTS)

    def json(self) -> str:
        """The report as JSON, version 1; offsets count characters from 0."""
        body = {
            "version": 1,
            "checked": self.checked,
            **{state.value: self.counts[state] for state in _WORDS if state not in UNCHECKED},
            **{state.value: self.counts[state] for state in UNCHECKED},
            "items": [_plain(item) for item in self.items],
        }
        return f"{json.dumps(body, ensure_ascii=False, indent=1)}\n"

    def text(self) -> str:
        """The figures, the unchecked first, then what is wrong and what could not be checked."""
        return "".join(f"{visible(line)}\n" for line in self._lines())

    def _lines(self) -> Iterator[str]:
        for state in (*UNCHECKED, *FAULTS):
            for item in self.items:
                if item.proof.state is state:
                    yield from self._told(item)
        for item in self.items:
            if item.proof.omitted or item.proof.added:
                yield from self._told(item)
        total = len(self.items)
        yield (
            f"{counted(total, 'quotation')}, {self.checked} checked:" if total else "no quotations"
        )
        states = (*UNCHECKED, QuotationState.verbatim, *FAULTS)
        for state in states if total else ():
            number = self.counts[state]
            if number or state in (*UNCHECKED, QuotationState.verbatim):
                yield f"  {number:>{len(str(total))}} {_WORDS[state]}"
        if self.fails:
            yield "why each of them matters and how it is mended: briefbook check --select QUO"
        if total and not self.checked:
            yield "none was checked: nothing is proven"

    def _told(self, item: ProvenQuotation) -> Iterator[str]:
        proof, quotation = item.proof, item.written.quotation
        source = item.written.source or "no source"
        at = self.places.region(item.place)
        yield f"{at.path}:{at.line}:{at.column}: {proof.state}: “{_short(quotation.exact)}”"
        yield f"    {item.where} ({source})"
        if proof.state in FAULTS and proof.found:
            text = proof.found_in or source
            yield f"    in the text of {text}, character {proof.at}: “{_short(proof.found)}”"
        if proof.omitted:
            yield f"    what is left out has “{proof.omitted}” in it: “{_short(proof.found)}”"
        if proof.added:
            yield f"    the words put into brackets have “{proof.added}” in them"
        if proof.lack:
            yield f"    {_LACKS[proof.lack]}"
        if proof.found_in and proof.state in UNCHECKED:
            yield f"    the words stand in the text of {proof.found_in}"


def _short(text: str) -> str:
    return opening(" ".join(text.split()), _LONGEST)


def _plain(item: ProvenQuotation) -> dict[str, object]:
    written, proof = item.written, item.proof
    return {
        "brief": item.brief,
        "record": item.record,
        "evidence": written.evidence,
        "said": written.said,
        "source": written.source,
        "state": proof.state.value,
        "exact": written.quotation.exact,
        "found": proof.found or None,
        "at": proof.at,
        "difference": proof.difference,
        "found_in": proof.found_in or None,
    }
