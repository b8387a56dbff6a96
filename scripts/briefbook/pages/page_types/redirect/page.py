"""The former addresses of what was renamed: a page that leads on, so that no link ever dies."""

from collections.abc import Iterator, Mapping
from typing import Any

from briefbook.analysis.claim_pages import page_address
from briefbook.analysis.edition import Edition
from briefbook.analysis.site_addresses import address
from briefbook.corpus import Target
from briefbook.model import Record
from briefbook.model.record_types import of_library
from briefbook.pages import Page, PageType
from briefbook.pages.context import Context, Link
from briefbook.pages.environment import render
from briefbook.pages.kept_lists import FormerIds, former_of_brief


def build(edition: Edition) -> Iterator[Page]:
    """One page for each former id that nothing of its kind has today; of several claims the first
    counts."""
    former = {name: former_of_brief(edition, name) for name in edition.briefs}
    yield from _pages(
        edition, "brief", edition.briefs, {name: one.briefs for name, one in former.items()}
    )
    yield from _claims(edition, former)
    for kind in of_library():
        records = edition.library_records(kind)
        names = {name: one.renamed_from for name, one in records.items()}
        yield from _pages(edition, kind.noun, records, names)


def _claims(edition: Edition, former: Mapping[str, FormerIds]) -> Iterator[Page]:
    """Former addresses of claims' own pages: of claims that were renamed, in their brief and in
    those of its former ids."""
    for name, ids in former.items():
        folders = [name, *(one for one in ids.briefs if one not in former)]
        for claim, names in ids.claims.items():
            for folder in folders:
                for own in (claim, *names):
                    if (folder, own) != (name, claim):
                        yield _moved_claim(edition, name, claim, page_address(folder, own))


def _moved_claim(edition: Edition, name: str, claim: str, former: str) -> Page:
    brief, context = edition.briefs[name], Context(edition, former, name)
    to = Link(context.url(page_address(name, claim)), brief.title)
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


def _pages(
    edition: Edition, role: str, records: Mapping[str, Any],
    former: Mapping[str, tuple[str, ...]],
) -> Iterator[Page]:  # fmt: skip
    taken = set(former)
    for name, names in former.items():
        for one in names:
            if one not in taken:
                taken.add(one)
                yield _page(edition, Target(role, one), Target(role, name), records[name])


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
