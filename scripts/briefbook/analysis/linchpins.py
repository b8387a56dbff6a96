"""Linchpins: for each source, origin, assumption and claim, what becomes of the rest if it falls.

After the key assumptions check of structured analysis (CIA Tradecraft Primer, 2009): name what an
analysis hangs on before it gives way. A record is *unsupported* when a side that carries it has
no origin left, or when all that it leans on has fallen. It is *shaken* when it still stands but
leans on something that has fallen, or when its high confidence had two independent origins and has
not any more.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from briefbook.analysis.deciding_evidence import Carrier, Carriers, carriers, origins_left
from briefbook.analysis.dependencies import DependencyGraph
from briefbook.analysis.origins import Origins
from briefbook.analysis.remembered import Remembered
from briefbook.analysis.removal import (
    NothingRemoved,
    OriginRemoved,
    Removal,
    SourceRemoved,
    descendants,
)
from briefbook.corpus import Corpus, Target
from briefbook.findings import Route
from briefbook.model import Claim, Confidence, Judgment
from briefbook.model.barrier import Barrier

_INDEPENDENT = 2
_BEARING: tuple[type[Claim | Judgment | Barrier], ...] = (Claim, Judgment, Barrier)


class Cause(NamedTuple):
    """What falls: a “source”, an “origin” or a “record” (claim or assumption)."""

    kind: str
    target: Target


@dataclass(frozen=True, slots=True)
class Effect:
    """What becomes of the records when a cause falls, each in the order of files."""

    cause: Cause
    unsupported: tuple[Target, ...]
    shaken: tuple[Target, ...]

    def within(self, brief: str) -> "Effect":
        """What becomes of the records of one brief."""
        own = [tuple([one for one in targets if one.brief == brief])
               for targets in (self.unsupported, self.shaken)]  # fmt: skip
        return Effect(self.cause, *own)


@dataclass(frozen=True, slots=True)
class Bearer:
    """What holds a record: the sides that carry it, what it leans on, and whether it is sure."""

    sides: Carriers
    leans: tuple[Target, ...]
    is_high_confidence: bool
    place: tuple[int, str, Route]
    """By which it is sorted: claims, judgments, barriers, each in the order of files."""


@dataclass(frozen=True)
class Linchpins:
    """Effects of a fall in a corpus. Each is found among what it can reach, nothing else."""

    bearers: Mapping[Target, Bearer]
    dependents: Mapping[Target, tuple[Target, ...]]
    library: Origins
    remembered: Remembered
    """Briefs that share a source share its effect."""

    @classmethod
    def of(
        cls, corpus: Corpus, dependencies: DependencyGraph, library: Origins, remembered: Remembered
    ) -> "Linchpins":
        """Claims, judgments and barriers as bearers, but for those that are withdrawn."""
        bearers = {
            placed.target: Bearer(
                carriers(placed.record),
                dependencies.basis.get(placed.target, ()),
                getattr(placed.record, "confidence", None) is Confidence.high,
                (rank, placed.path, placed.route),
            )
            for rank, kind in enumerate(_BEARING)
            for placed in corpus.not_withdrawn(kind)
        }
        return cls(bearers, dependencies.dependents, library, remembered)

    def if_source_falls(self, name: str) -> Effect:
        """What becomes of the records if a source is withdrawn."""
        cause = Cause("source", Target("source", name))

        def found() -> Effect:
            touched = self._carried_by(descendants(self.library, [name]))
            return self._effect(cause, SourceRemoved(self.library, name), touched)

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
        gone = dict.fromkeys(fallen)
        shaken: dict[Target, None] = {}
        for name in touched:
            bearer = self.bearers[name]
            if any(not origins_left(side, fall) for side in bearer.sides):
                gone[name] = None
        waiting = list(gone)
        while waiting:
            for name in self.dependents.get(waiting.pop(), ()):
                if name in gone or name not in self.bearers:
                    continue
                shaken[name] = None
                bearer = self.bearers[name]
                if not bearer.sides and all(lean in gone for lean in bearer.leans):
                    gone[name] = None
                    waiting.append(name)
        for name in dict.fromkeys(self._sure_of(touched)):
            if name not in gone and self._loses_its_second_origin(name, fall):
                shaken[name] = None
        return Effect(
            cause,
            tuple(sorted((name for name in gone if name not in fallen), key=self._order)),
            tuple(sorted((name for name in shaken if name not in gone), key=self._order)),
        )

    def _sure_of(self, touched: Iterable[Target]) -> Iterator[Target]:
        """Records of high confidence among those touched, and among what leans on them."""
        for name in touched:
            for found in (name, *self.dependents.get(name, ())):
                if found in self.bearers and self.bearers[found].is_high_confidence:
                    yield found

    def _loses_its_second_origin(self, name: Target, fall: Removal) -> bool:
        before = self._behind(name, NothingRemoved(self.library))
        after = self._behind(name, fall)
        return len(before) >= _INDEPENDENT > len(after)

    def _behind(self, name: Target, fall: Removal) -> frozenset[str]:
        """The origins that carry a record: its own, else those of what it leans on."""
        bearer = self.bearers[name]
        sides = bearer.sides or tuple(
            side
            for lean in bearer.leans
            if lean in self.bearers
            for side in self.bearers[lean].sides
        )
        return frozenset(origin for side in sides for origin in origins_left(side, fall))

    def _order(self, name: Target) -> tuple[int, str, Route]:
        return self.bearers[name].place

    @cached_property
    def by_source(self) -> Mapping[str, tuple[Target, ...]]:
        """For each source the records that an item of it carries."""
        return self._index(lambda item: (item.source, item.via, item.origin))

    @cached_property
    def by_origin(self) -> Mapping[str, tuple[Target, ...]]:
        """For each origin the records that it carries."""
        return self._index(self.library.of_item)

    def _index(
        self, names: Callable[[Carrier], Iterable[str | None]]
    ) -> Mapping[str, tuple[Target, ...]]:
        found: dict[str, dict[Target, None]] = {}
        for target, bearer in self.bearers.items():
            for side in bearer.sides:
                for item in side:
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
                waiting += found[name].leans
        return Linchpins(found, self.dependents, self.library, lambda _, make: make())
