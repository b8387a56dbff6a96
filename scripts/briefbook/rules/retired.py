"""Codes of rules that are gone, with their names: neither is ever given to another rule.

Package authors add theirs through the entry points `briefbook.rules.retired`.
"""

from dataclasses import dataclass
from functools import cache

from briefbook.registry import discover


@dataclass(frozen=True, slots=True)
class Retired:
    """A rule that is gone since a version; `now` is the code of the rule that took its place.

    `remedy` is a sentence that says what to do, where no rule took its place.
    """

    code: str
    name: str
    since: str
    now: str = ""
    remedy: str = "Take it out."


# A rule that goes is written here as Retired("CLM099", "its-name", "0.2.0", now="CLM100").


def _names(one: Retired) -> tuple[str, ...]:
    return one.code, one.name


@cache
def all_retired() -> tuple[Retired, ...]:
    """Every retired rule of this package and of plug-ins, by code."""
    return tuple(sorted(discover(__name__, Retired, _names), key=lambda one: one.code))


def find_retired(word: str) -> Retired | None:
    """The retired rule with this code or name, upper or lower case."""
    wanted = word.casefold()
    return next((one for one in all_retired() if wanted in (one.code.casefold(), one.name)), None)


def current_code(word: str) -> str:
    """The word itself, or the code that took the place of the rule that it names; else nothing."""
    steps = set[str]()
    while (gone := find_retired(word)) and gone.code not in steps:
        steps.add(gone.code)
        word = gone.now
    return "" if gone else word
