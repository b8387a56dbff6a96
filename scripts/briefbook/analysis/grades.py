"""Admiralty grades (NATO AJP-2.1): the letter of a source, the number of an item, kept apart.

F and 6 mean that nobody can judge: they are unknown, not worst, and never enter a comparison.
"""

from collections.abc import Iterable, Mapping
from datetime import date

from briefbook.model import Evidence, Source
from briefbook.model.source import Grade, Reliability

LETTERS = (Grade.A, Grade.B, Grade.C, Grade.D, Grade.E)
"""The letters that can be compared, the best first."""
DOUBTFUL = (4, 5)
"""Item numbers that say an item is doubtful or improbable."""


def current(source: Source | None) -> Reliability | None:
    """The newest grade of a source: the last of its history."""
    return source.reliability[-1] if source and source.reliability else None


def standing(source: Source, day: date) -> Reliability | None:
    """The grade that stood on a day: the last one not dated after it.

    A grade without a date has stood from the beginning.
    """
    found = [
        item
        for item in source.reliability
        if item.on is None or item.on.earliest is None or item.on.earliest <= day
    ]
    return found[-1] if found else None


def letter(source: Source | None) -> Grade | None:
    """The letter of a source, or None where it is not graded or cannot be judged."""
    grade = current(source)
    return grade.grade if grade and grade.grade is not Grade.F else None


def item_letter(item: Evidence, sources: Mapping[str, Source]) -> Grade | None:
    """The letter that counts for an item: that of the copy, if it was read through one."""
    return letter(sources.get(item.via or item.source))


def best(items: Iterable[Evidence], sources: Mapping[str, Source]) -> Grade | None:
    """The best known letter among items, doubtful ones left out; None if none is known."""
    known = [
        grade
        for item in items
        if item.credibility not in DOUBTFUL and (grade := item_letter(item, sources))
    ]
    return min(known, key=LETTERS.index, default=None)


def is_better(one: Grade | None, other: Grade | None) -> bool:
    """Whether a known letter is better than another, or known where the other is not."""
    if one is None or other is None:
        return one is not None and other is None
    return LETTERS.index(one) < LETTERS.index(other)


def item_grade(item: Evidence, sources: Mapping[str, Source]) -> str:
    """“B2”, “B, not rated” or “ungraded”; the copy's grade, if it was read through one."""
    grade = current(sources.get(item.via or item.source))
    if grade is None:
        return "ungraded"
    return f"{grade.grade}{item.credibility}" if item.credibility else f"{grade.grade}, not rated"
