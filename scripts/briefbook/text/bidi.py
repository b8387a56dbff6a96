"""Text from right to left inside other text: set apart by isolates, and in HTML by elements.

Composed texts (“Refuted: X: statement”) hold each of their parts that is written from right to left
between U+2068 and U+2069, which Unicode's bidirectional algorithm reads as HTML's `bdi`; so they
stay whole in titles, attributes and pictures, too. Where markup is allowed it takes their place.
"""

import re
from functools import lru_cache
from unicodedata import bidirectional

_START, _END = "\u2068", "\u2069"
_RUN = re.compile(f"{_START}([^{_START}{_END}]*){_END}")
_TAG = re.compile(r"(<[^>]*>)")
_NAME = re.compile(r"<(/?[a-zA-Z0-9]+)")
_TEXT_ONLY = ("text", "title", "desc", "option", "script", "style")
"""Elements in which `bdi` has no place."""


@lru_cache(maxsize=65536)
def is_from_the_right(text: str) -> bool:
    """Whether any letter of a text is written from right to left."""
    return not text.isascii() and any(bidirectional(letter) in ("R", "AL") for letter in text)


def isolated(text: str) -> str:
    """A part of a composed text; only one with letters from the right needs to be set apart.

    What is composed of isolated parts already stays as it is.
    """
    if not is_from_the_right(text) or _START in text:
        return text
    return f"{_START}{text}{_END}"


def without_isolates(text: str) -> str:
    """A composed text without its isolates: for indexes and files that know none."""
    return text.replace(_START, "").replace(_END, "")


def with_elements(source: str) -> str:
    """HTML whose isolates have become `bdi`, or `dir="auto"` of the element that they fill.

    Those in attributes, pictures and scripts stay: markup has no place there. Attributes hold
    no “>”; linear in the text.
    """
    if _START not in source:
        return source
    parts = _TAG.split(source)
    for index in range(0, len(parts), 2):
        if _START not in parts[index]:
            continue
        name = _name(parts[index - 1]) if index else ""
        if name in _TEXT_ONLY:
            continue
        alone = _RUN.fullmatch(parts[index])
        if alone and name and index + 1 < len(parts) and _name(parts[index + 1]) == f"/{name}":
            parts[index - 1] = f'{parts[index - 1][:-1]} dir="auto">'
            parts[index] = alone[1]
        else:
            parts[index] = _RUN.sub(r"<bdi>\1</bdi>", parts[index])
    return "".join(parts)


def _name(tag: str) -> str:
    found = _NAME.match(tag)
    return found[1].lower() if found else ""
