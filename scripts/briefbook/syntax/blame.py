"""Finds the slip that broke a file: mended for a try, the file can be read further."""

import re
from collections.abc import Iterator, Sequence

import yaml

from briefbook.findings import Finding, Place
from briefbook.syntax import finding_kinds
from briefbook.syntax.slips import COLON_IN_A_TEXT, SLIPS, Slip
from briefbook.text.document import Document, Span

_PARSED = 4_000_000
"""Characters that may be parsed to find a slip, all tries together."""
_AFTER = 60
"""Lines below the complaint that a try reads."""


# What libyaml notices only later: a text never closed, a key whose colon never came.
_IS_CLEAR_EARLIER = re.compile(r"unexpected end of stream|could not find expected ':'")


def clear_mark(error: yaml.MarkedYAMLError) -> "yaml.error.Mark | None":
    """Where a complaint of the library is best shown: where it began, or where it was noticed."""
    first, second = error.context_mark, error.problem_mark
    early = _IS_CLEAR_EARLIER.search(error.problem or "")
    return (first or second) if early else (second or first)


def slip(document: Document, offset: int) -> Finding | None:
    """The finding for the slip that is the cause of a complaint at `offset`, if one is found."""
    return next(_confirmed(document, document.position(offset).line), None)


def _confirmed(document: Document, complained: int) -> Iterator[Finding]:
    lines = document.text.split("\n")[: complained + _AFTER]
    tries = _Tries(lines, complained, max(3, _PARSED // max(1, len(document.text))))
    yield from _shapes(document, lines, complained, tries, SLIPS)
    yield from _indented_otherwise(document, lines, complained, tries)
    yield from _shapes(document, lines, complained, tries, (COLON_IN_A_TEXT,))


class _Tries:
    """Reads mended texts, so many and no more."""

    def __init__(self, lines: list[str], complained: int, left: int) -> None:
        self._lines = lines
        self._complained = complained
        self._left = left

    def read_further(self, number: int, mended: list[str]) -> bool:
        """Whether the complaint is gone with these lines in place of those from `number` on."""
        if self._left == 0:
            return False
        self._left -= 1
        lines = [*self._lines[: number - 1], *mended, *self._lines[number - 1 + len(mended) :]]
        try:
            for _ in yaml.parse("\n".join(lines), Loader=yaml.CSafeLoader):
                pass
        except yaml.MarkedYAMLError as error:
            mark = clear_mark(error)
            return mark is not None and mark.line + 1 > self._complained
        except (yaml.YAMLError, ValueError, AttributeError, OverflowError):
            return False
        return True


def _shapes(
    document: Document, lines: list[str], complained: int, tries: _Tries, slips: Sequence[Slip]
) -> Iterator[Finding]:
    for number in range(complained, 0, -1):
        line = lines[number - 1] if number <= len(lines) else ""
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        for one in slips:
            found = one.shape.match(line) if complained - number <= one.reach else None
            if found is None:
                continue
            mended = [_mended(one, each) for each in lines[number - 1 : complained]]
            if tries.read_further(number, mended):
                message, remedy = one.words(found)
                yield _finding(document, number, found, message, remedy)


def _mended(slip: Slip, line: str) -> str:
    found = slip.shape.match(line)
    return slip.mended(found) + line[found.end() :] if found else line


def _finding(
    document: Document, number: int, found: re.Match[str], message: str, remedy: str
) -> Finding:
    start = document.line_start(number)
    span = Span(start + found.start("sign"), start + found.end("sign"))
    return Finding(finding_kinds.NOT_YAML, message, Place(document.path, span=span), remedy)


_FORGOTTEN_COLON = re.compile(r"[a-z_]+(?: \S+){1,2}$")
_TEXT_LINE = re.compile(r"(?P<sign>\s*)(?P<text>\S.*)$")


def _indented_otherwise(
    document: Document, lines: list[str], complained: int, tries: _Tries
) -> Iterator[Finding]:
    """A line that begins too far left or right, measured by the lines above it."""
    for number in (complained, complained - 1):
        found = _TEXT_LINE.match(lines[number - 1]) if 0 < number <= len(lines) else None
        if found is None:
            continue
        here = len(found["sign"])
        is_text = not re.match(r"(?:- |[\w-]+:(?: |$))", found["text"])
        if is_text and _FORGOTTEN_COLON.match(found["text"]):
            continue
        above = [line for line in lines[: number - 1] if line.strip()][-12:]
        for column in dict.fromkeys(_columns(above)):
            if column == here or (is_text and column < here):
                continue
            if tries.read_further(number, [" " * column + found["text"]]):
                start = document.line_start(number)
                span = Span(start + here, start + len(lines[number - 1]))
                yield Finding(
                    finding_kinds.NOT_YAML,
                    f"This line belongs to the text above it and begins in column {here + 1}."
                    if is_text
                    else f"This line begins in column {here + 1}, and nothing beside it does.",
                    Place(document.path, span=span),
                    f"Let it begin in column {column + 1}, as what it belongs to does.",
                )
                return


def _columns(above: list[str]) -> Iterator[int]:
    """Where the lines above begin, the nearest first; behind a hyphen, too."""
    for line in reversed(above):
        bare = line.lstrip(" ")
        yield len(line) - len(bare)
        if bare.startswith("- "):
            yield len(line) - len(bare[1:].lstrip(" "))
