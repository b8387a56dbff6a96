"""WVR006 unsorted-waivers: waivers that do not stand in the order of rules and records."""

from collections.abc import Iterator
from itertools import pairwise

from briefbook.analysis.edition import Edition
from briefbook.corpus import Placed
from briefbook.findings import Edit, Finding, Kind, Severity
from briefbook.model import Brief
from briefbook.rules import Rule, every_brief
from briefbook.syntax import ListNode, MappingNode, Node, TextNode
from briefbook.text.document import Document, Span

KIND = Kind("WVR006", "unsorted-waivers", Severity.note)


def check(placed: Placed[Brief], edition: Edition) -> Iterator[Finding]:
    """Whether they are sorted by rule, then by record."""
    keys = [(waiver.rule.upper(), waiver.at or "") for waiver in placed.record.waivers]
    order = sorted(range(len(keys)), key=keys.__getitem__)
    if order == list(range(len(keys))):
        return
    edits = _sorted(placed, edition, order)
    yield Finding(
        KIND,
        "The waivers are not sorted by rule and record.",
        placed.place("waivers", on_key=True),
        "“briefbook check --fix” sorts them." if edits else "Put them in the order of their rules.",
        edits=edits,
    )


def _sorted(placed: Placed[Brief], edition: Edition, order: list[int]) -> tuple[Edit, ...]:
    """Whole items in the new order, their comments with them; nothing for a list on one line."""
    node, document = edition.corpus.node(placed.path), edition.corpus.document(placed.path)
    entry = node.entries.get("waivers") if isinstance(node, MappingNode) else None
    if document is None or entry is None or not isinstance(entry.value, ListNode):
        return ()
    lines = [document.position(item.span.start).line for item in entry.value.items]
    if len(set(lines)) < len(lines) or not _begin_with_a_dash(document, lines):
        return ()
    ends = [document.position(_end(item, document.text) - 1).line for item in entry.value.items]
    above = [document.position(entry.key.span.start).line, *ends[:-1]]
    lines = [
        _with_its_comment(document, line, before) for line, before in zip(lines, above, strict=True)
    ]
    starts = [document.line_start(line) for line in (*lines, ends[-1] + 1)]
    texts = [document.text[a:b] for a, b in pairwise(starts)]
    if not texts[-1].endswith("\n"):
        return ()
    whole = Span(starts[0], starts[-1])
    return (Edit(whole, "".join(texts[index] for index in order)),)


def _with_its_comment(document: Document, line: int, before: int) -> int:
    """The first line of the comment right above an item, else its own; never up to `before`."""
    while line - 1 > before and document.line(line - 1).lstrip().startswith("#"):
        line -= 1
    return line


def _end(node: Node, text: str) -> int:
    """Where a node's last character stands; a block's own span reaches to whatever comes next."""
    start, end = node.span.start, node.span.end
    match node:
        case TextNode():
            return start + len(text[start:end].rstrip())
        case _ if text[start] in "{[":
            return end
        case ListNode(items=items):
            return max((_end(item, text) for item in items), default=end)
        case MappingNode(entries=entries):
            last = list(entries.values())[-1]
            return max(last.key.span.end, _end(last.value, text))


def _begin_with_a_dash(document: Document, lines: list[int]) -> bool:
    return all(document.line(line).lstrip().startswith("- ") for line in lines)


RULE = Rule(KIND, __name__, every_brief(check))
