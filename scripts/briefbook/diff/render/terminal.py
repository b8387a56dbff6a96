"""Changes for a person at a terminal: what moved, from what to what, and what follows from it."""

from collections.abc import Iterator

from briefbook.analysis.changes import Change
from briefbook.diff.render import DiffRenderer
from briefbook.diff.report import DiffReport, cut, named, place_in, sides
from briefbook.findings.render import terminal
from briefbook.text.listing import counted
from briefbook.text.terminal import visible

_SHORT = 48
_LONG = 400
_SAID = 160


def render(report: DiffReport) -> str:
    """Each brief with its changes, then what follows elsewhere, then alarms, then the counts.

    A change begins `path:line: kind:`. Nothing an author typed reaches the terminal raw.
    """
    lines: list[str] = []
    for brief, changes in report.briefs():
        lines += _of_brief(report, brief, changes)
    for path in report.comparison.unread:
        part = "could only be compared in part" if path in report.comparison.partly else (
            "could not be compared"
        )  # fmt: skip
        lines += [f"{visible(path)}: {part}: it holds mistakes; see briefbook check", ""]
    if report.alarms.findings:
        lines.append(terminal.render(report.alarms))
    lines.append(counts(report))
    return "\n".join(lines) + "\n"


def counts(report: DiffReport) -> str:
    """“3 changes, 15 follow from them, 1 alarm”, or “no changes”."""
    direct, following = len(report.direct), len(report.following)
    alarms, unread = len(report.alarms.findings), len(report.comparison.unread)
    if not (direct or following or alarms or unread):
        return "no changes"
    parts = [counted(direct, "change")] if direct or not unread else []
    parts += [f"{following:,} {'follows' if following == 1 else 'follow'}"] if following else []
    parts += [counted(alarms, "alarm")] if alarms else []
    parts += [f"{report.alarms.waived:,} waived"] if report.alarms.waived else []
    parts += [f"{counted(unread, 'file')} could not be compared whole"] if unread else []
    return ", ".join(parts)


def _of_brief(report: DiffReport, brief: str, changes: list[Change]) -> Iterator[str]:
    yield f"{brief}: {visible(report.title(brief))}" if brief else "the library"
    for change in changes:
        if not change.knock_on:
            yield from _direct(report, change)
    following = [change for change in changes if change.knock_on]
    if following:
        yield "  what follows:"
        for change in following:
            yield f"    {visible(change.record)}: {_follows(change)}"
    yield ""


def _follows(change: Change) -> str:
    if change.before is None:
        word = "limited by" if change.kind == "limit-moved" else "rests on"
        return f"{word} {visible(change.after or '')}"
    return f"{named(change)}, {visible(change.before)} → {visible(change.after or 'none')}"


def _direct(report: DiffReport, change: Change) -> Iterator[str]:
    region = report.regions[change]
    where = f"  {visible(region.path)}:{region.line}: {named(change)}: "
    record = visible(change.record)
    was, now = sides(change.kind, change.before, change.after)
    before = visible(cut(was, _LONG)) if was is not None else None
    after = visible(cut(now, _LONG)) if now is not None else None
    field = f" ({visible(place_in(change.field))})" if _needs_field(change) else ""
    if record:
        head = f"{where}{record}{field}"
    else:
        whole = change.kind.endswith(("-added", "-removed")) or change.field == "status"
        head = where.removesuffix(": ") if whole else f"{where}{visible(place_in(change.field))}"
    if before is None or after is None:
        one = after if after is not None else before
        yield f"{head}: {one}" if one and len(one) <= _SHORT else head
        if one and len(one) > _SHORT:
            yield f"      {'now' if after is not None else 'was'}: {one}"
        return
    if len(before) + len(after) <= 2 * _SHORT:
        yield f"{head}: {before} → {after}"
    else:
        yield head
        yield f"      was: {before}"
        yield f"      now: {after}"


def said(change: Change) -> str:
    """A change on one line, without its place."""
    name = visible(change.record or place_in(change.field))
    before, after = sides(change.kind, change.before, change.after)
    if before is not None and after is not None:
        moved = f"{visible(cut(before, _SAID))} → {visible(cut(after, _SAID))}"
        return f"{named(change)}: {name}: {moved}"
    one = after if after is not None else before
    return f"{named(change)}: {name}" + (f": {visible(cut(one, 2 * _SAID))}" if one else "")


def _needs_field(change: Change) -> bool:
    """Whether the kind alone does not say which field it is."""
    return change.kind.endswith(("-changed", "-redated")) and change.kind not in (
        "flaw-changed", "established-changed", "stance-changed", "credibility-changed",
        "quotation-changed",
    )  # fmt: skip


RENDERER = DiffRenderer("terminal", render)
