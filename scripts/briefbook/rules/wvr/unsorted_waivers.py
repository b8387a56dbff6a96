"""WVR006 unsorted-waivers: waivers that do not stand in the order of rules and records."""

from collections.abc import Iterator
from itertools import pairwise

from briefbook.analysis.edition import Edition
from briefbook.corpus import Placed
from briefbook.findings import Edit, Finding, Kind, Severity
from briefbook.model import Brief
from briefbook.rules import Rule, each
from briefbook.syntax import ListNode, MappingNode
from briefbook.text.document import Document, Span

KIND = Kind("WVR006", "unsorted-waivers", Severity.note)


def check(at: Placed[Brief], edition: Edition) -> Iterator[Finding]:
    """Whether they are sorted by rule, then by record."""
    keys = [(waiver.rule.upper(), waiver.at or "") for waiver in at.record.waivers]
    order = sorted(range(len(keys)), key=keys.__getitem__)
    if order == list(range(len(keys))):
        return
    yield Finding(
        KIND,
        "The waivers are not sorted by rule and record.",
        at.place("waivers", on_key=True),
        "“briefbook check --fix” sorts them.",
        edits=_sorted(at, edition, order),
    )


def _sorted(at: Placed[Brief], edition: Edition, order: list[int]) -> tuple[Edit, ...]:
    """Whole items in the new order, their comments with them; nothing for a list on one line."""
    node, document = edition.corpus.nodes[at.path], edition.corpus.documents[at.path]
    entry = node.entries.get("waivers") if isinstance(node, MappingNode) else None
    if entry is None or not isinstance(entry.value, ListNode):
        return ()
    lines = [document.position(item.span.start).line for item in entry.value.items]
    if len(set(lines)) < len(lines) or not _begin_with_a_dash(document, lines):
        return ()
    lines = [_with_its_comment(document, line) for line in lines]
    last = document.position(entry.value.items[-1].span.end - 1).line
    starts = [document.line_start(line) for line in (*lines, last + 1)]
    texts = [document.text[a:b] for a, b in pairwise(starts)]
    if not texts[-1].endswith("\n"):
        return ()
    whole = Span(starts[0], starts[-1])
    return (Edit(whole, "".join(texts[index] for index in order)),)


def _with_its_comment(document: Document, line: int) -> int:
    """The first line of the comment that stands right above an item, else its own."""
    while document.line(line - 1).lstrip().startswith("#"):
        line -= 1
    return line


def _begin_with_a_dash(document: Document, lines: list[int]) -> bool:
    return all(document.line(line).lstrip().startswith("- ") for line in lines)


RULE = Rule(KIND, __name__, each(Brief)(check))
