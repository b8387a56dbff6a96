"""The quotations of a corpus: where each is written, and in which sources it should stand."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from briefbook.analysis.attribution import appearance
from briefbook.analysis.court.proof import Quotation
from briefbook.corpus import Placed
from briefbook.findings import Route
from briefbook.model import Brief, Claim, Evidence, Record, Source
from briefbook.model.quote import Said
from briefbook.model.record_types import with_permalinks
from briefbook.model.source import Seen


@dataclass(frozen=True, slots=True)
class WrittenQuotation:
    """A quotation at its place in a record: an item of evidence, or a wording of a claim.

    `evidence` counts the items of the record from 0, `said` its wordings; the other one is None.
    `source` is where a reader is told that the words stand, `steps` lead to it in the record.
    """

    quotation: Quotation
    evidence: int | None
    said: int | None
    source: str | None
    steps: Route


def of_item(item: Evidence, sources: Mapping[str, Source]) -> Quotation | None:
    """The quotation of an item of evidence, if it has one.

    It should stand in the copy that was read or in its source; where neither has a stored text, in
    one of those that repeat it.
    """
    if item.quote is None:
        return None
    named = tuple(dict.fromkeys(name for name in (item.via, item.source) if name))
    own = _stored(named, sources) or _stored(item.also_in, sources) or named
    return Quotation(
        item.quote.exact, own, item.quote.prefix or "", item.quote.suffix or "",
        _opening_only(own, sources),
    )  # fmt: skip


def of_wording(said: Said, source: str | None, sources: Mapping[str, Source]) -> Quotation:
    """The wording of a claim, which should stand in the text in which it was made."""
    own = (source,) if source else ()
    return Quotation(said.exact, own, opening_only=_opening_only(own, sources))


def of_record(placed: Placed[Record], sources: Mapping[str, Source]) -> Iterator[WrittenQuotation]:
    """The quotations of a record of a brief, in the order in which they are written."""
    record = placed.record
    if isinstance(record, Claim) and placed.brief and record.said:
        source = appearance(record, placed.brief)
        for n, said in enumerate(record.said):
            quotation = of_wording(said, source, sources)
            yield WrittenQuotation(quotation, None, n, source, ("said", n))
    for n, (steps, item) in enumerate(placed.evidence()):
        if quoted := of_item(item, sources):
            yield WrittenQuotation(quoted, n, None, item.source, (*steps, "quote"))


def of_brief(
    name: str, brief: Brief, sources: Mapping[str, Source]
) -> Iterator[tuple[Placed[Record], WrittenQuotation]]:
    """The quotations of a brief, each with its record."""
    if not _has_some(brief):
        return
    for record in with_permalinks(brief):
        placed = Placed(record, "", (), name, brief)
        for written in of_record(placed, sources):
            yield placed, written


def _has_some(brief: Brief) -> bool:
    """Whether there are any: most of a large archive is passed over at a glance."""
    forecasts = chain(
        (claim.forecast for claim in brief.claims), (one.forecast for one in brief.judgments)
    )
    evidence = chain(
        (claim.evidence for claim in brief.claims),
        (barrier.evidence for barrier in brief.barriers),
        (question.evidence for question in brief.questions),
        (one.resolution.evidence for one in forecasts if one and one.resolution),
    )
    return any(claim.said for claim in brief.claims) or any(
        item.quote for items in evidence for item in items
    )


def _stored(names: tuple[str, ...], sources: Mapping[str, Source]) -> tuple[str, ...]:
    return tuple(name for name in names if name in sources and sources[name].snapshot)


def _opening_only(names: tuple[str, ...], sources: Mapping[str, Source]) -> bool:
    seen = [sources[name].seen for name in names if name in sources]
    return bool(seen) and all(one is Seen.opening for one in seen)
