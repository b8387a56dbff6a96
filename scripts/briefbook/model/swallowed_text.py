"""Authors' words that do not come out as they were typed: ends taken for comments, lost lines."""

from collections.abc import Iterable, Iterator

from briefbook.findings import Finding, Route
from briefbook.model.finding_kinds import MISSING_FIELD
from briefbook.model.leaves import Leaf, leaves
from briefbook.model.record import Record
from briefbook.syntax import Node
from briefbook.syntax.folded import lost_lines
from briefbook.syntax.shown_note import shown_note
from briefbook.syntax.split import split_text
from briefbook.syntax.swallowed import swallowed_text
from briefbook.text.document import Document


def with_swallowed_texts(
    found: list[Finding],
    node: Node,
    kind: type[Record],
    document: Document,
    route: Route = (),
) -> list[Finding]:
    """The mistakes found in a node at a route of its file, and its texts that end in a comment.

    Only in fields of free text: behind an id, a word of the format, a date or a number a comment
    takes nothing away. A field that is empty because of its comment is told once, at the comment.
    """
    texts = [*leaves(node, kind, route)]
    lost = [
        swallowed_text(document.path, leaf.node.comment, document.text, leaf.route)
        for leaf in texts
        if leaf.free and leaf.node.comment
    ]
    routes = {finding.place.route for finding in lost}
    kept = [f for f in found if f.kind is not MISSING_FIELD or f.place.route not in routes]
    more = [*_of_lines(texts, document), *_split(texts, document)]
    return [*kept, *lost, *more]


def _of_lines(texts: Iterable[Leaf], document: Document) -> Iterator[Finding]:
    """Lines that readers do not see as they were typed, and notes that they do."""
    for leaf in texts:
        start, end = leaf.node.span.start, leaf.node.span.end
        written = document.text[start:end]
        if "prose" in leaf.roles and (
            lost := lost_lines(document.path, written, start, leaf.route)
        ):
            yield lost
        if leaf.free and (note := shown_note(document.path, written, start, leaf.route)):
            yield note


def _split(texts: Iterable[Leaf], document: Document) -> Iterator[Finding]:
    """Items of lists of free text that go on with the item before them."""
    before = None
    for leaf in texts:
        if leaf.free and before and _follows(before.route, leaf.route):
            found = split_text(document, leaf.node.span, before.node.span, leaf.route)
            if found:
                yield found
        before = leaf if leaf.free else None


def _follows(before: Route, route: Route) -> bool:
    """Whether a text is the next item of a list, also as the short form of a record."""
    if before[-1:] == route[-1:] and isinstance(route[-1], str):
        before, route = before[:-1], route[:-1]
    here, there = route[-1:], before[-1:]
    numbers = [step for step in (*there, *here) if isinstance(step, int)]
    return before[:-1] == route[:-1] and len(numbers) == 2 and numbers[1] == numbers[0] + 1
