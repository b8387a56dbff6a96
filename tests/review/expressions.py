"""Expressions of GitHub workflows, as far as ours use them, evaluated in Python."""

import re
from collections.abc import Mapping
from typing import Any

_TOKEN = re.compile(r"'(?:[^']|'')*'|&&|\|\||==|!=|!|[(),]|[A-Za-z_][\w.-]*|\d+")
_PLAIN = ("contains", "cancelled", "failure", "format", "!=")
_WORDS = {"&&": " and ", "||": " or ", "!": " not ", "true": "True", "false": "False"}


def evaluate(expression: str, context: Mapping[str, Any], *, failed: bool = False) -> Any:
    """The value of an expression; a path that leads nowhere is the empty text."""
    functions = {
        "contains": lambda text, part: str(part).lower() in str(text).lower(),
        "cancelled": lambda: False,
        "failure": lambda: failed,
        "format": lambda text, *values: text.format(*values),
        "look": lambda path: _look(path, context),
    }
    parts = []
    for token in _TOKEN.findall(expression):
        if token[0] == "'":
            parts.append(repr(token[1:-1].replace("''", "'")))
        elif token in _PLAIN or token[0] in "(),=0123456789":
            parts.append(token)
        else:
            parts.append(_WORDS.get(token) or f"look({token!r})")
    return eval("".join(parts), {"__builtins__": {}}, functions)


def filled(text: str, context: Mapping[str, Any]) -> str:
    """A text with its expressions replaced by what they say."""

    def said(found: re.Match[str]) -> str:
        value = evaluate(found[1], context)
        return (
            {True: "true", False: "false"}.get(value, "") if value in (True, False) else str(value)
        )

    return re.sub(r"\$\{\{(.*?)\}\}", said, text)


def holds(condition: str, context: Mapping[str, Any], *, failed: bool = False) -> bool:
    """Whether a step with this `if` runs, given whether one before it failed."""
    if failed and "failure()" not in condition and "cancelled()" not in condition:
        return False
    asked = re.sub(r"^\$\{\{|\}\}$", "", condition.strip())
    return bool(evaluate(asked, context, failed=failed))


def _look(path: str, context: Mapping[str, Any]) -> Any:
    value: Any = context
    for part in path.split("."):
        value = value.get(part) if isinstance(value, Mapping) else None
    return "" if value is None else value
