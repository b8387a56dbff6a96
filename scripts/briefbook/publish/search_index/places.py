"""Numbers of records that stay: by day, so that newer ones are higher, and by the address.

A page has a slot: its day (17 bits, from 1900 on), and 16 bits of its address's digest, the next
free ones where two meet. A record's number is the slot, its kind (5 bits) and its place among the
page's records of this kind (11 bits): what is added to a page moves nothing of another kind.
"""

from collections.abc import Iterable, Mapping
from datetime import date

from briefbook.publish.search_index.terms import digest

KIND_BITS, PLACE_BITS = 5, 11
LOCAL_BITS = KIND_BITS + PLACE_BITS
_LAST_DAY, _LAST = (1 << 17) - 1, (1 << 16) - 1
_FIRST_DAY = date(1900, 1, 1).toordinal() - 1


def slots(pages: Iterable[tuple[str, date | None]]) -> Mapping[str, int]:
    """The slot of each page, by its address; linear."""
    found: dict[str, int] = {}
    taken = set[int]()
    for address, day in sorted(pages, key=lambda page: page[0]):
        since = min(max((day.toordinal() if day else 0) - _FIRST_DAY, 0), _LAST_DAY)
        low = digest(address) & _LAST
        while (slot := since << 16 | low) in taken:
            low = (low + 1) & _LAST
        taken.add(slot)
        found[address] = slot
    return found


def local(kind: int, place: int) -> int:
    """The part of a number that tells the records of a page apart."""
    return min(kind, (1 << KIND_BITS) - 1) << PLACE_BITS | min(place, (1 << PLACE_BITS) - 1)
