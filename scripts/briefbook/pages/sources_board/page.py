"""The library: sources as a tree of origins."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.pages import Page, PageType
from briefbook.pages.blocks.context import Context
from briefbook.pages.blocks.source_tree import source_tree
from briefbook.pages.environment import render
from briefbook.pages.paging import paged

SIZE = 150


def build(edition: Edition) -> Iterator[Page]:
    """Roots with the most repeats first."""
    everything = source_tree(edition.sources, Context(edition, "sources/"))
    total = len(edition.sources)
    for part in paged("sources/", [root.source.id for root in everything], SIZE):
        context = Context(edition, part.address)
        wanted = set(part.items)
        markdown = render(
            "sources_board/template.md.j2",
            context,
            title="Sources",
            description="Every source with its grade, and who repeats whom.",
            roots=[
                root for root in source_tree(edition.sources, context) if root.source.id in wanted
            ],
            total=total,
            root_total=len(everything),
            part=part,
        )
        yield Page(part.address, "Sources", markdown)


PAGES = PageType("sources_board", build)
