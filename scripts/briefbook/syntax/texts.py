"""A scalar of the YAML library to a text of our tree: escapes, wrapping, and comments behind it."""

import unicodedata
from dataclasses import replace

from yaml.events import Event, ScalarEvent

from briefbook.findings import Finding, Place
from briefbook.syntax.decode import characters, stacked_marks
from briefbook.syntax.nodes import TextNode
from briefbook.syntax.problems import Refused
from briefbook.syntax.surrogates import Pairs
from briefbook.syntax.swallowed import may_be_text
from briefbook.text.document import Document, Span
from briefbook.text.wide import wraps


def span_of(event: Event) -> Span:
    """Where an event stands; the C parser marks every one."""
    start, end = event.start_mark, event.end_mark
    return Span(start.index if start else 0, end.index if end else 0)


class Texts:
    """Reads the texts of a document."""

    def __init__(self, document: Document, pairs: Pairs) -> None:
        self._path = document.path
        self._text = document.text
        self._pairs = pairs
        self._sign = document.text.find("#")
        """The first “#” that is not before the text read last; below 0 if none comes."""

    def read(
        self, event: ScalarEvent, key: TextNode | None, opened: int | None
    ) -> tuple[TextNode, list[Finding]]:
        """A text, and what its escapes hide.

        `key` is the key whose value it is, `opened` the offset at which its list or mapping begins.
        Raises Refused for a text that is too costly to put in order.
        """
        span = span_of(event)
        written = self._text[span.start : span.end]
        escapes = event.style == '"' and "\\" in written
        value = self._pairs.restore(event.value, written, escapes=escapes)
        hidden: list[Finding] = []
        if escapes:
            if stacked := stacked_marks(self._path, value):
                raise Refused(replace(stacked, place=Place(self._path, span=span)))
            value = unicodedata.normalize("NFC", value)
            found = characters(self._path, value, 0)
            hidden = [replace(item, place=Place(self._path, span=span)) for item in found]
        folds = () if event.style == "|" else wraps(written, value, escapes=escapes)
        near = self._is_sign_near(key.span.end if key else span.start, span.end)
        comment = self._comment(event, span, key, opened) if near else None
        return TextNode(value, span, folds, comment), hidden

    def _is_sign_near(self, start: int, end: int) -> bool:
        """Whether a “#” stands between two offsets, or on the last one's line or that below."""
        if 0 <= self._sign < start:
            self._sign = self._text.find("#", start)
        if self._sign < 0:
            return False
        below = self._text.find("\n", self._text.find("\n", end) + 1)
        return below < 0 or self._sign < below

    def _comment(
        self, event: ScalarEvent, span: Span, key: TextNode | None, opened: int | None
    ) -> Span | None:
        """What may be the rest of a plain text, or its beginning on the line of its key."""
        if key and self._text.startswith(": #", key.span.end):
            return may_be_text(self._text, key.span.end + 1, None)
        if event.style:
            return None
        column = None
        if opened is not None and span.start < span.end and self._text[opened] not in "[{":
            # Below a key, a text begins right of it; in a list, under the item's first letter.
            begins = key.span.start if key else span.start
            column = begins - (self._text.rfind("\n", 0, begins) + 1) + (key is not None)
        return may_be_text(self._text, span.end, column)
