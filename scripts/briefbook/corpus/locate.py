"""Looks up lines and columns: once, when findings are shown."""

import re
from collections.abc import Iterable

from briefbook.corpus.corpus import Corpus
from briefbook.findings import (
    Finding,
    LocatedFinding,
    LocatedLabel,
    Place,
    Region,
    Report,
)
from briefbook.syntax import follow
from briefbook.text.document import Document, Span


def locate(corpus: Corpus, findings: Iterable[Finding]) -> Report:
    """A report of the findings in the order of files, lines, columns and codes."""
    found = {
        LocatedFinding(
            finding,
            _region(corpus, finding.place),
            tuple(
                LocatedLabel(_region(corpus, label.place), label.message)
                for label in finding.related
            ),
            _record(corpus, finding.place),
        )
        for finding in findings
    }
    ordered = sorted(found, key=lambda item: (item.region, item.finding.kind.code,
                                              item.finding.message))  # fmt: skip
    return Report(tuple(ordered), corpus.documents)


def _record(corpus: Corpus, place: Place) -> str:
    """The id of the record that a place lies in: two steps deep in a brief, one in the library."""
    at = corpus.links.records_at.get(place.path, {})
    return at.get(place.route[:2]) or at.get(place.route[:1], "")


def _region(corpus: Corpus, place: Place) -> Region:
    document = corpus.documents.get(place.path)
    return Region.of(place.path, document, _span(corpus, place, document))


def _span(corpus: Corpus, place: Place, document: Document | None) -> Span:
    if place.span is not None:
        return place.span
    node = corpus.nodes.get(place.path)
    if node is None or document is None:
        return Span(0, 0)
    span = follow(node, place.route, on_key=place.on_key)
    if place.text:
        whole = re.compile(rf"{re.escape(place.text)}(?![a-z0-9-])")
        if found := whole.search(document.text, span.start, span.end):
            return Span(found.start(), found.end())
    return _first_line(document, span)


def _first_line(document: Document, span: Span) -> Span:
    """A text of several lines is marked on its first one only; trailing blanks are left out."""
    text = document.text[span.start : span.end]
    first = text.split("\n", 1)[0] if len(text) > 1 else text
    return Span(span.start, span.start + max(1, len(first.rstrip())))
