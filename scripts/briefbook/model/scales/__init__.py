"""Likelihood scales: one module each, found by `discover`."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from briefbook.registry import discover


@dataclass(frozen=True, slots=True)
class Band:
    """A term's range in whole percents; `row` tells apart interchangeable sets of terms."""

    term: str
    low: int
    high: int
    row: int = 1


@dataclass(frozen=True, slots=True)
class Scale:
    """A published likelihood scale: its id in briefs, its name, where it stands, its bands."""

    id: str
    name: str
    reference: str
    bands: tuple[Band, ...]

    def band(self, term: str) -> Band | None:
        """The band of a term, or None if the scale does not have it."""
        return next((band for band in self.bands if band.term == term), None)


@cache
def scales() -> Mapping[str, Scale]:
    """All scales by id."""
    return {scale.id: scale for scale in discover(__name__, Scale)}


@cache
def all_terms() -> frozenset[str]:
    """Every term of every scale."""
    return frozenset(band.term for scale in scales().values() for band in scale.bands)
