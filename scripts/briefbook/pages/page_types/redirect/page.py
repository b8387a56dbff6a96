"""The former addresses of renamed briefs: a page that leads on, so that no link ever dies."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.analysis.site_addresses import address
from briefbook.corpus import Target
from briefbook.pages import Page, PageType
from briefbook.pages.context import Context
from briefbook.pages.environment import render


def build(edition: Edition) -> Iterator[Page]:
    """One page for each former id that no brief has today; of several claims the first counts."""
    taken = set(edition.briefs)
    for name, brief in edition.briefs.items():
        for former in brief.renamed_from:
            if former in taken:
                continue
            taken.add(former)
            context = Context(edition, address(Target("brief", former)), name)
            title = context.locale.say("This brief has moved")
            to = context.brief_link(name)
            markdown = render(
                "page_types/redirect/template.md.j2",
                context,
                title=title,
                description=brief.title,
                head={"moved_to": to.url, "robots": "noindex"},
                to=to,
            )
            yield Page(context.here, title, markdown)


PAGES = PageType("redirect", build)
