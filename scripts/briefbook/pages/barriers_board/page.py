"""What stands in the way, by kind."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.pages import Page, PageType
from briefbook.pages.blocks.barrier import BarrierView, barrier_view
from briefbook.pages.blocks.context import Context
from briefbook.pages.environment import render
from briefbook.pages.paging import paged

SIZE = 80


def build(edition: Edition) -> Iterator[Page]:
    """Grouped by kind, then by brief."""
    everything = sorted(
        ((name, item) for name, brief in edition.briefs.items() for item in brief.barriers),
        key=lambda pair: (pair[1].kind, pair[0]),
    )
    for part in paged("barriers/", everything, SIZE):
        groups: dict[str, list[BarrierView]] = {}
        for name, item in part.items:
            view = barrier_view(item, Context(edition, part.address, name))
            groups.setdefault(view.kind, []).append(view)
        markdown = render(
            "barriers_board/template.md.j2",
            Context(edition, part.address),
            title="Barriers",
            description="What stands in the way: sanctions, distrust, technology and more.",
            groups=list(groups.items()),
            part=part,
        )
        yield Page(part.address, "Barriers", markdown)


PAGES = PageType("barriers_board", build)
