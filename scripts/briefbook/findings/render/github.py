"""Findings as annotations of a GitHub workflow, and the whole list for its step summary.

GitHub shows about ten errors, ten warnings and ten notices a step, so the gravest come first and
the rest is left to the summary.
"""

from collections.abc import Iterable, Iterator

from briefbook.findings.finding import Severity
from briefbook.findings.located import LocatedFinding, Report
from briefbook.findings.render import Renderer
from briefbook.text.listing import counted
from briefbook.text.markdown import code_cell
from briefbook.text.terminal import visible
from briefbook.text.workflow import data, property_

SHOWN = 10
MOST = 900_000
"""Bytes of a summary; GitHub refuses one of more than 1 MiB."""
_ROOM = 300  # for what stands around the rows
Annotation = tuple[Severity, str]
"""A workflow command, and for whose ten it counts."""
_COMMANDS = {Severity.error: "error", Severity.warning: "warning", Severity.note: "notice"}


def render(report: Report) -> str:
    """At most ten workflow commands for each severity, errors first; then one line of counts."""
    return "\n".join([*shown(annotations(report)), counts(report)]) + "\n"


def annotations(report: Report) -> Iterator[Annotation]:
    """All findings as workflow commands, in their order."""
    return ((item.finding.kind.severity, _command(item)) for item in report.findings)


def shown(weightiest_first: Iterable[Annotation]) -> list[str]:
    """The first ten commands of each severity, errors first: all that GitHub shows of a step."""
    found: dict[Severity, list[str]] = {level: [] for level in reversed(Severity)}
    for level, command in weightiest_first:
        if len(found[level]) < SHOWN:
            found[level].append(command)
    return [command for commands in found.values() for command in commands]


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
    where = ",".join(f"{key}={property_(visible(value))}" for key, value in properties.items())
    message = " ".join(part for part in (finding.message, finding.help) if part)
    return f"::{_COMMANDS[finding.kind.severity]} {where}::{data(visible(message))}"


def counts(report: Report) -> str:
    """“briefbook check: 2 errors, 0 warnings, 1 note”."""
    found = [counted(report.count(level), level.name) for level in reversed(Severity)]
    found += [f"{report.waived} waived"] if report.waived else []
    found += [f"{report.known} in the baseline"] if report.known else []
    return f"briefbook check: {', '.join(found)}"


def summary(report: Report, most: int = MOST) -> str:
    """Every finding as a row of a Markdown table, the gravest first, in at most so many bytes.

    Where it is cut the number of those left out is told.
    """
    parts = [f"## Briefbook\n\n{counts(report).partition(': ')[2]}\n"]
    if report.findings:
        parts.append("\n| | Where | What | How to mend it |\n|---|---|---|---|\n")
    size = _ROOM
    for number, item in enumerate(report.gravest_first()):
        row = _row(item)
        size += len(row.encode())
        if size > most:
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
