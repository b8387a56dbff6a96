"""What the confidence of a claim or a judgment rests on: the items that carry it."""

from briefbook.analysis.deciding_evidence import deciding_sides
from briefbook.analysis.dependencies import target_of
from briefbook.analysis.edition import Edition
from briefbook.analysis.leaning import carries, wants
from briefbook.analysis.origins import Origins
from briefbook.model import Claim, Evidence, Judgment


def basis_items(record: Claim | Judgment, brief: str, edition: Edition) -> tuple[Evidence, ...]:
    """The items that carry a claim of a brief, or the claims that a judgment leans on directly.

    Who leans on a contested claim not holding is carried by what speaks against it alone.
    """
    if isinstance(record, Claim):
        sides = deciding_sides(record, edition.sources, edition.briefs.get(brief))
        return tuple(item for side in sides for item in side)
    found: list[Evidence] = []
    for one in record.depends_on:
        target = target_of(one.record, brief)
        claim = edition.records.get(target)
        if isinstance(claim, Claim):
            sides = deciding_sides(claim, edition.sources, edition.briefs.get(target.brief))
            wanted = wants(one.holds, claim.verdict)
            found += [i for side in sides if carries(side[0].stance, wanted) for i in side]
    return tuple(found)


def basis_origins(items: tuple[Evidence, ...], origins: Origins) -> tuple[str, ...]:
    """The independent origins behind items, in the order of mention."""
    return tuple(dict.fromkeys(origin for item in items for origin in origins.of_item(item)))
