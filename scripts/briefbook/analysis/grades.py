"""Admiralty grades: the letter of a source as it stands today, and an item's letter and number."""

from collections.abc import Mapping

from briefbook.model import Evidence, Source
from briefbook.model.source import Reliability


def current(source: Source | None) -> Reliability | None:
    """The newest grade of a source: the last of its history."""
    return source.reliability[-1] if source and source.reliability else None


def item_grade(item: Evidence, sources: Mapping[str, Source]) -> str:
    """“B2”, “B, not rated” or “ungraded”; the copy's grade, if it was read through one."""
    grade = current(sources.get(item.via or item.source))
    if grade is None:
        return "ungraded"
    return f"{grade.grade}{item.credibility}" if item.credibility else f"{grade.grade}, not rated"
