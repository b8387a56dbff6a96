"""Escaping for BibTeX and biblatex: a value stands in braces, on one line."""

import re

from briefbook.text.wide import one_line

_SPECIAL = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "%": r"\%",
    "_": r"\_",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
}
_KEY = re.compile(r"[a-z0-9:-]+")


def value(text: str) -> str:
    """Any text as a field's value, its braces included; specials escaped, no line break."""
    return "{" + "".join(_SPECIAL.get(letter, letter) for letter in one_line(text)) + "}"


def address(url: str) -> str:
    """A checked address as a value: biblatex reads it verbatim, so only braces are encoded."""
    return "{" + url.replace("{", "%7B").replace("}", "%7D") + "}"


_DATE = re.compile(r"[-0-9X?~%/]+")


def date(text: str) -> str:
    """A date as a value: biber reads its signs before TeX does, so none is escaped.

    Raises ValueError for what is no date.
    """
    if not _DATE.fullmatch(text):
        raise ValueError(f"{text!r} is no date")
    return "{" + text + "}"


def entry(kind: str, key: str, fields: dict[str, str]) -> str:
    """One entry; `fields` hold values as `value` or `address` wrote them.

    Raises ValueError for a key that is no id.
    """
    if not _KEY.fullmatch(key):
        raise ValueError(f"{key!r} is no key")
    lines = [f"  {name} = {written}," for name, written in fields.items()]
    return "\n".join([f"@{kind}{{{key},", *lines, "}", ""])
