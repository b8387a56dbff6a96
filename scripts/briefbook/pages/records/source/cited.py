"""The sources that a brief names."""

from briefbook.analysis.origins import links_of
from briefbook.model import Brief


def cited(brief: Brief) -> list[str]:
    """Every source that the brief names, in the order of first mention."""
    found: dict[str, None] = {}
    if brief.reviews and brief.reviews.appearance:
        found[brief.reviews.appearance] = None
    lists = [record.evidence for record in brief.claims]
    lists += [record.evidence for record in brief.barriers]
    lists += [record.evidence for record in brief.questions]
    for items in lists:
        for item in items:
            found.update(dict.fromkeys(links_of(item)))
    for event in brief.events:
        found.update(dict.fromkeys(event.sources))
    for relation in brief.relations:
        found.update(dict.fromkeys(relation.sources))
    found.update(dict.fromkeys(source.id for source in brief.sources))
    return list(found)
