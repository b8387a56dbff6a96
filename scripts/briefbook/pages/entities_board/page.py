"""Who is who, by kind."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.corpus import Target
from briefbook.pages import Page, PageType
from briefbook.pages.blocks.context import Context
from briefbook.pages.environment import render
from briefbook.pages.paging import paged

SIZE = 300
_PLURALS = {
    "organization": "Organizations",
    "person": "People",
    "state": "States",
    "place": "Places",
    "model": "Models",
    "document": "Documents",
    "other": "Others",
}


def build(edition: Edition) -> Iterator[Page]:
    """Grouped by kind, in the order of names."""
    kinds = list(_PLURALS)
    everything = sorted(
        edition.entities,
        key=lambda name: (kinds.index(edition.entities[name].kind), edition.entities[name].name),
    )
    for part in paged("entities/", everything, SIZE):
        context = Context(edition, part.address)
        groups: dict[str, list[object]] = {}
        for name in part.items:
            entity = edition.entities[name]
            number = _claims(edition, name)
            row = (context.entity(name), entity.aliases[:3], number)
            groups.setdefault(_PLURALS[entity.kind], []).append(row)
        markdown = render(
            "entities_board/template.md.j2",
            context,
            title="Actors",
            description="People, organizations and others that the briefs speak about.",
            groups=list(groups.items()),
            part=part,
        )
        yield Page(part.address, "Actors", markdown)


def _claims(edition: Edition, name: str) -> int:
    """How many claims are about an entity; those that it makes are not counted."""
    links = edition.corpus.links.to(Target("entity", name))
    return len({(k.brief, k.record) for k in links if k.reference.route[0] == "claims"
                and "entities" in k.reference.route})  # fmt: skip


PAGES = PageType("entities_board", build)
