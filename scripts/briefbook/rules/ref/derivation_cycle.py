"""REF008 derivation-cycle: sources that repeat each other in a circle, so that none is a root."""

from briefbook.corpus import Corpus, Link
from briefbook.findings import Kind, Place
from briefbook.rules import Rule
from briefbook.rules.ref.cycles import circles

KIND = Kind("REF008", "derivation-cycle")
_FIELD = "derives_from"


def _step(link: Link, corpus: Corpus) -> tuple[str, str, Place] | None:
    """Read off the references, so that a source counts however wrong the rest of it is."""
    route = link.reference.route
    step = route.index(_FIELD)
    name = corpus.links.records_at[link.path].get(route[:step], "")
    if not name or link.target is None:
        return None
    return name, link.target.id, Place(link.path, route[: step + 2])


RULE = Rule(
    KIND,
    __name__,
    circles(
        KIND,
        _FIELD,
        _step,
        "These sources repeat each other in a circle: {}.".format,
        "source",
        "One of them came first: take `derives_from` out there.",
    ),
)
