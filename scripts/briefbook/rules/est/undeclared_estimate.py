"""EST004 undeclared-estimate: a word of likelihood in a judgment that its likelihood is not."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.analysis.estimative_language import estimative_phrases
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Severity
from briefbook.model import Judgment
from briefbook.model.scales import scales
from briefbook.rules import Rule, each

KIND = Kind("EST004", "undeclared-estimate", Severity.warning)
_FIELDS = ("statement", "because")


def check(placed: Placed[Judgment], edition: Edition) -> Iterator[Finding]:
    """Whether English text of a judgment estimates only what its likelihood says."""
    if placed.brief is None or not edition.language(placed.brief).startswith("en"):
        return
    declared = _declared(placed, edition)
    for field in _FIELDS:
        for found in estimative_phrases(getattr(placed.record, field) or ""):
            if found.term not in declared:
                yield Finding(
                    KIND,
                    f"“{found.words}” says how likely something is, and this judgment's "
                    f"likelihood does not.",
                    placed.place(field, text=found.words if " " not in found.words else None),
                    "Say it once, as `likelihood:` in a term of the scale, or put it in words "
                    "that estimate nothing; another expectation is a judgment of its own.",
                )
                break


def _declared(placed: Placed[Judgment], edition: Edition) -> frozenset[str]:
    """The term of the judgment and those that mean the same on its scale."""
    likelihood = placed.record.likelihood
    if placed.brief is None or likelihood is None or likelihood.term is None:
        return frozenset()
    scale = scales()[edition.scale(placed.brief)]
    own = scale.band(likelihood.term)
    if own is None:
        return frozenset((likelihood.term,))
    same = {b.term for b in scale.bands if (b.low, b.high) == (own.low, own.high)}
    return frozenset((likelihood.term, *same))


RULE = Rule(KIND, __name__, each(Judgment)(check))
