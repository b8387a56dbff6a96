"""Changes for a person at a terminal: what moved, from what to what, and what follows from it."""

from collections.abc import Iterator

from briefbook.diff.change_view import ChangeView, cut
from briefbook.diff.outside import by_sort
from briefbook.diff.render import DiffRenderer
from briefbook.diff.report import DiffReport, by_brief
from briefbook.findings.render import terminal
from briefbook.text.excerpt import excerpt, shortened
from briefbook.text.terminal import visible

_SHORT = 48
_LONG = 400
_SAID = 160
_PATHS = 20


def render(report: DiffReport) -> str:
    """Each brief with its changes, then what follows elsewhere, then alarms, then the counts.

    A change begins `path:line: kind:`. Nothing an author typed reaches the terminal raw.
    """
    lines: list[str] = []
    for brief, changes in by_brief(report.changes):
        lines += _of_brief(report, brief, changes)
    for path in report.unread:
        part = "could only be compared in part" if path in report.partly else (
            "could not be compared"
        )  # fmt: skip
        lines += [f"{visible(path)}: {part}: it holds mistakes; see briefbook check", ""]
    for sort, paths in by_sort(report.outside):
        lines += [f"not looked at, {sort.words}: {visible(path)}" for path in paths[:_PATHS]]
        if len(paths) > _PATHS:
            lines.append(f"not looked at, {sort.words}: {len(paths) - _PATHS:,} more")
    lines += [""] if report.outside else []
    if report.alarms.findings:
        lines.append(terminal.render(report.alarms))
    lines.append(report.counts or "no changes")
    return "\n".join(lines) + "\n"


def _of_brief(report: DiffReport, brief: str, changes: list[ChangeView]) -> Iterator[str]:
    yield f"{brief}: {visible(report.title(brief))}" if brief else "the library"
    for change in changes:
        if not change.knock_on:
            yield from _direct(change)
    following = [change for change in changes if change.knock_on]
    if following:
        yield "  what follows:"
        for change in following:
            yield f"    {visible(change.record or '')}: {_follows(change)}"
    yield ""


def _follows(change: ChangeView) -> str:
    if change.before is None:
        return f"{change.follows} {visible(change.after or '')}"
    return f"{change.words}, {visible(change.before)} → {visible(change.after or 'none')}"


def _direct(change: ChangeView) -> Iterator[str]:
    where = f"  {visible(change.path)}:{change.line}: {change.words}: "
    record = visible(change.record or "")
    told = change.names_its_field and change.title == change.words
    field = "" if told else f" ({visible(change.place)})"
    if record:
        head = f"{where}{record}{field}"
    else:
        whole = where.removesuffix(": ")
        head = whole if change.is_of_whole else f"{where}{visible(change.place)}"
    yield from _sides(head, "      ", *change.sides)
    for one in change.holds:
        name = one.place.removeprefix(f"{change.place}, ")
        yield from _sides(f"      {visible(name)}", "        ", one.before, one.after)


def _sides(head: str, indent: str, was: str | None, now: str | None) -> Iterator[str]:
    """A value on its line, or below it where it is long; two around what differs in them."""
    if was is None or now is None:
        one = now if now is not None else was
        shown = visible(shortened(one, _LONG)) if one is not None else ""
        yield f"{head}: {shown}" if shown and len(shown) <= _SHORT else head
        if len(shown) > _SHORT:
            yield f"{indent}{'now' if now is not None else 'was'}: {shown}"
        return
    before, after = (visible(text) for text in excerpt(was, now, _LONG))
    if len(before) + len(after) <= 2 * _SHORT:
        yield f"{head}: {before} → {after}"
    else:
        yield head
        yield f"{indent}was: {before}"
        yield f"{indent}now: {after}"


def said(change: ChangeView) -> str:
    """A change on one line, without its place."""
    name = visible(change.record or change.place)
    before, after = change.sides
    if before is not None and after is not None:
        moved = f"{visible(cut(before, _SAID))} → {visible(cut(after, _SAID))}"
        return f"{change.words}: {name}: {moved}"
    one = after if after is not None else before
    return f"{change.words}: {name}" + (f": {visible(cut(one, 2 * _SAID))}" if one else "")


RENDERER = DiffRenderer("terminal", render)
