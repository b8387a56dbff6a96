"""Slots: places in hand-written pages that the compiler fills, one module each.

A slot is an HTML comment such as `<!-- briefbook: latest 5 -->`: a name, then a number.
"""

from collections.abc import Callable
from dataclasses import dataclass

from briefbook.pages.context import Context
from briefbook.text.html import Html


@dataclass(frozen=True, slots=True)
class Slot:
    """A slot: its name, and what stands in its place for at most `number` items."""

    name: str
    fill: Callable[[Context, int], Html]
