"""REF017 circular-succession: records or briefs that take each other's place in a circle."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.findings import Finding, Kind, Place
from briefbook.rules import Rule, whole
from briefbook.rules.ref.cycles import cycle_findings

KIND = Kind("REF017", "circular-succession")


def check(edition: Edition) -> Iterator[Finding]:
    """Over all briefs: what takes the place of a record may stand in another one."""
    ways: dict[str, dict[str, Place]] = {}
    for link in edition.corpus.links.all:
        if "superseded_by" not in link.reference.route or link.target is None:
            continue
        if link.target.role == "brief":
            ways.setdefault(link.brief, {}).setdefault(link.target.id, link.place)
        elif link.record:
            name = f"{link.brief}#{link.record}"
            ways.setdefault(name, {}).setdefault(
                f"{link.target.brief}#{link.target.id}", link.place
            )
    return cycle_findings(
        KIND,
        ways,
        "What takes the place of what was withdrawn leads back to it: {}.".format,
        "step",
        "Name under `superseded_by` what holds now, or leave it out where nothing does.",
    )


RULE = Rule(KIND, __name__, whole(check))
