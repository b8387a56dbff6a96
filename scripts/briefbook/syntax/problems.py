"""What libyaml complains of, in words that help whoever wrote the file."""

import re

import yaml

from briefbook.findings import Finding, Place
from briefbook.syntax import finding_kinds
from briefbook.syntax.blame import clear_mark, slip
from briefbook.syntax.depth import too_deep, where_brackets_go_too_deep
from briefbook.syntax.surrogates import half
from briefbook.syntax.swallowed import to_blame
from briefbook.text.document import Document, Span

_PROBLEMS = {
    r"found character that cannot start any token": (
        "A text cannot begin with this character.",
        "Put the whole text in quotation marks.",
    ),
    r"while scanning an? (alias|anchor)|did not find expected alphabetic or numeric": (
        "A text that begins with “*” or “&” means something else in YAML.",
        "Put the whole text in quotation marks.",
    ),
    r"directive": (
        "A line cannot begin with “%”.",
        "Put the text in quotation marks, or indent it below its key.",
    ),
    r"could not find expected ':'": (
        "This line is not “key: value”.",
        "Put a colon and a space after the key. A long text needs “>-” after its key and every "
        "line of it indented.",
    ),
    r"mapping values are not allowed": (
        "There is a second “: ” in this line, where a text should simply go on.",
        "Put the whole text in quotation marks, or write “>-” after the key and the text below, "
        "indented.",
    ),
    r"did not find expected key": (
        "A key was expected here.",
        "Check that this line is indented exactly like the other keys beside it.",
    ),
    r"did not find expected '-' indicator": (
        "An item of a list was expected here: a line that begins with “- ”.",
        "Check that this line is indented like the items before it.",
    ),
    r"did not find expected ',' or '[\]}]'": (
        "A list or mapping in brackets is not closed.",
        "Add the comma or the closing bracket that is missing.",
    ),
    r"found unexpected end of stream": (
        "The quotation mark here opens a text that never ends.",
        "Add the quotation mark that closes it.",
    ),
    r"block sequence entries are not allowed": (
        "A list item cannot begin here.",
        "Put each “- ” on a line of its own, below its key.",
    ),
    r"invalid Unicode character escape|expected hexdecimal number": (
        "A backslash with “u”, “U” or “x” should be followed by the number of a character here.",
        "Type the character itself. For a backslash write “\\\\”, or use single quotation marks.",
    ),
    r"found unknown escape character": (
        "In double quotation marks a backslash has a meaning of its own, and this one has none.",
        "Write “\\\\” for a backslash, or use single quotation marks.",
    ),
}


class Refused(Exception):
    """Carries the finding that ends the reading of a file."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding


_INNER_APOSTROPHE = re.compile(r"^\s*(?:- +)?(?:[\w-]+:\s+)?'[^']*\w'\w")
_OPENING_BRACKET = re.compile(r"^\s*(?:- +)?(?:[\w-]+:\s+)?\[[@\[]")


def _seen_in(line: str, before: str, problem: str) -> tuple[str, str] | None:
    """What the line itself shows to be the cause, where libyaml speaks of a consequence."""
    if "mapping values are not allowed" in problem and ": " not in before.lstrip("- "):
        return (
            "This line is indented further than the keys beside it.",
            "Let it begin in the same column as the key above it.",
        )
    if "did not find expected" in problem and _INNER_APOSTROPHE.match(line):
        return (
            "The apostrophe in this text ends it, because it began with one.",
            "Put the text in double quotation marks, or write the apostrophe twice.",
        )
    if "did not find expected" in problem and _OPENING_BRACKET.match(line):
        return (
            "A text that begins with “[” is taken for a list.",
            "Put the whole text in quotation marks.",
        )
    return None


def library_error(document: Document, error: yaml.YAMLError) -> Finding:
    """What an error of the YAML library says of a document."""
    if not isinstance(error, yaml.MarkedYAMLError):
        return syntax_error(document, str(error), 0)
    mark, first = clear_mark(error), error.context_mark
    offset = _offset(document, mark.line, mark.column) if mark else 0
    begun = _offset(document, first.line, first.column) if first else None
    return syntax_error(document, error.problem or "", offset, begun)


def _offset(document: Document, line: int, column: int) -> int:
    return min(document.line_start(line + 1) + column, len(document.text))


def syntax_error(
    document: Document, problem: str, offset: int, begun: int | None = None
) -> Finding:
    """What libyaml says of the place at `offset`, in plain words and with a remedy.

    `begun` is the offset of what it was reading, where it says so.
    """
    if "maximum nesting depth" in problem:
        return too_deep(document.path, where_brackets_go_too_deep(document, offset))
    line = document.line(document.position(offset).line)
    start = document.line_start(document.position(offset).line)
    tab = re.match(r" *\t", line)
    if tab:
        return Finding(
            finding_kinds.TAB_INDENTATION,
            "This line is indented with a tab; YAML allows spaces only.",
            Place(document.path, span=Span(start + tab.end() - 1, start + tab.end())),
            "Replace each tab by two spaces (most editors: “Convert indentation to spaces”).",
        )
    found = (
        to_blame(document, problem, offset, begun)
        or _half_a_sign(document, problem, offset)
        or slip(document, offset)
    )
    if found:
        return found
    before = line[: offset - start] if offset >= start else ""
    message, remedy = _seen_in(line, before, problem) or next(
        (words for pattern, words in _PROBLEMS.items() if re.search(pattern, problem)),
        (
            f"This is not valid YAML: {problem or 'it cannot be read'}.",
            "Compare this part of the file with another brief, or open it in a YAML-aware editor.",
        ),
    )
    end = max(offset + 1, start + len(line)) if offset < len(document.text) else offset
    return Finding(
        finding_kinds.NOT_YAML, message, Place(document.path, span=Span(offset, end)), remedy
    )


def _half_a_sign(document: Document, problem: str, offset: int) -> Finding | None:
    span = half(document.text, offset) if "invalid Unicode character escape" in problem else None
    if span is None:
        return None
    return Finding(
        finding_kinds.NOT_YAML,
        f"“{document.text[span.start : span.end]}” is one half of a sign, and the other half is "
        "missing beside it.",
        Place(document.path, span=span),
        "Type the sign itself, such as 😀, or both halves, such as “\\ud83d\\ude00”.",
    )
