"""CLM012 verdict-on-later-evidence: a verdict for a day that only later evidence carries."""

from collections.abc import Iterator

from briefbook.analysis.chronology import as_of_day, split
from briefbook.analysis.edition import Edition
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Severity
from briefbook.model import Claim, Verdict
from briefbook.rules import Rule, each

KIND = Kind("CLM012", "verdict-on-later-evidence", Severity.warning)
_OPEN = (Verdict.open, Verdict.not_checkable, Verdict.unverified)


def check(placed: Placed[Claim], edition: Edition) -> Iterator[Finding]:
    """Whether the verdict follows from all evidence, but not from what was known on its day.

    A forecast or promise that has come out is decided by what came later.
    """
    claim = placed.record
    _, since = split(claim, edition.sources, placed.brief)
    if not since or claim.verdict in _OPEN or (claim.forecast and claim.forecast.resolution):
        return
    then = edition.verdicts.of(claim, placed.brief)
    if claim.verdict in then.allows:
        return
    if claim.verdict in edition.verdicts.in_hindsight(claim).allows:
        day = as_of_day(claim, edition.sources, placed.brief)
        yield Finding(
            KIND,
            f"The verdict “{claim.verdict}” is for {day.text if day else 'its day'}, and rests on "
            f"what came later: then, {then.reason}.",
            placed.place("verdict"),
            "Judge it for the day on which it can be judged (`as_of:`), add what was known then, "
            f"or call it {then.verdict} and say under `established` what came out since.",
        )


RULE = Rule(KIND, __name__, each(Claim)(check))
