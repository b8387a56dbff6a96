"""A text that was rewritten here and there, with the way back from each place of it."""

import re
from array import array
from bisect import bisect_right
from collections.abc import Callable


class Rewritten:
    """A text, and for each offset of it the offset in the text from which it came."""

    __slots__ = ("_before", "_from", "_start", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._before: Rewritten | None = None
        self._start, self._from = array("L", [0]), array("L", [0])

    def replace(
        self, pattern: re.Pattern[str], by: str | Callable[[re.Match[str]], str]
    ) -> "Rewritten":
        """This text with each match replaced; this very text where nothing matches."""
        starts, froms, pieces = [0], [0], list[str]()
        text, last, length = self.text, 0, 0
        for found in pattern.finditer(text):
            start, end = found.span()
            new = by if isinstance(by, str) else by(found)
            if new == text[start:end]:
                continue
            pieces += (text[last:start], new)
            length += start - last
            starts.append(length)
            froms.append(start)
            length += len(new)
            starts.append(length)
            froms.append(end)
            last = end
        if not pieces:
            return self
        pieces.append(text[last:])
        made = Rewritten("".join(pieces))
        made._before = self
        made._start, made._from = array("L", starts), array("L", froms)
        return made

    def origin(self, offset: int) -> int:
        """Where the sign at an offset stood in the first text."""
        if self._before is None:
            return offset
        at = bisect_right(self._start, offset) - 1
        source = self._from[at] + offset - self._start[at]
        if at + 1 < len(self._from):
            source = min(source, self._from[at + 1])
        return self._before.origin(source)
