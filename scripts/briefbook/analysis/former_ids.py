"""What was renamed: former ids, and whether they lead on to what has another id today."""

from collections.abc import Mapping
from typing import Any

from briefbook.analysis.edition import Edition
from briefbook.model import Brief
from briefbook.model.record import id_of
from briefbook.model.record_types import RecordType, of_library, with_permalinks


def former_ids_of(brief: Brief) -> Mapping[str, tuple[str, ...]]:
    """For each record of a brief that had other ids, those that no record has today."""
    records = {id_of(record): record for record in with_permalinks(brief)}
    found: dict[str, tuple[str, ...]] = {}
    taken = set(records)
    for name, record in records.items():
        former = [one for one in getattr(record, "renamed_from", ()) if one not in taken]
        taken.update(former)
        if former:
            found[name] = tuple(former)
    return found


def heir_of(former: str, edition: Edition) -> tuple[RecordType[Any], str] | None:
    """The type and id of the entry of the library that had this id, so that its old address leads
    there; None without one."""
    return next(
        (
            (kind, name)
            for kind in of_library()
            for name, record in edition.library_records(kind).items()
            if former in record.renamed_from
        ),
        None,
    )
