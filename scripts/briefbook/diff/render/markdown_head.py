"""What stands around the records: the first lines, alarms, new findings, what was not looked at."""

from collections import Counter
from collections.abc import Iterator, Sequence

from briefbook.analysis.change_kinds import ChangeKind
from briefbook.diff.change_report import AlarmView, ChangeReport
from briefbook.diff.change_view import ChangeView
from briefbook.diff.outside import by_sort, of_policy
from briefbook.diff.render.markdown_blocks import Links, counted_kinds, is_place
from briefbook.diff.render.markdown_cells import both, cell, code, long_code, some
from briefbook.diff.report import counts
from briefbook.text.listing import counted

_FIRST = 5
_KINDS = 6
"""Kinds of change that are counted by name in one line."""
_ALARMS = 50
"""Rows of a table."""
_SAME = 3
"""Findings with the same advice that are told in full."""
_LINES = 20
"""Lines that are named of the others."""
_VALUE = 300
_GRAVE = {"error": 0, "warning": 1, "note": 2}


def heading(report: ChangeReport) -> str:
    """“3 changes, 15 follow, 1 alarm”, or “nothing”."""
    said = counts(
        len(report.direct) + report.more, len(report.following),
        len(report.alarms) + report.more_alarms, report.waived, len(report.unread),
    )  # fmt: skip
    return f"### What changed in the briefs: {said or 'nothing'}\n\n"


def first_lines(report: ChangeReport, most: int) -> Iterator[str]:
    """What could not be looked at, then what matters most, in at most so many bytes."""
    whole = [path for path in report.unread if path not in report.partly]
    for word, paths in (("Not compared", whole), ("Compared in part", list(report.partly))):
        if paths:
            many = "It holds" if len(paths) == 1 else "They hold"
            lost = [one for path in paths for one in report.omitted.get(path, ())]
            without = f" without {some(lost)}" if lost else ""
            yield (
                f"- **{word}**: {some(paths)}{without}. {many} mistakes on one of the sides; "
                "`briefbook check` shows them.\n"
            )
    if errors := report.found.get("error", 0):
        yield f"- **`briefbook check` finds {counted(errors, 'error')}** in the briefs.\n"
    for sort, paths in by_sort(report.outside):
        if sort.decides:
            yield f"- **Not looked at: {sort.words}**: {some(paths)}\n"
    weighty = sorted(report.direct, key=lambda one: (one.rank, is_place(one), one.brief or ""))
    told_of = 0
    named: set[tuple[str | None, str | None]] = set()
    for change in weighty[:_FIRST]:
        line = f"- {_line(report, change, says=(change.brief, change.record) not in named)}\n"
        named.add((change.brief, change.record))
        most -= len(line.encode())
        if most < 0:
            break
        told_of += 1
        yield line
    if rest := len(weighty) + report.more - told_of:
        kinds = Counter(change.kind for change in weighty[told_of:])
        kinds.update(report.more_by_kind)
        yield f"- and {counted(rest, 'more change')}: {counted_kinds(kinds, _KINDS)}\n"


def _line(report: ChangeReport, change: ChangeView, *, says: bool) -> str:
    """What moved, what the record says, on which new evidence, and what else it moves."""
    what = change.title
    if what == change.place and not change.record and change.known:
        what = what if change.known.owner in ("brief", "claim") else f"{change.known.owner} {what}"
    text = f"**{what[:1].upper()}{what[1:]}**"
    if (part := _part_of(change)) and part not in change.sides:
        text += f" ({long_code(part, 120)})"
    if change.record:
        text += f": {code(change.record)}"
    if change.brief:
        text += f" in {code(change.brief)}"
    before, after = change.sides
    if before is not None and after is not None:
        text += f": {both(before, after, _VALUE)}"
    elif after is not None or before is not None:
        text += f": {long_code(after if after is not None else before or '', _VALUE)}"
    said = report.says_of(change) if says else ""
    if said and not any((side or "").startswith(said) for side in (before, after)):
        text += f". It says: {long_code(said.rstrip('.'), 160)}"
    if change.known is ChangeKind.brief_added:
        text += _new_brief(change)
    if change.kind in ("verdict-moved", "likelihood-moved", "confidence-moved"):
        text += f". {_evidence(report, change)}"
        direct, through = report.rests_on(change.brief or "", change.record or "")
        text += f". Rests on it: {some(direct)}" if direct else ""
        text += f"; through that: {some(through)}" if direct and through else ""
    return text


def _part_of(change: ChangeView) -> str:
    """What says which one has changed, of items and waivers, which have no id."""
    owner = change.known.owner if change.known else ""
    return next(
        (
            one.after
            for one in change.holds
            if one.before is None and one.after
            and (one.field == owner or (change.field or "").startswith(f"{one.field}."))
        ),
        "",
    )  # fmt: skip


def _new_brief(change: ChangeView) -> str:
    held = {one.field: one.after for one in change.holds if one.after}
    text = f". A translation of {code(held['translation_of'])}" if "translation_of" in held else ""
    text += f". Status: {code(held['status'])}" if "status" in held else ""
    return text + (f". It says: {long_code(held['summary'], 300)}" if "summary" in held else "")


def _evidence(report: ChangeReport, change: ChangeView) -> str:
    of_record = report.of_record(change.brief or "", change.record or "")
    new = [one.after or "" for one in of_record if one.kind == "evidence-added"]
    gone = [one.before or "" for one in of_record if one.kind == "evidence-removed"]
    parts = []
    if new:
        parts.append(f"New evidence: {some(new)}")
    if gone:
        parts.append(f"evidence taken away: {some(gone)}")
    return "; ".join(parts) or "No evidence was added or taken away"


def alarms(report: ChangeReport, most: int, links: Links) -> Iterator[str]:
    """A table of the gravest alarms, in at most so many bytes; those waived here are named."""
    found = sorted(report.alarms, key=lambda alarm: _GRAVE[alarm.severity])
    many = len(found) + report.more_alarms
    if found:
        yield f"\n#### {counted(many, 'alarm')}\n\n"
        yield from _table(found, many, most, links, "more alarm")
    for alarm in report.waived_here[:_FIRST]:
        yield f"\nWaived by this change itself: {alarm.code} {code(alarm.message)}\n"
    if (more := len(report.waived_here) - _FIRST) > 0:
        yield f"\nand {counted(more, 'more alarm')} waived by this change itself\n"


def news(report: ChangeReport, most: int, links: Links) -> Iterator[str]:
    """Findings that the change brings, by name, and how many it cures; notes are counted."""
    many = len(report.fresh) + report.more_fresh
    if many:
        found = sorted(report.fresh, key=lambda one: _GRAVE[one.severity])
        yield f"\n#### New with this change: {counted(many, 'finding')} of `briefbook check`\n\n"
        yield from _table(found, many, most, links, "more finding")
        if policy := of_policy(report.outside):
            yield (
                f"\nFindings go by the settings before this change, which alters {code(policy[0])} "
                "too. Where one asks for what is new there, propose the settings first, in a "
                "change of their own.\n"
            )
    if report.fresh_notes:
        yield f"\n{counted(report.fresh_notes, 'new note')}.\n"
    if report.cured:
        rules = sorted({one.code for one in report.cured})
        yield f"\nCured with it: {counted(len(report.cured), 'finding')} ({', '.join(rules)}).\n"


def _table(
    found: Sequence[AlarmView], many: int, most: int, links: Links, more: str
) -> Iterator[str]:  # fmt: skip
    """Rows in at most so many bytes. Of warnings that advise the same in one file the first stand,
    and of the others the lines."""
    yield "| | Where | What | How to mend it |\n|---|---|---|---|\n"
    alike: dict[tuple[str | None, ...], list[AlarmView]] = {}
    for at, one in enumerate(found):
        apart = str(at) if one.severity == "error" else one.help
        alike.setdefault((one.code, one.path, apart), []).append(one)
    shown, rows = 0, 0
    for group in alike.values():
        for row, told in _rows_of(group, links):
            most -= len(row.encode())
            if most < 0 or rows == _ALARMS:
                break
            shown, rows = shown + told, rows + 1
            yield row
    if many > shown:
        yield f"\nand {counted(many - shown, more)}\n"


def _rows_of(group: Sequence[AlarmView], links: Links) -> Iterator[tuple[str, int]]:
    """Rows with the number of findings that each tells."""
    first = group if len(group) <= _SAME + 1 else group[:_SAME]
    yield from ((_row(one, links), 1) for one in first)
    if left := group[len(first) :]:
        shown = [_linked(str(one.line), one, links) for one in left[:_LINES]]
        lines = ", ".join(shown) + ("" if len(left) <= _LINES else " …")
        head = group[0]
        what = f"{len(left):,} more of the kind, with the same advice"
        cells = [f"{head.severity} {head.code}", f"{cell(head.path)}: {lines}", what, ""]
        yield f"| {' | '.join(cells)} |\n", len(left)


def _row(one: AlarmView, links: Links) -> str:
    cells = [
        f"{one.severity} {one.code}",
        _linked(f"{one.path}:{one.line}", one, links),
        cell(one.message),
        cell(one.help) if one.help else "",
    ]
    return f"| {' | '.join(cells)} |\n"


def _linked(text: str, one: AlarmView, links: Links) -> str:
    address = links.line(one.path, one.line)
    return f"[{cell(text)}]({address})" if address else cell(text)


def outside(report: ChangeReport, most: int) -> Iterator[str]:
    """Files of the change that are no briefs: those that decide something one by one."""
    if not report.outside:
        return
    many = len(report.outside) + report.more_outside
    it = "It was" if many == 1 else "They were"
    yield f"\n#### {counted(many, 'file')} outside the briefs\n\n{it} not looked at.\n\n"
    for sort, paths in by_sort(report.outside):
        shown = [code(path) for path in (paths[:50] if sort.decides else paths[:6])]
        more = len(paths) - len(shown)
        row = f"- {sort.words}: {', '.join(shown)}{f' and {more:,} more' if more else ''}\n"
        most -= len(row.encode())
        if most < 0:
            row = f"- {sort.words}: {counted(len(paths), 'file')}\n"
        yield row
