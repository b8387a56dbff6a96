"""What carries a record: the sides of evidence that its verdict rests on."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from briefbook.analysis.chronology import decides
from briefbook.analysis.origins import Witness
from briefbook.analysis.removal import Removal
from briefbook.model import Brief, Claim, Evidence, Record, Source, Stance, Verdict
from briefbook.model.barrier import Barrier

_CARRIED_BY = {
    Verdict.supported: (Stance.supports,),
    Verdict.refuted: (Stance.disputes,),
    Verdict.partly_supported: (Stance.supports, Stance.disputes),
    Verdict.contested: (Stance.supports, Stance.disputes),
}


def deciding_sides(
    record: Record, sources: Mapping[str, Source], brief: Brief | None = None
) -> tuple[tuple[Evidence, ...], ...]:
    """The sides without any one of which a record no longer stands as it does: support first.

    “Supported” needs its support, “refuted” its disputes, “partly supported” and “contested” both,
    as far as they have them; other verdicts rest on no evidence. Of a claim counts what `decides`.
    A barrier needs its own evidence, if it has any.
    """
    if isinstance(record, Claim):
        stances = _CARRIED_BY.get(record.verdict, ())
        items = decides(record, sources, brief) if stances else ()
    elif isinstance(record, Barrier):
        stances, items = (Stance.supports,), record.evidence
    else:
        return ()
    sides = (tuple(i for i in items if i.stance is stance) for stance in stances)
    return tuple(side for side in sides if side)


class Carrier(NamedTuple):
    """Of an item of evidence from whom it comes, and nothing of what it says."""

    source: str
    via: str | None
    origin: str | None


class CarryingSide(NamedTuple):
    """A deciding side: on which it stands, and from whom its items come."""

    stance: Stance
    items: tuple[Carrier, ...]


def carriers(
    record: Record, sources: Mapping[str, Source], brief: Brief | None = None
) -> tuple[CarryingSide, ...]:
    """From whom the items of the deciding sides come."""
    return tuple(
        CarryingSide(
            side[0].stance, tuple(Carrier(item.source, item.via, item.origin) for item in side)
        )
        for side in deciding_sides(record, sources, brief)
    )


def origins_left(side: Iterable[Witness], fall: Removal) -> frozenset[str]:
    """The origins of a side once something has fallen."""
    return frozenset(origin for item in side for origin in fall.origins(item))
