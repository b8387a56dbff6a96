"""Blast radius: what changes if a source gets another grade, or is withdrawn.

The support of a claim is what its card says of it: links, origins and best known grade of each
side, and the verdict that they suggest. The support of a judgment is that of all it leans on.
"""

from collections import ChainMap
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from briefbook.analysis.dependencies import DependencyGraph, reachable
from briefbook.analysis.grades import best
from briefbook.analysis.origins import links_of
from briefbook.analysis.remembered import Remembered
from briefbook.analysis.removal import NothingRemoved, Removal, SourceRemoved, descendants
from briefbook.analysis.verdicts import Verdicts
from briefbook.corpus import Corpus, Placed, Target
from briefbook.findings import Route
from briefbook.model import Claim, Evidence, Judgment, Source, Stance, Verdict
from briefbook.model.source import Grade, Reliability

_SIDES = (Stance.supports, Stance.disputes)


@dataclass(frozen=True, slots=True)
class SideSupport:
    """What the card of a claim says of one side."""

    links: frozenset[str]
    origins: frozenset[str]
    grade: Grade | None


Support = tuple[SideSupport, SideSupport, Verdict]
"""For it, against it, and the verdict that both suggest."""


@dataclass(frozen=True, slots=True)
class Radius:
    """Records whose support changes; forecasts are those claims and judgments that carry one."""

    claims: tuple[Target, ...]
    judgments: tuple[Target, ...]
    forecasts: tuple[Target, ...]


@dataclass(frozen=True)
class BlastRadius:
    """What hangs on the sources of a corpus. Only claims that a source can reach are looked at."""

    corpus: Corpus
    dependencies: DependencyGraph
    verdicts: Verdicts
    remembered: Remembered

    def of_withdrawal(self, source: str) -> Radius:
        """What changes if a source is withdrawn, with all that repeats nothing else."""
        fall = SourceRemoved(self.verdicts.origins, source)
        touched = descendants(self.verdicts.origins, [source])
        return self._changed(touched, fall, self.verdicts.sources)

    def of_regrading(self, source: str, grade: Grade) -> Radius:
        """What changes if a source gets another letter."""
        old = self.verdicts.sources[source]
        new = old.replace(reliability=(*old.reliability, Reliability(grade=grade)))
        sources = ChainMap({source: new}, self.verdicts.sources)  # type: ignore[arg-type]
        return self._changed([source], NothingRemoved(self.verdicts.origins), sources)

    def support(
        self, placed: Placed[Claim], fall: Removal, sources: Mapping[str, Source]
    ) -> Support:
        """The support of a claim once something has fallen."""
        claim = placed.record
        standing = [item for item in claim.evidence if item.stance in _SIDES and fall.origins(item)]
        sides = [self._side_support([i for i in standing if i.stance is s], fall, sources)
                 for s in _SIDES]  # fmt: skip
        left = claim.replace(evidence=tuple(standing))
        verdicts = Verdicts(sources, self.verdicts.origins, self.verdicts.day)
        return sides[0], sides[1], verdicts.of(left, placed.brief).verdict

    @staticmethod
    def _side_support(
        items: list[Evidence], fall: Removal, sources: Mapping[str, Source]
    ) -> SideSupport:
        gone = fall.gone if isinstance(fall, SourceRemoved) else frozenset()
        return SideSupport(
            frozenset(link for item in items for link in links_of(item)) - gone,
            frozenset(origin for item in items for origin in fall.origins(item)),
            best(items, sources),
        )

    def _changed(
        self, touched: Iterable[str], fall: Removal, sources: Mapping[str, Source]
    ) -> Radius:
        candidates: dict[Target, Placed[Claim]] = {}
        for name in touched:
            candidates.update((user.target, user) for user in self.users.get(name, ()))
        changed = [
            target
            for target, user in candidates.items()
            if self._before(user) != self.support(user, fall, sources)
        ]
        return self._radius(reachable(changed, self.dependencies.dependents))

    def _before(self, placed: Placed[Claim]) -> Support:
        """The support of a claim as things stand, found once."""
        whole = NothingRemoved(self.verdicts.origins)
        return self.remembered(
            (__name__, placed.target), lambda: self.support(placed, whole, self.verdicts.sources)
        )

    def _radius(self, targets: Iterable[Target]) -> Radius:
        known = self.supported
        found = sorted((t for t in targets if t in known), key=lambda t: _order(known[t]))
        claims = tuple(t for t in found if isinstance(known[t].record, Claim))
        judgments = tuple(t for t in found if isinstance(known[t].record, Judgment))
        return Radius(
            claims, judgments, tuple(t for t in found if known[t].record.forecast is not None)
        )

    @cached_property
    def supported(self) -> Mapping[Target, Placed[Claim | Judgment]]:
        """The judgments and claims that stand, to which support matters."""
        records: tuple[Placed[Claim | Judgment], ...] = (
            *self.corpus.not_withdrawn(Judgment),
            *self.corpus.not_withdrawn(Claim),
        )
        return {user.target: user for user in records}

    @cached_property
    def users(self) -> Mapping[str, tuple[Placed[Claim], ...]]:
        """For each source, or origin that an item names, the claims that do."""
        found: dict[str, dict[Target, Placed[Claim]]] = {}
        for placed in self.corpus.not_withdrawn(Claim):
            for item in placed.record.evidence:
                names = (*links_of(item), *((item.origin,) if item.origin else ()))
                for name in names:
                    found.setdefault(name, {})[placed.target] = placed
        return {name: tuple(claims.values()) for name, claims in found.items()}


def _order(placed: Placed[Claim | Judgment]) -> tuple[bool, str, Route]:
    """Judgments first, each in the order of files."""
    return isinstance(placed.record, Claim), placed.path, placed.route
