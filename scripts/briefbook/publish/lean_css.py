"""Takes out of the theme's style sheets what no page of the finished site can use.

A theme styles far more than a site shows. A rule whose selector names a class or an id that stands
in no page can never apply, so it goes; so does a custom property that nothing refers to. What is
left says what it said. Pages load no script of the theme's, so none adds classes later;
`LATER` names those that our own script adds.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import tinycss2

from briefbook.publish.site_scan import SiteScan

LATER = frozenset({"js", "no-js", "md-nav__link--active"})
_NEEDED_CLASS = re.compile(r"\.((?:[\w-]|\\.|[^\x00-\x7f])+)")
_NEEDED_ID = re.compile(r"#((?:[\w-]|\\.|[^\x00-\x7f])+)")
_VAR = re.compile(r"var\(\s*(--[\w-]+)")
_STRING = re.compile(r"""\[[^\]]*\]""")


def prune_css(site: Path, scan: SiteScan) -> int:
    """Rewrite the theme's style sheets below a finished site; returns how much shorter they are.

    Style sheets are those of `assets/stylesheets`; ours hold nothing unused.
    """
    sheets = sorted((site / "assets" / "stylesheets").glob("*.css"))
    if not sheets:
        return 0
    before = {path: path.read_text(encoding="utf-8") for path in sheets}
    classes = scan.classes | LATER
    ids = _ids_there(before.values(), scan)

    @cache
    def possible(selector: str) -> bool:
        needed, anchors = _needs(selector)
        return classes.issuperset(needed) and ids.issuperset(anchors)

    kept = {path: _pruned(_pieces(text), possible) for path, text in before.items()}
    ours = [path.read_text(encoding="utf-8") for path in site.glob("assets/briefbook/*.css")]
    while True:
        texts = (*map(_text, kept.values()), *ours)
        used = scan.properties | {name for text in texts for name in _VAR.findall(text)}
        shorter = {path: _without_unused_variables(one, used) for path, one in kept.items()}
        if shorter == kept:
            break
        kept = shorter  # what only a property that went referred to can go now
    lean = {path: _text(one) for path, one in kept.items()}
    for path, text in lean.items():
        path.write_text(text, encoding="utf-8")
    return sum(len(before[path]) - len(text) for path, text in lean.items())


def ids_meant(site: Path) -> frozenset[str]:
    """The ids that the theme's style sheets could mean, before they are pruned."""
    sheets = (site / "assets" / "stylesheets").glob("*.css")
    return frozenset(_meant(path.read_text(encoding="utf-8") for path in sheets))


def _meant(sheets: Iterable[str]) -> set[str]:
    return {name.replace("\\", "") for text in sheets for name in _NEEDED_ID.findall(text)}


def _ids_there(sheets: Iterable[str], scan: SiteScan) -> set[str]:
    """Of the ids that style sheets could mean those that stand in a page."""
    return {name for name in _meant(sheets) if scan.any_has(name)}


@dataclass(frozen=True, slots=True)
class _Rule:
    """Selectors, and what they stand before: its declarations, or as it was written where none of
    these is of a custom property."""

    selectors: tuple[str, ...]
    content: str | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Group:
    """Rules within `@media …` or `@supports …`."""

    head: str
    pieces: "Pieces"


Pieces = tuple[_Rule | _Group | str, ...]
"""A style sheet; texts stay as they are."""


@lru_cache(maxsize=16)
def _pieces(css: str) -> Pieces:
    rules = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    return tuple(_pieces_of(rules))


def _pieces_of(rules: Iterable[Any]) -> Iterator[_Rule | _Group | str]:
    for rule in rules:
        if rule.type == "qualified-rule":
            text = tinycss2.serialize(rule.content)
            content = tuple(_declarations(rule.content)) if "--" in text else text
            yield _Rule(tuple(_selectors(rule.prelude)), content)
        elif rule.type == "at-rule" and rule.lower_at_keyword in ("media", "supports"):
            inner = tinycss2.parse_rule_list(
                rule.content or [], skip_comments=True, skip_whitespace=True
            )
            head = f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}"
            yield _Group(head, tuple(_pieces_of(inner)))
        else:
            yield rule.serialize()


def _selectors(prelude: list[Any]) -> Iterator[str]:
    """The selectors of a list; commas inside brackets belong to one."""
    return _parts(prelude, ",")


def _declarations(content: list[Any]) -> Iterator[str]:
    """The declarations of a rule as they stand; semicolons inside brackets belong to one."""
    return (text for text in _parts(content, ";") if text)


def _parts(tokens: list[Any], sign: str) -> Iterator[str]:
    current: list[Any] = []
    for token in tokens:
        if token.type == "literal" and token.value == sign:
            yield tinycss2.serialize(current).strip()
            current = []
        else:
            current.append(token)
    yield tinycss2.serialize(current).strip()


def _pruned(pieces: Pieces, possible: Callable[[str], bool]) -> Pieces:
    """The rules of which a selector is possible, and of their selectors those."""
    found: list[_Rule | _Group | str] = []
    for piece in pieces:
        if isinstance(piece, _Rule):
            if kept := tuple(one for one in piece.selectors if possible(one)):
                found.append(_Rule(kept, piece.content))
        elif isinstance(piece, _Group):
            if inner := _pruned(piece.pieces, possible):
                found.append(_Group(piece.head, inner))
        else:
            found.append(piece)
    return tuple(found)


def _needs(selector: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The classes and the ids that a selector requires.

    What stands in brackets (`:not(…)`, `:is(…)`, `[…]`) requires nothing for certain.
    """
    plain = _STRING.sub("", selector)
    while (shorter := re.sub(r"\([^()]*\)", "", plain)) != plain:
        plain = shorter
    classes = (name.replace("\\", "") for name in _NEEDED_CLASS.findall(plain))
    return tuple(classes), tuple(name.replace("\\", "") for name in _NEEDED_ID.findall(plain))


def _without_unused_variables(pieces: Pieces, used: set[str]) -> Pieces:
    """Declarations of custom properties that nothing refers to, taken out."""
    found: list[_Rule | _Group | str] = []
    for piece in pieces:
        if isinstance(piece, _Rule) and isinstance(piece.content, tuple):
            if kept := tuple(one for one in piece.content if _is_used(one, used)):
                found.append(_Rule(piece.selectors, kept))
        elif isinstance(piece, _Group):
            found.append(_Group(piece.head, _without_unused_variables(piece.pieces, used)))
        else:
            found.append(piece)
    return tuple(found)


def _is_used(declaration: str, used: set[str]) -> bool:
    name = declaration.partition(":")[0].strip()
    return not name.startswith("--") or name in used


def _text(pieces: Pieces) -> str:
    return "".join(map(_printed, pieces))


def _printed(piece: _Rule | _Group | str) -> str:
    if isinstance(piece, _Rule):
        content = piece.content if isinstance(piece.content, str) else ";".join(piece.content)
        return f"{','.join(piece.selectors)}{{{content}}}"
    return piece if isinstance(piece, str) else f"{piece.head}{{{_text(piece.pieces)}}}"
