"""Who is who, by kind."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.model.entity import EntityKind
from briefbook.pages import Page, PageType
from briefbook.pages.context import Context
from briefbook.pages.environment import render
from briefbook.pages.paging import paged
from briefbook.pages.spoken_of import claims_about

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
            number = claims_about(edition, name)
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


PAGES = PageType("entities_board", build)
