"""Text that YAML takes for a comment: what stands behind a blank and “#” in a text unquoted."""

import re

from briefbook.findings import Finding, Place, Route
from briefbook.syntax import finding_kinds
from briefbook.text.document import Document, Span

_PARTS = re.compile(
    r"""(?<![^\s\[{,:])(?:"(?:\\.|[^"\\])*"|'(?:[^']|'')*')|(?P<comment>(?<!\S)\#.*)"""
)
_NEXT_LINE = re.compile(r"[ \t]*\n( *)#")
_IS_KEY_OR_ITEM = re.compile(r"\s*(?:-(?:\s|$)|[^\s\#\"'\[{][^\#]*?:(?:\s|$))")
_ENDS_A_TEXT = re.compile(
    r"did not find expected (?:key|'-' indicator|<document start>)|could not find expected ':'"
)
_FLOW = re.compile(r"did not find expected ',' or")


def may_be_text(text: str, end: int, column: int | None) -> Span | None:
    """The comment behind a plain text that ends at `end`, if it may have been meant as its rest.

    One blank before the “#” is what people type within a sentence; a note to editors stands apart
    by two or more, or on a line of its own. A line below that is indented as if the text went on
    (at least to `column`, None in brackets) is such a rest too; but below a text of one line a
    “#” with a blank behind it begins a note.
    """
    if text.startswith(" #", end):
        return _to_end_of_line(text, end + 1)
    below = _NEXT_LINE.match(text, end) if column is not None else None
    if below and column is not None and len(below[1]) >= column:
        of_one_line = _IS_KEY_OR_ITEM.match(text[text.rfind("\n", 0, end) + 1 : end])
        if of_one_line and text.startswith("# ", below.end() - 1):
            return None
        return _to_end_of_line(text, below.end() - 1)
    return None


def swallowed_text(path: str, comment: Span, typed: str, route: Route = ()) -> Finding:
    """The finding for a comment that is the rest of a text; `typed` is the document."""
    return Finding(
        finding_kinds.SWALLOWED_TEXT,
        f"“{_shown(typed[comment.start : comment.end])}” is lost: a “#” with a blank before it "
        "begins a comment in YAML, and nobody will see that.",
        Place(path, route, span=comment),
        "Put the whole text in quotation marks. If this is a note to editors, set two blanks "
        "before the “#”, or give it a line of its own that begins where the key begins.",
    )


def to_blame(document: Document, problem: str, offset: int, begun: int | None) -> Finding | None:
    """The finding for a comment that is the cause of what libyaml complains of at `offset`.

    `begun` is where the list, mapping or text begins that libyaml could not read to its end.
    """
    line = document.position(offset).line
    if _FLOW.search(problem) and begun is not None:
        first = document.position(begun).line
        for number in range(first, min(line, first + 50) + 1):
            comment = _comment(document, number)
            if comment and re.search(r"[\]},]", document.text[comment.start : comment.end]):
                return swallowed_text(document.path, comment, document.text)
        return None
    if not _ENDS_A_TEXT.search(problem):
        return None
    above = _comment(document, line - 1)
    if _IS_KEY_OR_ITEM.match(document.line(line)):
        lost = above if "<document start>" in problem else None
    else:
        own = _comment(document, line) if "':'" in problem else None
        lost = own or (above if _goes_on(document, line) else None)
    return swallowed_text(document.path, lost, document.text) if lost else None


def _goes_on(document: Document, number: int) -> bool:
    """Whether a line is indented as the rest of a text that begins in the line above it."""
    above, line = document.line(number - 1), document.line(number)
    deeper = _indent(line) > _indent(above)
    return deeper or (above.lstrip().startswith("#") and _indent(line) == _indent(above))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _comment(document: Document, number: int) -> Span | None:
    """The comment at the end of a line, if it has one."""
    start = document.line_start(number)
    for part in _PARTS.finditer(document.line(number)):
        if part["comment"]:
            return Span(start + part.start("comment"), start + part.end("comment"))
    return None


def _to_end_of_line(text: str, start: int) -> Span:
    end = text.find("\n", start)
    rest = text[start : end if end >= 0 else len(text)]
    return Span(start, start + len(rest.rstrip()))


def _shown(comment: str) -> str:
    return comment if len(comment) <= 60 else f"{comment[:59].rstrip()}…"
