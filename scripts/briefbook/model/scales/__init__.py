"""Likelihood scales: one module each, found by `discover`."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from pydantic import GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from briefbook.registry import discover


@dataclass(frozen=True, slots=True)
class Band:
    """A term's range in percents; `row` tells apart interchangeable sets of terms.

    `above` and `below` say that the bound itself does not belong to the band (“>50”, “<50”).
    """

    term: str
    low: int
    high: int
    row: int = 1
    above: bool = False
    below: bool = False

    def holds(self, percent: Decimal) -> bool:
        """Whether a probability in percent lies in the band."""
        over = percent > self.low if self.above else percent >= self.low
        under = percent < self.high if self.below else percent <= self.high
        return over and under


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

    def bands_at(self, percent: Decimal, row: int = 1) -> tuple[Band, ...]:
        """The bands of a row that hold a probability, the narrowest first.

        Two where bands touch (ICD 203 at 20 %), several where they nest (IPCC at 95 %), none in a
        gap (PHIA at 22 %) or outside the scale (ICD 203 at 0 %). A term is never chosen silently.
        """
        found = [band for band in self.bands if band.row == row and band.holds(percent)]
        return tuple(sorted(found, key=lambda band: (band.high - band.low, band.low)))

    def term_at(self, percent: Decimal, row: int = 1) -> str:
        """The right word for a probability in percent, in words: a term, or what stands for none.

        “unlikely or very unlikely” where two bands touch, the narrowest of nested ones, “between
        terms” in a gap, “outside the scale” beyond its ends.
        """
        found = self.bands_at(percent, row)
        if not found:
            lowest = min(band.low for band in self.bands)
            highest = max(band.high for band in self.bands)
            inside = lowest < percent < highest
            return "between terms" if inside else "outside the scale"
        narrowest: list[Band] = []
        for band in found:
            if not any(_nests(other, band) for other in narrowest):
                narrowest.append(band)
        return " or ".join(band.term for band in sorted(narrowest, key=lambda band: band.low))


def _nests(inner: Band, outer: Band) -> bool:
    return outer.low <= inner.low and inner.high <= outer.high


class WordsOf:
    """Marks a field whose words come from the scales: its schema asks for them when it is made.

    A plug-in that adds a scale imports the model, so that the model must not ask while it is read.
    """

    def __init__(self, words: Callable[[], Iterable[str]]) -> None:
        self._words = words

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"type": "string", "enum": sorted(self._words())}


@cache
def scales() -> Mapping[str, Scale]:
    """All scales by id."""
    return {scale.id: scale for scale in discover(__name__, Scale)}


@cache
def all_terms() -> frozenset[str]:
    """Every term of every scale."""
    return frozenset(band.term for scale in scales().values() for band in scale.bands)
