"""Linchpins: for each source, origin, assumption and claim, what becomes of the rest if it falls.

After the key assumptions check of structured analysis (CIA Tradecraft Primer, 2009): name what an
analysis hangs on before it gives way. A claim is *unsupported* when the support that carries it has
no origin left, and *undisputed* when its disputes have none; a record that stands on no evidence is
unsupported when all that it leans on has moved against it, unless it is a claim that nobody could
decide: that has no support to lose. It is *shaken* when it still stands but
something that it leans on has moved against it, or when its high confidence had origins of two
institutions and has not any more. It is *strengthened* when what it leans on moved in its favour
alone: a judgment that leans on a claim not holding gains when that claim loses its support.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from briefbook.analysis.bearers import Bearers
from briefbook.analysis.deciding_evidence import Carrier, origins_left
from briefbook.analysis.dependencies import DependencyGraph, Lean
from briefbook.analysis.fall import Bearer, Cause, Effect
from briefbook.analysis.institutions import Institutions
from briefbook.analysis.leaning import (
    UNDECIDED,
    Moved,
    carries,
    inherited,
    moved_by,
    speaks_against,
    wants,
)
from briefbook.analysis.origins import Origins
from briefbook.analysis.remembered import Remembered
from briefbook.analysis.removal import (
    NothingRemoved,
    OriginRemoved,
    Removal,
    SourcesRemoved,
    descendants,
)
from briefbook.corpus import Corpus, Target
from briefbook.corpus.few_or_all import FewOrAll
from briefbook.findings import Route
from briefbook.model import Verdict

_INDEPENDENT = 2


@dataclass(frozen=True)
class Linchpins:
    """Effects of a fall in a corpus. Each is found among what it can reach, nothing else."""

    bearers: Mapping[Target, Bearer]
    leaners: Mapping[Target, tuple[Lean, ...]]
    institutions: Institutions
    remembered: Remembered
    """Briefs that share a source share its effect."""

    @property
    def library(self) -> Origins:
        """Who stands behind whom."""
        return self.institutions.origins

    @classmethod
    def of(
        cls, corpus: Corpus, dependencies: DependencyGraph, institutions: Institutions,
        remembered: Remembered,
    ) -> "Linchpins":  # fmt: skip
        """Claims, judgments and barriers as bearers, but for those that are withdrawn."""
        bearers = Bearers(corpus, institutions.origins.sources)
        return cls(bearers, dependencies.leaners, institutions, remembered)

    def if_source_falls(self, name: str) -> Effect:
        """What becomes of the records if a source is withdrawn."""
        cause = Cause("source", Target("source", name))

        def found() -> Effect:
            touched = self._carried_by(descendants(self.library, [name]))
            return self._effect(cause, SourcesRemoved(self.library, frozenset([name])), touched)

        return self.remembered((__name__, cause), found)

    def if_origin_falls(self, name: str) -> Effect:
        """What becomes of them if an origin (an entity, or a source that is a root) is wrong."""
        cause = Cause("origin", Target("origin", name))

        def found() -> Effect:
            touched = self.by_origin.get(name, ())
            return self._effect(cause, OriginRemoved(self.library, name), touched)

        return self.remembered((__name__, cause), found)

    def if_record_falls(self, target: Target) -> Effect:
        """What becomes of them if a claim or an assumption turns out not to hold."""
        return self._effect(
            Cause("record", target), NothingRemoved(self.library), (), fallen=(target,)
        )

    def _effect(
        self,
        cause: Cause,
        fall: Removal,
        touched: Iterable[Target],
        fallen: tuple[Target, ...] = (),
    ) -> Effect:
        moved = {name: {inherited(self._verdict(name), against=True)} for name in fallen}
        for name in touched:
            sides = self.bearers[name].sides
            if lost := {side.stance for side in sides if not origins_left(side.items, fall)}:
                moved[name] = {moved_by(stance, firmer=False) for stance in lost}
        shaken, strengthened = self._follow(moved, fallen)
        for name in dict.fromkeys(self._sure_of(touched)):
            if name not in moved and self._loses_its_second_origin(name, fall):
                shaken[name] = None
        gone = [name for name in moved if name not in fallen]
        lists = (
            [name for name in gone if not all(way.up for way in moved[name])],
            [name for name in gone if all(way.up for way in moved[name])],
            [name for name in shaken if name not in moved],
            [name for name in strengthened if name not in moved and name not in shaken],
        )
        return Effect(cause, *(tuple(sorted(names, key=self._order)) for names in lists))

    def _follow(
        self, moved: dict[Target, set[Moved]], fallen: Collection[Target]
    ) -> tuple[dict[Target, None], ...]:
        """What leans on records that moved, and so on; those that fall with them join `moved`.

        Returns those of which something moved against them, and those for which something did.
        """
        against: dict[Target, int] = {}
        strengthened: dict[Target, None] = {}
        waiting = list(moved)
        while waiting:
            cause = waiting.pop()
            verdict = self._verdict(cause)
            for name, holds in self.leaners.get(cause, ()):
                if name in moved or name not in self.bearers:
                    continue
                ways = {
                    speaks_against(holds, verdict, way, decided=cause in fallen)
                    for way in moved[cause]
                }
                if True not in ways:
                    strengthened |= {name: None} if False in ways else {}
                    continue
                against[name] = against.get(name, 0) + 1
                bearer = self.bearers[name]
                stood = not bearer.sides and bearer.verdict not in UNDECIDED
                if stood and against[name] == len(bearer.leans):
                    moved[name] = {inherited(bearer.verdict, against=True)}
                    waiting.append(name)
        return dict.fromkeys(against), strengthened

    def _verdict(self, name: Target) -> Verdict | None:
        return self.bearers[name].verdict if name in self.bearers else None

    def _sure_of(self, touched: Iterable[Target]) -> Iterator[Target]:
        """Records of high confidence among those touched, and among what leans on them."""
        for name in touched:
            for found in (name, *(lean.target for lean in self.leaners.get(name, ()))):
                if found in self.bearers and self.bearers[found].is_high_confidence:
                    yield found

    def _loses_its_second_origin(self, name: Target, fall: Removal) -> bool:
        before = self._behind(name, NothingRemoved(self.library))
        after = self._behind(name, fall)
        day = self.bearers[name].day
        had, has = (self.institutions.count(sorted(one), day) for one in (before, after))
        return had >= _INDEPENDENT > has

    def _behind(self, name: Target, fall: Removal) -> frozenset[str]:
        """The origins that carry a record: its own, else those of what it leans on."""
        bearer = self.bearers[name]
        sides = bearer.sides or tuple(
            side
            for target, holds in bearer.leans
            if target in self.bearers
            for side in self.bearers[target].sides
            if carries(side.stance, wants(holds, self._verdict(target)))
        )
        return frozenset(origin for side in sides for origin in origins_left(side.items, fall))

    def _order(self, name: Target) -> tuple[int, str, Route]:
        return self.bearers[name].place

    @cached_property
    def by_source(self) -> Mapping[str, tuple[Target, ...]]:
        """For each source the records that an item of it carries."""

        def one(name: str) -> tuple[Target, ...] | None:
            some = self.bearers.naming(name) if isinstance(self.bearers, Bearers) else self.bearers
            return self._index(_names, some).get(name)

        return FewOrAll(one, lambda: self._index(_names, self.bearers))

    @cached_property
    def by_origin(self) -> Mapping[str, tuple[Target, ...]]:
        """For each origin the records that it carries."""
        return self._index(self.library.of_item, self.bearers)

    def _index(
        self, names: Callable[[Carrier], Iterable[str | None]], some: Iterable[Target]
    ) -> Mapping[str, tuple[Target, ...]]:
        found: dict[str, dict[Target, None]] = {}
        for target in some:
            for side in self.bearers[target].sides:
                for item in side.items:
                    for name in names(item):
                        if name:
                            found.setdefault(name, {})[target] = None
        return {name: tuple(targets) for name, targets in found.items()}

    def _carried_by(self, sources: Iterable[str]) -> tuple[Target, ...]:
        found: dict[Target, None] = {}
        for name in sources:
            found.update(dict.fromkeys(self.by_source.get(name, ())))
        return tuple(found)

    def if_falls(self, cause: Cause) -> Effect:
        """What becomes of the records if a cause falls."""
        match cause.kind:
            case "source":
                return self.if_source_falls(cause.target.id)
            case "origin":
                return self.if_origin_falls(cause.target.id)
        return self.if_record_falls(cause.target)

    def behind(self, targets: Iterable[Target]) -> "Linchpins":
        """The same among some records and what they lean on: what becomes of these is the same,
        whatever there is besides."""
        found: dict[Target, Bearer] = {}
        waiting = [*targets]
        while waiting:
            name = waiting.pop()
            if name not in found and name in self.bearers:
                found[name] = self.bearers[name]
                waiting += [lean.target for lean in found[name].leans]
        return Linchpins(found, self.leaners, self.institutions, lambda _, make: make())


def _names(item: Carrier) -> tuple[str | None, ...]:
    return item.source, item.via, item.origin
