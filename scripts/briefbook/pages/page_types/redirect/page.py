"""The former addresses of what was renamed: a page that leads on, so that no link ever dies."""

from collections.abc import Iterator, Mapping
from typing import Any

from briefbook.analysis.edition import Edition
from briefbook.analysis.site_addresses import address
from briefbook.corpus import Target
from briefbook.model import Record
from briefbook.model.record_types import of_library
from briefbook.pages import Page, PageType
from briefbook.pages.context import Context, Link
from briefbook.pages.environment import render


def build(edition: Edition) -> Iterator[Page]:
    """One page for each former id that nothing of its kind has today; of several claims the first
    counts."""
    yield from _pages(edition, "brief", edition.briefs)
    for kind in of_library():
        yield from _pages(edition, kind.noun, edition.library_records(kind))


def _pages(edition: Edition, role: str, records: Mapping[str, Any]) -> Iterator[Page]:
    taken = set(records)
    for name, record in records.items():
        for former in record.renamed_from:
            if former in taken:
                continue
            taken.add(former)
            yield _page(edition, Target(role, former), Target(role, name), record)


def _page(edition: Edition, former: Target, now: Target, record: Record) -> Page:
    context = Context(edition, address(former), now.id if now.role == "brief" else "")
    say = context.locale.say
    label = str(getattr(record, "title", None) or getattr(record, "name", now.id))
    to = Link(context.url(address(now)), label)
    title = say("This brief has moved") if now.role == "brief" else say("This page has moved")
    markdown = render(
        "page_types/redirect/template.md.j2",
        context,
        title=title,
        description=label,
        head={"moved_to": to.url, "robots": "noindex"},
        to=to,
        is_brief=now.role == "brief",
    )
    return Page(context.here, title, markdown)


PAGES = PageType("redirect", build)
