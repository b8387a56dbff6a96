"""Facets: by which values a record is found when one browses or narrows a search.

The same values fill the filters of the search and the prepared pages under /browse/.
"""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from briefbook.analysis.corpus_on_day import CorpusOnDay
from briefbook.analysis.forecasts import state
from briefbook.analysis.freshness import has_ended
from briefbook.analysis.grades import current
from briefbook.analysis.likelihood import view
from briefbook.corpus import Target
from briefbook.model import Brief, Claim, Edtf, Judgment, Question, Record, Source
from briefbook.model.barrier import Barrier
from briefbook.model.brief import Status
from briefbook.model.event import Event
from briefbook.model.record_types import record_type_of
from briefbook.model.standing import is_withdrawn, not_withdrawn

FACETS = (
    *("kind", "verdict", "confidence", "likelihood", "topic", "entity", "grade", "status"),
    *("year", "language"),
)
"""The facets in the order in which they are offered."""

RANGES = ("0-20", "20-45", "45-55", "55-80", "80-100")
"""Likelihood in percents: a record is found in each range that its own one overlaps."""

Values = Mapping[str, tuple[str, ...]]
Key = tuple[str, str, str]
"""Kind of record, facet, value."""


class FacetedRecord(NamedTuple):
    """A record with its values for each facet; facets that do not apply are absent."""

    target: Target
    values: Values

    @property
    def kind(self) -> str:
        """“claim”, “source” …"""
        return self.values["kind"][0]


def facets(edition: CorpusOnDay) -> Iterator[FacetedRecord]:
    """Every record, source and brief that is not withdrawn, the newest briefs first."""
    for name in edition.newest_first():
        yield from within_brief(edition, name)
    yield from of_sources(edition)


def within_brief(edition: CorpusOnDay, name: str) -> Iterator[FacetedRecord]:
    """A brief and its records; of a withdrawn one itself alone, with its status: what it said is
    not among them."""
    brief = edition.briefs[name]
    shared = _shared(edition, brief)
    yield FacetedRecord(Target("brief", name), of_brief(edition, name))
    records: list[Judgment | Claim | Question | Barrier] = [*brief.judgments, *brief.claims]
    for record in not_withdrawn((*records, *brief.questions, *brief.barriers), brief):
        values = _of_record(edition, brief, record, shared)
        yield FacetedRecord(Target("record", record.id, name), values)


def of_sources(edition: CorpusOnDay) -> Iterator[FacetedRecord]:
    """Every source."""
    for source in edition.sources.values():
        yield FacetedRecord(Target("source", source.id), of_source(source))


def languages(edition: CorpusOnDay) -> frozenset[str]:
    """All values of the facet of languages."""
    of_briefs = {edition.language(brief) for brief in edition.briefs.values()}
    of_sources = {source.language for source in edition.sources.values() if source.language}
    return frozenset(of_briefs | of_sources)


def by_value(every: Iterable[FacetedRecord]) -> Mapping[Key, tuple[FacetedRecord, ...]]:
    """Records by kind, facet and value, in the order in which they come; linear."""
    lists: dict[Key, list[FacetedRecord]] = {}
    for one in every:
        for facet, values in one.values.items():
            for value in values:
                lists.setdefault((one.kind, facet, value), []).append(one)
    return {key: tuple(items) for key, items in lists.items()}


def of_brief(edition: CorpusOnDay, name: str) -> Values:
    """A brief's values."""
    brief = edition.briefs[name]
    reviewed = brief.reviews.claimant if brief.reviews else None
    found = {"kind": ("brief",), **_shared(edition, brief), "status": (brief.status.value,)}
    if reviewed and reviewed.entity:
        found["entity"] = (reviewed.entity,)
    return _given(found)


def of_source(source: Source) -> Values:
    """A source's values."""
    grade = current(source)
    return _given(
        {
            "kind": ("source",),
            "entity": source.speaker,
            "grade": (grade.grade.value if grade else "none",),
            "year": _year(source.published or source.dated),
            "language": (source.language,) if source.language else (),
        }
    )


def of_record(edition: CorpusOnDay, name: str, record: Record) -> Values:
    """The values of a record of a brief."""
    brief = edition.briefs[name]
    return _of_record(edition, brief, record, _shared(edition, brief))


def _of_record(edition: CorpusOnDay, brief: Brief, record: Record, shared: Values) -> Values:
    found: dict[str, tuple[str, ...]] = {
        **shared,
        "topic": topics_of(edition, brief, record),
        "kind": (record_type_of(record).noun,),
        "status": (brief.status.value,),
        "entity": getattr(record, "entities", ()),
    }
    match record:
        case Claim():
            found |= _of_claim(edition, brief, record)
        case Judgment():
            found |= _of_judgment(edition, brief, record)
        case Question():
            found["status"] = (record.status.value,)
        case Barrier():
            ended = has_ended(record.in_force, edition.today)
            found |= {
                "status": ("ended" if ended else "in-force",),
                "entity": (*record.between, *record.entities),
            }
        case Event():
            found["year"] = _year(record.date)
    if is_withdrawn(record, brief):
        found |= {"status": (Status.withdrawn.value,), **dict.fromkeys(_VERDICTS, ())}
    return _given(found)


def topics_of(edition: CorpusOnDay, brief: Brief, record: Record) -> tuple[str, ...]:
    """What a record is about: its own topics, else those of its entities, else (claims apart) those
    of what it leans or bears on in its brief; the brief's where nothing else is known."""
    if own := _own_topics(edition, record):
        return own
    if isinstance(record, Claim):
        return brief.topics
    names = {one.record for one in getattr(record, "depends_on", ())}
    names.update(getattr(record, "bears_on", ()), getattr(record, "rests_on", ()))
    below = (one for one in (*brief.claims, *brief.judgments) if one.id in names)
    theirs = dict.fromkeys(topic for one in below for topic in _own_topics(edition, one))
    return tuple(theirs) or brief.topics


def _own_topics(edition: CorpusOnDay, record: Record) -> tuple[str, ...]:
    names = (*getattr(record, "entities", ()), *getattr(record, "between", ()))
    entities = (edition.entities.get(name) for name in names)
    theirs = dict.fromkeys(topic for entity in entities if entity for topic in entity.topics)
    return getattr(record, "topics", ()) or tuple(theirs)


_VERDICTS = ("verdict", "confidence", "likelihood")
"""Facets of what we hold to be so, which we do not of what is withdrawn."""


def _of_claim(edition: CorpusOnDay, brief: Brief, claim: Claim) -> dict[str, tuple[str, ...]]:
    claimant = edition.claimant(brief, claim)
    letters = {
        grade.grade.value if (grade := current(edition.sources.get(item.via or item.source)))
        else "none"
        for item in claim.evidence
    }  # fmt: skip
    found: dict[str, tuple[str, ...]] = {
        "verdict": (claim.verdict.value,),
        "confidence": (claim.confidence.value,) if claim.confidence else (),
        "entity": (*claim.entities, *((claimant.entity,) if claimant and claimant.entity else ())),
        "grade": tuple(sorted(letters)),
    }
    if claim.as_of and _year(claim.as_of):
        found["year"] = _year(claim.as_of)
    if claim.forecast:
        found["status"] = (state(claim.forecast, edition.today).value,)
    return found


def _of_judgment(
    edition: CorpusOnDay, brief: Brief, judgment: Judgment
) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {
        "confidence": (judgment.confidence.value,) if judgment.confidence else (),
    }
    if judgment.likelihood:
        said = view(judgment.likelihood, edition.scale(brief))
        found["likelihood"] = tuple(_ranges(said.low, said.high)) if said.has_range else ()
    if judgment.forecast:
        found["status"] = (state(judgment.forecast, edition.today).value,)
    return found


def _ranges(low: Decimal, high: Decimal) -> Iterator[str]:
    """The ranges that overlap from `low` to `high`; touching at an end is not overlapping."""
    for name in RANGES:
        start, end = map(int, name.split("-"))
        if low == high:
            if start <= low < end or low == end == 100:
                yield name
        elif low < end and start < high:
            yield name


def _shared(edition: CorpusOnDay, brief: Brief) -> dict[str, tuple[str, ...]]:
    return {
        "topic": brief.topics,
        "year": _year(brief.published or brief.updated),
        "language": (edition.language(brief),),
    }


def _year(day: Edtf | None) -> tuple[str, ...]:
    """The year in which a date stands; 0 is 1 BC, as ISO 8601 counts."""
    return (str(day.year),) if day and day.year is not None else ()


def _given(values: Mapping[str, Iterable[str]]) -> Values:
    """Facets that have a value, each value once."""
    given = ((name, tuple(dict.fromkeys(values[name]))) for name in FACETS if name in values)
    return {name: found for name, found in given if found}
