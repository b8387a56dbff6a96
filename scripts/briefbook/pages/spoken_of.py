"""How much the briefs say about a subject: numbers beside its name."""

from briefbook.analysis.edition import Edition
from briefbook.corpus import Target


def claims_about(edition: Edition, name: str) -> int:
    """How many claims are about an entity; those that it makes are not counted."""
    links = edition.corpus.links.to(Target("entity", name))
    return len({(k.brief, k.record) for k in links if k.reference.route[0] == "claims"
                and "entities" in k.reference.route})  # fmt: skip
