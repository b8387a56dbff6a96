"""Who is who, by kind."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.corpus import Target
from briefbook.model.entity import EntityKind
from briefbook.pages import Page, PageType
from briefbook.pages.context import Context
from briefbook.pages.environment import render
from briefbook.pages.paging import paged

SIZE = 300


def build(edition: Edition) -> Iterator[Page]:
    """Grouped by kind, in the order of names."""
    kinds = list(EntityKind)
    everything = sorted(
        edition.entities,
        key=lambda name: (kinds.index(edition.entities[name].kind), edition.entities[name].name),
    )
    for part in paged("entities/", everything, SIZE):
        context = Context(edition, part.address)
        say = context.locale.say
        plurals = {
            EntityKind.organization: say("Organizations"), EntityKind.person: say("People"),
            EntityKind.state: say("States"), EntityKind.place: say("Places"),
            EntityKind.model: say("Models"), EntityKind.document: say("Documents"),
            EntityKind.other: say("Others"),
        }  # fmt: skip
        groups: dict[EntityKind, list[object]] = {}
        for name in part.items:
            entity = edition.entities[name]
            number = _claims(edition, name)
            row = (
                context.entity(name),
                [(a.name, context.foreign(a.language)) for a in entity.aliases[:3]],
                context.entity_note(name),
                number,
            )
            groups.setdefault(entity.kind, []).append(row)
        markdown = render(
            "page_types/entities_board/template.md.j2",
            context,
            title=say("Actors"),
            description=say("People, organizations and others that the briefs speak about."),
            groups=[(plurals[kind], kind.value, rows) for kind, rows in groups.items()],
            part=part,
        )
        yield Page(part.address, say("Actors"), markdown)


def _claims(edition: Edition, name: str) -> int:
    """How many claims are about an entity; those that it makes are not counted."""
    links = edition.corpus.links.to(Target("entity", name))
    return len({(k.brief, k.record) for k in links if k.reference.route[0] == "claims"
                and "entities" in k.reference.route})  # fmt: skip


PAGES = PageType("entities_board", build)
