"""What all briefs conclude."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.model import Judgment
from briefbook.model.standing import not_withdrawn
from briefbook.pages import Page, PageType
from briefbook.pages.context import Context
from briefbook.pages.environment import render
from briefbook.pages.facet_choices import browse_choices
from briefbook.pages.paging import paged
from briefbook.pages.records.judgment.row import judgment_row
from briefbook.pages.row import RecordRow

SIZE = 60


def build(edition: Edition) -> Iterator[Page]:
    """By brief, the newest first, key judgments before the others."""
    everything: list[tuple[str, Judgment]] = []
    for name in edition.newest_first():
        judgments = not_withdrawn(edition.briefs[name].judgments, edition.briefs[name])
        everything += [(name, item) for item in judgments if item.key]
        everything += [(name, item) for item in judgments if not item.key]
    for part in paged("judgments/", everything, SIZE):
        context = Context(edition, part.address)
        say = context.locale.say
        groups: dict[str, list[RecordRow]] = {}
        for name, item in part.items:
            groups.setdefault(name, []).append(judgment_row(item, context.inside(name)))
        markdown = render(
            "page_types/judgments_board/template.md.j2",
            context,
            title=say("Judgments"),
            description=say("What the briefs conclude, with likelihood and confidence kept apart."),
            groups=[(context.brief_link(name), rows) for name, rows in groups.items()],
            choices=list(
                browse_choices("judgment", ("likelihood", "confidence", "topic", "status"), context)
            ),
            part=part,
        )
        yield Page(part.address, say("Judgments"), markdown)


PAGES = PageType("judgments_board", build)
