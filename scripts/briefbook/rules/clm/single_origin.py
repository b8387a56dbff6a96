"""CLM004 single-origin: a supported claim behind which one origin stands."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.analysis.self_sourced import is_self_sourced
from briefbook.analysis.sides import sides_of_day
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Severity
from briefbook.model import Claim, Verdict
from briefbook.rules import Rule, each
from briefbook.text.listing import counted

KIND = Kind("CLM004", "single-origin", Severity.note)


def check(placed: Placed[Claim], edition: Edition) -> Iterator[Finding]:
    """Whether the support known on its day has exactly one independent origin; self-sourced claims
    have a rule."""
    if placed.record.verdict is not Verdict.supported or placed.brief is None:
        return
    side = sides_of_day(placed.record, placed.brief, edition).supports.side
    if len(side.origins) == 1 and not is_self_sourced(placed, edition):
        yield Finding(
            KIND,
            f"All support for this claim ({counted(len(side.links), 'link')}) goes back to "
            f"{edition.origin_name(side.origins[0])}.",
            placed.place("verdict"),
            "Look for a second, independent origin, or let the reasoning say why one is enough.",
        )


RULE = Rule(KIND, __name__, each(Claim)(check))
