"""A web page: the text that a reader sees, block by block."""

import re
from typing import Any, NamedTuple

from briefbook.authoring.extractors import Extractor, NoText, Taken, Wanted, lacking, version_of
from briefbook.authoring.extractors.encodings import decoded
from briefbook.authoring.extractors.styles import styled_away

_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
    "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1",
    "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu",
    "nav", "ol", "option", "p", "pre", "search", "section", "summary", "table", "tbody", "tfoot",
    "thead", "tr", "ul",
})  # fmt: skip
_UNSEEN = frozenset({
    "audio", "canvas", "datalist", "embed", "head", "iframe", "noembed", "noframes", "noscript",
    "object", "rp", "rt", "script", "select", "style", "svg", "template", "textarea", "title",
    "video",
})  # fmt: skip
_CELLS = ("td", "th")
_HIDDEN = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(hidden))", re.IGNORECASE)
_VISIBLE = re.compile(r"(?:^|;)\s*visibility\s*:\s*visible", re.IGNORECASE)
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]+)""", re.I)
_LOOKS_SO = re.compile(rb"^\s*(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
                       re.IGNORECASE | re.DOTALL)  # fmt: skip
_SPACE = re.compile(r"[^\S\u00a0\u2007\u202f]+")
_RAISED = str.maketrans("0123456789()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾")
_RAISED_NUMBERS = re.compile(r"\(\d{1,3}\)|\d+(?:\s?[,–-]\s?\d+)*")
_IN_BRACKETS = re.compile(r"\[.*\]", re.DOTALL)
_NOTE_LETTERS = re.compile(r"[a-zа-я]{1,2}")


def _knows(raw: bytes, name: str) -> bool:
    if raw[:1024].lstrip().startswith((b"%PDF-", b"PK\x03\x04", b"WARC/", b"\x1f\x8b")):
        return False  # whatever it is called
    return name.lower().endswith((".html", ".htm", ".xhtml")) or bool(_LOOKS_SO.match(raw[:8192]))


def _take(raw: bytes, wanted: Wanted) -> Taken:
    page = decoded(raw, wanted.encoding, declared_encoding(raw))
    if "\x00" in page:
        raise NoText("it is no page, or packed in a way that is not known; save it again")
    text = text_of_page(page)
    if not text:
        raise NoText("the page has no text that a reader would see; a script may make it: save it "
                     "as the browser shows it, or as WARC")  # fmt: skip
    return Taken(text, "text/html", "html", version_of("selectolax"), raw)


def declared_encoding(raw: bytes) -> str:
    """The encoding in which a page says that it is; empty for none."""
    found = _CHARSET.search(raw[:4096])
    return found[1].decode("ascii") if found else ""


def text_of_page(page: str) -> str:
    """What a reader sees of a page; a blank line between blocks.

    Not seen are what is hidden by its own attributes or by a style sheet within the page, and
    readings beside Chinese and Japanese signs (ruby), which would cut words in two. Digits that
    stand raised are raised signs.
    """
    try:
        from selectolax.lexbor import LexborHTMLParser  # noqa: PLC0415 an extra
    except ImportError:
        raise lacking("selectolax", "web pages") from None
    tree = LexborHTMLParser(page)
    pieces = _Pieces()
    if tree.body is not None:
        _walk(tree.body, pieces, _Unseen(styled_away(tree), _around_visible(tree)))
    return pieces.text()


class _Pieces:
    """The blocks of a page, as they come."""

    def __init__(self) -> None:
        self._blocks, self._now = list[str](), list[str]()

    def add(self, text: str) -> None:
        self._now.append(text)

    def end_block(self) -> None:
        joined = "".join(self._now)
        lines = [line.strip() for line in joined.split("\n")]
        block = "\n".join(lines).strip("\n")
        if block:
            self._blocks.append(block)
        self._now = []

    def text(self) -> str:
        self.end_block()
        return "".join(f"{block}\n\n" for block in self._blocks)[:-1]


def _walk(root: Any, pieces: _Pieces, unseen: "_Unseen") -> None:  # noqa: ANN401 a node of another's tree
    """Goes through a tree without calling itself: pages may be nested as deep as they like."""
    raised, kept, node, leaving = 0, 0, root, False
    while True:
        name = node.tag
        if leaving:
            _end(name, pieces)
            raised -= name == "sup"
            kept -= name == "pre"
        elif name == "-text":
            text = node.text(deep=False) if node.text_content is None else node.text_content
            text = text if kept else _SPACE.sub(" ", text)
            pieces.add(text.translate(_RAISED) if raised and text.strip().isdigit() else text)
        elif name == "br":
            pieces.add("\n")
        elif not unseen.has(node, name):
            note = _note(node) if name == "sup" and not raised else ""
            pieces.add(note)
            _begin(name, pieces)
            raised += name == "sup"
            kept += name == "pre"
            if node.first_child is not None and not note:
                node = node.first_child
                continue
            _end(name, pieces)
            raised -= name == "sup"
            kept -= name == "pre"
        if node is root or node.mem_id == root.mem_id:
            return
        if node.next is not None:
            node, leaving = node.next, False
        else:
            node, leaving = node.parent, True


def _note(sup: Any) -> str:  # noqa: ANN401
    """What stands for a raised mark as a whole: numbers as raised signs, what is in brackets as it
    is, a letter that leads somewhere in brackets. Empty for what is no mark of a note."""
    text = (sup.text(deep=True) or "").strip()
    if _RAISED_NUMBERS.fullmatch(text):
        return "".join(text.split()).translate(_RAISED)
    if _IN_BRACKETS.fullmatch(text):
        return " ".join(text.split())
    linked = sup.css_first("a") is not None or sup.parent.tag == "a"
    return f"[{text}]" if linked and _NOTE_LETTERS.fullmatch(text) else ""


def _begin(name: str, pieces: _Pieces) -> None:
    if name in _BLOCKS:
        pieces.end_block()
    elif name == "q":
        pieces.add("“")


def _end(name: str, pieces: _Pieces) -> None:
    if name in _BLOCKS:
        pieces.end_block()
    elif name in _CELLS:
        pieces.add("\t")
    elif name == "q":
        pieces.add("”")


class _Unseen(NamedTuple):
    """What no reader sees: elements that are styled `away`, and those that hide themselves. Those
    `around` something that is visible again are taken whole: nothing is lost that somebody sees."""

    away: frozenset[int]
    around: frozenset[int]

    def has(self, node: Any, name: str) -> bool:  # noqa: ANN401
        """Whether nobody sees an element, and what is in it."""
        if name in _UNSEEN or name.startswith("-") or node.mem_id in self.away:
            return True
        attributes = node.attributes
        if "hidden" in attributes:
            return True
        hidden = _HIDDEN.search(attributes.get("style") or "")
        if hidden and not (hidden[1] and node.mem_id in self.around):
            return True
        return name == "dialog" and "open" not in attributes


def _around_visible(tree: Any) -> frozenset[int]:  # noqa: ANN401
    """The elements in which one says of itself that it is visible."""
    found = set[int]()
    for node in tree.css("[style*=visib i]"):
        if _VISIBLE.search(node.attributes.get("style") or ""):
            above = node.parent
            while above is not None and above.mem_id not in found:
                found.add(above.mem_id)
                above = above.parent
    return frozenset(found)


EXTRACTOR = Extractor("html", _knows, _take)
