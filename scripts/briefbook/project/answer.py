"""A value that was worked out, with what was read for it, in little room.

What was read stands in it as a number made of its name. Two names with one number would only mean
that something is worked out once more.
"""

import zlib
from array import array
from collections.abc import Hashable, Iterable
from functools import lru_cache
from hashlib import blake2b
from typing import Any, NamedTuple


class Answer(NamedTuple):
    """A value, and what was read for it: the numbers of all readings, and the maps' names."""

    value: bytes
    numbers: bytes
    maps: frozenset[str]

    @classmethod
    def of(cls, value: bytes, read: Iterable[tuple[str, Hashable]]) -> "Answer":
        """A value and its readings."""
        read = frozenset(read)
        numbers = array("q", map(number_of, read))
        return cls(_packed(value), numbers.tobytes(), _same(frozenset([one[0] for one in read])))

    def __reduce__(self) -> tuple[Any, ...]:
        """Sent from another process, it shares what others are equal in, too."""
        return _received, (*self,)


_known_maps: dict[frozenset[str], frozenset[str]] = {}


def _same(maps: frozenset[str]) -> frozenset[str]:
    """There are few, of tens of thousands of answers."""
    return _known_maps.setdefault(maps, maps)


def _received(value: bytes, numbers: bytes, maps: frozenset[str]) -> Answer:
    return Answer(value, numbers, _same(maps))


_SMALL = 200
_AS_IT_IS, _DEFLATED = b"=", b"z"


def _packed(value: bytes) -> bytes:
    """A value in little room."""
    return _AS_IT_IS + value if len(value) < _SMALL else _DEFLATED + zlib.compress(value, 1)


def opened(packed: bytes) -> bytes | None:
    """A value as it was; None for what is none."""
    if packed[:1] == _AS_IT_IS:
        return packed[1:]
    try:
        return zlib.decompress(packed[1:])
    except zlib.error:
        return None


@lru_cache(maxsize=1 << 15)
def number_of(read: tuple[str, Hashable]) -> int:
    """The same for the same reading on every machine."""
    within, name = read
    parts = name if isinstance(name, tuple) else ("" if name is None else "=", str(name))
    text = "\0".join((within, str(len(parts)), *map(str, parts)))
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), signed=True)
