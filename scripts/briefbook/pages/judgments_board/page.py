"""What all briefs conclude."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.pages import Page, PageType
from briefbook.pages.blocks.context import Context
from briefbook.pages.blocks.judgment import judgment_view
from briefbook.pages.environment import render
from briefbook.pages.paging import paged

SIZE = 60


def build(edition: Edition) -> Iterator[Page]:
    """By brief, the newest first, key judgments before the others."""
    everything = [
        (name, at)
        for name in edition.newest()
        for at in sorted(
            range(len(edition.briefs[name].judgments)),
            key=lambda i, name=name: not edition.briefs[name].judgments[i].key,  # type: ignore[misc]
        )
    ]
    for part in paged("judgments/", everything, SIZE):
        context = Context(edition, part.address)
        groups: dict[str, list[object]] = {}
        for name, at in part.items:
            inside = Context(edition, part.address, name)
            view = judgment_view(edition.briefs[name].judgments[at], inside)
            url = context.url(f"briefings/{name}/#{view.id}")
            groups.setdefault(name, []).append((view, url))
        markdown = render(
            "judgments_board/template.md.j2",
            context,
            title="Judgments",
            description="What the briefs conclude, with likelihood and confidence kept apart.",
            groups=[(context.brief_link(name), items) for name, items in groups.items()],
            part=part,
        )
        yield Page(part.address, "Judgments", markdown)


PAGES = PageType("judgments_board", build)
