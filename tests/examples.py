"""How many examples tests invent: few while one works, many in `make test-long`."""

import os

from hypothesis import settings

MANY = "BRIEFBOOK_MANY_EXAMPLES"
FEW = 50
SIZE = 50_000 if MANY in os.environ else 12_500
"""How often a hostile text repeats what it is made of; what takes long then is not linear."""


def load_profile() -> None:
    """The same examples on each run and no time limits: a test fails for a reason or not at all.

    With $BRIEFBOOK_MANY_EXAMPLES set, so many, and others on each run; what is printed of a
    failure makes it happen again.
    """
    settings.register_profile(
        "few", deadline=None, database=None, derandomize=True, max_examples=FEW
    )
    settings.register_profile(
        "many",
        deadline=None,
        database=None,
        derandomize=False,
        print_blob=True,
        max_examples=int(os.environ.get(MANY, FEW)),
    )
    settings.load_profile("many" if MANY in os.environ else "few")


def examples(factor: int) -> int:
    """So many times the examples of a usual test; asked while modules are read, not in a test."""
    return factor * int(settings.default.max_examples)
