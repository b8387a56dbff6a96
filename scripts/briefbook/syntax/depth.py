"""How deep lists and mappings may be nested, and where a file goes deeper."""

import re

from briefbook.findings import Finding, Place
from briefbook.syntax import finding_kinds
from briefbook.text.document import Document, Span

MAX_DEPTH = 32
_RUN = re.compile(r"[\[{\s]*$")


def too_deep(path: str, span: Span) -> Finding:
    """The finding for a list or mapping that begins at a span and has too many around it."""
    return Finding(
        finding_kinds.TOO_DEEP,
        f"Lists and mappings are nested more than {MAX_DEPTH} deep here.",
        Place(path, span=span),
        "No field of a brief needs that: look for a bracket too many.",
    )


def where_brackets_go_too_deep(document: Document, offset: int) -> Span:
    """The bracket that is one too many, in the run of them in which libyaml stopped at `offset`.

    It reads up to a thousand brackets ahead of its first event, and newer ones then refuse them.
    """
    run = _RUN.search(document.text, max(0, offset - 2_000), offset)
    start = run.start() if run else offset
    opening = [one for one in range(start, offset) if document.text[one] in "[{"]
    place = opening[: MAX_DEPTH + 1][-1] if opening else offset
    return Span(place, place + 1)
