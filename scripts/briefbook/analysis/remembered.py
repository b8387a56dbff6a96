"""What is worked out once and found again by its name."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

T = TypeVar("T")


class Remembered(Protocol):
    """Somebody who remembers: an edition, or whoever notes what is read of one."""

    def __call__(self, key: Hashable, make: Callable[[], T]) -> T:
        """What was made under this key, or is now; keys begin with a module's name."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A kind of text that is made of an edition for a name, and may be kept from run to run.

    `make` takes an edition and the name's parts. Who uses such a text has read nothing but it: as
    long as it comes out the same, whatever was made of it stands.
    """

    name: str
    make: Callable[[Any, tuple[str, ...]], str]
