"""FCT010 part-likelier-than-whole: a judgment that is likelier than one that it needs."""

from collections.abc import Iterator
from decimal import Decimal

from briefbook.analysis.dependencies import target_of
from briefbook.analysis.edition import Edition
from briefbook.analysis.forecasts import estimate_on
from briefbook.analysis.likelihood import view
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Severity
from briefbook.model import Judgment
from briefbook.rules import Rule, each

KIND = Kind("FCT010", "part-likelier-than-whole", Severity.warning)


Span = tuple[Decimal, Decimal]
"""The least and the greatest probability that was given; alike for a point."""


def check(placed: Placed[Judgment], edition: Edition) -> Iterator[Finding]:
    """Whether a judgment is surely likelier than another that it leans on."""
    own = _given(placed.brief_id, placed.record, edition)
    if own is None:
        return
    for index, lean in enumerate(placed.record.depends_on):
        target = target_of(lean.record, placed.brief_id)
        other = edition.records.get(target)
        if not isinstance(other, Judgment) or edition.is_withdrawn(target):
            continue
        needed = _given(target.brief or placed.brief_id, other, edition)
        if needed is None:
            continue
        fails = lean.holds is False
        most = (1 - needed[1], 1 - needed[0]) if fails else needed
        if own[0] > most[1]:
            not_ = "not " if fails else ""
            yield Finding(
                KIND,
                f"This is given {_percent(own)}, and needs “{lean.record}” {not_}to hold, which is "
                f"given {_percent(most)} only.",
                placed.place("depends_on", index),
                "Lower the one, raise the other, or take the leaning out: what needs another thing "
                "to happen cannot be likelier than that.",
            )


def _given(brief_id: str, judgment: Judgment, edition: Edition) -> Span | None:
    """The probability that stands, else the point of the likelihood, else its range or that of its
    term; None once it is decided, and where neither says a number."""
    forecast, likelihood = judgment.forecast, judgment.likelihood
    if forecast and forecast.resolution:
        return None
    step = estimate_on(forecast, edition.today) if forecast else None
    point = step.probability if step else likelihood.probability if likelihood else None
    if point is not None:
        return point, point
    said = view(likelihood, edition.scale(edition.briefs[brief_id])) if likelihood else None
    return (said.low / 100, said.high / 100) if said and said.has_range else None


def _percent(span: Span) -> str:
    low, high = (f"{(share * 100).normalize():f}" for share in span)
    return f"{low} %" if low == high else f"{low}–{high} %"


RULE = Rule(KIND, __name__, each(Judgment)(check))
