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
from briefbook.model import Brief, Claim, Confidence, Judgment
from briefbook.model.barrier import Barrier
from briefbook.model.standing import not_withdrawn

_INDEPENDENT = 2
_BEARING: tuple[type[Claim | Judgment | Barrier], ...] = (Claim, Judgment, Barrier)
_MOST = 1_000
"""Records of one brief that are ranked; a chain of more would make the work quadratic."""


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

    def ranked(self, name: str, brief: Brief) -> tuple[Effect, ...]:
        """The linchpins of a brief: its causes that have an effect in it, those first on which most
        of it hangs; each with its effects in all briefs.

        A root document that is an origin of its own is named once, as a source.
        """
        found = [(one.within(name), one) for one in self._effects(name, brief)]
        found = [(own, one) for own, one in found if own.unsupported or own.shaken]
        found.sort(
            key=lambda pair: (-len(pair[0].unsupported), -len(pair[0].shaken), pair[0].cause)
        )
        return tuple([one for _, one in found])

    def _effects(self, name: str, brief: Brief) -> Iterator[Effect]:
        carried = (
            carriers(record) for record in not_withdrawn((*brief.claims, *brief.barriers), brief)
        )
        items = [item for sides in carried for side in sides for item in side]
        sources = dict.fromkeys(
            ancestor for item in items for ancestor in self._ancestors(item.source)
        )
        sources.update(dict.fromkeys(item.via for item in items if item.via))
        for source in sources:
            yield self.if_source_falls(source)
        for origin in dict.fromkeys(o for item in items for o in self.library.of_item(item)):
            if origin not in sources:
                yield self.if_origin_falls(origin)
        for record in not_withdrawn((*brief.assumptions, *brief.claims), brief)[:_MOST]:
            yield self.if_record_falls(Target("record", record.id, name))

    def _ancestors(self, source: str) -> Iterator[str]:
        seen = {source: None}
        waiting = [source]
        while waiting:
            name = waiting.pop()
            yield name
            for parent in self.library.parents(name):
                if parent not in seen:
                    seen[parent] = None
                    waiting.append(parent)
