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
    source = placed.record
    if not source.archived_url:
        return
    original, day = archived_original(source.archived_url), archived_day(source.archived_url)
    addresses = [one for one in (source.url, source.doi_address) if one]
    if original and addresses and normal_url(original) not in map(normal_url, addresses):
        yield Finding(
            KIND,
            f"The archived copy of “{placed.id}” is one of {original}, and not of its own page.",
            placed.place("archived_url"),
            "Look for a copy of the page that is cited, or mend `url`.",
        )
    elif any(normal_url(source.archived_url) == normal_url(one) for one in addresses):
        yield Finding(
            KIND,
            f"The archived copy of “{placed.id}” is the page itself, so nobody keeps it.",
            placed.place("archived_url"),
            "Archive the page, and give the address of that copy.",
        )
    elif _NO_COPY.match(source.archived_url) and not (original and day):
        yield Finding(
            KIND,
            f"The archived copy of “{placed.id}” is an address at which no copy can lie.",
            placed.place("archived_url"),
            "Open it, choose a copy, and give the address that has its day in figures.",
        )
    elif day > edition.today.isoformat():
        yield Finding(
            KIND,
            f"The archived copy of “{placed.id}” was made on {day}, which is to come.",
            placed.place("archived_url"),
            "Look at its address again: a figure of the day is wrong.",
        )
    elif day and source.published and day < (source.published.earliest or date.min).isoformat():
        yield Finding(
            KIND,
            f"The archived copy of “{placed.id}” was made on {day}, before the page came out.",
            placed.place("archived_url"),
            "It shows something else: look for a later copy, or mend `published`.",
        )


RULE = Rule(KIND, __name__, each(Source)(check))
