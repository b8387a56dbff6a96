"""REF008 derivation-cycle: sources that repeat each other in a circle, so that none is a root."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.findings import Finding, Kind, Place
from briefbook.rules import Rule, whole
from briefbook.rules.ref.cycles import cycle_findings

KIND = Kind("REF008", "derivation-cycle")


def check(edition: Edition) -> Iterator[Finding]:
    """Read off the references, so that a source counts however wrong the rest of it is."""
    links = edition.corpus.links
    ways: dict[str, dict[str, Place]] = {}
    for link in links.all:
        route = link.reference.route
        if "derives_from" in route and link.target:
            step = route.index("derives_from")
            name = links.records_at[link.path].get(route[:step], "")
            place = Place(link.path, route[: step + 2])
            ways.setdefault(name, {}).setdefault(link.target.id, place)
    ways.pop("", None)
    return cycle_findings(
        KIND,
        ways,
        "These sources repeat each other in a circle: {}.".format,
        "source",
        "One of them came first: take `derives_from` out there.",
    )


RULE = Rule(KIND, __name__, whole(check))
