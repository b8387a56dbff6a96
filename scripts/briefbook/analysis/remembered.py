"""What is worked out once and found again by its name."""

from collections.abc import Callable, Hashable
from typing import Protocol, TypeVar

T = TypeVar("T")


class Remembered(Protocol):
    """Somebody who remembers: an edition, or whoever notes what is read of one."""

    def __call__(self, key: Hashable, make: Callable[[], T]) -> T:
        """What was made under this key, or is now; keys begin with a module's name."""
