"""REF017 circular-succession: records or briefs that take each other's place in a circle."""

from briefbook.corpus import Corpus, Link
from briefbook.findings import Kind, Place
from briefbook.rules import Rule
from briefbook.rules.ref.cycles import circles

KIND = Kind("REF017", "circular-succession")


def _step(link: Link, _: Corpus) -> tuple[str, str, Place] | None:
    """What takes the place of a record may stand in another brief."""
    target = link.target
    if target is None:
        return None
    if target.role == "brief":
        return link.brief, target.id, link.place
    if not link.record:
        return None
    return f"{link.brief}#{link.record}", f"{target.brief}#{target.id}", link.place


RULE = Rule(
    KIND,
    __name__,
    circles(
        KIND,
        "superseded_by",
        _step,
        "What takes the place of what was withdrawn leads back to it: {}.".format,
        "step",
        "Name under `superseded_by` what holds now, or leave it out where nothing does.",
    ),
)
