"""What the confidence of a claim or a judgment rests on: the items that carry it."""

from collections.abc import Mapping

from briefbook.analysis.deciding_evidence import deciding_sides
from briefbook.analysis.dependencies import target_of
from briefbook.analysis.origins import Origins
from briefbook.corpus import Target
from briefbook.model import Claim, Evidence, Judgment, Record


def basis_items(
    record: Claim | Judgment, brief: str, records: Mapping[Target, Record]
) -> tuple[Evidence, ...]:
    """The items that carry a claim, or the claims that a judgment leans on directly."""
    if isinstance(record, Claim):
        return tuple(item for side in deciding_sides(record) for item in side)
    leaned_on = (records.get(target_of(name, brief)) for name in record.depends_on)
    return tuple(
        item
        for claim in leaned_on
        if isinstance(claim, Claim)
        for side in deciding_sides(claim)
        for item in side
    )


def basis_origins(items: tuple[Evidence, ...], origins: Origins) -> tuple[str, ...]:
    """The independent origins behind items, in the order of mention."""
    return tuple(dict.fromkeys(origin for item in items for origin in origins.of_item(item)))
