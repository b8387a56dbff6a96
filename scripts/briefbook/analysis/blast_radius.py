"""Blast radius: what changes if sources get other grades, or are withdrawn.

The support of a claim is what its card says of it: links, origins and best known grade of each
side, and the verdict that they suggest. The support of a judgment is that of all it leans on; what
moves against it weakens it, and what moves in its favour alone strengthens it (`leaning`).
"""

from collections import ChainMap
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from briefbook.analysis.chronology import all_evidence
from briefbook.analysis.dependencies import DependencyGraph
from briefbook.analysis.grades import best, is_better
from briefbook.analysis.leaning import Moved, inherited, moved_by, speaks_against
from briefbook.analysis.origins import links_of
from briefbook.analysis.remembered import Remembered
from briefbook.analysis.removal import NothingRemoved, Removal, SourcesRemoved, descendants
from briefbook.analysis.verdicts import Verdicts
from briefbook.corpus import Corpus, Placed, Target
from briefbook.corpus.few_or_all import FewOrAll
from briefbook.findings import Route
from briefbook.model import Claim, Evidence, Judgment, Source, Stance, Verdict
from briefbook.model.source import Grade, Reliability

_SUPPORTED: tuple[type[Claim | Judgment], ...] = (Judgment, Claim)
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
    """Records whose support changes: claims, judgments that are weakened, and those that are
    strengthened and nothing else. Forecasts are those of all three that carry one."""

    claims: tuple[Target, ...]
    judgments: tuple[Target, ...]
    strengthened: tuple[Target, ...]
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
        return self._radius(self.moved([source], {}))

    def of_regrading(self, source: str, grade: Grade) -> Radius:
        """What changes if a source gets another letter."""
        return self._radius(self.moved([], {source: grade}))

    def moved(
        self, struck: Collection[str], grades: Mapping[str, Grade]
    ) -> Mapping[Target, set[Moved]]:
        """The records that move if these sources are withdrawn and those get other letters, with
        the ways in which each does; none: what its evidence suggests is another verdict alone."""
        fall, sources = self.world(struck, grades)
        touched = [*descendants(self.verdicts.origins, struck), *grades]
        return self._reached(self._changed(touched, fall, sources))

    def world(
        self, struck: Collection[str], grades: Mapping[str, Grade]
    ) -> tuple[Removal, Mapping[str, Source]]:
        """The library without some sources, and all sources with other letters of some."""
        old, origins = self.verdicts.sources, self.verdicts.origins
        new = {
            name: old[name].replace(
                reliability=(*old[name].reliability, Reliability(grade=grade))
            )
            for name, grade in grades.items()
        }  # fmt: skip
        fall = SourcesRemoved(origins, frozenset(struck)) if struck else NothingRemoved(origins)
        return fall, ChainMap(new, old) if new else old  # type: ignore[arg-type]

    def support(
        self, placed: Placed[Claim], fall: Removal, sources: Mapping[str, Source]
    ) -> Support:
        """The support of a claim once something has fallen."""
        claim = placed.record
        found = [i for i in all_evidence(claim) if i.stance in _SIDES and fall.origins(i)]
        sides = [self._side_support([i for i in found if i.stance is s], fall, sources)
                 for s in _SIDES]  # fmt: skip
        left = claim.replace(evidence=tuple(found))
        verdicts = Verdicts(sources, self.verdicts.origins, self.verdicts.day)
        return sides[0], sides[1], verdicts.of(left, placed.brief).verdict

    @staticmethod
    def _side_support(
        items: list[Evidence], fall: Removal, sources: Mapping[str, Source]
    ) -> SideSupport:
        gone = fall.gone if isinstance(fall, SourcesRemoved) else frozenset()
        return SideSupport(
            frozenset(link for item in items for link in links_of(item)) - gone,
            frozenset(origin for item in items for origin in fall.origins(item)),
            best(items, sources),
        )

    def _changed(
        self, touched: Iterable[str], fall: Removal, sources: Mapping[str, Source]
    ) -> dict[Target, set[Moved]]:
        """The claims whose own support changes, and which of their sides got weaker or firmer."""
        candidates: dict[Target, Placed[Claim]] = {}
        for name in touched:
            candidates.update((user.target, user) for user in self.users.get(name, ()))
        changed = {}
        for target, user in candidates.items():
            before, after = self._before(user), self.support(user, fall, sources)
            if before != after:
                changed[target] = _moved(before, after)
        return changed

    def _reached(self, changed: Mapping[Target, Collection[Moved]]) -> Mapping[Target, set[Moved]]:
        """These and all that leans on them, with the ways in which each is moved; each way of each
        record is looked at once."""
        found: dict[Target, set[Moved]] = {name: set(ways) for name, ways in changed.items()}
        waiting = [(name, way) for name, ways in found.items() for way in ways]
        while waiting:
            name, way = waiting.pop()
            decided = way.firmer and way in changed.get(name, ())
            for user, holds in self.dependencies.leaners.get(name, ()):
                against = speaks_against(holds, self._verdict(name), way, decided=decided)
                if against is None:
                    continue
                follows = inherited(self._verdict(user), against=against)
                if follows not in found.setdefault(user, set()):
                    found[user].add(follows)
                    waiting.append((user, follows))
        return found

    def _verdict(self, name: Target) -> Verdict | None:
        record = self.supported[name].record if name in self.supported else None
        return record.verdict if isinstance(record, Claim) else None

    def _before(self, placed: Placed[Claim]) -> Support:
        """The support of a claim as things stand, found once."""
        whole = NothingRemoved(self.verdicts.origins)
        return self.remembered(
            (__name__, placed.target), lambda: self.support(placed, whole, self.verdicts.sources)
        )

    def _radius(self, moved: Mapping[Target, set[Moved]]) -> Radius:
        known = self.supported
        found = sorted((t for t in moved if t in known), key=lambda t: _order(known[t]))
        judgments = [t for t in found if isinstance(known[t].record, Judgment)]
        weakened = {t: None for t in judgments if any(not way.firmer for way in moved[t])}
        return Radius(
            tuple(t for t in found if isinstance(known[t].record, Claim)),
            tuple(weakened),
            tuple(t for t in judgments if t not in weakened),
            tuple(t for t in found if known[t].record.forecast is not None),
        )

    @cached_property
    def supported(self) -> Mapping[Target, Placed[Claim | Judgment]]:
        """The judgments and claims that stand, to which support matters."""
        return self.corpus.by_target(_standing, *_SUPPORTED)

    @cached_property
    def users(self) -> Mapping[str, tuple[Placed[Claim], ...]]:
        """For each source, or origin that an item names, the claims that do."""

        def one(name: str) -> tuple[Placed[Claim], ...] | None:
            paths, at = self.corpus.links.naming(Target("source", name)), self.corpus.at
            return _users([one for path in paths for one in at(path, Claim)]).get(name)

        return FewOrAll(one, lambda: _users(self.corpus.placed(Claim)))


def _standing(
    records: Iterable[Placed[Claim | Judgment]],
) -> Mapping[Target, Placed[Claim | Judgment]]:
    return {placed.target: placed for placed in records if not placed.is_withdrawn}


def _users(claims: Iterable[Placed[Claim]]) -> Mapping[str, tuple[Placed[Claim], ...]]:
    found: dict[str, dict[Target, Placed[Claim]]] = {}
    for placed in claims:
        if placed.is_withdrawn:
            continue
        for item in all_evidence(placed.record):
            for name in (*links_of(item), *((item.origin,) if item.origin else ())):
                found.setdefault(name, {})[placed.target] = placed
    return {name: tuple(claims.values()) for name, claims in found.items()}


def _order(placed: Placed[Claim | Judgment]) -> tuple[bool, str, Route]:
    """Judgments first, each in the order of files."""
    return isinstance(placed.record, Claim), placed.path, placed.route


def _moved(before: Support, after: Support) -> set[Moved]:
    """Which sides of a claim got weaker and which firmer; fewer copies of the same are neither."""
    found = set()
    for stance, old, new in zip(_SIDES, before, after, strict=False):
        if not isinstance(old, SideSupport) or not isinstance(new, SideSupport):
            continue
        if (old.origins, old.grade) == (new.origins, new.grade):
            continue
        weaker = old.origins > new.origins or is_better(old.grade, new.grade)
        found.add(moved_by(stance, firmer=not weaker))
    return found
