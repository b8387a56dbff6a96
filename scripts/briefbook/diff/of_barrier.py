"""What happened to a barrier, told by its dates."""

from briefbook.model import Edtf


def kind_of_dates(before: Edtf | None, after: Edtf | None) -> str:
    """In force where an end is gone or a first date is there, lifted where an end came."""
    ended_before = before is not None and before.latest is not None and before.is_interval
    ended_after = after is not None and after.latest is not None and after.is_interval
    if ended_after and not ended_before:
        return "barrier-lifted"
    if after is not None and (before is None or (ended_before and not ended_after)):
        return "barrier-in-force"
    return "barrier-redated"
