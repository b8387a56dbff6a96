"""An actor's page: names, relations, what is claimed about it, what happened."""

from collections.abc import Iterator

from briefbook.analysis.addresses import address, anchored
from briefbook.analysis.edition import Edition
from briefbook.corpus import Target
from briefbook.model.relation import Relation
from briefbook.pages import Page, PageType
from briefbook.pages.blocks.context import Context, Link
from briefbook.pages.blocks.events import event_views
from briefbook.pages.blocks.found import names, search_record
from briefbook.pages.blocks.mentions import mentions
from briefbook.pages.environment import render


def build(edition: Edition) -> Iterator[Page]:
    """One page for each entity."""
    relations = _relations(edition)
    events = _events(edition)
    for name, entity in edition.entities.items():
        target = Target("entity", name)
        context = Context(edition, address(target))
        markdown = render(
            "entity/template.md.j2",
            context,
            title=entity.name,
            description=f"{entity.name}: what is claimed about it, and what was found.",
            id=name,
            entity=entity,
            note=context.prose(entity.note),
            relations=[_relation(item, context) for item in relations.get(name, ())],
            mentions=mentions(target, context),
            events=event_views(
                [(brief, edition.briefs[brief].events[at]) for brief, at in events.get(name, ())],
                context,
            ),
        )
        record = search_record(
            edition,
            anchored(target),
            entity.name,
            "Actor",
            language="en",
            named=False,
            text=[words for words, _ in names(entity)] + [context.plain(entity.note)],
            meta={"shown": ", ".join(item.name for item in entity.aliases[:4])},
        )
        yield Page(context.here, entity.name, markdown, (record,))


def _relations(edition: Edition) -> dict[str, list[Relation]]:
    """For each entity the relations that it is a part of, each once."""
    found: dict[str, dict[tuple[object, ...], Relation]] = {}
    for brief in edition.briefs.values():
        for item in brief.relations:
            key = (item.subject, item.relation, item.object.entity, item.object.name, item.when)
            for name in {item.subject, item.object.entity or ""}:
                found.setdefault(name, {}).setdefault(key, item)
    return {name: list(items.values()) for name, items in found.items()}


def _events(edition: Edition) -> dict[str, list[tuple[str, int]]]:
    """For each entity the events that name it: brief and place in its list."""
    found: dict[str, list[tuple[str, int]]] = {}
    for brief_id, brief in edition.briefs.items():
        for at, event in enumerate(brief.events):
            for name in dict.fromkeys(event.entities):
                found.setdefault(name, []).append((brief_id, at))
    return found


def _relation(item: Relation, context: Context) -> dict[str, object]:
    other: Link | None = context.entity(item.object.entity) if item.object.entity else None
    return {
        "subject": context.entity(item.subject),
        "relation": item.relation,
        "object": other,
        "name": item.object.name or "",
        "when": context.when(item.when),
        "sources": [context.source(name) for name in item.sources],
    }


PAGES = PageType("entity", build)
