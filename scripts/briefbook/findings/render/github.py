"""Findings as annotations of a GitHub workflow, and the whole list for its step summary.

GitHub shows about ten errors, ten warnings and ten notices a step, so the gravest come first and
the rest is left to the summary.
"""

from briefbook.findings.finding import Severity
from briefbook.findings.located import LocatedFinding, Report
from briefbook.findings.render import Renderer
from briefbook.text.listing import counted
from briefbook.text.markdown import code_cell
from briefbook.text.terminal import visible
from briefbook.text.workflow import data, property_

SHOWN = 10
_LONGEST = 900_000  # bytes; GitHub refuses a summary of more than 1 MiB
_COMMANDS = {Severity.error: "error", Severity.warning: "warning", Severity.note: "notice"}


def render(report: Report) -> str:
    """At most ten workflow commands for each severity, errors first; then one line of counts."""
    return "\n".join([*commands(report), _counts(report)]) + "\n"


def commands(report: Report) -> list[str]:
    """The commands alone, the gravest findings first."""
    lines = []
    for level in reversed(Severity):
        items = [item for item in report.gravest_first() if item.finding.kind.severity is level]
        lines += [_command(item) for item in items[:SHOWN]]
    return lines


def _command(item: LocatedFinding) -> str:
    region, finding = item.region, item.finding
    properties = {
        "file": region.path,
        "line": str(region.line),
        "endLine": str(region.end_line),
        "col": str(region.column),
        "endColumn": str(region.end_column),
        "title": f"{finding.kind.code} {finding.kind.name}",
    }
    if region.end_line != region.line:  # GitHub takes columns within one line only
        del properties["col"], properties["endColumn"]
    shown = ",".join(f"{key}={property_(visible(value))}" for key, value in properties.items())
    message = " ".join(part for part in (finding.message, finding.help) if part)
    return f"::{_COMMANDS[finding.kind.severity]} {shown}::{data(visible(message))}"


def _counts(report: Report) -> str:
    counts = [counted(report.count(level), level.name) for level in reversed(Severity)]
    counts += [f"{report.waived} waived"] if report.waived else []
    counts += [f"{report.known} in the baseline"] if report.known else []
    return f"briefbook check: {', '.join(counts)}"


def summary(report: Report) -> str:
    """Every finding as a row of a Markdown table, the gravest first; cut with a word where cut."""
    parts = [f"## Briefbook\n\n{_counts(report).partition(': ')[2]}\n"]
    if report.findings:
        parts.append("\n| | Where | What | How to mend it |\n|---|---|---|---|\n")
    size = 0
    for number, item in enumerate(report.gravest_first()):
        row = _row(item)
        size += len(row.encode())
        if size > _LONGEST:
            left = counted(len(report.findings) - number, "more finding")
            parts.append(f"\n{left}: run `briefbook check` to see them all.\n")
            break
        parts.append(row)
    return "".join(parts)


def _row(item: LocatedFinding) -> str:
    finding, region = item.finding, item.region
    cells = [
        f"{finding.kind.severity.name} {finding.kind.code}",
        code_cell(f"{visible(region.path)}:{region.line}:{region.column}"),
        code_cell(visible(finding.message)),
        code_cell(visible(finding.help)) if finding.help else "",
    ]
    return f"| {' | '.join(cells)} |\n"


RENDERER = Renderer("github", render, summary, for_hosts=True)
