"""JDG007 judgment-without-horizon: a likelihood without a time for which it holds."""

import re
from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Severity
from briefbook.model import Judgment
from briefbook.rules import Rule, each

KIND = Kind("JDG007", "judgment-without-horizon", Severity.warning)
_FUTURE = re.compile(r"\b(?:will|shall|won['’]t|is going to|are going to)\b", re.IGNORECASE)
_TIME = re.compile(
    r"\d{4}|\b(?:this|next|coming|current)\s+(?:\w+\s+)?(?:day|week|month|quarter|year|decade)s?\b"
    r"|\b(?:within|in|for)\s+(?:the\s+)?(?:\w+\s+){0,2}(?:day|week|month|year|decade)s?\b"
    r"|\b(?:while|until|before|as long as|by the time)\b",
    re.IGNORECASE,
)


def check(placed: Placed[Judgment], edition: Edition) -> Iterator[Finding]:
    """Whether an English judgment about the future that is given a likelihood says until when."""
    record, brief = placed.record, placed.brief
    if brief is None or record.likelihood is None or not edition.language(brief).startswith("en"):
        return
    forecast = record.forecast
    if forecast and (forecast.resolves_on or forecast.review_on or forecast.resolution):
        return
    if _FUTURE.search(record.statement) and not _TIME.search(record.statement):
        yield Finding(
            KIND,
            "This says how likely something is, and not by when.",
            placed.place("likelihood"),
            "Say by when in the statement, and add `forecast:` with `resolves_on:` and `criteria:` "
            "so that the day can decide.",
        )


RULE = Rule(KIND, __name__, each(Judgment)(check))
