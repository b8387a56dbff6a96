"""BRF009 unweighed-bottom-line: a summary that forecasts, and no judgment says how likely."""

import re
from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Severity
from briefbook.model import Brief
from briefbook.model.standing import not_withdrawn
from briefbook.rules import Rule, each

KIND = Kind("BRF009", "unweighed-bottom-line", Severity.warning)
_FUTURE = re.compile(
    r"\b(?:will|shall|won['’]t|is going to|are going to|is bound to|are bound to)\b", re.IGNORECASE
)


def check(placed: Placed[Brief], edition: Edition) -> Iterator[Finding]:
    """Whether an English summary that says what will be has a judgment with likelihood and
    confidence below it."""
    brief = placed.record
    if not edition.language(brief).startswith("en") or not _FUTURE.search(brief.summary):
        return
    judged = not_withdrawn(brief.judgments, brief)
    if not any(one.likelihood and one.confidence for one in judged):
        yield Finding(
            KIND,
            "The bottom line says what will be, and no judgment says how likely and how sure.",
            placed.place("summary"),
            "Add a judgment with `likelihood:` and `confidence:` for what it foretells.",
        )


RULE = Rule(KIND, __name__, each(Brief)(check))
