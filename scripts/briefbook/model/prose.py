"""Prose fields: a safe subset of Markdown, with `[@source-id]` and `[[record]]`.

Parsed by a CommonMark parser with HTML off; whatever is not in the subset is shown as the
characters that were typed. Input is cut into the parser's own tokens and never passed through.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from briefbook.model.mentions import Stray, read_mention, spelt, strays_in
from briefbook.text.html import Html, join, tag
from briefbook.text.url import REL, UnsafeUrl, safe_url
from briefbook.text.wide import unwrapped

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
        return (item for item, _ in self._found() if isinstance(item, Mention))

    def strays(self) -> Iterator[tuple[Stray, int]]:
        """What looks like one of these and is none; which occurrence of its characters it is."""
        return ((item, nth) for item, nth in self._found() if isinstance(item, Stray))

    def _found(self) -> Iterator[tuple["Mention | Stray", int]]:
        often = Counter[str]()
        linked = False
        for token in self._all():
            match token.type:
                case "link_open" | "link_close":
                    linked = token.type == "link_open"
                case "text" | "code_inline":
                    if token.type == "text" and not linked:
                        for stray, before in strays_in(token.content):
                            yield stray, often[stray.typed] + before
                    often.update(spelt(token.content))
                case "citation" | "record":
                    typed = token.meta["typed"]
                    yield Mention(token.type, token.meta["id"], typed, often[typed]), often[typed]
                    often[typed] += 1
                case "stray":
                    yield token.meta["stray"], often[token.meta["stray"].typed]

    def _all(self) -> Iterator[Token]:
        for token in self.tokens:
            yield token
            yield from token.children or ()

    def html(
        self,
        cite: Callable[[str], Html],
        link: Callable[[str], Html],
        worded: Callable[[str, str], Html] | None = None,
    ) -> Html:
        """The prose as HTML; `cite` and `link` give what stands for a source and for a record.

        `worded` gives a link to a record in words of the author's own; without it the words alone
        stand there.
        """
        return _blocks(list(self.tokens), _Leaves(cite, link, worded))

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
                    parts.append(token.meta["words"] or link(token.meta["id"]))
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
    running = unwrapped(text)
    tokens = tuple(_parser(_RULES if len(text) <= _MAX_LENGTH else (), links=links).parse(running))
    if any(_depth(token) > _MAX_DEPTH for token in tokens):
        tokens = tuple(_parser((), links=links).parse(running))
    return Prose(text, tokens)


def _depth(token: Token) -> int:
    return max((child.level for child in token.children or ()), default=0) + token.level


_RULES = ("list", "emphasis", "backticks", "newline", "escape", "balance_pairs")


@cache
def _parser(rules: tuple[str, ...], *, links: bool) -> MarkdownIt:
    markdown = MarkdownIt("zero", {"maxNesting": 100}).enable(["paragraph", *rules])
    markdown.validateLink = _may_be_linked  # type: ignore[method-assign]
    markdown.inline.ruler.before("link", "briefbook_refs", read_mention)
    if links:
        markdown.enable("link")
    return markdown


def _may_be_linked(url: str) -> bool:
    """An address that is refused leaves the brackets as they were typed."""
    try:
        return bool(safe_url(url, mail=True))
    except UnsafeUrl:
        return False


_TAGS = {
    "paragraph": "p",
    "bullet_list": "ul",
    "ordered_list": "ol",
    "list_item": "li",
    "em": "em",
    "strong": "strong",
}


def _blocks(tokens: list[Token], leaves: "_Leaves") -> Html:
    """Fold a flat token list into nested elements."""
    stack: list[tuple[str, dict[str, str], list[Html]]] = [("", {}, [])]
    for token in tokens:
        name, _, edge = token.type.rpartition("_")
        if edge == "open" and token.hidden:
            continue
        if edge == "close" and token.hidden:
            continue
        if token.type == "inline":
            stack[-1][2].append(_blocks(token.children or [], leaves))
        elif edge == "open":
            stack.append((_TAGS.get(name, "a"), _attributes(token), []))
        elif edge == "close":
            element, attributes, children = stack.pop()
            stack[-1][2].append(tag(element, *children, **attributes))
        else:
            stack[-1][2].append(leaves.html(token))
    return join(stack[0][2])


def _attributes(token: Token) -> dict[str, str]:
    match token.type:
        case "link_open":
            return {"href": safe_url(str(token.attrs["href"]), mail=True), "rel": REL}
        case "ordered_list_open" if "start" in token.attrs:
            return {"start": str(token.attrs["start"])}
        case _:
            return {}


@dataclass(frozen=True, slots=True)
class _Leaves:
    """What is printed for tokens that hold no others."""

    cite: Callable[[str], Html]
    link: Callable[[str], Html]
    worded: Callable[[str, str], Html] | None

    def html(self, token: Token) -> Html:
        match token.type:
            case "citation":
                return self.cite(token.meta["id"])
            case "record" if words := token.meta["words"]:
                return self.worded(token.meta["id"], words) if self.worded else join([words])
            case "record":
                return self.link(token.meta["id"])
            case "code_inline":
                return tag("code", token.content)
            case "softbreak" | "hardbreak":
                return join(["\n"])
            case _:
                return join([token.content])
