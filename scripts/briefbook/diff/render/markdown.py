"""Changes as Markdown for a pull request: in five lines what moved, then all of it, folded.

Whatever an author typed stands in code spans; the rest is ours. At most 60 kB: GitHub refuses
comments of more than 65,536 characters.
"""

import json
from collections.abc import Iterable, Iterator

from briefbook.diff.change_report import AlarmView, ChangeReport, as_data, read_report
from briefbook.diff.change_view import ChangeView, cut
from briefbook.diff.render import DiffRenderer
from briefbook.diff.render.markdown_cells import cell, code, some
from briefbook.diff.report import DiffReport, by_brief, counts
from briefbook.findings import Report
from briefbook.model.correction import CorrectionSeverity as Weight
from briefbook.text.listing import counted

MOST = 60_000
"""Bytes of a comment."""
_FIRST = 5
_ALARMS = 50
_WEIGHT = {Weight.critical: 0, Weight.substantive: 1, Weight.minor: 2}
_SUMMARY = 900_000  # bytes of a step summary; GitHub refuses more than 1 MiB


def render(report: DiffReport) -> str:
    """A comment of at most 60 kB."""
    return page(_plain(report), MOST)


def _plain(report: DiffReport, findings: Report | None = None) -> ChangeReport:
    return read_report(json.dumps(as_data(report, findings=findings)).encode())


def page(report: ChangeReport, most: int = MOST) -> str:
    """What a report says, in at most so many bytes."""
    parts = [
        f"### What changed in the briefs: {_counts(report)}\n\n",
        *_first_lines(report, most // 4),
    ]
    parts += _alarms(report, most // 2)
    room = most - sum(len(part.encode()) for part in parts) - 200
    left = report.more
    for many, section in _sections(report):
        if len(section.encode()) > room:
            left += many
            continue
        room -= len(section.encode())
        parts.append(section)
    if left:
        parts.append(
            f"\n{counted(left, 'change')} left out here: run `briefbook diff` to see all.\n"
        )
    return "".join(parts)


def _counts(report: ChangeReport) -> str:
    """“3 changes, 15 follow, 1 alarm”, or “nothing”."""
    return counts(
        len(report.direct) + report.more, len(report.following),
        len(report.alarms) + report.more_alarms, report.waived, len(report.unread),
    ) or "nothing"  # fmt: skip


def _first_lines(report: ChangeReport, most: int) -> Iterator[str]:
    """What could not be looked at, then what matters most, in at most so many bytes."""
    whole = [path for path in report.unread if path not in report.partly]
    for word, paths in (("Not compared", whole), ("Compared in part", list(report.partly))):
        if paths:
            many = "It holds" if len(paths) == 1 else "They hold"
            yield (
                f"- **{word}**: {some(paths)}. {many} mistakes on one of the sides; "
                "`briefbook check` shows them.\n"
            )
    if errors := report.found.get("error", 0):
        yield f"- **`briefbook check` finds {counted(errors, 'error')}** in the briefs.\n"
    weighty = sorted(report.direct, key=lambda change: (_rank(change), change.brief or ""))
    shown = [change for change in weighty if change.severity is not Weight.minor] or weighty
    told_of = 0
    for change in shown[:_FIRST]:
        line = f"- {_line(report, change)}\n"
        most -= len(line.encode())
        if most < 0:
            break
        told_of += 1
        yield line
    rest = len(weighty) + report.more - told_of
    if rest:
        yield f"- and {counted(rest, 'more change')}\n"


_ORDER = (
    "brief-added", "verdict-moved", "likelihood-moved", "confidence-moved", "status-changed",
    "waiver-added",
)  # fmt: skip


def _rank(change: ChangeView) -> tuple[int, int]:
    first = _ORDER.index(change.kind) if change.kind in _ORDER else len(_ORDER)
    weight = 0 if change.kind in ("brief-added", "waiver-added") else _WEIGHT[change.severity]
    return weight, first


def _line(report: ChangeReport, change: ChangeView) -> str:
    """What moved, what it says, on which new evidence, and what else it moves."""
    text = f"**{change.words.capitalize()}**"
    if _name(change):
        text += f": {code(_name(change))}"
    if change.brief:
        text += f" in {code(change.brief)}"
    before, after = change.sides
    if before is not None and after is not None:
        text += f": {code(before)} → {code(after)}"
    elif after is not None or before is not None:
        text += f": {code(after or before or '')}"
    says = report.says_of(change)
    if says and says != change.before and not (change.after or "").startswith(says):
        text += f". It says: {code(cut(says, 160).rstrip('.'))}"
    if change.kind in ("verdict-moved", "likelihood-moved", "confidence-moved"):
        text += f". {_evidence(report, change)}"
        text += _follows(report, change)
    return text


def _name(change: ChangeView) -> str:
    """What was changed, by its id; a field of the brief by its name."""
    return change.record or ("" if change.is_of_whole else change.place)


def _evidence(report: ChangeReport, change: ChangeView) -> str:
    of_record = [
        one for one in report.changes if (one.brief, one.record) == (change.brief, change.record)
    ]
    new = [one.after or "" for one in of_record if one.kind == "evidence-added"]
    gone = [one.before or "" for one in of_record if one.kind == "evidence-removed"]
    parts = []
    if new:
        parts.append(f"New evidence: {some(new)}")
    if gone:
        parts.append(f"evidence taken away: {some(gone)}")
    return "; ".join(parts) or "No evidence was added or taken away"


def _follows(report: ChangeReport, change: ChangeView) -> str:
    """What rests on it: what names it itself, and how much more stands on that."""
    mine = [one for one in report.following if one.cause == f"{change.brief}#{change.record}"]
    names = {True: list[str](), False: list[str]()}
    for one in mine:
        name = (one.record or "") if one.brief == change.brief else f"{one.brief}#{one.record}"
        names[not one.through].append(name)
    direct = f". Rests on it: {some(names[True])}" if names[True] else ""
    more = names[False]
    return f"{direct}; through that: {some(more)}" if direct and more else direct


def _alarms(report: ChangeReport, most: int) -> Iterator[str]:
    """A table of the gravest alarms, in at most so many bytes."""
    grave = {"error": 0, "warning": 1, "note": 2}
    found = sorted(report.alarms, key=lambda alarm: grave[alarm.severity])
    if not found:
        return
    many = len(found) + report.more_alarms
    yield f"\n#### {counted(many, 'alarm')}\n\n"
    yield "| | Where | What | How to mend it |\n|---|---|---|---|\n"
    shown = 0
    for alarm in found[:_ALARMS]:
        row = _alarm(alarm)
        most -= len(row.encode())
        if most < 0:
            break
        shown += 1
        yield row
    if many > shown:
        yield f"\nand {counted(many - shown, 'more alarm')}\n"


def _alarm(alarm: AlarmView) -> str:
    cells = [
        f"{alarm.severity} {alarm.code}",
        cell(f"{alarm.path}:{alarm.line}"),
        cell(alarm.message),
        cell(alarm.help) if alarm.help else "",
    ]
    return f"| {' | '.join(cells)} |\n"


def _sections(report: ChangeReport) -> Iterator[tuple[int, str]]:
    """A folded table for each brief, with the number of changes in it."""
    for brief, changes in by_brief(report.changes):
        direct = [change for change in changes if not change.knock_on]
        following = [change for change in changes if change.knock_on]
        sizes = [counted(len(direct), "change")] if direct else []
        sizes += [f"{len(following):,} that follow"] if following else []
        name = _plain_name(brief) if brief else "the library"
        text = (
            f"\n<details><summary>{name}: {', '.join(sizes)}</summary>\n\n"
            + (f"{_title(report, brief)}\n\n" if brief else "")
            + "".join((*_rows(direct), *_following_rows(following)))
            + "\n</details>\n"
        )
        yield len(changes), text


def _title(report: ChangeReport, brief: str) -> str:
    title = code(report.titles.get(brief, brief))
    return title if _plain_name(brief) == brief else f"{code(brief)}: {title}"


def _plain_name(brief: str) -> str:
    """A brief's id inside HTML; what is no id stands below, as code, where nothing acts."""
    known = brief.isascii() and brief.replace("-", "").isalnum() and len(brief) <= 80
    return brief if known else "a brief with another name"


def _rows(changes: Iterable[ChangeView]) -> Iterator[str]:
    rows = [
        f"| {change.words} | {cell(_name(change) or None)} | "
        f"{' | '.join(cell(one) for one in change.sides)} |\n"
        for change in changes
    ]
    if rows:
        yield "| Change | Record | Before | Now |\n|---|---|---|---|\n"
        yield from rows


def _following_rows(changes: list[ChangeView]) -> Iterator[str]:
    if changes:
        yield "\nWhat follows from it:\n\n| Record | What moved |\n|---|---|\n"
    for change in changes:
        if change.before is None:
            yield f"| {cell(change.record)} | {change.follows} {cell(change.after or '')} |\n"
        else:
            yield (
                f"| {cell(change.record)} | {change.words}: {cell(change.before)} → "
                f"{cell(change.after)} |\n"
            )


def comment(report: DiffReport, findings: Report) -> str:
    """The same, with how much `check` finds."""
    return page(_plain(report, findings))


def summary(report: DiffReport, findings: Report | None = None) -> str:
    """The same, as long as a step summary may be."""
    return page(_plain(report, findings), _SUMMARY)


RENDERER = DiffRenderer("markdown", render)
