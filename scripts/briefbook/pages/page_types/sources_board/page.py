"""The library: sources as a tree of origins, those most leaned on, and those nobody has graded."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.analysis.grades import current
from briefbook.corpus import Target
from briefbook.model.source import Grade
from briefbook.pages import Page, PageType
from briefbook.pages.context import Context
from briefbook.pages.environment import render
from briefbook.pages.facet_choices import browse_choices
from briefbook.pages.paging import paged
from briefbook.pages.records.source.tree import (
    SourceView,
    roots_with_repeats,
    source_tree,
    source_view,
)

SIZE = 100
MOST = 15


def build(edition: Edition) -> Iterator[Page]:
    """Roots with the most repeats first."""
    groups = roots_with_repeats(edition.sources, edition)
    for part in paged("sources/", list(groups), SIZE):
        context = Context(edition, part.address)
        say = context.locale.say
        first = part.number == 1
        names = [name for root in part.items for name in (root, *groups[root])]
        markdown = render(
            "page_types/sources_board/template.md.j2",
            context,
            title=say("Sources"),
            description=say("Every source with its grade, and who repeats whom."),
            roots=source_tree(names, context),
            total=len(edition.sources),
            root_total=len(groups),
            leaned=_most_leaned_on(edition, context) if first else [],
            ungraded=_ungraded(edition, context) if first else ([], 0),
            choices=list(browse_choices("source", ("grade", "year", "language"), context))
            if first
            else [],
            part=part,
        )
        yield Page(part.address, say("Sources"), markdown)


def _most_leaned_on(edition: Edition, context: Context) -> list[tuple[SourceView, int]]:
    """Sources with the records that cite them or what repeats them, the most first."""
    numbers: dict[str, int] = {}
    for name in edition.sources:
        names = (name, *edition.origins.repeats.get(name, ()))
        cited = {
            (link.brief, link.record)
            for one in names
            for link in edition.corpus.links.to(Target("source", one))
            if link.brief
        }
        numbers[name] = len(cited)
    ranked = sorted(numbers, key=lambda name: (-numbers[name], name))[:MOST]
    return [(source_view(name, context), numbers[name]) for name in ranked if numbers[name]]


def _ungraded(edition: Edition, context: Context) -> tuple[list[SourceView], int]:
    """Sources that nobody has graded or can judge, and how many there are."""
    names = [
        name
        for name, source in edition.sources.items()
        if (grade := current(source)) is None or grade.grade is Grade.F
    ]
    return [source_view(name, context) for name in names[: MOST * 2]], len(names)


PAGES = PageType("sources_board", build)
