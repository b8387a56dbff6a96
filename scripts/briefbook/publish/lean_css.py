"""Takes out of the theme's style sheets what no page of the finished site can use.

A theme styles far more than a site shows. A rule whose selector names a class or an id that stands
in no page can never apply, so it goes; so does a custom property that nothing refers to. What is
left says what it said. Pages load no script of the theme's, so none adds classes later;
`LATER` names those that our own script adds.
"""

import re
from collections.abc import Iterable, Iterator
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
    kept = {path: _pruned(text, classes, ids) for path, text in before.items()}
    ours = [path.read_text(encoding="utf-8") for path in site.glob("assets/briefbook/*.css")]
    while True:
        texts = (*kept.values(), *ours)
        used = scan.properties | {name for text in texts for name in _VAR.findall(text)}
        shorter = {path: _without_unused_variables(text, used) for path, text in kept.items()}
        if shorter == kept:
            break
        kept = shorter  # what only a property that went referred to can go now
    for path, text in kept.items():
        path.write_text(text, encoding="utf-8")
    return sum(len(before[path]) - len(text) for path, text in kept.items())


def ids_meant(site: Path) -> frozenset[str]:
    """The ids that the theme's style sheets could mean, before they are pruned."""
    sheets = (site / "assets" / "stylesheets").glob("*.css")
    return frozenset(_meant(path.read_text(encoding="utf-8") for path in sheets))


def _meant(sheets: Iterable[str]) -> set[str]:
    return {name.replace("\\", "") for text in sheets for name in _NEEDED_ID.findall(text)}


def _ids_there(sheets: Iterable[str], scan: SiteScan) -> set[str]:
    """Of the ids that style sheets could mean those that stand in a page."""
    return {name for name in _meant(sheets) if scan.any_has(name)}


def _pruned(css: str, classes: set[str], ids: set[str]) -> str:
    rules = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    return "".join(_rules(rules, classes, ids))


def _rules(rules: Iterable[Any], classes: set[str], ids: set[str]) -> Iterator[str]:
    for rule in rules:
        if rule.type == "qualified-rule":
            kept = [part for part in _selectors(rule.prelude) if _possible(part, classes, ids)]
            if kept:
                yield f"{','.join(kept)}{{{tinycss2.serialize(rule.content)}}}"
        elif rule.type == "at-rule" and rule.lower_at_keyword in ("media", "supports"):
            inner = tinycss2.parse_rule_list(
                rule.content or [], skip_comments=True, skip_whitespace=True
            )
            if text := "".join(_rules(inner, classes, ids)):
                yield f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{text}}}"
        else:
            yield rule.serialize()


def _selectors(prelude: list[Any]) -> Iterator[str]:
    """The selectors of a list; commas inside brackets belong to one."""
    current: list[Any] = []
    for token in prelude:
        if token.type == "literal" and token.value == ",":
            yield tinycss2.serialize(current).strip()
            current = []
        else:
            current.append(token)
    yield tinycss2.serialize(current).strip()


def _possible(selector: str, classes: set[str], ids: set[str]) -> bool:
    """Whether every class and id that a selector requires stands somewhere.

    What stands in brackets (`:not(…)`, `:is(…)`, `[…]`) requires nothing for certain.
    """
    plain = _STRING.sub("", selector)
    while (shorter := re.sub(r"\([^()]*\)", "", plain)) != plain:
        plain = shorter
    needed = (name.replace("\\", "") for name in _NEEDED_CLASS.findall(plain))
    anchors = (name.replace("\\", "") for name in _NEEDED_ID.findall(plain))
    return all(name in classes for name in needed) and all(name in ids for name in anchors)


def _without_unused_variables(css: str, used: set[str]) -> str:
    """Declarations of custom properties that nothing refers to, taken out."""
    rules = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    return "".join(_declared(rules, used))


def _declared(rules: Iterable[Any], used: set[str]) -> Iterator[str]:
    for rule in rules:
        if rule.type == "qualified-rule" and "--" in (text := tinycss2.serialize(rule.content)):
            kept = [
                part for part in _declarations(rule.content)
                if not (name := part.partition(":")[0].strip()).startswith("--") or name in used
            ]  # fmt: skip
            body = ";".join(kept) if len(kept) < text.count(";") + 1 else text
            if kept:
                yield f"{tinycss2.serialize(rule.prelude)}{{{body}}}"
        elif rule.type == "at-rule" and rule.lower_at_keyword in ("media", "supports"):
            inner = tinycss2.parse_rule_list(
                rule.content or [], skip_comments=True, skip_whitespace=True
            )
            text = "".join(_declared(inner, used))
            yield f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{text}}}"
        else:
            yield rule.serialize()


def _declarations(content: list[Any]) -> Iterator[str]:
    """The declarations of a rule as they stand; semicolons inside brackets belong to one."""
    current: list[Any] = []
    for token in content:
        if token.type == "literal" and token.value == ";":
            if text := tinycss2.serialize(current).strip():
                yield text
            current = []
        else:
            current.append(token)
    if text := tinycss2.serialize(current).strip():
        yield text
