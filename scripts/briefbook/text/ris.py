"""Escaping for RIS: a tag, two blanks, a hyphen, a blank, a value on one line."""

from collections.abc import Iterable

from briefbook.text.wide import one_line


def record(pairs: Iterable[tuple[str, str]]) -> str:
    """One record from its tags and values, `TY` first; its end is added."""
    lines = [f"{tag}  - {one_line(value)}" for tag, value in pairs if value]
    return "\r\n".join([*lines, "ER  - ", ""])
