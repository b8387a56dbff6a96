"""SRC008 graded-above-origin: a source that is graded better than what it repeats."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.analysis.grades import LETTERS, letter
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Severity
from briefbook.model import Source
from briefbook.model.source import How
from briefbook.rules import Rule, each

KIND = Kind("SRC008", "graded-above-origin", Severity.warning)


def check(placed: Placed[Source], edition: Edition) -> Iterator[Finding]:
    """Whether every source that it repeats is graded, and all of them worse; uses are spared."""
    own = letter(placed.record)
    repeated = [item.id for item in placed.record.derives_from if item.how is not How.uses]
    grades = [letter(edition.sources.get(name)) for name in repeated]
    known = [grade for grade in grades if grade]
    if own is None or not known or len(known) < len(grades):
        return
    best = min(known, key=LETTERS.index)
    if LETTERS.index(own) < LETTERS.index(best):
        yield Finding(
            KIND,
            f"“{placed.id}” is graded {own} and repeats a source that is graded {best}.",
            placed.place("reliability", len(placed.record.reliability) - 1, "grade"),
            "A copy knows no more than its original: lower its grade, raise the other one with a "
            "reason, or say `how: uses` if it adds work of its own.",
        )


RULE = Rule(KIND, __name__, each(Source)(check))
