"""How prose names sources and records: `[@id]`, `[[id]]`, and the forms of other tools beside them.

Understood are several sources in one bracket, words before a source and a place within it, as
Pandoc writes them, and wiki links with words of their own. What looks like one of these and is
none is marked, so that a finding can say how to write it.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from markdown_it.rules_inline import StateInline

# Ids have small letters only; keys of other tools are read too, so that they can be reported.
_KEY = r"[\w-]++(?:[:.#$%&+?<>~/]++[\w-]++)*+"
MENTIONED = re.compile(rf"@{_KEY}|\[\[[^\[\]]{{1,200}}\]\]")
_LINK = re.compile(
    r"\[\[\s*\#?([\w-]+(?:\#[\w-]+)?)\s*(?:\\?\|([^\[\]|\\]{1,200}))?\]\]"
    r"(?!\((?:https?:|mailto:))"
)
_SIMPLE = re.compile(rf"\[-?@{_KEY}(?:[;,]\s?-?@{_KEY})*\]")
_BRACKET = re.compile(r"\[([^\[\]@]{0,100}@[^\[\]]{1,300})\](?!\()")
_BETWEEN = re.compile(r";\s*|,\s*(?=-?@)")
_CITED = re.compile(rf"(?P<before>(?:[^@]*\s)?)-?@(?P<key>{_KEY})(?:,\s*(?P<place>[^@\s][^@]*))?")
_LIKE_A_CITATION = re.compile(rf"\[(?:[^\[\]@]{{0,100}}\s)?-?(@{_KEY})[^\[\]]{{0,300}}\](?!\()")
_LIKE_A_LINK = re.compile(r"\[\[[^\[\]]{1,200}\]\](?!\()")
_BARE = re.compile(rf"(?<![\w@/.\\-])@{_KEY}")
_COMMAND = re.compile(
    r"\\(?:auto|foot|full|paren|smart|super|text|no)?cite[a-z]{0,6}\*?\{[^{}]{1,200}\}"
)
_EMBEDDED = re.compile(r"(?:^|\s)!$")
_SCHEMES = ("doi:", "pmid:", "pmcid:", "arxiv:", "isbn:", "http:", "https:")
_NEAR = 300


@dataclass(frozen=True, slots=True)
class Stray:
    """Something that looks like a citation or a link of another tool, and is shown as typed.

    `form` is “citation”, “link”, “embedded”, “command”, or “bare” for a key without brackets.
    """

    form: str
    typed: str


def read_mention(state: StateInline, silent: bool) -> bool:
    """The rule of the Markdown parser for what begins with a bracket."""
    if state.src[state.pos] != "[":
        return False
    length = _link(state, silent) or _citation(state, silent)
    if length:
        state.pos += length
    elif not silent:
        _mark(state)
    return bool(length)


def _link(state: StateInline, silent: bool) -> int:
    match = _LINK.match(state.src, state.pos, state.posMax)
    if match is None:
        return 0
    if not silent:
        if _EMBEDDED.search(state.src, max(0, state.pos - 2), state.pos):
            _push_stray(state, Stray("embedded", _on_one_line(match[0])))
        token = state.push("record", "", 0)
        token.meta = {
            "id": match[1],
            "typed": _on_one_line(match[0]),
            "words": (match[2] or "").strip(),
        }
    return match.end() - match.start()


def _citation(state: StateInline, silent: bool) -> int:
    match = _SIMPLE.match(state.src, state.pos, state.posMax)
    match = match or _BRACKET.match(state.src, state.pos, state.posMax)
    if match is None:
        return 0
    cited = [_CITED.fullmatch(part.strip()) for part in _BETWEEN.split(match[0][1:-1])]
    if not all(cited):
        return 0
    if not silent:
        _push_citations(state, [one for one in cited if one])
    return match.end() - match.start()


def _push_citations(state: StateInline, cited: list[re.Match[str]]) -> None:
    """Bare sources one after another; with words beside them they stand in brackets together."""
    worded = any(one["before"].strip() or one["place"] for one in cited)
    for number, one in enumerate(cited):
        if worded:
            _push_text(state, ("; " if number else "(") + one["before"])
        token = state.push("citation", "", 0)
        token.meta = {"id": one["key"], "typed": f"@{one['key']}"}
        if one["place"]:
            _push_text(state, f", {one['place']}")
    if worded:
        _push_text(state, ")")


def _push_text(state: StateInline, words: str) -> None:
    state.push("text", "", 0).content = words


def _mark(state: StateInline) -> None:
    """Mark what was meant as a citation or link and is none."""
    if match := _LIKE_A_CITATION.match(state.src, state.pos, state.posMax):
        _push_stray(state, Stray("citation", match[1]))
    elif match := _LIKE_A_LINK.match(state.src, state.pos, state.posMax):
        _push_stray(state, Stray("link", _on_one_line(match[0])))


def _push_stray(state: StateInline, stray: Stray) -> None:
    state.push("stray", "", 0).meta = {"stray": stray}


def strays_in(text: str) -> Iterator[tuple[Stray, int]]:
    """Commands of LaTeX, and keys without brackets, in a text that is shown as typed.

    With each, how often its characters stand before it in this text.
    """
    often = Counter[str]()
    for match in _COMMAND.finditer(text):
        yield Stray("command", match[0]), often[match[0]]
        often[match[0]] += 1
    for match in MENTIONED.finditer(text):
        if _BARE.match(text, match.start()) and not _is_in_brackets(text, match.start()):
            yield Stray("bare", match[0]), often[match[0]]
        often[match[0]] += 1


def spelt(text: str) -> list[str]:
    """All that could be a citation or link by its characters, on one line each."""
    found = [*MENTIONED.findall(text), *_COMMAND.findall(text)]
    return [_on_one_line(typed) for typed in found]


def _on_one_line(typed: str) -> str:
    return " ".join(typed.split())


def _is_in_brackets(text: str, offset: int) -> bool:
    start = max(0, offset - _NEAR)
    return text.rfind("[", start, offset) > text.rfind("]", start, offset)


def is_foreign_key(key: str) -> bool:
    """Whether a key can be nothing but a citation of another tool (“doi:10.1000/182”)."""
    return key.casefold().startswith(_SCHEMES)
