"""JDG005 leaning-without-sign: it leans on a contested claim, and not on which side."""

from collections.abc import Iterator

from briefbook.analysis.dependencies import target_of
from briefbook.analysis.edition import Edition
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Severity
from briefbook.model import Claim, Judgment, Verdict
from briefbook.model.withdrawal import Identified
from briefbook.rules import Rule, each

KIND = Kind("JDG005", "leaning-without-sign", Severity.note)
_BOTH_WAYS = (Verdict.contested, Verdict.partly_supported)


def check(placed: Placed[Identified], edition: Edition) -> Iterator[Finding]:
    """Whether leanings on contested and partly supported claims say `holds`."""
    record = placed.record
    for index, lean in enumerate(record.depends_on if isinstance(record, Judgment | Claim) else ()):
        claim = edition.records.get(target_of(lean.record, placed.brief_id))
        if lean.holds is None and isinstance(claim, Claim) and claim.verdict in _BOTH_WAYS:
            yield Finding(
                KIND,
                f"“{lean.record}” is {claim.verdict.replace('-', ' ')}, and it is not said whether "
                "this leans on its holding or on its not holding.",
                placed.place("depends_on", index),
                f"Write {{record: {lean.record}, holds: true}} or holds: false; if it leans on the "
                "matter being open, leave it.",
            )


RULE = Rule(KIND, __name__, each(Judgment, Claim)(check))
