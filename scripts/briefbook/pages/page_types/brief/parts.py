"""Parts of a brief's page that no other page has: its actors, its sources, its neighbours."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from briefbook.model import Brief
from briefbook.model.standing import not_withdrawn
from briefbook.pages.context import Context, Link
from briefbook.pages.environment import part
from briefbook.pages.linchpins import SHOWN, linchpin_views
from briefbook.pages.page_types.brief.without import without
from briefbook.pages.records.relation.card import relation_view
from briefbook.pages.section import Section


def actors(brief: Brief, context: Context) -> list[tuple[Link, str, int]]:
    """Entities of the brief, what to know of each, how many claims are about it; most first."""
    claims = not_withdrawn(brief.claims, brief)
    numbers: Counter[str] = Counter(name for claim in claims for name in claim.entities)
    others = [name for event in brief.events for name in event.entities]
    others += [relation.subject for relation in brief.relations]
    others += [name for claim in brief.claims for name in claim.entities]
    for name in others:
        numbers.setdefault(name, 0)
    ordered = sorted(numbers, key=lambda name: (-numbers[name], name))
    return [(context.entity(name), context.entity_note(name), numbers[name]) for name in ordered]


def actors_section(brief: Brief, context: Context) -> Iterator[Section]:
    """Who is who, and how they are related; none where nobody is named."""
    found = actors(brief, context)
    if not found:
        return
    name = context.locale.say("Who is who")
    relations = [relation_view(item, context) for item in brief.relations]
    html = part(
        "page_types/brief/actors_section.html.j2",
        context,
        name=name,
        actors=found,
        relations=relations,
    )
    yield Section(100, "actors", name, html)


def linchpins_section(brief: Brief, context: Context) -> Iterator[Section]:
    """What the brief hangs on; none where nothing hangs on anything."""
    found = linchpin_views(brief, context)
    if not found:
        return
    name = context.locale.say("What this hangs on")
    html = part(
        "page_types/brief/linchpins_section.html.j2",
        context,
        name=name,
        linchpins=found,
        unfolded=SHOWN,
        without=without(context),
    )
    yield Section(70, "linchpins", name, html)


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
        if len(context.edition.briefs_by_topic.get(topic, ())) < 2:
            continue
        newer, older = context.edition.neighbours[topic, context.brief]
        together.setdefault((newer, older), []).append(context.topic(topic))
    return [
        Neighbours(
            topics,
            context.brief_link(newer) if newer else None,
            context.brief_link(older) if older else None,
        )
        for (newer, older), topics in together.items()
    ]
