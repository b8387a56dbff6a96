"""What is worked out of each brief alone, when it is first asked for."""

from collections.abc import Callable, Iterator, Mapping
from typing import Generic, TypeVar

from briefbook.model import Brief

T = TypeVar("T")


class OfEach(Mapping[str, T], Generic[T]):
    """Something for each brief, by its id."""

    def __init__(self, briefs: Mapping[str, Brief], make: Callable[[Brief], T]) -> None:
        self._briefs, self._make = briefs, make
        self._made: dict[str, T] = {}

    def __getitem__(self, name: str) -> T:
        if name not in self._made:
            self._made[name] = self._make(self._briefs[name])
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._briefs)

    def __len__(self) -> int:
        return len(self._briefs)
