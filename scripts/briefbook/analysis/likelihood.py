"""How a likelihood is said: the term of the brief's scale with its range in brackets."""

from dataclasses import dataclass
from decimal import Decimal

from briefbook.model import Likelihood
from briefbook.model.scales import scales


@dataclass(frozen=True, slots=True)
class LikelihoodView:
    """A term (absent where none was given), a range and a point in percent.

    A term of another scale than the brief's has no range here.
    """

    term: str
    low: Decimal
    high: Decimal
    point: Decimal | None
    band: tuple[Decimal, Decimal] | None = None
    """The term's own band, where the author's range stands in its place."""

    @property
    def range(self) -> str:
        """“20–45 %”, as it stands in brackets beside the word (Wintle et al. 2019)."""
        return _range(self.low, self.high)

    @property
    def band_range(self) -> str:
        """The same of the term's own band; nothing where the author gave no other."""
        return _range(*self.band) if self.band else ""

    @property
    def text(self) -> str:
        """“unlikely (20–45 %)”, “unlikely (20–45 %; here 25–35 %)”, or the range alone."""
        if not self.has_range:
            return self.term
        if self.term and self.band:
            return f"{self.term} ({self.band_range}; here {self.range})"
        return f"{self.term} ({self.range})" if self.term else self.range

    @property
    def term_or_range(self) -> str:
        """“Unlikely”, or “20–45 %” where no term was given: to stand before a statement."""
        return f"{self.term[:1].upper()}{self.term[1:]}" if self.term else self.range

    @property
    def has_range(self) -> bool:
        """Whether there is a band to draw."""
        return self.high > 0 or self.point is not None

    def on_ruler(self, width: int) -> tuple[str, str, str]:
        """Start and length of the band, and the point (or nothing), on a ruler of `width`."""
        scale = Decimal(width) / 100
        length = max((self.high - self.low) * scale, Decimal(2))
        start = min(self.low * scale, width - length)
        point = "" if self.point is None else _percent(self.point * scale)
        return _percent(start), _percent(length), point

    @property
    def point_text(self) -> str:
        """“25 %”, or nothing."""
        return "" if self.point is None else f"{_percent(self.point)} %"


def view(likelihood: Likelihood, scale: str) -> LikelihoodView:
    """What to print. The author's own range stands, else the term's band; no term is derived."""
    point = None if likelihood.probability is None else likelihood.probability * 100
    band = scales()[scale].band(likelihood.term) if likelihood.term else None
    if likelihood.range:
        low, high = (bound * 100 for bound in likelihood.range)
    elif band:
        low, high = Decimal(band.low), Decimal(band.high)
    else:
        low = high = point if point is not None else Decimal(0)
    usual = (Decimal(band.low), Decimal(band.high)) if band and likelihood.range else None
    own = None if usual == (low, high) else usual
    return LikelihoodView(likelihood.term or "", low, high, point, own)


def _range(low: Decimal, high: Decimal) -> str:
    first, last = _percent(low), _percent(high)
    return f"{first} %" if first == last else f"{first}–{last} %"


def _percent(value: Decimal) -> str:
    return f"{value.normalize():f}"
