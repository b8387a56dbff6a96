"""A barrier as a row of a table."""

from dataclasses import dataclass

from briefbook.analysis.freshness import in_force, is_past
from briefbook.corpus import Target
from briefbook.model.barrier import Barrier, Field
from briefbook.model.standing import is_withdrawn
from briefbook.pages.context import Context, Link
from briefbook.pages.evidence import EvidenceView, evidence_view
from briefbook.pages.records.correction.card import NoticeView, notices
from briefbook.pages.records.history import MoveView, moves
from briefbook.pages.records.signoff.card import SignoffView, signoffs
from briefbook.pages.withdrawal import WithdrawalView, withdrawal_view
from briefbook.text.html import Html


@dataclass(frozen=True, slots=True)
class BarrierView:
    """One barrier."""

    id: str
    url: str
    brief: Link
    kind: str
    lang: str | None
    statement: str
    between: list[Link]
    since: str
    confirmed: str
    lifted: bool
    overdue: bool
    severity: str
    instrument: Html | str
    would_lift: Html | str
    rests_on: list[Link]
    holds_back: list[Link]
    evidence: list[EvidenceView]
    withdrawn: WithdrawalView | None
    notices: list[NoticeView]
    moves: list[MoveView]
    signed: list[SignoffView]


def holds_back(barrier: Barrier, context: Context) -> list[Link]:
    """The claims that say that it limits them."""
    target = Target("record", barrier.id, context.brief)
    found = {
        Target("record", link.record, link.brief): None
        for link in context.edition.corpus.links.to(target)
        if link.reference.route[0] == "claims" and "limited_by" in link.reference.route
    }
    return [context.target(one) for one in found]


def barrier_view(barrier: Barrier, context: Context) -> BarrierView:
    """Compute the row of one barrier of the context's brief."""
    today = context.edition.today
    return BarrierView(
        id=barrier.id,
        url=context.url(f"briefings/{context.brief}/#{barrier.id}"),
        brief=context.brief_link(context.brief),
        kind="" if barrier.kind == Field.other else context.locale.title("field", barrier.kind),
        lang=context.lang,
        statement=barrier.statement,
        between=[context.entity(name) for name in barrier.between],
        since=context.when(barrier.in_force),
        confirmed=context.when(barrier.last_confirmed),
        lifted=not in_force(barrier.in_force, today),
        overdue=is_past(barrier.review_by, today)
        and not is_withdrawn(barrier, context.edition.briefs[context.brief]),
        severity=barrier.severity or "",
        instrument=context.prose(barrier.instrument),
        would_lift=context.prose(barrier.would_lift),
        rests_on=context.records(barrier.rests_on),
        holds_back=holds_back(barrier, context),
        evidence=[evidence_view(item, context) for item in barrier.evidence],
        withdrawn=withdrawal_view(barrier, context),
        notices=notices(barrier.id, context),
        moves=moves(barrier.id, context),
        signed=signoffs(barrier.id, context),
    )
