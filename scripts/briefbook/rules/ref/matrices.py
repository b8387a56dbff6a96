"""Competing hypotheses as they are typed, so that one mistake in a brief hides no other."""

from collections.abc import Iterator
from dataclasses import dataclass

from briefbook.corpus import Corpus
from briefbook.findings import Route
from briefbook.syntax import ListNode, MappingNode, Node, TextNode


@dataclass(frozen=True)
class Matrix:
    """One set of hypotheses: its options and the hypotheses rated, each with where it stands."""

    options: tuple[tuple[str, Route], ...]
    rated: tuple[tuple[str, Route], ...]


def matrices(corpus: Corpus, path: str) -> Iterator[Matrix]:
    """Those of a brief, if it is YAML at all."""
    file = corpus.file_at.get(path)
    for index, record in _items(_value(file.node, "hypotheses") if file else None):
        route: Route = ("hypotheses", index)
        yield Matrix(tuple(_options(record, route)), tuple(_rated(record, route)))


def _options(record: Node, route: Route) -> Iterator[tuple[str, Route]]:
    for index, option in _items(_value(record, "options")):
        name = _value(option, "id")
        if isinstance(name, TextNode):
            yield name.value, (*route, "options", index, "id")


def _rated(record: Node, route: Route) -> Iterator[tuple[str, Route]]:
    for index, row in _items(_value(record, "matrix")):
        ratings = _value(row, "ratings")
        for name in ratings.entries if isinstance(ratings, MappingNode) else ():
            yield name, (*route, "matrix", index, "ratings", name)


def _value(node: Node | None, key: str) -> Node | None:
    entry = node.entries.get(key) if isinstance(node, MappingNode) else None
    return entry.value if entry else None


def _items(node: Node | None) -> Iterator[tuple[int, Node]]:
    yield from enumerate(node.items if isinstance(node, ListNode) else ())
