"""Parts of a brief's page that no other page has: its actors, its sources, its neighbours."""

from collections import Counter
from dataclasses import dataclass

from briefbook.analysis.origins import links_of
from briefbook.model import Brief
from briefbook.model.standing import standing
from briefbook.pages.context import Context, Link


def actors(brief: Brief, context: Context) -> list[tuple[Link, str, int]]:
    """Entities of the brief, what to know of each, how many claims are about it; most first."""
    claims = standing(brief.claims, brief)
    numbers: Counter[str] = Counter(name for claim in claims for name in claim.entities)
    others = [name for event in brief.events for name in event.entities]
    others += [relation.subject for relation in brief.relations]
    others += [name for claim in brief.claims for name in claim.entities]
    for name in others:
        numbers.setdefault(name, 0)
    ordered = sorted(numbers, key=lambda name: (-numbers[name], name))
    return [(context.entity(name), context.entity_note(name), numbers[name]) for name in ordered]


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


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The briefs before and after this one, newest first, under topics that have the same ones."""

    topics: list[Link]
    newer: Link | None
    older: Link | None


def neighbours(brief: Brief, context: Context) -> list[Neighbours]:
    """For the topics of the brief that have others; those with the same neighbours together."""
    together: dict[tuple[str, str], list[Link]] = {}
    for topic in brief.topics:
        filed = context.edition.filed.get(topic, ())
        if len(filed) < 2:
            continue
        at = filed.index(context.brief)
        newer = filed[at - 1] if at else ""
        older = filed[at + 1] if at + 1 < len(filed) else ""
        together.setdefault((newer, older), []).append(context.topic(topic))
    return [
        Neighbours(
            topics,
            context.brief_link(newer) if newer else None,
            context.brief_link(older) if older else None,
        )
        for (newer, older), topics in together.items()
    ]
