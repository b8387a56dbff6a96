"""A text file in memory, and places in it."""

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a document: character offsets, `end` exclusive."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place for people: line and column, both counted from 1, columns in characters."""

    line: int
    column: int


@dataclass(frozen=True)
class Document:
    """A file's path (relative to the project, with forward slashes) and its text."""

    path: str
    text: str

    @cached_property
    def _starts(self) -> list[int]:
        starts, newline = [0], self.text.find("\n")
        while newline >= 0:
            starts.append(newline + 1)
            newline = self.text.find("\n", newline + 1)
        return starts

    def position(self, offset: int) -> Position:
        """Line and column of a character offset; one past the end is allowed."""
        line = bisect_right(self._starts, offset) - 1
        return Position(line + 1, offset - self._starts[line] + 1)

    def line_start(self, number: int) -> int:
        """The offset at which line `number` (from 1) begins."""
        return self._starts[number - 1] if number <= len(self._starts) else len(self.text)

    def line(self, number: int) -> str:
        """The text of line `number` (from 1), without its newline; empty past the end."""
        if not 1 <= number <= len(self._starts):
            return ""
        start = self._starts[number - 1]
        end = self.text.find("\n", start)
        return self.text[start:] if end < 0 else self.text[start:end]
