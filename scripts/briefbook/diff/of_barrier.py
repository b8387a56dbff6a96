"""What happened to a barrier, told by its dates."""

from datetime import date

from briefbook.analysis.change_kinds import ChangeKind
from briefbook.model import Edtf


def kind_of_dates(before: Edtf | None, after: Edtf | None, today: date) -> ChangeKind:
    """In force where an end is gone or a first date is there, lifted where an end came.

    An end that lies ahead of `today` is a date like any other: the barrier still stands.
    """
    ended_before, ended_after = _ended(before, today), _ended(after, today)
    if ended_after and not ended_before:
        return ChangeKind.barrier_lifted
    if after is not None and (before is None or (ended_before and not ended_after)):
        return ChangeKind.barrier_in_force
    return ChangeKind.barrier_redated


def _ended(dates: Edtf | None, today: date) -> bool:
    if dates is None or not dates.is_interval or dates.latest is None:
        return False
    return dates.latest <= today
