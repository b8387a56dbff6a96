"""REF015 circular-basis: claims and judgments that lean on each other in a circle."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.findings import Finding, Kind, Place
from briefbook.rules import Rule, whole
from briefbook.rules.ref.cycles import cycle_findings

KIND = Kind("REF015", "circular-basis")


def check(edition: Edition) -> Iterator[Finding]:
    """Over all briefs: a circle may lead through several of them."""
    ways: dict[str, dict[str, Place]] = {}
    for link in edition.corpus.links.all:
        target = link.target
        if "depends_on" in link.reference.route and link.record and target and target.brief:
            name = f"{link.brief}#{link.record}"
            ways.setdefault(name, {}).setdefault(f"{target.brief}#{target.id}", link.place)
    return cycle_findings(
        KIND,
        ways,
        "These lean on each other in a circle: {}.".format,
        "record",
        "Take the weakest step out of its `depends_on`: one of them must stand on evidence.",
    )


RULE = Rule(KIND, __name__, whole(check))
