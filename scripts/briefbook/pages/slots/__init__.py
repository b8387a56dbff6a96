"""Slots: places in hand-written pages that the compiler fills, one module each.

A slot is an HTML comment such as `<!-- briefbook: latest 5 -->`: a name, then a number, or for some
the record that it shows: `<!-- briefbook: finding my-brief#its-claim -->`.
"""

from collections.abc import Callable
from dataclasses import dataclass

from briefbook.pages.context import Context
from briefbook.text.html import Html


@dataclass(frozen=True, slots=True)
class Slot:
    """A slot: its name, what stands in its place for at most `number` items, and, where it can show
    one chosen record, how it shows that of a brief; None for a record that it cannot show."""

    name: str
    fill: Callable[[Context, int], Html]
    show: Callable[[Context, str, str], Html | None] | None = None
