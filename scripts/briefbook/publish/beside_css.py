"""The style sheet for our pages within another theme: every rule holds inside `.bb-beside` only."""

import re
from collections.abc import Iterable, Iterator

import tinycss2
from tinycss2.ast import AtRule, Node, QualifiedRule

INSIDE = ".bb-beside"
_OWN = """\
.bb-beside{--bb-paper:var(--md-default-bg-color,#fff);--bb-ink:var(--md-typeset-color,#1c1d20);\
--md-typeset-a-color:var(--bb-accent);--md-accent-fg-color:var(--bb-accent);color-scheme:light;\
overflow-wrap:anywhere;--bb-rem:1rem}
[data-md-color-scheme=slate] .bb-beside,[data-bs-theme=dark] .bb-beside{color-scheme:dark}
.bb-plain{--bb-rem:1.25rem}
.bb-plain button{appearance:none;background:none;border:0;padding:0;font:inherit;\
color:var(--bb-accent);cursor:pointer}
.bb-plain ul:is([class^=bb-],[class*=" bb-"])>li{list-style:none;margin-left:0}
"""
"""Paper and ink are the theme's; the other colours are ours, for its light and its dark.

A theme that is not Material is `bb-plain`: its root is 16 px and not 20, and it resets no button.
"""
_REM = re.compile(r"(?<![\w.-])(-?\d*\.?\d+)rem\b")
_THEMES = re.compile(
    r"\.md-(?!(?:typeset|content)(?![\w-]))|\.bb-(?:header-search|scheme|menu)|:root\["
    r"|^(?:html|body|input|:focus|\*|q$)"
)
_TYPESET = re.compile(r"^\.md-(?:typeset|content)(?![\w-])")
_THEIR_COLOURS = ("--bb-paper", "--bb-ink")


def beside_css(css: str) -> str:
    """Our style sheet without what it says of the theme, each selector inside `.bb-beside`.

    Custom properties of the root become those of `.bb-beside`.
    """
    rules = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    return "".join(_scoped(rules)) + _OWN


def _scoped(rules: Iterable[Node]) -> Iterator[str]:
    for rule in rules:
        if isinstance(rule, QualifiedRule):
            selectors = [*_selectors(tinycss2.serialize(rule.prelude))]
            body = _REM.sub(r"calc(\1 * var(--bb-rem))", tinycss2.serialize(rule.content).strip())
            if selectors == [INSIDE]:
                body = _custom(body)
            if selectors and body:
                yield f"{','.join(selectors)}{{{body}}}\n"
        elif isinstance(rule, AtRule) and rule.content is not None and rule.at_keyword != "page":
            inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
            if body := "".join(_scoped(inner)):
                yield f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{body}}}\n"


def _selectors(prelude: str) -> Iterator[str]:
    """What of a list of selectors is about our pages, each inside them."""
    for part in _apart(prelude):
        one = part.strip()
        if one == ":root":
            yield INSIDE
        elif not _THEMES.search(one):
            yield _TYPESET.sub(INSIDE, one) if _TYPESET.search(one) else f"{INSIDE} {one}"


def _apart(prelude: str) -> list[str]:
    """Selectors between commas that stand in no brackets."""
    parts, depth, begun = [], 0, 0
    for index, sign in enumerate(prelude):
        depth += (sign in "([") - (sign in ")]")
        if sign == "," and not depth:
            parts.append(prelude[begun:index])
            begun = index + 1
    return [*parts, prelude[begun:]]


def _custom(body: str) -> str:
    """Of the root's declarations our own custom properties, but for colours of the theme."""
    kept = []
    for one in tinycss2.parse_blocks_contents(body, skip_comments=True, skip_whitespace=True):
        name = getattr(one, "name", "")
        if name.startswith("--bb-") and name not in _THEIR_COLOURS:
            kept.append(one.serialize())
    return ";".join(kept)
