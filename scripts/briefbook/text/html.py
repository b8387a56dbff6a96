"""Escaping for HTML. Only this module makes `Markup`; everything else is escaped by templates."""

import re
from collections.abc import Sequence

from markupsafe import Markup, escape

Html = Markup


def text(value: object) -> Html:
    """Escape any value for an HTML text or a quoted attribute."""
    return escape(value)


_SHAPES = frozenset({"circle", "line", "path", "rect", "use"})
"""Elements of drawings, which end themselves when they are empty."""


def tag(name: str, *children: object, **attributes: str | None) -> Html:
    """Build one element: children and attribute values are escaped unless they are Html.

    `name` and attribute names are the program's own, never an author's. An attribute that is
    None is left out; a trailing underscore is dropped (`class_`), other ones become hyphens.
    """
    inner = "".join([escape(child) for child in children])
    if not inner and name in _SHAPES:
        return Markup(f"<{name}{_attributes(attributes)}/>")  # noqa: S704 parts escaped
    return Markup(f"<{name}{_attributes(attributes)}>{inner}</{name}>")  # noqa: S704 parts escaped


def attributes(**values: str | None) -> Html:
    """Attributes of an element, a space before each; one that is None is left out."""
    return Markup(_attributes(values))  # noqa: S704 names are ours, values escaped


def _attributes(values: dict[str, str | None]) -> str:
    return "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"'
        for key, value in values.items()
        if value is not None
    )


def join(parts: Sequence[object], between: str = "") -> Html:
    """Escape and join."""
    return Markup(str(escape(between)).join([escape(part) for part in parts]))  # noqa: S704 escaped


_LONG = re.compile(r"\S{25,}")


def breakable(text: str) -> Html:
    """Escaped text whose longest words may be broken, for the columns of a table.

    Where any word may be, browsers make columns so narrow that ordinary words break, too.
    """
    parts: list[object] = []
    done = 0
    for word in _LONG.finditer(text):
        pieces = (word[0][start : start + 8] for start in range(0, len(word[0]), 8))
        parts += [text[done : word.start()], join([*pieces], Markup("<wbr>"))]
        done = word.end()
    return join([*parts, text[done:]])


def trusted(source: str) -> Html:
    """Mark HTML that this program itself wrote in full (a picture, a rendered template)."""
    return Markup(source)  # noqa: S704 callers pass only generated text
