"""A fall: what falls, what holds a record, and what becomes of the records."""

from dataclasses import dataclass
from typing import NamedTuple

from briefbook.analysis.deciding_evidence import CarryingSide
from briefbook.analysis.dependencies import Lean
from briefbook.corpus import Target
from briefbook.findings import Route
from briefbook.model import Verdict


class Cause(NamedTuple):
    """What falls: a “source”, an “origin” or a “record” (claim or assumption)."""

    kind: str
    target: Target


@dataclass(frozen=True, slots=True)
class Effect:
    """What becomes of the records when a cause falls, each in the order of files."""

    cause: Cause
    unsupported: tuple[Target, ...] = ()
    undisputed: tuple[Target, ...] = ()
    shaken: tuple[Target, ...] = ()
    strengthened: tuple[Target, ...] = ()

    @property
    def lists(self) -> tuple[tuple[Target, ...], ...]:
        """The records by what becomes of them."""
        return self.unsupported, self.undisputed, self.shaken, self.strengthened

    @property
    def falling(self) -> int:
        """How many records stand no longer as they do."""
        return len(self.unsupported) + len(self.undisputed)

    @property
    def harms(self) -> bool:
        """Whether anything stands no longer as it does, or less firmly."""
        return any(self.lists[:3])

    def within(self, brief: str) -> "Effect":
        """What becomes of the records of one brief."""
        own = [tuple([one for one in targets if one.brief == brief]) for targets in self.lists]
        return Effect(self.cause, *own)


@dataclass(frozen=True, slots=True)
class Bearer:
    """What holds a record: the sides that carry it, what it leans on, and whether it is sure.

    `verdict` is that of a claim; None: it is a judgment or a barrier. `day` is the number of the
    day for which it is judged.
    """

    sides: tuple[CarryingSide, ...]
    leans: tuple[Lean, ...]
    verdict: Verdict | None
    is_high_confidence: bool
    day: int | None
    place: tuple[int, str, Route]
    """By which it is sorted: claims, judgments, barriers, each in the order of files."""
