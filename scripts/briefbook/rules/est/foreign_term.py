"""EST001 foreign-term: a likelihood in a term of another scale than the brief's."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind
from briefbook.model import Judgment
from briefbook.model.scales import scales
from briefbook.rules import Rule, each
from briefbook.text.listing import either

KIND = Kind("EST001", "foreign-term")


def check(placed: Placed[Judgment], edition: Edition) -> Iterator[Finding]:
    """Whether the term is one of the scale."""
    likelihood = placed.record.likelihood
    if placed.brief is None or likelihood is None or likelihood.term is None:
        return
    scale = scales()[edition.scale(placed.brief)]
    if scale.band(likelihood.term) is None:
        terms = either([f"“{band.term}”" for band in scale.bands if band.row == 1])
        yield Finding(
            KIND,
            f"“{likelihood.term}” is no term of this brief's scale, {scale.name}.",
            placed.place("likelihood", "term"),
            f"Write {terms}, or name the scale that is meant under `scale:`.",
        )


RULE = Rule(KIND, __name__, each(Judgment)(check))
