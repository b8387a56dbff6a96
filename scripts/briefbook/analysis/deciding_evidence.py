"""What carries a record: the sides of evidence that its verdict rests on."""

from collections.abc import Iterable
from typing import NamedTuple

from briefbook.analysis.origins import Witness
from briefbook.analysis.removal import Removal
from briefbook.model import Claim, Evidence, Record, Stance, Verdict
from briefbook.model.barrier import Barrier

Sides = tuple[tuple[Evidence, ...], ...]

_CARRIED_BY = {
    Verdict.supported: (Stance.supports,),
    Verdict.refuted: (Stance.disputes,),
    Verdict.contested: (Stance.supports, Stance.disputes),
}


def deciding_sides(record: Record) -> Sides:
    """The sides without any one of which a record no longer stands as it does.

    “Supported” needs its support, “refuted” its disputes, “contested” both, as far as it has them;
    other verdicts rest on no evidence. A barrier needs its own evidence, if it has any.
    """
    if isinstance(record, Claim):
        stances = _CARRIED_BY.get(record.verdict, ())
        sides = (tuple(i for i in record.evidence if i.stance is stance) for stance in stances)
        return tuple(side for side in sides if side)
    if isinstance(record, Barrier):
        own = tuple(item for item in record.evidence if item.stance is Stance.supports)
        return (own,) if own else ()
    return ()


class Carrier(NamedTuple):
    """Of an item of evidence from whom it comes, and nothing of what it says."""

    source: str
    via: str | None
    origin: str | None


Carriers = tuple[tuple[Carrier, ...], ...]


def carriers(record: Record) -> Carriers:
    """From whom the items of the deciding sides come."""
    return tuple(
        tuple(Carrier(item.source, item.via, item.origin) for item in side)
        for side in deciding_sides(record)
    )


def origins_left(side: Iterable[Witness], fall: Removal) -> frozenset[str]:
    """The origins of a side once something has fallen."""
    return frozenset(origin for item in side for origin in fall.origins(item))
