"""BRF006 trailing-blanks: lines that end in blanks, and a last line without its end."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from briefbook.analysis.edition import Edition
from briefbook.findings import Edit, Finding, Kind, Place, Severity
from briefbook.rules import Rule, each_file
from briefbook.syntax import ListNode, MappingNode, Node, TextNode
from briefbook.text.document import Document, Span
from briefbook.text.listing import counted

KIND = Kind("BRF006", "trailing-blanks", Severity.note)
_BLANKS = re.compile(r"[ \t]+$", re.MULTILINE)


def check(edition: Edition, path: str) -> Iterator[Finding]:
    """One finding for each file; texts of several lines are passed over: blanks may count there."""
    if text := edition.corpus.texts.get(path):
        document = text.document
        ends = document.text.endswith("\n") or not document.text
        found = list(_BLANKS.finditer(document.text))
        if (ends and not found) or text.node is None:
            return
        spans = list(_apart_from_texts(found, document, text.node))
        edits = [Edit(span, "") for span in spans]
        if not ends:
            end = len(document.text)
            edits.append(Edit(Span(end, end), "\n"))
        if edits:
            what = f"{counted(len(spans), 'line ends', 'lines end')} in blanks" if spans else ""
            last = "the last line has no end" if len(edits) > len(spans) else ""
            told = " and ".join(part for part in (what, last) if part)
            yield Finding(
                KIND,
                f"{told[:1].upper()}{told[1:]}.",
                Place(path, span=edits[0].span),
                "briefbook check --fix takes the blanks out and ends the last line.",
                edits=tuple(edits),
            )


def _apart_from_texts(
    found: Iterable[re.Match[str]], document: Document, node: Node
) -> Iterator[Span]:
    """Blanks at ends of lines that are no part of any text; linear."""
    texts = sorted(s for s in _spans(node) if "\n" in document.text[s.start : s.end])
    starts = [span.start for span in texts]
    for match in found:
        line = bisect_right(starts, match.start()) - 1
        if line < 0 or texts[line].end < match.start():
            yield Span(match.start(), match.end())


def _spans(node: Node) -> Iterator[Span]:
    waiting = [node]
    while waiting:
        match waiting.pop():
            case TextNode(span=span):
                yield span
            case ListNode(items=items):
                waiting += items
            case MappingNode(entries=entries):
                waiting += [entry.value for entry in entries.values()]


RULE = Rule(KIND, __name__, each_file(check))
