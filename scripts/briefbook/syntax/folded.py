"""Paragraphs and lists within a text that YAML folds into one: their lines do not survive."""

import re
from itertools import pairwise

from briefbook.findings import Finding, Place, Route
from briefbook.syntax import finding_kinds
from briefbook.text.document import Span

_MARKED = re.compile(r"[ \t]*(?:(?:([-*+•–—])|(\d{1,2}[.)])|(#{1,4}))[ \t]+|(\|))\S")
_NOTE = re.compile(r"(?<=\n)[ \t]*#.*")
_BLANK = re.compile(r"\n[ \t]*\n(?=[ \t]*\S)")


def lost_lines(path: str, written: str, start: int, route: Route) -> Finding | None:
    """The finding for a folded text in which a paragraph or a list begins; None if none does.

    `written` is the text as it stands in its file, from `start` on: behind “>”, or without a mark.
    """
    if written.startswith(("|", '"', "'")) or "\n" not in written:
        return None
    mark, _, below = written.partition("\n") if written.startswith(">") else ("", "", written)
    at = start + len(mark) + bool(mark)
    if not mark:  # there “#” begins a note, which is no part of the text
        below = _NOTE.sub(lambda note: " " * len(note[0]), below)
    if blank := _BLANK.search(below):
        line = blank.end() + len(below[blank.end() :]) - len(below[blank.end() :].lstrip())
        place = Span(at + line, at + _end_of_line(below, line))
        return _finding(path, place, route, mark, "This begins no new paragraph")
    for first, second in _neighbours(below):
        if first and second and _kind(first) == _kind(second):
            line = first.start() + len(first[0]) - len(first[0].lstrip())
            place = Span(at + line, at + _end_of_line(below, line))
            return _finding(path, place, route, mark, "These lines are no list, table or headings")
    return None


def _neighbours(below: str) -> list[tuple[re.Match[str] | None, re.Match[str] | None]]:
    starts = [0, *(found.end() for found in re.finditer(r"\n", below))]
    marks = [_MARKED.match(below, start) for start in starts]
    return list(pairwise(marks))


def _kind(found: re.Match[str]) -> str | bool:
    return found[1] or (bool(found[2]) and "number") or (found[3] and "heading") or "table"


def _end_of_line(text: str, start: int) -> int:
    end = text.find("\n", start)
    return end if end >= 0 else len(text)


def _finding(path: str, place: Span, route: Route, mark: str, what: str) -> Finding:
    behind = f"behind “{mark}”" if mark else "in a text without a mark"
    remedy = (
        f"Write “|” in place of “{mark}”"
        if mark
        else "Write “|” behind the key, and begin the text on the next line"
    )
    return Finding(
        finding_kinds.LOST_LINES,
        f"{what}: {behind} all lines are read as one.",
        Place(path, route, span=place),
        f"{remedy}: then each empty line begins a paragraph, and lines with “- ” are a list.",
    )
