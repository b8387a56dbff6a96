"""What each page of a type is about, as data that can be kept from one build to the next.

Lists of pages follow from everything: where nothing of what was read for them has changed, they
need not be worked out again, nor what was given to a page that has to be made again.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields
from functools import cached_property
from hashlib import blake2b
from typing import Any

from briefbook.corpus import Target
from briefbook.model import Verdict
from briefbook.model.claim import Confidence
from briefbook.pages import PageType, Part
from briefbook.pages.paging import Slice


class Parts:
    """The parts of a type, by their names, in the order of pages."""

    def __init__(self, digests: Mapping[str, str], make: Callable[[], Mapping[str, Part]]) -> None:
        self._digests, self._make = digests, make

    @classmethod
    def of(cls, parts: Iterable[Part]) -> "Parts":
        """Parts that were worked out now."""
        found = {part.name: part for part in parts}
        return cls({name: digest_of(part) for name, part in found.items()}, lambda: found)

    @classmethod
    def kept(cls, value: bytes, anew: Callable[[], "Parts"]) -> "Parts | None":
        """Parts as `plain` wrote them, if that is what they are. What is given to one is worked out
        `anew` where it is of a kind that is not kept."""
        head, _, rest = value.partition(b"\n")
        try:
            digests = dict(json.loads(head))
        except (ValueError, TypeError):
            return None

        def make() -> Mapping[str, Part]:
            try:
                given = map(_given_from, json.loads(rest))
                found = [Part(*one) for one in zip(digests, given, strict=True)]
            except (ValueError, TypeError, KeyError, IndexError):
                return anew().all
            right = all(digest_of(part) == digests[part.name] for part in found)
            return {part.name: part for part in found} if right else anew().all

        return cls(digests, make)

    @property
    def plain(self) -> bytes:
        """They and their order; on a second line what is given to each."""
        head = [*self._digests.items()]
        try:
            given = [_plain(part.given) for part in self.all.values()]
        except TypeError:  # of a kind that a type of pages has for itself
            given = []
        return f"{_line(head)}\n{_line(given)}".encode()

    @property
    def names(self) -> Iterable[str]:
        """What they are called."""
        return self._digests.keys()

    def __len__(self) -> int:
        return len(self._digests)

    def digest(self, name: str) -> str:
        """The same for a page to which the same is given."""
        return self._digests[name]

    @cached_property
    def all(self) -> Mapping[str, Part]:
        """With what is given to each."""
        return self._make()


def parts_of(kind: PageType, edition: Any) -> Parts:  # noqa: ANN401 one that notes what is read, or none
    """The parts of a type of pages, worked out now."""
    return Parts.of(kind.parts(edition) if kind.parts else ())


def digest_of(part: Part) -> str:
    """The same for a page to which the same is given."""
    return blake2b(repr(part.given).encode(), digest_size=12).hexdigest()


def _line(plain: object) -> str:
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))


_SLICE = [field.name for field in fields(Slice)]


def _plain(given: object) -> object:
    """What is given to a page, as texts, numbers and lists that begin with the name of a kind.

    Raises TypeError for what is of another kind.
    """
    match given:
        case Verdict() | Confidence():
            return [type(given).__name__, given.value]
        case None | bool() | int() | str():
            return given
        case Target():
            return ["Target", *given]
        case Slice():
            return ["Slice", *(_plain(getattr(given, name)) for name in _SLICE)]
        case tuple() if type(given) is tuple:
            return ["tuple", *map(_plain, given)]
        case list():
            return ["list", *map(_plain, given)]
        case _:
            raise TypeError(type(given))


_KINDS: Mapping[str, Callable[[Sequence[Any]], object]] = {
    "Verdict": lambda values: Verdict(*values),
    "Confidence": lambda values: Confidence(*values),
    "Target": lambda values: Target(*values),
    "Slice": lambda values: Slice(*map(_given_from, values)),  # type: ignore[arg-type]
    "tuple": lambda values: tuple(map(_given_from, values)),
    "list": lambda values: [*map(_given_from, values)],
}


def _given_from(plain: Any) -> object:  # noqa: ANN401 plain data
    """What `_plain` made plain. Raises KeyError, TypeError or ValueError for anything else."""
    if isinstance(plain, list):
        name, *values = plain
        return _KINDS[name](values)
    return plain
