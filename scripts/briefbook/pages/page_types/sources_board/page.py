"""The library: sources as a tree of origins, those most leaned on, and those nobody has graded."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.analysis.grades import current
from briefbook.corpus import Target
from briefbook.model.source import Grade
from briefbook.pages import Page, Part, in_parts
from briefbook.pages.context import Context
from briefbook.pages.environment import render
from briefbook.pages.facet_choices import browse_choices
from briefbook.pages.paging import paged
from briefbook.pages.records.source.tree import (
    roots_with_repeats,
    source_tree,
    source_view,
)

SIZE = 100
MOST = 15


def parts_of(edition: Edition) -> Iterator[Part]:
    """Roots with the most repeats first."""
    groups = roots_with_repeats(edition.sources, edition)
    for part in paged("sources/", [(root, *names) for root, names in groups.items()], SIZE):
        ends = (_most_leaned_on(edition), _ungraded(edition)) if part.number == 1 else ((), ((), 0))
        yield Part(part.address, (part, len(edition.sources), len(groups), *ends))


def page_of(edition: Edition, about: Part) -> Page:
    """One page of it."""
    part, total, roots, leaned, (ungraded, many) = about.given
    context = Context(edition, part.address)
    say = context.locale.say
    markdown = render(
        "page_types/sources_board/template.md.j2",
        context,
        title=say("Sources"),
        description=say("Every source with its grade, and who repeats whom."),
        roots=source_tree((name for names in part.items for name in names), context),
        total=total,
        root_total=roots,
        leaned=[(source_view(name, context), number) for name, number in leaned],
        ungraded=([source_view(name, context) for name in ungraded], many),
        choices=list(browse_choices("source", ("grade", "year", "language"), context))
        if part.number == 1
        else [],
        part=part,
    )
    return Page(part.address, say("Sources"), markdown)


def _most_leaned_on(edition: Edition) -> tuple[tuple[str, int], ...]:
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
    return tuple((name, numbers[name]) for name in ranked if numbers[name])


def _ungraded(edition: Edition) -> tuple[tuple[str, ...], int]:
    """Sources that nobody has graded or can judge, and how many there are."""
    names = [
        name
        for name, source in edition.sources.items()
        if (grade := current(source)) is None or grade.grade is Grade.F
    ]
    return tuple(names[: MOST * 2]), len(names)


PAGES = in_parts("sources_board", parts_of, page_of)
