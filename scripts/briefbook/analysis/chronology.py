"""What was known on the day a claim is judged for, and what came since."""

from collections.abc import Mapping

from briefbook.analysis.attribution import appearance
from briefbook.analysis.origins import links_of
from briefbook.model import Brief, Claim, Edtf, Evidence, Record, Source, Stance

_SIDES = (Stance.supports, Stance.disputes)


def came_later(item: Evidence, as_of: Edtf | None, sources: Mapping[str, Source]) -> bool:
    """Whether an item appeared after the day that a claim is judged for, or may have.

    One dated by a year or a month is known when the last of its days is past; one without a date
    counts as known.
    """
    return _appeared_later(item.source, as_of, sources)


def _appeared_later(name: str, as_of: Edtf | None, sources: Mapping[str, Source]) -> bool:
    source = sources.get(name)
    if source is None or as_of is None or as_of.last is None:
        return False
    published = appeared(source)
    if published is None:
        return False
    if published.last is None:
        return published.first is not None and published.first > as_of.last
    is_a_day = published.first == published.last
    return published.last > as_of.last or (not is_a_day and published.last == as_of.last)


def appeared(source: Source) -> Edtf | None:
    """When a source came out; where nobody knows, its own date."""
    told = source.published
    return told if told and (told.first is not None or told.last is not None) else source.dated


def as_of_day(
    claim: Claim, sources: Mapping[str, Source], brief: Brief | None = None
) -> Edtf | None:
    """The day a claim of a brief is judged for: as it says, else that of the text it stands in."""
    made_in = sources.get(appearance(claim, brief) or "")
    return claim.as_of or (appeared(made_in) if made_in else None)


def judged_on(record: Record, sources: Mapping[str, Source], brief: Brief | None) -> int | None:
    """The day number for which a record of a brief is judged: a claim's own, else that on which the
    brief was last changed, or published; None: nobody says."""
    day = as_of_day(record, sources, brief) if isinstance(record, Claim) else None
    day = day or (brief and (brief.updated or brief.published)) or None
    return day.last if day else None


def all_evidence(claim: Claim) -> tuple[Evidence, ...]:
    """A claim's evidence, and that of the outcome where its forecast has come out."""
    resolution = claim.forecast.resolution if claim.forecast else None
    return (*claim.evidence, *(resolution.evidence if resolution else ()))


def decides(
    claim: Claim, sources: Mapping[str, Source], brief: Brief | None = None
) -> tuple[Evidence, ...]:
    """The evidence that a verdict stands on: what was known on the day for which the claim is
    judged, without disputes that the author has answered.

    All of it, that of the resolution too, where the forecast has come out; all of it as well where
    nothing was known then that counts.
    """
    known, since = split(claim, sources, brief)
    if claim.forecast and claim.forecast.resolution:
        known = all_evidence(claim)
    counted, later = (
        tuple(i for i in items if i.stance is not Stance.disputes or not i.answered)
        for items in (known, since)
    )
    return counted if any(i.stance in _SIDES for i in counted) else (*counted, *later)


def split(
    claim: Claim, sources: Mapping[str, Source], brief: Brief | None = None
) -> tuple[tuple[Evidence, ...], tuple[Evidence, ...]]:
    """Evidence known on the day for which a claim of a brief is judged, and what came since.

    The text in which a claim stands is known when it makes the claim, however it is dated.
    """
    day, text = as_of_day(claim, sources, brief), appearance(claim, brief)
    known: list[Evidence] = []
    since: list[Evidence] = []
    for item in claim.evidence:
        later = item.source != text and came_later(item, day, sources)
        (since if later else known).append(item)
    return tuple(known), tuple(since)


Linked = tuple[tuple[Evidence, tuple[str, ...]], ...]
"""Items of evidence, each with links that it counts for."""


def split_links(
    claim: Claim, sources: Mapping[str, Source], brief: Brief | None = None
) -> tuple[Linked, Linked]:
    """The same as `split`, with the links of each item: a copy or a repeat that appeared only after
    the day is one that came since, and so is its item beside it."""
    known, later = split(claim, sources, brief)
    day, text = as_of_day(claim, sources, brief), appearance(claim, brief)
    then: list[tuple[Evidence, tuple[str, ...]]] = []
    since: list[tuple[Evidence, tuple[str, ...]]] = []
    for item in known:
        links = links_of(item)
        new = tuple(
            one
            for one in links
            if one not in (item.source, text) and _appeared_later(one, day, sources)
        )
        then.append((item, tuple(one for one in links if one not in new)))
        if new:
            since.append((item, new))
    return tuple(then), (*since, *((item, links_of(item)) for item in later))
