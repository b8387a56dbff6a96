"""Boards in pages when they are long: “x/”, “x/page/2/” …"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from briefbook.analysis.site_addresses import relative

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Slice(Generic[T]):
    """One page of a board: its address, its items, and its neighbours as seen from it."""

    address: str
    items: Sequence[T]
    number: int
    count: int
    previous: str | None
    next: str | None


def paged(address: str, items: Sequence[T], size: int) -> Iterator[Slice[T]]:
    """Cut items into pages of `size`; an empty board has one page all the same."""
    count = max(1, -(-len(items) // size))

    def at(number: int) -> str:
        return address if number == 1 else f"{address}page/{number}/"

    for number in range(1, count + 1):
        here = at(number)
        yield Slice(
            here,
            items[(number - 1) * size : number * size],
            number,
            count,
            relative(here, at(number - 1)) if number > 1 else None,
            relative(here, at(number + 1)) if number < count else None,
        )
