"""Mends what is mechanical and certain in the files of a project, and nothing else in them."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass

from briefbook.analysis.edition import Edition
from briefbook.findings import Edit, Report
from briefbook.project.files import write_whole
from briefbook.project.project import Project
from briefbook.text.edits import apply_edits

_ROUNDS = 8
"""One mend can lay bare the next; each round makes fewer, and this is more than any file needs."""


@dataclass(frozen=True, slots=True)
class Mended:
    """How many findings were mended, in which files, and files whose letters must be retyped."""

    findings: int
    files: tuple[str, ...]
    left: tuple[str, ...]


def mend(
    project: Project, read: Callable[[], Edition], find: Callable[[Edition], Report]
) -> tuple[Edition, Mended]:
    """Make all edits that findings offer, file by file, each file whole or not at all.

    `read` reads the project anew and `find` finds in it. Returns the edition as it is afterwards.

    Raises WrongUse if a file cannot be written.
    """
    number, changed, left = 0, dict[str, None](), dict[str, None]()
    edition = read()
    for _ in range(_ROUNDS):
        made = 0
        report = find(edition)
        for path, edits in _edits_by_file(report).items():
            if path in left:
                continue
            document = report.documents[path]
            place = project.root / path
            flat = [(edit.span, edit.text) for group in edits for edit in group]
            mended = apply_edits(place.read_bytes(), document, flat)
            if mended is None:
                left[path] = None
                continue
            write_whole(place, mended)
            changed[path] = None
            made += len(edits)
        if not made:
            break
        number += made
        edition = read()
    return edition, Mended(number, tuple(changed), tuple(left))


def _edits_by_file(report: Report) -> dict[str, list[tuple[Edit, ...]]]:
    """The edits of each file; of findings whose edits would overlap the first one only."""
    found: defaultdict[str, list[tuple[Edit, ...]]] = defaultdict(list)
    taken: defaultdict[str, list[Edit]] = defaultdict(list)
    for item in report.findings:
        path, edits = item.finding.place.path, item.finding.edits
        if edits and not any(_meet(edit, other) for edit in edits for other in taken[path]):
            taken[path] += edits
            found[path].append(edits)
    return dict(found)


def _meet(one: Edit, other: Edit) -> bool:
    return one.span.start < other.span.end and other.span.start < one.span.end
