"""Changes as Markdown for a pull request: in five lines what moved, then record by record.

Whatever an author typed stands in code spans; the rest is ours. At most 60 kB: GitHub refuses
comments of more than 65,536 characters. What does not fit goes by weight, and is counted by kind.
"""

import json
from collections.abc import Iterable, Iterator

from briefbook.diff.change_report import ChangeReport, read_report
from briefbook.diff.render import DiffRenderer
from briefbook.diff.render.markdown_blocks import (
    FEW,
    NOWHERE,
    Block,
    Links,
    blocks,
    by_kind,
    counted_kinds,
)
from briefbook.diff.render.markdown_cells import code
from briefbook.diff.render.markdown_head import alarms, first_lines, heading, news, outside
from briefbook.diff.report import DiffReport
from briefbook.diff.report_data import as_data
from briefbook.findings import Report
from briefbook.text.listing import counted

MOST = 60_000
"""Bytes of a comment."""
_SUMMARY = 900_000  # bytes of a step summary; GitHub refuses more than 1 MiB
_ROOMS = (4_000, 1_500, 600, 240)
"""Characters of a value: as many as fit."""
_MISSES = 300
"""Blocks without room after which no further one is tried."""


def render(report: DiffReport) -> str:
    """A comment of at most 60 kB."""
    return page(_plain(report), MOST)


def _plain(report: DiffReport, findings: Report | None = None) -> ChangeReport:
    return read_report(json.dumps(as_data(report, findings=findings)).encode())


def page(
    report: ChangeReport, most: int = MOST, links: Links = NOWHERE, commit: str = ""
) -> str:  # fmt: skip
    """What a report says, in at most so many bytes; `links` lead to what is told.

    `commit` is what it is about, where the report was made from something else, such as a merge.
    """
    head = [heading(report), *first_lines(report, most // 5), *alarms(report, most // 4, links)]
    foot = [
        *news(report, most // 8, links),
        *outside(report, most // 10),
        *_of_what(report, commit),
    ]
    room = most - sum(_size(part) for part in (*head, *foot)) - 600
    return "".join([*head, *_told(report, room, links), *foot])


def _size(text: str) -> int:
    return len(text.encode())


def _told(report: ChangeReport, room: int, links: Links) -> Iterator[str]:
    """The blocks, the weightiest first; small changes and what follows elsewhere are folded."""
    found = blocks(report)
    weighty = [block for block in found if not block.is_minor]
    minor = [block for block in found if block.is_minor]
    left: list[Block] = []
    shown: list[list[str]] = [[], []]
    for small, group in enumerate((weighty, minor)):
        own = room * 3 // 4 if minor and not small else room
        each = next((each for each in _ROOMS[:-1] if _fits(group, each, own, links)), _ROOMS[-1])
        for block in group:
            if len(left) > _MISSES:  # there is no room any more
                left.append(block)
                continue
            text = block.text(each, links)
            if _size(text) > room:
                text = block.text(each, links, FEW)
            if _size(text) > room:
                left.append(block)
                continue
            room -= _size(text)
            shown[small].append(text)
    if shown[0]:
        yield "\n#### Record by record\n\n"
        yield from shown[0]
    counts = dict(report.more_by_kind)
    for change in (change for block in left for change in block.changes):
        counts[change.kind] = counts.get(change.kind, 0) + 1
    if counts:
        yield (
            f"Not shown here: {counted_kinds(counts)}. The whole report is with the run, and "
            "`briefbook diff` shows all.\n\n"
        )
    if shown[1]:
        many = counted(len(shown[1]), "record")
        yield f"<details><summary>Smaller changes in {many}</summary>\n\n"
        yield from shown[1]
        yield "</details>\n"
    yield from _elsewhere(report, found, room)


def _fits(found: Iterable[Block], each: int, room: int, links: Links) -> bool:
    """Whether all blocks have room, with so many characters of each value."""
    for block in found:
        room -= _size(block.text(each, links))
        if room < 0:
            return False
    return True


def _elsewhere(report: ChangeReport, told: list[Block], room: int) -> Iterator[str]:
    """What moved although nobody touched it."""
    known = {(block.brief, block.record) for block in told}
    following = [one for one in report.following
                 if (one.brief or "", one.record or "") not in known
                 or one.before is None]  # fmt: skip
    rows = []
    for one in following:
        name = f"{code(one.record or '')} in {code(one.brief or '')}"
        if one.before is None:
            row = f"- {name}: {one.follows} {code(one.after or '')}\n"
        else:
            row = f"- {name}: {one.words}, {code(one.before)} → {code(one.after or '')}\n"
        room -= _size(row)
        if room < 0:
            break
        rows.append(row)
    if rows:
        yield f"\n<details><summary>What follows from it: {len(following):,}</summary>\n\n"
        yield from rows
        if left := following[len(rows) :]:
            yield f"- and {by_kind(one.kind for one in left)}\n"
        yield "\n</details>\n"


def _of_what(report: ChangeReport, commit: str) -> Iterator[str]:
    """The commits that were compared."""
    head = commit or report.head_commit
    of = f"commit {code(head[:12])}" if head else "the files as they are"
    if report.base_commit:
        yield f"\nThis is about {of}, compared with {code(report.base_commit[:12])}.\n"


def comment(report: DiffReport, findings: Report) -> str:
    """The same, with how much `check` finds."""
    return page(_plain(report, findings), MOST)


def summary(report: DiffReport, findings: Report | None = None) -> str:
    """The same, as long as a step summary may be."""
    return page(_plain(report, findings), _SUMMARY)


RENDERER = DiffRenderer("markdown", render)
