"""What was known on the day a claim is judged for, and what came since."""

from collections.abc import Mapping

from briefbook.model import Claim, Edtf, Evidence, Source


def came_later(item: Evidence, as_of: Edtf | None, sources: Mapping[str, Source]) -> bool:
    """Whether an item certainly appeared after the day that a claim is judged for.

    An item that may have appeared by then counts as known.
    """
    source = sources.get(item.source)
    if source is None or as_of is None or as_of.last is None:
        return False
    published = source.published or source.dated
    first = published.first if published else None
    return first is not None and first > as_of.last


def judged_for(claim: Claim, sources: Mapping[str, Source]) -> Edtf | None:
    """The day a claim is judged for: as it says, else when the text in which it stands came out."""
    made_in = sources.get(claim.appearance or "")
    return claim.as_of or (made_in.published if made_in else None)


def split(
    claim: Claim, sources: Mapping[str, Source]
) -> tuple[tuple[Evidence, ...], tuple[Evidence, ...]]:
    """Evidence known on the day, and evidence that came since."""
    day = judged_for(claim, sources)
    since = tuple(i for i in claim.evidence if came_later(i, day, sources))
    return tuple(i for i in claim.evidence if i not in since), since
