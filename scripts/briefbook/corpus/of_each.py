"""What is worked out of each of many things alone, when it is first asked for."""

from collections.abc import Callable, Hashable, Iterator, Mapping
from typing import Any, Generic, TypeVar

K = TypeVar("K", bound=Hashable)
G = TypeVar("G")
T = TypeVar("T")


class OfEach(Mapping[K, T], Generic[K, G, T]):
    """Something for each thing that is given, by its name."""

    def __init__(self, given: Mapping[K, G], make: Callable[[G], T]) -> None:
        self._given, self._make = given, make
        self._made: dict[K, T] = {}

    def __getitem__(self, name: K) -> T:
        if name not in self._made:
            self._made[name] = self._make(self._given[name])
        return self._made[name]

    def get(self, name: K, default: Any = None) -> Any:  # noqa: ANN401 as a mapping's
        """As a mapping's."""
        return self[name] if name in self._given else default

    def __contains__(self, name: object) -> bool:
        return name in self._given

    def __iter__(self) -> Iterator[K]:
        return iter(self._given)

    def __len__(self) -> int:
        return len(self._given)
