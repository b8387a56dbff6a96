"""Who is who: one person under several names and addresses."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from briefbook.model.canonical_form import folded
from briefbook.model.settings import Reviewer
from briefbook.text.skeleton import skeleton

_NOREPLY = "@users.noreply."


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody as git or a brief names them."""

    name: str
    address: str = ""


@dataclass(frozen=True)
class People:
    """Tells persons apart by name and address; those of `reviewers` by all that these have.

    Names that look alike are one name: letters of other alphabets, accents and capitals do not
    make another person.
    """

    reviewers: Sequence[Reviewer] = ()
    _groups: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for number, one in enumerate(self.reviewers):
            for key in _keys_of(one):
                self._groups.setdefault(key, number)

    def same(self, one: Person, other: Person) -> bool:
        """Whether both are one person."""
        return not self.marks(one).isdisjoint(self.marks(other))

    def marks(self, person: Person) -> frozenset[str]:
        """What a person is known by: two persons who share one of these are the same."""
        own = keys(person)
        return own | {f"#{self._groups[key]}" for key in own if key in self._groups}

    def group(self, person: Person) -> int | None:
        """Which entry of the list of reviewers is this person; None: none of them."""
        known = (self._groups[key] for key in sorted(keys(person)) if key in self._groups)
        return next(known, None)

    def may_use(self, person: Person, address: str) -> bool:
        """Whether a commit under an address may be this person's: where the list of reviewers has
        addresses for them, only those, and what a host gives to accounts that hide theirs, unless
        one of that sort is listed."""
        group = self.group(person)
        listed = self.reviewers[group].addresses if group is not None else ()
        if not listed or not address or any(_is_one(address, one) for one in listed):
            return True
        return _is_hidden(address) and not any(map(_is_hidden, listed))

    def is_reviewer(self, person: Person) -> bool:
        """Whether the list of reviewers has this person; of an empty list everybody is one."""
        return not self.reviewers or any(key in self._groups for key in keys(person))

    def count(self, people: Iterable[Person]) -> int:
        """How many different persons these are."""
        known: list[set[str]] = []
        for person in people:
            marks = set(self.marks(person))
            same = [one for one in known if not one.isdisjoint(marks)]
            known = [one for one in known if one.isdisjoint(marks)]
            known.append(marks.union(*same))
        return len(known)


def keys(person: Person) -> frozenset[str]:
    """A person's name as the eye sees it, and the address as hosts tell accounts apart."""
    found = _names(person.name)
    if person.address:
        found |= {_address(person.address)}
    return frozenset(found)


def same_account(one: str, other: str) -> bool:
    """Whether two addresses are one account's, as hosts tell accounts apart."""
    return bool(one and other) and _address(one) == _address(other)


def _is_hidden(address: str) -> bool:
    return _NOREPLY in folded(address).casefold()


def _is_one(one: str, other: str) -> bool:
    """Whether two addresses are one account's: not with different numbers before a hidden name."""
    numbers = {found for side in (one, other) if (found := side.rpartition("+")[0])}
    return same_account(one, other) and not (
        _is_hidden(one) and _is_hidden(other) and len(numbers) > 1
    )


def _keys_of(reviewer: Reviewer) -> Iterable[str]:
    for name in (reviewer.name, *reviewer.names):
        yield from _names(name)
    yield from map(_address, reviewer.addresses)


def _names(name: str) -> set[str]:
    parts = unicodedata.normalize("NFKD", folded(name))
    bare = "".join(
        char for char in parts
        if not unicodedata.combining(char) and unicodedata.category(char) != "Cf"
    )  # fmt: skip
    return {f"={skeleton(bare).casefold()}", f"={skeleton(bare.casefold())}"} if bare else set()


def _address(address: str) -> str:
    """“12+name@users.noreply.…” is “name@users.noreply.…”: the number came later."""
    bare = folded(address).casefold()
    local, mark, host = bare.partition(_NOREPLY)
    return f"{local.rpartition('+')[2]}{mark}{host}" if mark else bare
