"""A map of which few entries are found one by one, and many by making all of it."""

from collections.abc import Callable, Hashable, Iterator, Mapping
from functools import cached_property
from typing import Any, Generic, TypeVar

K = TypeVar("K", bound=Hashable)
T = TypeVar("T")
FEW = 400
"""Entries that are found one by one before all of them are made."""


class FewOrAll(Mapping[K, T], Generic[K, T]):
    """What `every` makes, in its order; `one` finds the same entry alone, None where there is
    none."""

    def __init__(self, one: Callable[[K], T | None], every: Callable[[], Mapping[K, T]]) -> None:
        self._one, self._every = one, every
        self._found: dict[K, T | None] = {}

    def __getitem__(self, name: K) -> T:
        found = self._sought(name)
        if found is None:
            raise KeyError(name)
        return found

    def get(self, name: K, default: Any = None) -> Any:  # noqa: ANN401 as a mapping's
        """As a mapping's."""
        found = self._sought(name)
        return default if found is None else found

    def __contains__(self, name: object) -> bool:
        return self._sought(name) is not None  # type: ignore[arg-type]  # as a mapping's

    def _sought(self, name: K) -> T | None:
        if "whole" in self.__dict__ or len(self._found) >= FEW:
            return self.whole.get(name)
        if name not in self._found:
            self._found[name] = self._one(name)
        return self._found[name]

    @cached_property
    def whole(self) -> Mapping[K, T]:
        """All of it, made when somebody goes through it."""
        return self._every()

    def __iter__(self) -> Iterator[K]:
        return iter(self.whole)

    def __len__(self) -> int:
        return len(self.whole)
