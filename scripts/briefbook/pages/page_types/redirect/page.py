"""The former addresses of what was renamed: a page that leads on, so that no link ever dies."""

from collections.abc import Iterator, Mapping
from typing import Any

from briefbook.analysis.claim_pages import page_address, with_pages
from briefbook.analysis.edition import Edition
from briefbook.analysis.former_ids import former_ids_of
from briefbook.analysis.site_addresses import address
from briefbook.corpus import Target
from briefbook.model import Brief, Claim, Record
from briefbook.model.record_types import of_library
from briefbook.pages import Page, PageType
from briefbook.pages.context import Context, Link
from briefbook.pages.environment import render


def build(edition: Edition) -> Iterator[Page]:
    """One page for each former id that nothing of its kind has today; of several claims the first
    counts."""
    yield from _pages(edition, "brief", edition.briefs)
    yield from _claims(edition)
    for kind in of_library():
        yield from _pages(edition, kind.noun, edition.library_records(kind))


def _claims(edition: Edition) -> Iterator[Page]:
    """Former addresses of claims' own pages: of claims that were renamed, in their brief and in
    those of its former ids."""
    for name, brief in edition.briefs.items():
        former = former_ids_of(brief)
        folders = [name, *(one for one in brief.renamed_from if one not in edition.briefs)]
        for claim in with_pages(brief, edition.settings.claim_pages):
            for folder in folders:
                for own in (claim.id, *former.get(claim.id, ())):
                    if (folder, own) != (name, claim.id):
                        yield _moved_claim(edition, name, brief, claim, page_address(folder, own))


def _moved_claim(edition: Edition, name: str, brief: Brief, claim: Claim, former: str) -> Page:
    context = Context(edition, former, name)
    to = Link(context.url(page_address(name, claim.id)), brief.title)
    title = context.locale.say("This page has moved")
    markdown = render(
        "page_types/redirect/template.md.j2",
        context,
        title=title,
        description=brief.title,
        head={"moved_to": to.url, "robots": "noindex"},
        to=to,
        is_brief=False,
    )
    return Page(former, title, markdown)


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
