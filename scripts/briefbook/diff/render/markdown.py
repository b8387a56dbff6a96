"""Changes as Markdown for a pull request: in five lines what moved, then all of it, folded.

Whatever an author typed stands in code spans; the rest is ours. At most 60 kB: GitHub refuses
comments of more than 65,536 characters.
"""

import json
from collections.abc import Iterable, Iterator

from briefbook.diff.render import DiffRenderer
from briefbook.diff.report import DiffReport, cut
from briefbook.diff.told import Told, ToldAlarm, ToldChange, read, said_of, told
from briefbook.model.correction import CorrectionSeverity as Weight
from briefbook.text.listing import counted
from briefbook.text.markdown import code_span
from briefbook.text.terminal import visible

MOST = 60_000
"""Bytes of a comment."""
_FIRST = 5
_NAMED = 6
_ALARMS = 50
_CELL = 300
_WEIGHT = {Weight.critical: 0, Weight.substantive: 1, Weight.minor: 2}
_SUMMARY = 900_000
"""Bytes of a step summary; GitHub refuses more than 1 MiB."""


def render(report: DiffReport) -> str:
    """A comment of at most 60 kB."""
    return page(_plain(report), MOST)


def _plain(report: DiffReport) -> Told:
    return read(json.dumps(told(report)).encode())


def page(report: Told, most: int = MOST) -> str:
    """What a report says, in at most so many bytes."""
    parts = [f"### What changed in the briefs: {_counts(report)}\n\n", *_first_lines(report)]
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


def _counts(report: Told) -> str:
    """“3 changes, 15 follow from them, 1 alarm”, or “nothing”."""
    direct, following, alarms = len(report.direct), len(report.following), len(report.alarms)
    direct += report.more
    parts = [counted(direct, "change")] if direct else []
    parts += [f"{following:,} {'follows' if following == 1 else 'follow'}"] if following else []
    parts += [counted(alarms, "alarm")] if alarms else []
    return ", ".join(parts) or "nothing"


def _named(change: ToldChange) -> str:
    return change.kind.replace("-", " ")


def _first_lines(report: Told) -> Iterator[str]:
    """What matters most, a line each."""
    weighty = sorted(report.direct, key=lambda change: (_rank(change), change.brief or ""))
    shown = [change for change in weighty if change.severity is not Weight.minor] or weighty
    for change in shown[:_FIRST]:
        yield f"- {_line(report, change)}\n"
    rest = len(weighty) + report.more - len(shown[:_FIRST])
    if rest:
        yield f"- and {counted(rest, 'more change')}\n"


_ORDER = ("verdict-moved", "likelihood-moved", "confidence-moved", "status-changed")


def _rank(change: ToldChange) -> tuple[int, int]:
    first = _ORDER.index(change.kind) if change.kind in _ORDER else len(_ORDER)
    return _WEIGHT[change.severity], first


def _line(report: Told, change: ToldChange) -> str:
    """What moved, what it says, on which new evidence, and what else it moves."""
    text = f"**{_named(change).capitalize()}**"
    if _name(change):
        text += f": {_code(_name(change))}"
    if change.brief:
        text += f" in {_code(change.brief)}"
    if change.before is not None and change.after is not None:
        text += f": {_code(change.before)} → {_code(change.after)}"
    elif change.after is not None or change.before is not None:
        text += f": {_code(change.after or change.before or '')}"
    says = said_of(report, change)
    if says and says not in (change.before, change.after):
        text += f". It says: {_code(cut(says, 160).rstrip('.'))}"
    if change.kind in ("verdict-moved", "likelihood-moved", "confidence-moved"):
        text += f". {_evidence(report, change)}"
        text += _follows(report, change)
    return text


def _name(change: ToldChange) -> str:
    """What was changed, by its id; a field of the brief by its name."""
    whole = change.kind.endswith(("-added", "-removed"))
    return change.record or ("" if whole else change.field or "")


def _evidence(report: Told, change: ToldChange) -> str:
    of_record = [
        one for one in report.changes if (one.brief, one.record) == (change.brief, change.record)
    ]
    new = [one.after or "" for one in of_record if one.kind == "evidence-added"]
    gone = [one.before or "" for one in of_record if one.kind == "evidence-removed"]
    parts = []
    if new:
        parts.append(f"New evidence: {_some(new)}")
    if gone:
        parts.append(f"evidence taken away: {_some(gone)}")
    return "; ".join(parts) or "No evidence was added or taken away"


def _follows(report: Told, change: ToldChange) -> str:
    cause = f"{change.record}: "
    elsewhere = f"{change.brief}#{change.record}: "
    names = [
        (one.record or "") if one.brief == change.brief else f"{one.brief}#{one.record}"
        for one in report.following
        if (one.after or "").startswith((cause, elsewhere))
    ]
    return f". Rests on it: {_some(names)}" if names else ""


def _some(names: list[str]) -> str:
    shown = ", ".join(_code(name) for name in names[:_NAMED])
    more = len(names) - _NAMED
    return f"{shown} and {more:,} more" if more > 0 else shown


def _alarms(report: Told) -> Iterator[str]:
    grave = {"error": 0, "warning": 1, "note": 2}
    found = sorted(report.alarms, key=lambda alarm: grave[alarm.severity])
    if not found:
        return
    yield f"\n#### {counted(len(found), 'alarm')}\n\n"
    yield "| | Where | What | How to mend it |\n|---|---|---|---|\n"
    for alarm in found[:_ALARMS]:
        yield _alarm(alarm)
    if len(found) > _ALARMS:
        yield f"\nand {counted(len(found) - _ALARMS, 'more alarm')}\n"


def _alarm(alarm: ToldAlarm) -> str:
    cells = [
        f"{alarm.severity} {alarm.code}",
        _code(f"{alarm.path}:{alarm.line}"),
        _code(alarm.message),
        _code(alarm.help) if alarm.help else "",
    ]
    return f"| {' | '.join(cells)} |\n"


def _sections(report: Told) -> Iterator[str]:
    """A folded table for each brief, and what could not be read."""
    briefs: dict[str, list[ToldChange]] = {}
    for change in report.changes:
        briefs.setdefault(change.brief or "", []).append(change)
    for brief, changes in sorted(briefs.items(), key=lambda item: (not item[0], item[0])):
        direct = [change for change in changes if not change.knock_on]
        following = [change for change in changes if change.knock_on]
        sizes = [counted(len(direct), "change")] if direct else []
        sizes += [f"{len(following):,} that follow"] if following else []
        name = brief or "the library"
        yield (
            f"\n<details><summary>{name}: {', '.join(sizes)}</summary>\n\n"
            + (f"{_code(report.titles.get(brief, brief))}\n\n" if brief else "")
            + "".join(_rows(direct))
            + "".join(_following_rows(following))
            + "\n</details>\n"
        )
    if report.unread:
        yield f"\nCould not be read on both sides: {_some(list(report.unread))}\n"


def _rows(changes: Iterable[ToldChange]) -> Iterator[str]:
    rows = [
        f"| {_named(change)} | {_cell(_name(change) or None)} | {_cell(change.before)} "
        f"| {_cell(change.after)} |\n"
        for change in changes
    ]
    if rows:
        yield "| Change | Record | Before | Now |\n|---|---|---|---|\n"
        yield from rows


def _following_rows(changes: list[ToldChange]) -> Iterator[str]:
    if changes:
        yield "\nWhat follows from it:\n\n| Record | What moved |\n|---|---|\n"
    for change in changes:
        if change.before is None:
            word = "limited by" if change.kind == "limit-moved" else "rests on"
            yield f"| {_cell(change.record)} | {word} {_code(change.after or '')} |\n"
        else:
            yield (
                f"| {_cell(change.record)} | {_named(change)}: {_code(change.before)} → "
                f"{_cell(change.after)} |\n"
            )


def _cell(text: str | None) -> str:
    return "" if text is None else _code(cut(text, _CELL))


def _code(text: str) -> str:
    return code_span(visible(cut(text, _CELL)))


def summary(report: DiffReport) -> str:
    """The same, as long as a step summary may be."""
    return page(_plain(report), _SUMMARY)


RENDERER = DiffRenderer("markdown", render)
