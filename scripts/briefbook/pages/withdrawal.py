"""What readers are told of a record that no longer stands."""

from dataclasses import dataclass

from briefbook.model import Record
from briefbook.model.withdrawal import Withdrawal
from briefbook.pages.context import Context, Link


@dataclass(frozen=True, slots=True)
class WithdrawalView:
    """The day, what readers should know, why (where that is not all), and what takes its place."""

    day: str
    notice: str
    reason: str
    successor: Link | None


def withdrawal_view(record: Record, context: Context) -> WithdrawalView | None:
    """The withdrawal of a record of the context's brief, or of the library; None if it stands."""
    said: Withdrawal | None = getattr(record, "withdrawn", None)
    if said is None:
        return None
    return WithdrawalView(
        context.when(said.date),
        context.plain(said.notice or said.reason),
        context.plain(said.reason) if said.notice else "",
        context.record(said.superseded_by) if said.superseded_by else None,
    )
