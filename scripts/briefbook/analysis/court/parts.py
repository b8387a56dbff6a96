"""The parts of a quotation: what its editor left out or put in brackets stands between them."""

import re
from dataclasses import dataclass

from briefbook.analysis.court.alike import fold
from briefbook.analysis.court.rewritten import Rewritten

OMISSION = r"[\[［](?:\.\.\.)+[\]］]|[(（](?:\.\.\.)+[)）]|<(?:\.\.\.)+>|(?:\.\.\.)+\.?(?!\.)"
NOTE = r"\d{1,3}\](?![^\W_])"
_BETWEEN = re.compile(
    rf"\s*(?P<omission>{OMISSION})\s*|\s?[\[［](?!{NOTE})(?P<own>[^\[\]［］]*)[\]］]\s?"
)
_NOTHING = re.compile(r"[\s.,;:'\"()]*")
"""Signs that end and part sentences; others (%, $, a minus) count."""


@dataclass(frozen=True, slots=True)
class Part:
    """Words that must stand as they are.

    `text` is folded and begins at `start` of the folded quotation; `open_before` and `open_after`:
    an editor's bracket stands right beside it, so that a word may go on there. `bracket` is what
    the editor put between the part before and this one, None for an omission.
    """

    text: str
    start: int
    open_before: bool = False
    open_after: bool = False
    bracket: str | None = None

    @property
    def is_signs_alone(self) -> bool:
        """Whether it has no letter and no digit: such as the % of “5 [or so] %”."""
        return not any(map(str.isalnum, self.text))


@dataclass(frozen=True, slots=True)
class Quoted:
    """A folded quotation: whole, and in parts. `begins_open` and `ends_open`: marks of omission or
    brackets stand at its edges."""

    folded: Rewritten
    whole: Part
    parts: tuple[Part, ...]

    @property
    def own(self) -> tuple[str, ...]:
        """The editor's own words."""
        found = _BETWEEN.finditer(self.folded.text)
        return tuple(one["own"] for one in found if one["own"])

    @property
    def in_parts(self) -> bool:
        """Whether its editor left something out or put something in."""
        return self.parts != (self.whole,)


def quoted(exact: str) -> Quoted:
    """A quotation as it is looked for."""
    folded = fold(exact.strip())
    text = folded.text
    parts, at, bracket, open_before = list[Part](), 0, None, False
    for found in _BETWEEN.finditer(text):
        own = found["own"]
        if own is not None and not own.strip():
            continue  # empty brackets are no words of anybody
        open_after = own is not None and not found[0][:1].isspace()
        part = _part(text, at, found.start(), open_before, open_after, bracket)
        if part:
            parts.append(part)
        at, bracket = found.end(), own
        open_before = own is not None and not found[0][-1:].isspace()
    last = _part(text, at, len(text), open_before, False, bracket)
    if last:
        parts.append(last)
    whole = Part(text, 0)
    proves = not all(part.is_signs_alone for part in parts)
    return Quoted(folded, whole, tuple(parts) if proves else (whole,))


def _part(
    text: str, start: int, end: int, before: bool, after: bool, bracket: str | None
) -> Part | None:
    found = text[start:end]
    start += len(found) - len(found.lstrip())
    found = found.strip()
    if not found or _NOTHING.fullmatch(found):
        return None
    return Part(found, start, before, after, bracket)
