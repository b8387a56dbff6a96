"""What leans on something past its day says so: “basis out of date”, and through what."""

from dataclasses import dataclass

from briefbook.corpus import Target
from briefbook.pages.blocks.context import Context, Link


@dataclass(frozen=True, slots=True)
class StaleView:
    """Why a record's basis is out of date; `through` leads a step nearer to the cause."""

    why: str
    through: Link | None


def stale_view(record: str, context: Context) -> StaleView | None:
    """The notice for a record of the context's brief; None where its basis is fresh."""
    staleness = context.edition.staleness
    target = Target("record", record, context.brief)
    if why := staleness.itself.get(target):
        return StaleView(why, None)
    end = staleness.through.get(target)
    if end is None:
        return None
    why = staleness.itself.get(end, "itself leans on something out of date")
    own = end.brief == context.brief
    return StaleView(why, context.record(end.id if own else f"{end.brief}#{end.id}"))
