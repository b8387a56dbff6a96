"""Replacing a value in its file, as certain as the file spells it plainly."""

from briefbook.analysis.edition import Edition
from briefbook.corpus import Placed
from briefbook.findings import Edit, Route
from briefbook.model import Record
from briefbook.syntax import follow
from briefbook.text.document import Span


def replaced(
    placed: Placed[Record], edition: Edition, steps: Route, old: str, new: str
) -> tuple[Edit, ...]:
    """The edit that makes `old` to `new`; nothing where escapes or line breaks hide the value."""
    node, document = edition.corpus.node(placed.path), edition.corpus.document(placed.path)
    if node is None or document is None:
        return ()
    span = follow(node, (*placed.route, *steps))
    text = document.text[span.start : span.end]
    if text.count(old) != 1:
        return ()
    start = span.start + text.index(old)
    return (Edit(Span(start, start + len(old)), new),)
