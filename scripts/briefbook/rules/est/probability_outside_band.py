"""EST002 probability-outside-band: a number that the term beside it does not cover."""

from collections.abc import Iterator
from decimal import Decimal

from briefbook.analysis.edition import Edition
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind
from briefbook.model import Judgment
from briefbook.model.scales import Band, Scale, scales
from briefbook.rules import Rule, each

KIND = Kind("EST002", "probability-outside-band")


def check(placed: Placed[Judgment], edition: Edition) -> Iterator[Finding]:
    """Whether the probability, or both ends of the range, lie in the term's band."""
    likelihood = placed.record.likelihood
    if placed.brief is None or likelihood is None or likelihood.term is None:
        return
    scale = scales()[edition.scale(placed.brief)]
    band = scale.band(likelihood.term)
    if band is None:
        return
    if likelihood.probability is not None and not band.holds(likelihood.probability * 100):
        yield _finding(placed, "probability", likelihood.probability, band, scale)
    for end in likelihood.range or ():
        if not band.low <= end * 100 <= band.high:
            yield _finding(placed, "range", end, band, scale)
            break


def _finding(
    placed: Placed[Judgment], field: str, value: Decimal, band: Band, scale: Scale
) -> Finding:
    percent = (value * 100).normalize()
    right = scale.term_at(percent)
    return Finding(
        KIND,
        f"“{band.term}” means {band.low} to {band.high} %, and this says {percent:f} %.",
        placed.place("likelihood", field),
        f"On this scale {percent:f} % is “{right}”: change the term or the number.",
    )


RULE = Rule(KIND, __name__, each(Judgment)(check))
