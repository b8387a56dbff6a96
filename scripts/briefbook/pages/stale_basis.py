"""What leans on something past its day says so: “basis out of date”, and through what."""

from dataclasses import dataclass

from briefbook.analysis.staleness import Why
from briefbook.corpus import Target
from briefbook.pages.context import Context, Link


@dataclass(frozen=True, slots=True)
class StaleView:
    """Why a record's basis is out of date; `through` leads a step nearer to the cause."""

    why: str
    through: Link | None


def stale_view(record: str, context: Context) -> StaleView | None:
    """The notice for a record of the context's brief; None where its basis is fresh."""
    staleness = context.edition.staleness
    target = Target("record", record, context.brief)
    say = context.locale.say
    words = {
        Why.ended: say("no longer in force"),
        Why.overdue: say("past its review day"),
        Why.its_brief: say("its brief is past its review day"),
        Why.leans: say("itself leans on something out of date"),
    }
    if why := staleness.itself.get(target):
        return StaleView(words[why], None)
    end = staleness.through.get(target)
    if end is None:
        return None
    why = staleness.itself.get(end, Why.leans)
    return StaleView(words[why], context.target(end))
