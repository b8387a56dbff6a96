"""Boards in pages when they are long: “x/”, “x/page/2/” …

A list by time settles: its pages are counted from the oldest and stay as they are once they are
full, and what is new changes the first page alone. Other lists are cut from their first entry on.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from briefbook.analysis.site_addresses import relative
from briefbook.pages import Part
from briefbook.pages.context import Context

T = TypeVar("T")
U = TypeVar("U")


MOST = 3
"""Pages of a prepared list that stands here whole: of a longer one its first page is shown, and a
search finds the others."""


@dataclass(frozen=True, slots=True)
class Slice(Generic[T]):
    """One page of a board: its address, its items, and its neighbours as seen from it.

    `count` is how many pages there are; only the first page knows it. In a list that `settles` the
    first page has no number of its own, 0. `total` is how many entries a list has of which only the
    beginning is shown, on the first page, else 0.
    """

    address: str
    items: Sequence[T]
    number: int
    count: int
    previous: str | None
    next: str | None
    settles: bool = False
    total: int = 0

    def of(self, items: Sequence[U]) -> "Slice[U]":
        """The same page of a list, with something else for each item."""
        return Slice(
            self.address, items, self.number, self.count, self.previous, self.next, self.settles,
            self.total,
        )  # fmt: skip

    @property
    def is_first(self) -> bool:
        """Whether it is the page at the list's own address."""
        return self.count > 0


def paged(
    address: str, items: Sequence[T], size: int, most: int | None = None
) -> Iterator[Slice[T]]:
    """Cut items into pages of `size`; an empty board has one page all the same. Of what does not
    fit on `most` pages one is made, of the first items."""
    shown = items if most is None or len(items) <= size * most else items[:size]
    count = max(1, -(-len(shown) // size))

    def at(number: int) -> str:
        return address if number == 1 else f"{address}page/{number}/"

    for number in range(1, count + 1):
        here = at(number)
        yield Slice(
            here,
            shown[(number - 1) * size : number * size],
            number,
            count if number == 1 else 0,
            relative(here, at(number - 1)) if number > 1 else None,
            relative(here, at(number + 1)) if number < count else None,
            total=len(items) if number == 1 and len(shown) < len(items) else 0,
        )


def settled(
    address: str, items: Iterable[T], size: int, weight: Callable[[T], int] = lambda _: 1
) -> Iterator[Slice[T]]:
    """Cut items, the newest first, into pages of at least `size`, counted from the oldest.

    An item counts as much as its `weight`. The first page holds what is newer than the last full
    page but one, so that it is never nearly empty.
    """
    full, rest = _full_pages(list(items)[::-1], size, weight)
    if full:
        rest = [*full.pop(), *rest]
    count = len(full)
    at = [address, *(f"{address}page/{number}/" for number in range(1, count + 1))]
    way = relative(address, at[count]) if count else None
    yield Slice(address, rest[::-1], 0, count + 1, None, way, settles=True)
    for number in range(count, 0, -1):
        here = at[number]
        newer = relative(here, at[number + 1] if number < count else address)
        older = relative(here, at[number - 1]) if number > 1 else None
        yield Slice(here, full[number - 1][::-1], number, 0, newer, older, settles=True)


def _full_pages(
    oldest_first: Sequence[T], size: int, weight: Callable[[T], int]
) -> tuple[list[list[T]], list[T]]:
    full: list[list[T]] = []
    rest: list[T] = []
    taken = 0
    for item in oldest_first:
        rest.append(item)
        taken += weight(item)
        if taken >= size:
            full.append(rest)
            rest, taken = [], 0
    return full, rest


Years = tuple[tuple[int, str], ...]
"""Years, each with the address of the page on which it begins."""


def years_of(parts: Sequence[Slice[T]], year_of: Callable[[T], int | None]) -> Years:
    """The years of a list of several pages, for its first one."""
    found: dict[int, str] = {}
    for part in parts if len(parts) > 1 else ():
        for item in part.items:
            if (year := year_of(item)) is not None:
                found.setdefault(year, part.address)
    return tuple(found.items())


def dated(parts: Sequence[Slice[T]], year_of: Callable[[T], int | None]) -> Iterator[Part]:
    """The pages of a list by time, to be made one by one; the first one with its years."""
    for part in parts:
        yield Part(part.address, (part, years_of(parts, year_of) if part.is_first else ()))


def year_links(years: Years, context: Context) -> list[tuple[str, str]]:
    """Each year in words, and the way to the page on which it begins."""
    return [(context.locale.year(year), context.url(page)) for year, page in years]
