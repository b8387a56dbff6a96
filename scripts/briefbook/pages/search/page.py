"""The search page: an empty frame that the script fills; without script, ways to browse."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.pages import Page, PageType
from briefbook.pages.blocks.context import Context, Link
from briefbook.pages.environment import render

_BOARDS = (
    ("briefings/", "Briefs"),
    ("claims/", "Claims"),
    ("judgments/", "Judgments"),
    ("questions/", "Questions"),
    ("sources/", "Sources"),
    ("entities/", "Actors"),
    ("topics/", "Topics"),
)


def build(edition: Edition) -> Iterator[Page]:
    """One page."""
    context = Context(edition, "search/")
    markdown = render(
        "search/template.md.j2",
        context,
        title="Search",
        description="Search claims, judgments, questions, sources and actors in any language.",
        boards=[Link(context.url(there), name) for there, name in _BOARDS],
    )
    yield Page("search/", "Search", markdown)


PAGES = PageType("search", build)
