"""What hand-written pages of a whole site say at their head, for engines, previews and templates:
as templates print it, and with a description where their author wrote none."""

import json
import re
from itertools import pairwise

import yaml
from markdown_it import MarkdownIt
from markupsafe import escape

LONGEST = 160
"""Characters; engines show no more."""
_MATTER = re.compile(r"\A---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*\n", re.S | re.M)
_OWN = re.compile(r"^description[ \t]*:", re.M)
_BLOCK = re.compile(r"(?:!!!|\?\?\?\+?|===) |\[\^[^]]+\]:|\*\[[^]]+\]:|:::")
"""Begins an admonition, a tab, a footnote, an abbreviation or a directive of extensions."""
_REFERENCE = re.compile(r"\[(?:\^[^]]+|([^][]+)\]\[[^]]*)\]")
"""A mark of a footnote, or a reference that leads nowhere, of which the words stay."""
_ATTRIBUTES = re.compile(r"\s*\{:?[^{}]*\}\s*$")


_PRINTED = ("title", "description", "author")
"""What templates print of front matter, as it is."""


class BrokenMatter(ValueError):
    """Front matter that is no YAML; `line` counts from 1."""

    def __init__(self, line: int, said: str) -> None:
        super().__init__(said)
        self.line = line


def with_matter(text: str, *, described: bool = True) -> str:
    """A page with a description if it is to have one, and with what templates print of its front
    matter escaped for HTML. What is no text there is left out.

    Raises BrokenMatter.
    """
    text = _described(text) if described else text
    matter = _MATTER.match(text)
    if not matter:
        return text
    try:
        meta = yaml.safe_load(matter[1])
    except yaml.YAMLError as error:
        mark = getattr(error, "context_mark", None) or getattr(error, "problem_mark", None)
        line = mark.line + 2 if mark else 1
        raise BrokenMatter(line, getattr(error, "problem", None) or str(error)) from None
    if not isinstance(meta, dict):
        return text
    told = {
        name: str(escape(meta[name])) if isinstance(meta[name], str | int | float) else None
        for name in _PRINTED
        if name in meta
    }
    if all(meta[name] == told[name] for name in told):
        return text
    lines = yaml.safe_dump(meta | told, allow_unicode=True, sort_keys=False)
    return f"---\n{lines}---\n{text[matter.end() :]}"


def _described(text: str) -> str:
    """The page with a `description` in its front matter; as it is where it has one, or nothing to
    say."""
    matter = _MATTER.match(text)
    if matter and _OWN.search(matter[1]):
        return text
    said = _first_words(text[matter.end() :] if matter else text)
    if not said:
        return text
    line = f"description: {json.dumps(said, ensure_ascii=False)}\n"
    if matter:
        return f"{text[: matter.start(1)]}{line}{text[matter.start(1) :]}"
    return f"---\n{line}---\n\n{text}"


def _first_words(body: str) -> str:
    """The first paragraph that is more than one word set apart, without its marks."""
    tokens = MarkdownIt("commonmark").enable("table").parse(body)
    for before, token in pairwise(tokens):
        if before.type != "paragraph_open" or before.level or token.type != "inline":
            continue
        children = token.children or []
        if children and children[0].type == "em_open" and children[-1].type == "em_close":
            continue  # a note on the page, such as the day of a decision
        if _BLOCK.match(token.content):
            continue
        words = "".join(
            child.content
            if child.type in ("text", "code_inline")
            else " " * ("break" in child.type)
            for child in children
        )
        words = _REFERENCE.sub(r"\1", words)
        if said := _ATTRIBUTES.sub("", " ".join(words.split())):
            return _cut(said)
    return ""


def _cut(text: str) -> str:
    if len(text) <= LONGEST:
        return text
    return f"{text[: LONGEST - 2].rpartition(' ')[0] or text[: LONGEST - 2]} …"
