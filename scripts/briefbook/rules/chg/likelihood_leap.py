"""CHG008 likelihood-leap: a likelihood moved across more than two bands at once."""

from collections.abc import Iterator

from briefbook.analysis.changes import Comparison
from briefbook.analysis.edition import Edition
from briefbook.analysis.likelihood import view
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Severity
from briefbook.model import Judgment, Record
from briefbook.model.scales import scales
from briefbook.rules import Rule
from briefbook.rules.chg import pairs

KIND = Kind("CHG008", "likelihood-leap", Severity.warning)
MOST = 2
"""Steps along a scale that one change may take without a word."""


def compare(comparison: Comparison) -> Iterator[Finding]:
    """Whether a term moved more than two steps along its scale."""
    for pair in pairs(comparison, "judgment"):
        if pair.before is None or pair.after is None:
            continue
        was, now = _step(comparison.before, pair.before), _step(comparison.after, pair.after)
        if was is None or now is None or was[0] != now[0] or abs(was[1] - now[1]) <= MOST:
            continue
        steps = abs(was[1] - now[1])
        yield Finding(
            KIND,
            f"The likelihood of “{pair.id}” went from {was[2]} to {now[2]}: {steps} steps of the "
            "scale at once.",
            pair.after.place("likelihood"),
            "Check that this is meant. If it is, say in because what happened since the last "
            "estimate, and waive this alarm with that reason.",
        )


def _step(edition: Edition, placed: Placed[Record]) -> tuple[str, int, str] | None:
    """The scale, the step on it counted from the least likely, and the likelihood in words.

    A likelihood without a term stands on the step in which the middle of its range lies.
    """
    likelihood = placed.record.likelihood if isinstance(placed.record, Judgment) else None
    if likelihood is None or placed.brief is None:
        return None
    name = edition.scale(placed.brief)
    steps = sorted({(band.low, band.high) for band in scales()[name].bands})
    shown = view(likelihood, name)
    band = scales()[name].band(likelihood.term) if likelihood.term else None
    if band is not None:
        return name, steps.index((band.low, band.high)), shown.term
    if not shown.has_range:
        return None
    middle = (shown.low + shown.high) / 2
    nearest = min(steps, key=lambda step: abs(sum(step) / 2 - float(middle)))
    return name, steps.index(nearest), shown.text


RULE = Rule(KIND, __name__, compare=compare)
