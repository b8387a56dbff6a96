"""EVD006 absence-without-search: something is said not to be there, and not how one looked."""

import re
from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Severity
from briefbook.model import Claim, Judgment, Question, Stance
from briefbook.model.barrier import Barrier
from briefbook.model.claim import Flaw
from briefbook.model.withdrawal import Identified
from briefbook.rules import Rule, each

_FOUND_NOTHING = re.compile(
    r"\b(found no|found nothing|no [^.;]{1,60} (was|were|has been|have been|could be) found"
    r"|nothing (was|could be|has been) found)\b|\bне (найден|обнаружен)|(未|没有)(找到|发现)",
    re.IGNORECASE,
)

KIND = Kind("EVD006", "absence-without-search", Severity.warning)

_UNTIL = "Add `searched_until:` to the brief: what was not there then may be there now."


def check(placed: Placed[Identified], edition: Edition) -> Iterator[Finding]:
    """Whether items with the stance “absent” say how they were searched; and whether their brief,
    and that of a statement that something was not found, says until when."""
    absent = [one for one in placed.evidence() if one[1].stance is Stance.absent]
    for steps, item in absent:
        if not item.note:
            yield Finding(
                KIND,
                f"“{item.source}” is said not to have it, and not how it was searched.",
                placed.place(*steps, "stance"),
                "Say in `note:` what was searched, for which words, in which languages and when.",
            )
        elif placed.brief and not placed.brief.searched_until:
            yield Finding(
                KIND,
                "This is a finding of absence, and the brief does not say until when was searched.",
                placed.place(*steps, "stance"),
                _UNTIL,
            )
    field = "" if absent else _says_that_nothing_was_found(placed.record)
    if field and placed.brief and not placed.brief.searched_until:
        yield Finding(
            KIND,
            "This says that nothing was found, and the brief does not say until when was searched.",
            placed.place(field),
            _UNTIL,
        )


def _says_that_nothing_was_found(record: Identified) -> str:
    """The field in which a record of the author's own words says so; nothing if none does."""
    if isinstance(record, Claim):
        if record.flaw is Flaw.no_source_found:
            return "flaw"
        return "established" if _FOUND_NOTHING.search(record.established or "") else ""
    found_none = isinstance(record, Judgment) and _FOUND_NOTHING.search(record.statement)
    return "statement" if found_none else ""


RULE = Rule(KIND, __name__, each(Claim, Question, Barrier, Judgment)(check))
