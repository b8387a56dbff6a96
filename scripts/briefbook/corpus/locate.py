"""Looks up lines and columns: once, when findings are shown."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from briefbook.corpus.corpus import Corpus
from briefbook.findings import (
    Finding,
    LocatedFinding,
    LocatedLabel,
    Place,
    Region,
    Report,
)
from briefbook.model.mentions import MENTIONED
from briefbook.syntax import follow
from briefbook.text.document import Document, Span

_LONGEST = 600
"""Characters of a message or an advice."""


def locate(corpus: Corpus, findings: Iterable[Finding]) -> Report:
    """A report of the findings in the order of files, lines, columns and codes."""
    return report_of(corpus, located(corpus, findings))


def located(corpus: Corpus, findings: Iterable[Finding]) -> Iterator[LocatedFinding]:
    """Findings with lines and columns, ready to be shown."""
    places = Places(corpus)
    for finding in findings:
        related = [
            LocatedLabel(places.region(label.place), label.message) for label in finding.related
        ]
        yield LocatedFinding(
            _readable(finding),
            places.region(finding.place),
            tuple(related),
            _record(corpus, finding.place),
        )


def report_of(corpus: Corpus, findings: Iterable[LocatedFinding]) -> Report:
    """The same as a report, each once, in the order of files, lines, columns and codes."""
    ordered = sorted({*findings}, key=lambda item: (item.region, item.finding.kind.code,
                                                    item.finding.message))  # fmt: skip
    return Report(tuple(ordered), _Documents(corpus))


class _Documents(Mapping[str, Document]):
    """The texts of a corpus, each read when it is to be shown."""

    def __init__(self, corpus: Corpus) -> None:
        self._texts = corpus.texts

    def __getitem__(self, path: str) -> Document:
        return self._texts[path].document

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)


def _readable(finding: Finding) -> Finding:
    """With what an author typed cut where it is so long that it hides what is said of it."""
    message, remedy = _cut(finding.message), _cut(finding.help)
    if (message, remedy) == (finding.message, finding.help):
        return finding
    return replace(finding, message=message, help=remedy)


def _cut(text: str) -> str:
    if len(text) <= _LONGEST:
        return text
    return f"{text[: _LONGEST // 2]} … {text[-_LONGEST // 2 :]}"


def _record(corpus: Corpus, place: Place) -> str:
    """The id of the record that a place lies in: two steps deep in a brief, one in the library."""
    names = corpus.links.records_at.get(place.path, {})
    return names.get(place.route[:2]) or names.get(place.route[:1], "")


@dataclass
class Places:
    """Regions of places; each text is searched for its citations and links once."""

    corpus: Corpus
    _mentions: dict[tuple[str, Span], dict[str, list[Span]]] = field(default_factory=dict)

    def region(self, place: Place) -> Region:
        """Lines and columns of a place."""
        document = self.corpus.document(place.path)
        return Region.of(place.path, document, self.span(place))

    def span(self, place: Place) -> Span:
        """The stretch of its document that a place is; of several lines the first one."""
        document = self.corpus.document(place.path)
        if place.span is not None:
            return place.span
        node = self.corpus.node(place.path)
        if node is None or document is None:
            return Span(0, 0)
        span = follow(node, place.route, on_key=place.on_key)
        if place.text:
            found = self._occurrences(document, span, place.text)
            if place.nth < len(found):
                return found[place.nth]
        return _first_line(document, span)

    def _occurrences(self, document: Document, span: Span, text: str) -> list[Span]:
        """Where these characters stand in a stretch of a document, as a word of their own."""
        if not MENTIONED.fullmatch(text):
            edge = r"(?![A-Za-z0-9_-])" if text[-1:].isalnum() else ""
            whole = re.compile(re.escape(text) + edge)
            matches = whole.finditer(document.text, span.start, span.end)
            return [Span(match.start(), match.end()) for match in matches]
        key = (document.path, span)
        if key not in self._mentions:
            found = self._mentions[key] = dict[str, list[Span]]()
            for match in MENTIONED.finditer(document.text, span.start, span.end):
                found.setdefault(" ".join(match[0].split()), []).append(
                    Span(match.start(), match.end())
                )
        return self._mentions[key].get(text, [])


def _first_line(document: Document, span: Span) -> Span:
    """A text of several lines is marked on its first one only; trailing blanks are left out."""
    text = document.text[span.start : span.end]
    first = text.split("\n", 1)[0] if len(text) > 1 else text
    return Span(span.start, span.start + max(1, len(first.rstrip())))
