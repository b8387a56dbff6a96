"""What a brief would say without some of its sources, or with other grades for them.

The compiler's answer is `moves`. `tables` holds what a reader's browser needs to give the same one:
who repeats whom, which origins belong together on which day, what each item of evidence stands on,
and who leans on whom. Claims of other briefs are in it as far as this one leans on them.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypedDict, TypeVar, cast

from briefbook.analysis.chronology import Linked, all_evidence, judged_on, split_links
from briefbook.analysis.cycles import strongly_connected_components
from briefbook.analysis.dependencies import reachable
from briefbook.analysis.edition import Edition
from briefbook.analysis.grades import DOUBTFUL, current
from briefbook.analysis.leaning import Moved
from briefbook.analysis.origins import links_of
from briefbook.analysis.removal import Removal
from briefbook.corpus import Placed, Target
from briefbook.model import Brief, Claim, Evidence, Judgment, Source, Stance, Verdict
from briefbook.model.source import Grade
from briefbook.model.standing import not_withdrawn

T = TypeVar("T")
_SIDES = (Stance.supports, Stance.disputes)


class Counts(NamedTuple):
    """How many stand on one side of a claim."""

    links: int
    origins: int
    institutions: int


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands for a claim and against it: on the day for which it is judged and since then, the
    best known grade of each side, and the verdict that both suggest."""

    verdict: Verdict
    day: tuple[Counts, ...]
    since: tuple[Counts, ...]
    grades: tuple[Grade | None, ...]


class Move(NamedTuple):
    """What becomes of a record: how it is moved, and of a claim what is left for it and against it.

    No ways: its evidence suggests another verdict, and nothing else changed.
    """

    ways: frozenset[Moved]
    standing: Standing | None


def moves(
    edition: Edition, name: str, struck: Collection[str], grades: Mapping[str, Grade]
) -> dict[Target, Move]:
    """What becomes of the claims and judgments of a brief, and of those that it leans on, that
    move."""
    fall, sources = edition.blast_radius.world(struck, grades)
    moved = edition.blast_radius.moved(struck, grades)
    supported = edition.blast_radius.supported
    return {
        target: Move(
            frozenset(moved[target]), standing(edition, supported[target], fall, sources)
        )
        for target in _around(edition, name)
        if target in moved and target in supported
    }  # fmt: skip


def standing(
    edition: Edition, placed: Placed[Claim | Judgment], fall: Removal, sources: Mapping[str, Source]
) -> Standing | None:
    """What stands for and against a claim once something has fallen; None: it is no claim."""
    if not isinstance(placed.record, Claim):
        return None
    claim = cast("Placed[Claim]", placed)
    for_it, against_it, verdict = edition.blast_radius.support(claim, fall, sources)
    day = judged_on(claim.record, edition.sources, claim.brief)
    gone: frozenset[str] = getattr(fall, "gone", frozenset())

    def counts(items: Linked, stance: Stance) -> Counts:
        left = [(i, links) for i, links in items if i.stance is stance and fall.origins(i)]
        origins = dict.fromkeys(one for item, _ in left for one in fall.origins(item))
        links = {link for _, counted in left for link in counted} - gone
        return Counts(len(links), len(origins), edition.institutions.count(origins, day))

    known, since = (
        tuple(counts(items, one) for one in _SIDES)
        for items in split_links(claim.record, edition.sources, claim.brief)
    )
    return Standing(verdict, known, since, (for_it.grade, against_it.grade))


class Tables(TypedDict):
    """What `moves` rests on, as plain data, for publish/assets/without.js.

    `sources`: those of its evidence and all that these repeat, each after those that it repeats:
    id, places of these, place of its origin if it repeats nothing, letter (F too) or nothing.
    `origins`: for each day the institutions that each origin belongs to, as numbers; a list for
    those who speak together. An item of which some links came later stands twice, with either;
    what an outcome rests on was known at no time.
    `records`: of each id, brief, kind, and of a claim its verdict as typed, the place of its day, a
    verdict that no evidence moves, and `items`: side, whether it was known on the day, source,
    copy or -1, own origin (place of the source that it names or -1, place of the origin), links,
    whether it was answered, whether it is doubtful. `leans`: place of the record that is leaned on,
    of who leans on it, and with which sign.
    """

    sources: list[tuple[str, list[int], int, str]]
    origins: list[list[object]]
    records: list[dict[str, object]]
    leans: list[tuple[int, int, bool | None]]


def tables(edition: Edition, name: str) -> Tables | None:
    """The tables of a brief; None where sources repeat each other in a circle, or nothing stands
    for or against anything."""
    around = _around(edition, name)
    supported = edition.blast_radius.supported
    claims = [
        cast("Placed[Claim]", placed)
        for target in around
        if (placed := supported.get(target)) and isinstance(placed.record, Claim)
    ]
    order = _upwards(edition, [item for claim in claims for item in _items(claim.record)])
    if not order:
        return None
    made = _Tables(edition, {source: place for place, source in enumerate(order)})
    records = [made.record(target, supported.get(target)) for target in around]
    sources = [made.source(one) for one in order]
    at = {target: place for place, target in enumerate(around)}
    leans = [
        (place, at[user], holds)
        for target, place in at.items()
        for user, holds in edition.dependencies.leaners.get(target, ())
        if user in at
    ]
    return {"sources": sources, "origins": made.hands(), "records": records, "leans": leans}


def _around(edition: Edition, name: str) -> list[Target]:
    """The claims and judgments of a brief in its order, then all that these lean on, and so on."""
    brief: Brief = edition.briefs[name]
    own = not_withdrawn((*brief.claims, *brief.judgments), brief)
    return [
        *reachable(
            [Target("record", record.id, name) for record in own], edition.dependencies.basis
        )
    ]  # fmt: skip


def _items(claim: Claim) -> list[Evidence]:
    return [item for item in all_evidence(claim) if item.stance in _SIDES]


def _upwards(edition: Edition, items: Iterable[Evidence]) -> list[str]:
    """The sources that items name and all that these repeat, each after those that it repeats;
    none where they repeat each other in a circle."""
    edges: dict[str, tuple[str, ...]] = {}
    waiting: list[str] = []
    for item in items:
        waiting += links_of(item)
        if item.origin and item.origin in edition.sources:
            waiting.append(item.origin)
    while waiting:
        source = waiting.pop()
        if source not in edges:
            edges[source] = edition.origins.parents(source)
            waiting += edges[source]
    groups = list(strongly_connected_components(edges))
    in_a_circle = any(len(group) > 1 or group[0] in edges[group[0]] for group in groups)
    return [] if in_a_circle else [group[0] for group in groups]


class _Numbered(Generic[T]):
    """Numbers values in the order in which they come."""

    def __init__(self) -> None:
        self.found: dict[T, int] = {}

    def __call__(self, value: T) -> int:
        return self.found.setdefault(value, len(self.found))


class _Tables:
    """The rows of the tables; origins and days are numbered as they come."""

    def __init__(self, edition: Edition, places: Mapping[str, int]) -> None:
        self._edition, self._places = edition, places
        self._origins: _Numbered[str] = _Numbered()
        self._days: _Numbered[int | None] = _Numbered()

    def source(self, name: str) -> tuple[str, list[int], int, str]:
        origins = self._edition.origins
        parents = [self._places[parent] for parent in origins.parents(name)]
        grade = current(self._edition.sources.get(name))
        letter = str(grade.grade) if grade else ""
        return name, parents, self._origins(origins.behind([name])[0]), letter

    def record(
        self, target: Target, placed: Placed[Claim | Judgment] | None
    ) -> dict[str, object]:  # fmt: skip
        named: dict[str, object] = {"id": target.id, "brief": target.brief}
        if placed is None:
            return {**named, "kind": ""}
        if not isinstance(claim := placed.record, Claim):
            return {**named, "kind": "judgment"}
        edition, brief = self._edition, placed.brief
        outcome = [(item, links_of(item)) for item in all_evidence(claim)[len(claim.evidence) :]]
        dated = split_links(claim, edition.sources, brief)
        parts = zip((*dated, outcome), (True, False, None), strict=True)
        return {
            **named, "kind": "claim", "verdict": claim.verdict,
            "day": self._days(judged_on(claim, edition.sources, brief)),
            "fixed": edition.verdicts.whatever_the_evidence(claim),
            "items": [self._item(*one, known=known) for part, known in parts for one in part
                      if one[0].stance in _SIDES],
        }  # fmt: skip

    def _item(self, item: Evidence, links: Sequence[str], *, known: bool | None) -> list[object]:
        places, own = self._places, item.origin
        named = self._edition.origins.named
        return [
            _SIDES.index(item.stance), known, places[item.source],
            places[item.via] if item.via else -1,
            [places.get(own, -1), self._origins(named(own))] if own else None,
            [places[link] for link in links],
            bool(item.answered), item.credibility in DOUBTFUL,
        ]  # fmt: skip

    def hands(self) -> list[list[object]]:
        """For each day the institutions of each origin."""
        return [self._hands(day) for day in self._days.found]

    def _hands(self, day: int | None) -> list[object]:
        institutions = self._edition.institutions
        numbered: _Numbered[str] = _Numbered()
        found: list[object] = []
        for origin in self._origins.found:
            hands = [
                numbered(min(institutions.together(one, day)))
                for one in institutions.holders(origin)
            ]
            found.append(hands[0] if len(hands) == 1 else sorted(set(hands)))
        return found
