"""What a hand-written page says it is about, for search engines and previews: its first paragraph,
where its author wrote no `description`."""

import html
import json
import re
from itertools import pairwise

from markdown_it import MarkdownIt

LONGEST = 160
"""Characters; engines show no more."""
_MATTER = re.compile(r"\A---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*\n", re.S | re.M)
_OWN = re.compile(r"^description[ \t]*:", re.M)
_ATTRIBUTES = re.compile(r"\s*\{:?[^{}]*\}\s*$")


def described(text: str) -> str:
    """The page with a `description` in its front matter; as it is where it has one, or nothing to
    say."""
    matter = _MATTER.match(text)
    if matter and _OWN.search(matter[1]):
        return text
    said = _first_words(text[matter.end() :] if matter else text)
    if not said:
        return text
    line = f"description: {json.dumps(html.escape(said), ensure_ascii=False)}\n"
    if matter:
        return f"{text[: matter.start(1)]}{line}{text[matter.start(1) :]}"
    return f"---\n{line}---\n\n{text}"


def _first_words(body: str) -> str:
    """The first paragraph that is more than one word set apart, without its marks."""
    tokens = MarkdownIt("commonmark").parse(body)
    for before, token in pairwise(tokens):
        if before.type != "paragraph_open" or before.level or token.type != "inline":
            continue
        children = token.children or []
        if children and children[0].type == "em_open" and children[-1].type == "em_close":
            continue  # a note on the page, such as the day of a decision
        words = "".join(
            child.content
            if child.type in ("text", "code_inline")
            else " " * ("break" in child.type)
            for child in children
        )
        if said := _ATTRIBUTES.sub("", " ".join(words.split())):
            return _cut(said)
    return ""


def _cut(text: str) -> str:
    if len(text) <= LONGEST:
        return text
    return f"{text[: LONGEST - 2].rpartition(' ')[0] or text[: LONGEST - 2]} …"
