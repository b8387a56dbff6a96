"""Browsing without a query and without script: a page for each value of each facet."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.analysis.facets import FacetedRecord
from briefbook.pages import Page, PageType
from briefbook.pages.brief_row import brief_row
from briefbook.pages.context import Context
from briefbook.pages.environment import render
from briefbook.pages.facet_choices import (
    BROWSED,
    PLURALS,
    browse_address,
    browse_choices,
    facet_name,
    kind_name,
    value_name,
)
from briefbook.pages.paging import Slice, paged
from briefbook.pages.records import record_row
from briefbook.pages.records.source.tree import source_view

SIZE = 60


def build(edition: Edition) -> Iterator[Page]:
    """The index, then the pages of each kind."""
    yield _index(edition)
    for (kind, facet, value), items in edition.faceted.items():
        if kind not in PLURALS or facet not in BROWSED or (kind, facet) == ("claim", "verdict"):
            continue  # actors have pages of their own, verdicts are boards of claims
        for part in paged(browse_address(kind, facet, value), items, SIZE):
            yield _page(edition, kind, facet, value, part)


def _index(edition: Edition) -> Page:
    context = Context(edition, "browse/")
    locale = context.locale
    groups = [
        (kind_name(kind, locale), plural, list(browse_choices(kind, BROWSED, context, whole=True)))
        for kind, plural in PLURALS.items()
    ]
    title = locale.say("Browse")
    markdown = render(
        "page_types/browse/index.md.j2",
        context,
        title=title,
        description=locale.say("Claims, judgments, questions, barriers, sources and briefs by "
                               "verdict, confidence, topic, grade, status and year."),
        groups=[group for group in groups if group[2]],
    )  # fmt: skip
    return Page("browse/", title, markdown)


def _page(edition: Edition, kind: str, facet: str, value: str, part: Slice[FacetedRecord]) -> Page:
    context = Context(edition, part.address)
    locale = context.locale
    title = locale.say(
        "%(kind)s, %(facet)s: %(value)s",
        kind=kind_name(kind, locale), facet=facet_name(facet, locale).lower(),
        value=value_name(facet, value, context),
    )  # fmt: skip
    targets = [item.target for item in part.items]
    markdown = render(
        "page_types/browse/template.md.j2",
        context,
        title=title,
        description=title,
        rows=[row for t in targets if (row := record_row(t, context))],
        briefs=[brief_row(t.id, context) for t in targets if t.role == "brief"],
        sources=[source_view(t.id, context) for t in targets if t.role == "source"],
        choices=list(browse_choices(kind, BROWSED, context, (facet, value))),
        index=context.url("browse/"),
        part=part,
    )
    return Page(part.address, title, markdown)


PAGES = PageType("browse", build)
