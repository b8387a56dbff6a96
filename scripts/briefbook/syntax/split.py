"""Texts of a list in brackets that a comma may have cut in two."""

import re

from briefbook.findings import Finding, Place, Route
from briefbook.syntax import finding_kinds
from briefbook.text.document import Document, Span

# How the rest of a sentence begins: small, or with more names of a list of names.
_GOES_ON = re.compile(
    r"(?:and|or|und|oder|et|ou|y|и|или) |[a-zа-яё]\S*(?: \S+){2}"
    r"|[A-ZА-ЯЁ][\w.-]*(?: [A-ZА-ЯЁ][\w.-]*)*(?: (?:and|or|und|oder|et|y|и|&) [A-ZА-ЯЁ]\S*)+$"
)
_BEFORE = re.compile(r",\s*\Z")
_WORDS = 3


def split_text(document: Document, item: Span, before: Span, route: Route) -> Finding | None:
    """The finding for an item that goes on with the one before it; None if it may well be its own.

    Both are texts without quotation marks in one list in brackets.
    """
    text = document.text
    typed, first = text[item.start : item.end], text[before.start : before.end]
    if not _BEFORE.search(text, before.end, item.start) or typed[:1] in "\"'":
        return None
    if first[:1] in "\"'" or len(first.split()) < _WORDS or not _GOES_ON.match(typed):
        return None
    return Finding(
        finding_kinds.SPLIT_TEXT,
        f"“{_shown(typed)}” is read as an item of its own: in brackets a comma ends an item.",
        Place(document.path, route, span=item),
        "If this is one text, put the whole of it in quotation marks, or give each item a line of "
        "its own that begins with “- ”.",
    )


def _shown(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= 60 else f"{flat[:59].rstrip()}…"
