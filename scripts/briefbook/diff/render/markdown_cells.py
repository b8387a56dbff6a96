"""Values of authors in Markdown: as code, cut, never raw."""

from briefbook.diff.change_view import cut
from briefbook.text.excerpt import excerpt, shortened
from briefbook.text.markdown import code_cell, code_span
from briefbook.text.terminal import visible

_NAMED = 6


_CELL = 300


def some(names: list[str]) -> str:
    """The first few names as code, and how many more there are."""
    shown = ", ".join(code(name) for name in names[:_NAMED])
    more = len(names) - _NAMED
    return f"{shown} and {more:,} more" if more > 0 else shown


def cell(text: str | None) -> str:
    """A value as code in a table, cut; nothing for an absent one."""
    return "" if text is None else code_cell(_short(text))


def code(text: str) -> str:
    """A text as code, cut; not for tables, where a bar would end its cell."""
    return code_span(_short(text))


def long_code(text: str, room: int) -> str:
    """A text as code, of at most about so many characters: its beginning and its end."""
    shown = visible(shortened(text, room))
    return code_span(shown if len(shown) <= 2 * room else shortened(shown, room))


def both(before: str, after: str, room: int) -> str:
    """“`was` → `is`”: long texts around what differs, each of at most about so many characters."""
    one, other = excerpt(before, after, room, spell=False)
    return f"{long_code(one, 2 * room)} → {long_code(other, 2 * room)}"


def _short(text: str) -> str:
    """Cut before and after its signs are spelled out: that is longer than what it stands for."""
    return cut(visible(cut(text, _CELL)), _CELL)
