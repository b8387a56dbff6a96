"""QUO011 unquoted-key-judgment: no words are shown for what a key judgment rests on."""

from collections.abc import Iterator

from briefbook.analysis.deciding_evidence import deciding_sides
from briefbook.analysis.edition import Edition
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Severity
from briefbook.model import Judgment
from briefbook.rules import Rule, each
from briefbook.rules.quo.quoted import is_draft

KIND = Kind("QUO011", "unquoted-key-judgment", Severity.note)


def check(placed: Placed[Judgment], edition: Edition) -> Iterator[Finding]:
    """Key judgments that lean on evidence of which not one item is quoted; not in drafts."""
    judgment = placed.record
    if not judgment.key or is_draft(placed):
        return
    targets = edition.dependencies.basis.get(placed.target, ())
    items = [
        item
        for one in targets
        if one in edition.records
        for side in deciding_sides(
            edition.records[one], edition.sources, edition.briefs.get(one.brief)
        )
        for item in side
    ]
    if items and not any(item.quote for item in items):
        yield Finding(
            KIND,
            "Of all the evidence that decides what this judgment leans on, no words are quoted.",
            placed.place("id"),
            "Quote the few words that matter most at one of its claims, and store the text of "
            "that source: then a reader can see that they stand there.",
        )


RULE = Rule(KIND, __name__, each(Judgment)(check))
