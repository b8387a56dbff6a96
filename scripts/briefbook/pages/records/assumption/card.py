"""An assumption: what is taken for granted, and what follows if it is wrong."""

from dataclasses import dataclass

from briefbook.model.assumption import Assumption
from briefbook.pages.context import Context
from briefbook.pages.forecast_due import review_words
from briefbook.pages.records.correction.card import NoticeView, notices
from briefbook.pages.records.history import MoveView, moves
from briefbook.pages.records.signoff.card import SignoffView, signoffs
from briefbook.pages.withdrawal import WithdrawalView, withdrawal_view
from briefbook.text.html import Html


@dataclass(frozen=True, slots=True)
class AssumptionView:
    """All that is printed of an assumption."""

    id: str
    lang: str | None
    statement: str
    because: Html | str
    confidence: str
    owner: str
    if_wrong: Html | str
    review_by: str
    withdrawn: WithdrawalView | None
    notices: list[NoticeView]
    moves: list[MoveView]
    signed: list[SignoffView]


def assumption_view(assumption: Assumption, context: Context) -> AssumptionView:
    """Compute one assumption of the context's brief."""
    return AssumptionView(
        id=assumption.id,
        lang=context.lang,
        statement=assumption.statement,
        because=context.prose(assumption.because),
        confidence=assumption.confidence or "",
        owner=assumption.owner or "",
        if_wrong=context.prose(assumption.if_wrong),
        review_by=review_words(assumption.review_by, context),
        withdrawn=withdrawal_view(assumption, context),
        notices=notices(assumption.id, context),
        moves=moves(assumption.id, context),
        signed=signoffs(assumption.id, context),
    )
