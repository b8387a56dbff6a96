"""The evidence of a brief as a map: which origins carry which claims, and what is still asked.

Origins are ordered by how much leans on them; those beyond a limit are taken together. Claims
follow the origin that carries most of all those behind them, so that lines run side by side.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from briefbook.analysis.dependencies import target_of
from briefbook.analysis.origins import Origins, links_of
from briefbook.model import Brief, Claim, Stance
from briefbook.model.standing import not_withdrawn

MOST_ORIGINS = 12
MOST_CLAIMS = 60


@dataclass(frozen=True, slots=True)
class Strand:
    """A line of the map: what an origin does to a claim. `origin` is None for “all others”."""

    origin: str | None
    claim: str
    stance: Stance


@dataclass(frozen=True, slots=True)
class OriginNode:
    """An origin, the claims that lean on it, and the further links that only repeat it."""

    id: str
    claims: int
    repeats: int


@dataclass(frozen=True, slots=True)
class EvidenceMap:
    """Nodes in the order in which they are drawn, and the lines between them.

    `others` counts origins that are drawn as one, `hidden` claims that are not drawn at all.
    `asked` names for each question the drawn claims on which it bears; a question without one is
    left out.
    """

    origins: tuple[OriginNode, ...]
    others: int
    claims: tuple[Claim, ...]
    hidden: int
    strands: tuple[Strand, ...]
    asked: Mapping[str, tuple[str, ...]]


def evidence_map(brief_id: str, brief: Brief, origins: Origins) -> EvidenceMap:
    """The map of one brief; linear in its evidence, but for sorting.

    What is withdrawn is not drawn.
    """
    links: dict[str, dict[str, None]] = {}
    found: dict[tuple[str, str, Stance], None] = {}
    claims = not_withdrawn(brief.claims, brief)
    for claim in claims:
        for item in claim.evidence:
            if item.stance not in (Stance.supports, Stance.disputes):
                continue
            for origin in origins.of_item(item):
                links.setdefault(origin, {}).update(dict.fromkeys(links_of(item)))
                found[origin, claim.id, item.stance] = None
    claims_of = _claims_of(found)
    ranked = sorted(claims_of, key=lambda name: (-len(claims_of[name]), name))
    shown = ranked if len(ranked) <= MOST_ORIGINS + 1 else ranked[:MOST_ORIGINS]
    place = {name: index for index, name in enumerate(shown)}
    ordered = sorted(claims, key=_by_first_origin(found, place))
    kept = ordered[:MOST_CLAIMS]
    names = {claim.id for claim in kept}
    strands = dict.fromkeys(
        Strand(origin if origin in place else None, claim, stance)
        for origin, claim, stance in found
        if claim in names
    )
    return EvidenceMap(
        origins=tuple(
            OriginNode(name, len(claims_of[name]), len(links[name]) - 1) for name in shown
        ),
        others=len(ranked) - len(shown),
        claims=tuple(kept),
        hidden=len(ordered) - len(kept),
        strands=tuple(strands),
        asked=_asked(brief_id, brief, names),
    )


def _claims_of(found: Iterable[tuple[str, str, Stance]]) -> dict[str, dict[str, None]]:
    """For each origin the claims that lean on it."""
    claims_of: dict[str, dict[str, None]] = {}
    for origin, claim, _ in found:
        claims_of.setdefault(origin, {})[claim] = None
    return claims_of


def _by_first_origin(
    found: Iterable[tuple[str, str, Stance]], place: Mapping[str, int]
) -> Callable[[Claim], int]:
    """Orders claims by the weightiest origin behind them; those without evidence come last."""
    first: dict[str, int] = {}
    for origin, claim, _ in found:
        first[claim] = min(first.get(claim, len(place)), place.get(origin, len(place)))
    return lambda claim: first.get(claim.id, len(place) + 1)


def _asked(brief_id: str, brief: Brief, names: set[str]) -> dict[str, tuple[str, ...]]:
    asked: dict[str, tuple[str, ...]] = {}
    for question in not_withdrawn(brief.questions, brief):
        if not question.is_open:
            continue
        targets = (target_of(reference, brief_id) for reference in question.bears_on)
        claims = tuple(t.id for t in targets if t.brief == brief_id and t.id in names)
        if claims:
            asked[question.id] = claims
    return asked
