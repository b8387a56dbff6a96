"""FCT010 part-likelier-than-whole: a judgment that is likelier than one that it needs."""

from collections.abc import Iterator
from decimal import Decimal

from briefbook.analysis.dependencies import target_of
from briefbook.analysis.edition import Edition
from briefbook.analysis.forecasts import estimate_on
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Severity
from briefbook.model import Judgment
from briefbook.rules import Rule, each

KIND = Kind("FCT010", "part-likelier-than-whole", Severity.warning)


def check(placed: Placed[Judgment], edition: Edition) -> Iterator[Finding]:
    """Whether a judgment has a higher probability than another that it leans on."""
    own = _probability(placed.record, edition)
    if own is None:
        return
    for index, lean in enumerate(placed.record.depends_on):
        target = target_of(lean.record, placed.brief_id)
        other = edition.records.get(target)
        if not isinstance(other, Judgment) or edition.is_withdrawn(target):
            continue
        needed = _probability(other, edition)
        if needed is None:
            continue
        most = 1 - needed if lean.holds is False else needed
        if own > most:
            not_ = "not " if lean.holds is False else ""
            yield Finding(
                KIND,
                f"This is given {_percent(own)}, and needs “{lean.record}” {not_}to hold, which is "
                f"given {_percent(most)} only.",
                placed.place("depends_on", index),
                "Lower the one, raise the other, or take the leaning out: what needs another thing "
                "to happen cannot be likelier than that.",
            )


def _probability(judgment: Judgment, edition: Edition) -> Decimal | None:
    """The probability that stands, else the point of the likelihood; None once it is decided."""
    forecast, likelihood = judgment.forecast, judgment.likelihood
    if forecast and forecast.resolution:
        return None
    step = estimate_on(forecast, edition.today) if forecast else None
    return step.probability if step else likelihood.probability if likelihood else None


def _percent(share: Decimal) -> str:
    return f"{(share * 100).normalize():f} %"


RULE = Rule(KIND, __name__, each(Judgment)(check))
