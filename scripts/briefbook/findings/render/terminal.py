"""Findings for a person at a terminal: the line of source, an underline, what to do."""

from unicodedata import combining, east_asian_width

from briefbook.findings.finding import Severity
from briefbook.findings.located import LocatedFinding, Region, Report
from briefbook.findings.render import Renderer
from briefbook.text.listing import counted
from briefbook.text.terminal import visible

_WIDTH = 100
DOCS = "reference/rules"


def render(report: Report) -> str:
    """Every finding as a paragraph that begins `path:line:column`, then one summary line.

    Why a rule matters stands at its first finding.

    Plain text; whoever prints it may colour it. Nothing an author typed reaches the terminal raw.
    """
    told = dict[str, LocatedFinding]()
    for item in report.findings:
        told.setdefault(item.finding.kind.code, item)
    first = set(map(id, told.values()))
    parts = [_paragraph(item, report, why=id(item) in first) for item in report.findings]
    return "\n".join([*parts, _summary(report)]) + "\n"


def _paragraph(item: LocatedFinding, report: Report, *, why: bool) -> str:
    finding, kind = item.finding, item.finding.kind
    lines = [
        f"{_place(item.region)}: {kind.severity.name} {kind.code} {kind.name}: "
        f"{visible(finding.message)}"
    ]
    lines += _excerpt(item.region, report)
    for label in item.related:
        lines.append(f"   note: {_place(label.region)}: {visible(label.message)}")
    if why and kind.code in report.rules:
        lines.append(f"   why: {report.rules[kind.code].why}")
    if finding.help:
        lines.append(f"   help: {visible(finding.help)}")
    lines.append(f"   docs: briefbook explain {kind.code}")
    return "\n".join(lines) + "\n"


def _place(region: Region) -> str:
    return f"{visible(region.path)}:{region.line}:{region.column}"


def _excerpt(region: Region, report: Report) -> list[str]:
    """The source line with an underline; a long line is shown around the place."""
    document = report.documents.get(region.path)
    if document is None or not document.text:
        return []
    source = document.line(region.line)
    start = region.column - 1
    end = region.end_column - 1 if region.end_line == region.line else len(source)
    cut = max(0, start - 30) if len(source) > _WIDTH else 0
    before, marked = source[cut:start], source[start : max(end, start + 1)]
    shown = visible(source[cut : cut + _WIDTH])
    carets = "^" * max(1, min(_columns(visible(marked)), _WIDTH - _columns(visible(before))))
    gutter = f"{region.line:>5} | "
    return [f"{gutter}{shown}", f"{'':>5} | {' ' * _columns(visible(before))}{carets}"]


def _columns(text: str) -> int:
    """Terminal cells: East Asian wide characters take two, combining ones none."""
    return sum(
        0 if combining(char) else 2 if east_asian_width(char) in "WF" else 1 for char in text
    )


def _summary(report: Report) -> str:
    counts = [
        counted(report.count(level), level.name)
        for level in reversed(Severity)
        if report.count(level)
    ]
    mendable = sum(bool(item.finding.edits) for item in report.findings)
    apart = [f"{report.waived} waived"] if report.waived else []
    apart += [f"{report.known} in the baseline"] if report.known else []
    apart += [f"{mendable} to be mended by check --fix"] if mendable else []
    return (", ".join(counts) or "no findings") + (f" ({', '.join(apart)})" if apart else "")


RENDERER = Renderer("terminal", render)
