"""One pass over the C parser's events: refuses what a brief may not hold, builds the node tree.

Events and not the composer, because the composer recurses in C (100,000 brackets crash the
process) and resolves aliases and merge keys (bombs).
"""

from collections.abc import Iterator

import yaml
from yaml.events import (
    AliasEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from briefbook.findings import Finding, Kind, Place
from briefbook.syntax import finding_kinds
from briefbook.syntax.depth import MAX_DEPTH, too_deep
from briefbook.syntax.nodes import ListNode, MappingEntry, MappingNode, Node, TextNode
from briefbook.syntax.problems import Refused, library_error, syntax_error
from briefbook.syntax.repeated import repeated_keys
from briefbook.syntax.surrogates import Pairs
from briefbook.syntax.texts import Texts, span_of
from briefbook.text.document import Document, Span


class _Open:
    """A collection whose end has not come yet."""

    __slots__ = ("again", "items", "key", "mapping", "start")

    def __init__(self, start: int, *, mapping: bool) -> None:
        self.start = start
        self.mapping: dict[str, MappingEntry] | None = {} if mapping else None
        self.items: list[Node] = []
        self.key: TextNode | None = None
        self.again: list[tuple[TextNode, TextNode]] = []
        """Keys that were there already, each with the first one."""


def parse(document: Document) -> tuple[Node | None, list[Finding]]:
    """The tree of a document (None if it cannot be read to its end) and what is wrong in it.

    Never raises for bad input: every error of the YAML library becomes a finding with a place.
    """
    pairs = Pairs(document.text)
    builder = _Builder(document, pairs)
    try:
        for event in _events(document, pairs.text):
            builder.take(event)
    except Refused as refusal:
        return None, [*builder.findings, refusal.finding]
    except (ValueError, AttributeError, OverflowError, RecursionError) as error:
        # PyYAML lets these escape beside YAMLError, for example at \U00110000.
        return None, [*builder.findings, syntax_error(document, str(error), 0)]
    if builder.root is None or _blank(builder.root):
        return None, [*builder.findings, _empty(document)]
    return builder.root, builder.findings


def _blank(node: Node) -> bool:
    return isinstance(node, TextNode) and not node.value.strip()


def _empty(document: Document) -> Finding:
    of_library = "/_library/" in f"/{document.path}"
    remedy = (
        "Begin each entry with “- id: …”, or delete the file."
        if of_library
        else "Write a title, a summary, a status and one claim, or delete the file."
    )
    return Finding(
        finding_kinds.EMPTY_FILE,
        "This file is empty.",
        Place(document.path, span=Span(0, 0)),
        remedy,
    )


def _events(document: Document, text: str) -> Iterator[yaml.Event]:
    try:
        yield from yaml.parse(text, Loader=yaml.CSafeLoader)
    except yaml.YAMLError as error:
        raise Refused(library_error(document, error)) from None


class _Builder:
    """Takes events one by one; `root` is set when the document's node is complete."""

    def __init__(self, document: Document, pairs: Pairs) -> None:
        self.path = document.path
        self.text = document.text
        self._texts = Texts(document, pairs)
        self.root: Node | None = None
        self.findings: list[Finding] = []
        self._open: list[_Open] = []
        self._documents = 0

    def take(self, event: yaml.Event) -> None:
        match event:
            case ScalarEvent():
                self._refuse_decorations(event)
                self._add(self._text(event))
            case MappingStartEvent() | SequenceStartEvent():
                self._refuse_decorations(event)
                self._begin(event)
            case MappingEndEvent() | SequenceEndEvent():
                self._finish(span_of(event).end)
            case AliasEvent():
                self._refuse(
                    event,
                    finding_kinds.ALIAS,
                    f"“*{event.anchor}” repeats a part of the file by reference.",
                    "Write the value out: a brief must read the same from any line. A text that "
                    "begins with “*” needs quotation marks.",
                )
            case DocumentStartEvent():
                self._documents += 1
                if self._documents > 1:
                    self._refuse(
                        event,
                        finding_kinds.SEVERAL_DOCUMENTS,
                        "“---” starts a second document in this file.",
                        "One file holds one brief: move the rest to a file of its own.",
                    )

    def _text(self, event: ScalarEvent) -> TextNode:
        parent = self._open[-1] if self._open else None
        opened = parent.start if parent else None
        text, hidden = self._texts.read(event, parent.key if parent else None, opened)
        self.findings += hidden
        return text

    def _refuse_decorations(self, event: ScalarEvent | CollectionStartEvent) -> None:
        if event.anchor is not None:
            self._refuse(
                event,
                finding_kinds.ALIAS,
                f"“&{event.anchor}” names a part of the file for reuse.",
                "Write each value out. A text that begins with “&” needs quotation marks.",
            )
        if event.tag is not None:
            self._refuse(
                event,
                finding_kinds.TAG,
                f"“{_shown_tag(event.tag)}” is a YAML type tag, and briefs have none.",
                "Delete it: the field decides how its value is read. A text that begins with “!” "
                "needs quotation marks.",
            )

    def _refuse(self, event: yaml.Event, kind: Kind, message: str, remedy: str) -> None:
        span = span_of(event)
        raise Refused(Finding(kind, message, Place(self.path, span=span), remedy))

    def _begin(self, event: CollectionStartEvent) -> None:
        if len(self._open) >= MAX_DEPTH:
            raise Refused(too_deep(self.path, span_of(event)))
        mapping = isinstance(event, MappingStartEvent)
        self._open.append(_Open(span_of(event).start, mapping=mapping))

    def _finish(self, end: int) -> None:
        done = self._open.pop()
        span = Span(done.start, max(end, done.start))
        if done.again:
            of_list = bool(self._open) and self._open[-1].mapping is None
            first = next(iter(done.mapping or ()))
            self.findings += repeated_keys(self.path, done.again, first, of_list=of_list)
        if done.mapping is not None:
            self._add(MappingNode(done.mapping, span))
        else:
            self._add(ListNode(done.items, span))

    def _add(self, node: Node) -> None:
        if not self._open:
            self.root = node
            return
        parent = self._open[-1]
        if parent.mapping is None:
            parent.items.append(node)
        elif parent.key is None:
            parent.key = self._as_key(node)
        else:
            key, parent.key = parent.key, None
            first = parent.mapping.setdefault(key.value, MappingEntry(key, node))
            if first.key is not key:
                parent.again.append((key, first.key))

    def _as_key(self, node: Node) -> TextNode:
        if isinstance(node, TextNode) and node.value != "<<":
            return node
        if isinstance(node, TextNode):
            raise Refused(
                Finding(
                    finding_kinds.MERGE_KEY,
                    "“<<” merges another mapping into this one.",
                    Place(self.path, span=node.span),
                    "Write the keys out: a brief must read the same from any line.",
                )
            )
        raise Refused(
            Finding(
                finding_kinds.KEY_NOT_TEXT,
                "A list or mapping stands where a key should be.",
                Place(self.path, span=node.span),
                "A key is a word followed by a colon. A text in { } or [ ] needs quotation marks.",
            )
        )


def _shown_tag(tag: str) -> str:
    core = "tag:yaml.org,2002:"
    return f"!!{tag.removeprefix(core)}" if tag.startswith(core) else tag
