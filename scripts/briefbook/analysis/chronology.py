"""What was known on the day a claim is judged for, and what came since."""

from collections.abc import Mapping

from briefbook.analysis.attribution import appearance
from briefbook.model import Brief, Claim, Edtf, Evidence, Source


def came_later(item: Evidence, as_of: Edtf | None, sources: Mapping[str, Source]) -> bool:
    """Whether an item certainly appeared after the day that a claim is judged for.

    An item that may have appeared by then counts as known.
    """
    source = sources.get(item.source)
    if source is None or as_of is None or as_of.last is None:
        return False
    published = appeared(source)
    first = published.first if published else None
    return first is not None and first > as_of.last


def appeared(source: Source) -> Edtf | None:
    """When a source came out; where nobody says so, its own date."""
    return source.published or source.dated


def as_of_day(
    claim: Claim, sources: Mapping[str, Source], brief: Brief | None = None
) -> Edtf | None:
    """The day a claim of a brief is judged for: as it says, else that of the text it stands in."""
    made_in = sources.get(appearance(claim, brief) or "")
    return claim.as_of or (appeared(made_in) if made_in else None)


def split(
    claim: Claim, sources: Mapping[str, Source], brief: Brief | None = None
) -> tuple[tuple[Evidence, ...], tuple[Evidence, ...]]:
    """Evidence known on the day for which a claim of a brief is judged, and what came since."""
    day = as_of_day(claim, sources, brief)
    since = tuple(i for i in claim.evidence if came_later(i, day, sources))
    return tuple(i for i in claim.evidence if i not in since), since
