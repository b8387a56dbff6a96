"""What still stands: neither withdrawn itself, nor part of a withdrawn brief."""

from collections.abc import Iterable
from typing import TypeVar

from briefbook.model.brief import Brief, Status
from briefbook.model.record import Record

R = TypeVar("R", bound=Record)


def is_withdrawn(record: Record, brief: Brief | None) -> bool:
    """Whether a record of a brief (None: of the library), or that brief, was withdrawn."""
    if getattr(record, "withdrawn", None) is not None:
        return True
    return brief is not None and (
        brief.withdrawn is not None or brief.status is Status.withdrawn
    )  # fmt: skip


def is_history(record: Record, brief: Brief | None) -> bool:
    """Whether nobody works on a record any more: it is withdrawn, or its brief is superseded."""
    superseded = brief is not None and brief.status is Status.superseded
    return superseded or is_withdrawn(record, brief)


def not_withdrawn(records: Iterable[R], brief: Brief) -> tuple[R, ...]:
    """The records of a brief that were not withdrawn."""
    return tuple(record for record in records if not is_withdrawn(record, brief))
