"""How the search for near duplicates grows with the claims, and how many it finds of all there are.

Prints ratios of CPU time measured side by side in one run; asserts nothing.
"""

import re
from collections.abc import Callable
from itertools import combinations
from random import Random

from made.clock import medians, said
from made.prose import sentence

from briefbook.analysis.near_duplicates import near_duplicates
from briefbook.text.likeness import Signs, signs_of

FEW, MANY, TARGET = 1_000, 10_000, 12
PAIRS_OF = 2_000
PLANTED = 0.03
FREQUENT = [
    f"{one}{two}"
    for one in ("ba", "ro", "lin", "ke", "dor", "mi")
    for two in ("ral", "nes", "tok", "vir", "sum")
]


def frequent(random: Random) -> str:
    """Twelve of thirty words: every word stands in two statements of five."""
    return " ".join(random.sample(FREQUENT, 12)) + "."


def template(random: Random) -> str:
    """The same sentence again and again, with one of few names and figures."""
    name = random.choice(("Basan", "Rolin", "Kedor", "Misan", "Turo", "Linke", "Dormi", "Sanba"))
    return (
        f"The central bank of {name} raised its main rate by {random.randint(1, 60)} points in "
        f"{random.randint(2000, 2026)} because prices grew faster than expected after the harvest."
    )


def changed(statement: str, random: Random) -> str:
    """A near duplicate: one small word more, and one of two words swapped."""
    words = statement.rstrip(".").split()
    at = random.randrange(3, len(words) - 1)
    words[at], words[at - 1] = words[at - 1], words[at]
    return " ".join([*words, "indeed"]) + "."


def statements(make: Callable[[Random], str], number: int) -> dict[int, str]:
    """Generated ones, some of them near duplicates of any earlier one."""
    random = Random(number)
    found: dict[int, str] = {}
    for key in range(number):
        again = key and random.random() < PLANTED
        found[key] = changed(found[random.randrange(key)], random) if again else make(random)
    return found


def signs(given: dict[int, str]) -> dict[int, Signs]:
    """The statements taken apart."""
    return {key: signs_of(text) for key, text in given.items()}


def by_force(given: dict[int, str]) -> set[int]:
    """Those that are near duplicates of any earlier one: each likely pair is asked about alone."""
    words = {key: set(re.findall(r"\w+", text.lower())) for key, text in given.items()}
    figures = {key: {word for word in found if word.isdigit()} for key, found in words.items()}
    return {
        later
        for earlier, later in combinations(given, 2)
        if figures[earlier] == figures[later]
        and 2 * len(words[earlier] & words[later]) > 1.4 * len(words[later])
        and any(near_duplicates(signs({earlier: given[earlier], later: given[later]})))
    }


def main() -> None:
    """Print the figures."""
    kinds: dict[str, Callable[[Random], str]] = {
        "realistic": sentence,
        "frequent words": frequent,
        "one template": template,
    }
    for name, make in kinds.items():
        few, many = statements(make, FEW), statements(make, MANY)
        less, more = medians(
            lambda few=few: list(near_duplicates(signs(few))),  # type: ignore[misc]
            lambda many=many: list(near_duplicates(signs(many))),  # type: ignore[misc]
        )
        each = more / MANY * 1e6
        print(f"{name:15} {MANY:,} ÷ {FEW:,} statements {said(more / less, TARGET)}   "
              f"{each:3.0f} µs each")  # fmt: skip
    for name, make in kinds.items():
        given = statements(make, PAIRS_OF)
        there, found = by_force(given), {like.later for like in near_duplicates(signs(given))}
        recall = len(found & there) / len(there)
        print(f"{name:15} found {len(found & there)} of {len(there)} among {PAIRS_OF:,}: "
              f"recall {recall:.3f}, {len(found - there)} wrong")  # fmt: skip


if __name__ == "__main__":
    main()
