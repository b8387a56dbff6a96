"""REF015 circular-basis: claims and judgments that lean on each other in a circle."""

from briefbook.corpus import Corpus, Link
from briefbook.findings import Kind, Place
from briefbook.rules import Rule
from briefbook.rules.ref.cycles import circles

KIND = Kind("REF015", "circular-basis")


def _step(link: Link, _: Corpus) -> tuple[str, str, Place] | None:
    """A circle may lead through several briefs."""
    target = link.target
    if not link.record or target is None or not target.brief:
        return None
    return f"{link.brief}#{link.record}", f"{target.brief}#{target.id}", link.place


RULE = Rule(
    KIND,
    __name__,
    circles(
        KIND,
        "depends_on",
        _step,
        "These lean on each other in a circle: {}.".format,
        "record",
        "Take the weakest step out of its `depends_on`: one of them must stand on evidence.",
    ),
)
