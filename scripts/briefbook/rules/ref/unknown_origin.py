"""REF012 unknown-origin: an item's `origin` that is neither an entity nor a source."""

from collections.abc import Iterable

from briefbook.corpus import Corpus, Link
from briefbook.findings import Kind
from briefbook.rules import Rule
from briefbook.rules.ref.dangling import dangling

KIND = Kind("REF012", "unknown-origin")


def _describe(name: str, corpus: Corpus) -> tuple[str, str]:
    return (
        f"There is no entity or source “{name}” for this item to come from.",
        "Give the id of whoever said it first, or leave `origin` out.",
    )


def _known(corpus: Corpus, link: Link) -> Iterable[str]:
    known = corpus.links.ids_by_role
    return known["entity"] | known["source"]


RULE = Rule(KIND, __name__, dangling(KIND, ("entity", "source"), _describe, _known))
