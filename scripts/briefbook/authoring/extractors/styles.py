"""What the style sheets within a page do not show, as the cascade of CSS decides it."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any, NamedTuple

# Each begins where nothing else can, so that a sheet is gone through once: a stranger wrote it.
_REMARK = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_AT_RULE = re.compile(r"@[^{};@]*+(?:;|\{(?:[^{}]|\{[^{}]*\})*+\})")
_RULE = re.compile(r"(?<![^{}])([^{}]*+)\{([^{}]*+)\}")
_DISPLAY = re.compile(r"(?:^|;)\s*display\s*:\s*([a-z-]+)\s*(!\s*important)?", re.IGNORECASE)
_PLAIN = re.compile(r"[A-Za-z]*(?:[.#][A-Za-z_-][\w-]*)+|[A-Za-z][A-Za-z0-9-]*")
_NAMES = re.compile(r"[.#]?[A-Za-z_-][\w-]*")
_NAME = re.compile(r"(?:^|[\s>+~])[A-Za-z]")
_BETWEEN = re.compile(r"[\s>+~]+")
_OF_A_STATE = re.compile(r"\[[^\[\]]*\]|::?[\w-]+(?:\([^()]*\))?")
_LONGEST = 300
"""Characters of a selector that can be meant."""
_MOST_READ = 20_000
_MOST_ASKED = 1_000
"""Rules that are looked up in a page; each takes its whole length."""


class _Weight(NamedTuple):
    """How much a rule counts: of two, the one with more important, then more special selectors,
    then the later one."""

    important: bool
    ids: int
    classes: int
    names: int
    number: int


class _Rule(NamedTuple):
    """That a selector shows or hides; `sometimes`: at some width, or on paper."""

    selector: str
    shows: bool
    sometimes: bool
    weight: _Weight


def styled_away(tree: Any) -> frozenset[int]:  # noqa: ANN401 a tree of another's
    """The elements that the page's own style sheets do not show.

    Rules hide by name, class and id alone, and at any width; by any rule, at some width or within
    the element itself, something is shown again: nothing is lost that somebody sees.
    """
    sheets = "\n".join(_REMARK.sub("", one.text(deep=True) or "") for one in tree.css("style"))
    rules = [*islice(_rules(sheets), _MOST_READ)]
    hidden: dict[int, _Weight] = {}
    nodes: dict[int, Any] = {}
    hiding = [one for one in rules if not (one.shows or one.sometimes) and _is_plain(one)]
    for rule in hiding[:_MOST_ASKED]:
        for node in _matched(tree, rule.selector):
            hidden[node.mem_id] = max(rule.weight, hidden.get(node.mem_id, rule.weight))
            nodes[node.mem_id] = node
    known = frozenset[str]().union(*map(_own_names, nodes.values()))
    showing = [one for one in rules if one.shows and _last_names(one.selector) <= known]
    for rule in showing[:_MOST_ASKED]:
        for node in _matched(tree, rule.selector):
            weight = hidden.get(node.mem_id)
            if weight and rule.weight >= weight._replace(
                number=0 if rule.sometimes else weight[-1]
            ):
                del hidden[node.mem_id]
    return frozenset(key for key, weight in hidden.items() if not _shows_itself(nodes[key], weight))


def _rules(sheets: str) -> Iterator[_Rule]:
    apart = [(one.start(), one.end()) for one in _AT_RULE.finditer(sheets)]
    for number, rule in enumerate(_RULE.finditer(sheets)):
        while apart and apart[0][1] <= rule.start():
            del apart[0]
        found = _DISPLAY.findall(rule[2])
        if not found:
            continue
        value, important = found[-1]
        sometimes = bool(apart) and apart[0][0] < rule.start()
        for selector in map(str.strip, rule[1].rpartition(";")[2].split(",")):
            if not 0 < len(selector) <= _LONGEST:
                continue
            bare = _OF_A_STATE.sub("", selector)
            weight = _Weight(
                bool(important), bare.count("#"), bare.count(".") + selector.count("["),
                len(_NAME.findall(bare)), number,
            )  # fmt: skip
            yield _Rule(selector, value.lower() != "none", sometimes, weight)


def _is_plain(rule: _Rule) -> bool:
    return _PLAIN.fullmatch(rule.selector) is not None


def _own_names(node: Any) -> set[str]:  # noqa: ANN401
    attributes = node.attributes
    classes = (attributes.get("class") or "").split()
    return {node.tag, f"#{attributes.get('id') or ''}", *(f".{one}" for one in classes)}


def _last_names(selector: str) -> set[str]:
    """The name, classes and id that an element must have for a selector to mean it."""
    last = _BETWEEN.split(selector)[-1]
    return {*_NAMES.findall(_OF_A_STATE.sub("", last))}


def _matched(tree: Any, selector: str) -> list[Any]:  # noqa: ANN401
    from selectolax.lexbor import SelectolaxError  # noqa: PLC0415 an extra

    try:
        return list(tree.css(selector))
    except SelectolaxError:  # a selector that the parser does not know
        return []


def _shows_itself(node: Any, weight: _Weight) -> bool:  # noqa: ANN401
    found = _DISPLAY.findall(node.attributes.get("style") or "")
    return bool(found) and found[-1][0].lower() != "none" and not weight.important
