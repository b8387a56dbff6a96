"""Changes as annotations of a GitHub workflow: alarms first, then what moved; and the summary."""

from briefbook.analysis.changes import Change
from briefbook.diff.render import DiffRenderer
from briefbook.diff.render.markdown import summary
from briefbook.diff.render.terminal import counts
from briefbook.diff.report import DiffReport, cut, named, place_in, sides
from briefbook.findings.render import github
from briefbook.model.correction import CorrectionSeverity as Weight
from briefbook.text.terminal import visible
from briefbook.text.workflow import data, property_

_LONGEST = 400


def render(report: DiffReport) -> str:
    """At most ten workflow commands for each severity, then one line of counts."""
    lines = github.commands(report.alarms)
    moved = [change for change in report.direct if change.severity is not Weight.minor]
    moved.sort(key=lambda change: change.severity is not Weight.critical)
    lines += [_command(report, change) for change in moved[: github.SHOWN]]
    return "\n".join([*lines, f"briefbook diff: {counts(report)}"]) + "\n"


def _command(report: DiffReport, change: Change) -> str:
    region = report.regions[change]
    properties = {
        "file": region.path,
        "line": str(region.line),
        "title": f"{named(change)}: {change.record or place_in(change.field)}",
    }
    shown = ",".join(f"{key}={property_(visible(value))}" for key, value in properties.items())
    return f"::notice {shown}::{data(visible(cut(_message(change), _LONGEST)))}"


def _message(change: Change) -> str:
    before, after = sides(change.kind, change.before, change.after)
    if before is not None and after is not None:
        return f"{before} → {after}"
    return after or before or named(change)


RENDERER = DiffRenderer("github", render, summary)
