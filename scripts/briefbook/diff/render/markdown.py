"""Changes as Markdown for a pull request: in five lines what moved, then all of it, folded.

Whatever an author typed stands in code spans; the rest is ours. At most 60 kB: GitHub refuses
comments of more than 65,536 characters.
"""

from collections.abc import Iterable, Iterator

from briefbook.analysis.changes import Change
from briefbook.diff.render import DiffRenderer
from briefbook.diff.render.terminal import counts
from briefbook.diff.report import DiffReport, cut, named
from briefbook.findings import LocatedFinding
from briefbook.model.correction import CorrectionSeverity as Weight
from briefbook.text.listing import counted
from briefbook.text.markdown import code_span
from briefbook.text.terminal import visible

MOST = 60_000
"""Bytes of a comment."""
_FIRST = 5
_NAMED = 6
_CELL = 300
_WEIGHT = {Weight.critical: 0, Weight.substantive: 1, Weight.minor: 2}
_SUMMARY = 900_000
"""Bytes of a step summary; GitHub refuses more than 1 MiB."""


def render(report: DiffReport) -> str:
    """A comment of at most 60 kB."""
    return _page(report, MOST)


def _page(report: DiffReport, most: int) -> str:
    parts = [f"### What changed in the briefs: {counts(report)}\n\n", *_first_lines(report)]
    parts += _alarms(report)
    size = sum(len(part.encode()) for part in parts)
    room = most - size - 200
    left = 0
    for section in _sections(report):
        weight = len(section.encode())
        if weight > room:
            left += 1
            continue
        room -= weight
        parts.append(section)
    if left:
        parts.append(
            f"\n{counted(left, 'table')} left out here: run `briefbook diff` to see all.\n"
        )
    return "".join(parts)


def _first_lines(report: DiffReport) -> Iterator[str]:
    """What matters most, a line each."""
    weighty = sorted(report.direct, key=lambda change: (_rank(change), change.brief))
    shown = [change for change in weighty if change.severity is not Weight.minor] or weighty
    for change in shown[:_FIRST]:
        yield f"- {_line(report, change)}\n"
    if len(weighty) > len(shown[:_FIRST]):
        yield f"- and {counted(len(weighty) - len(shown[:_FIRST]), 'more change')} below\n"


_ORDER = ("verdict-moved", "likelihood-moved", "confidence-moved", "status-changed")


def _rank(change: Change) -> tuple[int, int]:
    first = _ORDER.index(change.kind) if change.kind in _ORDER else len(_ORDER)
    return _WEIGHT[change.severity], first


def _line(report: DiffReport, change: Change) -> str:
    """What moved, what it says, on which new evidence, and what else it moves."""
    text = f"**{named(change).capitalize()}**"
    if _name(change):
        text += f": {_code(_name(change))}"
    if change.brief:
        text += f" in {_code(change.brief)}"
    if change.before is not None and change.after is not None:
        text += f": {_code(change.before)} → {_code(change.after)}"
    elif change.after is not None or change.before is not None:
        text += f": {_code(change.after or change.before or '')}"
    says = report.says(change)
    if says and says not in (change.before, change.after):
        text += f". It says: {_code(cut(says, 160))}"
    if change.kind in ("verdict-moved", "likelihood-moved", "confidence-moved"):
        text += f". {_evidence(report, change)}"
        text += _follows(report, change)
    return text


def _name(change: Change) -> str:
    """What was changed, by its id; a field of the brief by its name."""
    whole = change.kind.endswith(("-added", "-removed"))
    return change.record or ("" if whole else change.field)


def _evidence(report: DiffReport, change: Change) -> str:
    of_record = report.comparison.by_record.get((change.brief, change.record), ())
    new = [one.after or "" for one in of_record if one.kind == "evidence-added"]
    gone = [one.before or "" for one in of_record if one.kind == "evidence-removed"]
    parts = []
    if new:
        parts.append(f"New evidence: {_some(new)}")
    if gone:
        parts.append(f"evidence taken away: {_some(gone)}")
    return "; ".join(parts) or "No evidence was added or taken away"


def _follows(report: DiffReport, change: Change) -> str:
    cause = f"{change.record}: "
    elsewhere = f"{change.brief}#{change.record}: "
    names = [
        one.record if one.brief == change.brief else f"{one.brief}#{one.record}"
        for one in report.following
        if (one.after or "").startswith((cause, elsewhere))
    ]
    return f". Rests on it: {_some(names)}" if names else ""


def _some(names: list[str]) -> str:
    shown = ", ".join(_code(name) for name in names[:_NAMED])
    more = len(names) - _NAMED
    return f"{shown} and {more:,} more" if more > 0 else shown


def _alarms(report: DiffReport) -> Iterator[str]:
    found = report.alarms.gravest_first()
    if not found:
        return
    yield f"\n#### {counted(len(found), 'alarm')}\n\n"
    yield "| | Where | What | How to mend it |\n|---|---|---|---|\n"
    for item in found[:50]:
        yield _alarm(item)
    if len(found) > 50:
        yield f"\nand {counted(len(found) - 50, 'more alarm')}\n"


def _alarm(item: LocatedFinding) -> str:
    finding, region = item.finding, item.region
    cells = [
        f"{finding.kind.severity.name} {finding.kind.code}",
        _code(f"{region.path}:{region.line}"),
        _code(cut(finding.message, _CELL)),
        _code(cut(finding.help, _CELL)) if finding.help else "",
    ]
    return f"| {' | '.join(cells)} |\n"


def _sections(report: DiffReport) -> Iterator[str]:
    """A folded table for each brief, and what could not be read."""
    for brief, changes in report.briefs():
        direct = [change for change in changes if not change.knock_on]
        following = [change for change in changes if change.knock_on]
        sizes = [counted(len(direct), "change")] if direct else []
        sizes += [f"{len(following):,} that follow"] if following else []
        name = brief or "the library"
        yield (
            f"\n<details><summary>{name}: {', '.join(sizes)}</summary>\n\n"
            + (f"{_code(report.title(brief))}\n\n" if brief else "")
            + "".join(_rows(direct))
            + "".join(_following_rows(following))
            + "\n</details>\n"
        )
    if report.comparison.unread:
        yield f"\nCould not be read on both sides: {_some(list(report.comparison.unread))}\n"


def _rows(changes: Iterable[Change]) -> Iterator[str]:
    rows = [
        f"| {named(change)} | {_cell(_name(change) or None)} | {_cell(change.before)} "
        f"| {_cell(change.after)} |\n"
        for change in changes
    ]
    if rows:
        yield "| Change | Record | Before | Now |\n|---|---|---|---|\n"
        yield from rows


def _following_rows(changes: list[Change]) -> Iterator[str]:
    if changes:
        yield "\nWhat follows from it:\n\n| Record | What moved |\n|---|---|\n"
    for change in changes:
        if change.before is None:
            word = "limited by" if change.kind == "limit-moved" else "rests on"
            yield f"| {_code(change.record)} | {word} {_code(change.after or '')} |\n"
        else:
            yield (
                f"| {_code(change.record)} | {named(change)}: {_code(change.before)} → "
                f"{_cell(change.after)} |\n"
            )


def _cell(text: str | None) -> str:
    return "" if text is None else _code(cut(text, _CELL))


def _code(text: str) -> str:
    return code_span(visible(cut(text, _CELL)))


def summary(report: DiffReport) -> str:
    """The same, as long as a step summary may be."""
    return _page(report, _SUMMARY)


RENDERER = DiffRenderer("markdown", render)
