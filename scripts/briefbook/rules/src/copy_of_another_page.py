"""SRC013 copy-of-another-page: an archived copy whose address names another page or time."""

import re
from collections.abc import Iterator
from datetime import date

from briefbook.analysis.edition import Edition
from briefbook.analysis.mirrors import archived_day, archived_original
from briefbook.analysis.same_work import normal_url
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Severity
from briefbook.model import Source
from briefbook.rules import Rule, each

_NO_COPY = re.compile(
    r"https?://web\.archive\.org/(?:web/(?:[^/]*\*|\d{8,14}(?:[a-z]{2}_)?/)|save/)",
    re.IGNORECASE,
)
KIND = Kind("SRC013", "copy-of-another-page", Severity.warning)


def check(placed: Placed[Source], edition: Edition) -> Iterator[Finding]:
    """What the address of the copy says of the page that was copied, and when."""
    told = _told(placed.record, edition.today)
    if told:
        problem, remedy = told
        message = f"The archived copy of “{placed.id}” {problem}."
        yield Finding(KIND, message, placed.place("archived_url"), remedy)


def _told(source: Source, today: date) -> tuple[str, str] | None:
    """What is wrong with a copy by its address, and how to mend it."""
    copy = source.archived_url or ""
    original, day = archived_original(copy), archived_day(copy)
    own = {normal_url(one) for one in (source.url, source.doi_address) if one}
    came_out = (source.published.earliest if source.published else None) or date.min
    if original and own and normal_url(original) not in own:
        return (
            f"is one of {original}, and not of its own page",
            "Look for a copy of the page that is cited, or mend `url`.",
        )
    if copy and normal_url(copy) in own:
        return (
            "is the page itself, so nobody keeps it",
            "Archive the page, and give the address of that copy.",
        )
    if _NO_COPY.match(copy) and not (original and day):
        return (
            "is an address at which no copy can lie",
            "Open it, choose a copy, and give the address that has its day in figures.",
        )
    if day > today.isoformat():
        return (
            f"was made on {day}, which is to come",
            "Look at its address again: a figure of the day is wrong.",
        )
    if day and day < came_out.isoformat():
        return (
            f"was made on {day}, before the page came out",
            "It shows something else: look for a later copy, or mend `published`.",
        )
    return None


RULE = Rule(KIND, __name__, each(Source)(check))
