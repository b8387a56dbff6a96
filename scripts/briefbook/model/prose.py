"""Prose fields: a safe subset of Markdown, with `[@source-id]` and `[[record]]`.

Parsed by a CommonMark parser with HTML off; whatever is not in the subset is shown as the
characters that were typed. Input is cut into the parser's own tokens and never passed through.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from briefbook.text.html import Html, join, tag
from briefbook.text.url import REL, UnsafeUrl, safe_url

# Ids have small letters only; what is typed otherwise is read too, so that it can be reported.
_LINK = re.compile(r"\[\[([A-Za-z0-9_-]+(?:#[A-Za-z0-9_-]+)?)\]\]")
_CITATION = re.compile(r"\[((?:@[A-Za-z0-9_-]+)(?:; ?@[A-Za-z0-9_-]+)*)\]")
MENTIONED = re.compile(r"@[A-Za-z0-9_-]+|\[\[[A-Za-z0-9_#-]+\]\]")
_MAX_BRACKETS = 400
_MAX_LENGTH = 100_000
_MAX_DEPTH = 12


@dataclass(frozen=True, slots=True)
class Mention:
    """A source that prose cites (`citation`), or a record that it links to (`record`).

    `typed` is how it stands in the text, `nth` (from 0) which occurrence of these characters it
    is, those in code and those that only look like it included.
    """

    kind: str
    id: str
    typed: str
    nth: int


@dataclass(frozen=True, slots=True)
class Prose:
    """Parsed prose."""

    text: str
    tokens: tuple[Token, ...]

    def mentions(self) -> Iterator["Mention"]:
        """The cited sources and linked records, in order."""
        often = Counter[str]()
        for token in self._all():
            if token.type in ("text", "code_inline"):
                often.update(MENTIONED.findall(token.content))
            elif token.type in ("citation", "record"):
                name = token.meta["id"]
                typed = f"@{name}" if token.type == "citation" else f"[[{name}]]"
                yield Mention(token.type, name, typed, often[typed])
                often[typed] += 1

    def _all(self) -> Iterator[Token]:
        for token in self.tokens:
            yield token
            yield from token.children or ()

    def html(self, cite: Callable[[str], Html], link: Callable[[str], Html]) -> Html:
        """The prose as HTML; `cite` and `link` give what stands for a source and for a record."""
        return _blocks(list(self.tokens), cite, link)

    def plain(self, cite: Callable[[str], str], link: Callable[[str], str]) -> str:
        """The prose as one line of plain text, for search, descriptions and feeds."""
        parts: list[str] = []
        for token in self._all():
            match token.type:
                case "text" | "code_inline":
                    parts.append(token.content)
                case "citation":
                    parts.append(cite(token.meta["id"]))
                case "record":
                    parts.append(link(token.meta["id"]))
                case "softbreak" | "hardbreak" | "paragraph_close":
                    parts.append(" ")
        return " ".join("".join(parts).split())


@lru_cache(maxsize=4096)
def parse_prose(text: str) -> Prose:
    """Parse; linear in the length of the text.

    CommonMark parsers take quadratic time on thousands of open brackets, so links of such a text
    are taken as typed; and so is everything but citations and `[[…]]` in a text that is nested
    more than twelve deep or has more than 100,000 characters.
    """
    links = text.count("[") <= _MAX_BRACKETS
    tokens = tuple(_parser(_RULES if len(text) <= _MAX_LENGTH else (), links=links).parse(text))
    if any(_depth(token) > _MAX_DEPTH for token in tokens):
        tokens = tuple(_parser((), links=links).parse(text))
    return Prose(text, tokens)


def _depth(token: Token) -> int:
    return max((child.level for child in token.children or ()), default=0) + token.level


_RULES = ("list", "emphasis", "backticks", "newline", "escape", "balance_pairs")


@cache
def _parser(rules: tuple[str, ...], *, links: bool) -> MarkdownIt:
    markdown = MarkdownIt("zero", {"maxNesting": 100}).enable(["paragraph", *rules])
    markdown.validateLink = _may_be_linked  # type: ignore[method-assign]
    markdown.inline.ruler.before("link", "briefbook_refs", _references)
    if links:
        markdown.enable("link")
    return markdown


def _may_be_linked(url: str) -> bool:
    """An address that is refused leaves the brackets as they were typed."""
    try:
        return bool(safe_url(url, mail=True))
    except UnsafeUrl:
        return False


def _references(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] != "[":
        return False
    for pattern, kind in ((_LINK, "record"), (_CITATION, "citation")):
        match = pattern.match(state.src, state.pos, state.posMax)
        if match:
            if not silent:
                for name in match[1].split(";"):
                    token = state.push(kind, "", 0)
                    token.meta = {"id": name.strip().removeprefix("@")}
            state.pos = match.end()
            return True
    return False


_TAGS = {
    "paragraph": "p",
    "bullet_list": "ul",
    "ordered_list": "ol",
    "list_item": "li",
    "em": "em",
    "strong": "strong",
}


def _blocks(tokens: list[Token], cite: Callable[[str], Html], link: Callable[[str], Html]) -> Html:
    """Fold a flat token list into nested elements."""
    stack: list[tuple[str, dict[str, str], list[Html]]] = [("", {}, [])]
    for token in tokens:
        name, _, edge = token.type.rpartition("_")
        if edge == "open" and token.hidden:
            continue
        if edge == "close" and token.hidden:
            continue
        if token.type == "inline":
            stack[-1][2].append(_blocks(token.children or [], cite, link))
        elif edge == "open":
            stack.append((_TAGS.get(name, "a"), _attributes(token), []))
        elif edge == "close":
            element, attributes, children = stack.pop()
            stack[-1][2].append(tag(element, *children, **attributes))
        else:
            stack[-1][2].append(_leaf(token, cite, link))
    return join(stack[0][2])


def _attributes(token: Token) -> dict[str, str]:
    match token.type:
        case "link_open":
            return {"href": safe_url(str(token.attrs["href"]), mail=True), "rel": REL}
        case "ordered_list_open" if "start" in token.attrs:
            return {"start": str(token.attrs["start"])}
        case _:
            return {}


def _leaf(token: Token, cite: Callable[[str], Html], link: Callable[[str], Html]) -> Html:
    match token.type:
        case "citation":
            return cite(token.meta["id"])
        case "record":
            return link(token.meta["id"])
        case "code_inline":
            return tag("code", token.content)
        case "softbreak" | "hardbreak":
            return join(["\n"])
        case _:
            return join([token.content])
