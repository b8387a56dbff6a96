"""What was renamed: former ids, and whether they lead on to what has another id today."""

from collections.abc import Mapping

from briefbook.analysis.edition import Edition
from briefbook.model import Brief
from briefbook.model.record import id_of
from briefbook.model.record_types import of_library, with_permalinks


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


def leads_on(former: str, edition: Edition) -> bool:
    """Whether an entry of the library had this id, so that its old address leads on."""
    return any(
        former in record.renamed_from
        for kind in of_library()
        for record in edition.library_records(kind).values()
    )
