"""Changes as annotations of a GitHub workflow: alarms first, then what moved; and the summary."""

from collections.abc import Iterator

from briefbook.diff.change_view import ChangeView, cut
from briefbook.diff.render import DiffRenderer
from briefbook.diff.render.markdown import summary
from briefbook.diff.report import DiffReport
from briefbook.findings import Severity
from briefbook.findings.render import github
from briefbook.model.correction import CorrectionSeverity as Weight
from briefbook.text.terminal import visible
from briefbook.text.workflow import data, property_

_LONGEST = 400


def render(report: DiffReport) -> str:
    """At most ten workflow commands for each severity, then one line of counts."""
    return "\n".join([*github.shown(annotations(report)), counts(report)]) + "\n"


def annotations(report: DiffReport) -> Iterator[github.Annotation]:
    """Alarms, then what moved, as workflow commands, the weightiest changes first."""
    yield from github.annotations(report.alarms)
    moved = [change for change in report.direct if change.severity is not Weight.minor]
    moved.sort(key=lambda change: change.severity is not Weight.critical)
    yield from ((Severity.note, _command(change)) for change in moved)


def counts(report: DiffReport) -> str:
    """“briefbook diff: 3 changes, 15 follow, 1 alarm”."""
    return f"briefbook diff: {report.counts or 'no changes'}"


def _command(change: ChangeView) -> str:
    properties = {
        "file": change.path,
        "line": str(change.line),
        "title": f"{change.words}: {change.record or change.place}",
    }
    shown = ",".join(f"{key}={property_(visible(value))}" for key, value in properties.items())
    return f"::notice {shown}::{data(visible(cut(_message(change), _LONGEST)))}"


def _message(change: ChangeView) -> str:
    before, after = change.sides
    if before is not None and after is not None:
        return f"{before} → {after}"
    return after or before or change.words


RENDERER = DiffRenderer("github", render, summary)
