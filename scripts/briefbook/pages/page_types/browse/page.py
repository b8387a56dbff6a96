"""Browsing without a query and without script: a page for each value of each facet."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.corpus import Target
from briefbook.pages import Page, Part, in_parts
from briefbook.pages.context import Context, Link
from briefbook.pages.environment import render
from briefbook.pages.facet_choices import (
    BROWSED,
    PLURALS,
    browse_address,
    browse_choices,
    facet_name,
    kind_name,
    search_link,
    value_name,
)
from briefbook.pages.paging import MOST, Slice, paged
from briefbook.pages.printed_rows import printed_rows

SIZE = 60


def parts_of(edition: Edition) -> Iterator[Part]:
    """The index, then the pages of each kind."""
    yield Part("browse/")
    for (kind, facet, value), items in edition.faceted.items():
        if kind not in PLURALS or facet not in BROWSED or (kind, facet) == ("claim", "verdict"):
            continue  # actors have pages of their own, verdicts are boards of claims
        for part in paged(browse_address(kind, facet, value), items, SIZE, MOST):
            targets = [item.target for item in part.items]
            yield Part(part.address, (kind, facet, value, part.of(targets)))


def page_of(edition: Edition, about: Part) -> Page:
    """The index, or a page of a list."""
    return _page(edition, *about.given) if about.given else _index(edition)


def _index(edition: Edition) -> Page:
    context = Context(edition, "browse/")
    locale = context.locale
    groups = [
        (kind_name(kind, locale), plural, list(browse_choices(kind, BROWSED, context, whole=True)))
        for kind, plural in PLURALS.items()
    ]
    say = locale.say
    boards = [
        Link(context.url(f"{folder}/"), name)
        for folder, name in (
            ("briefings", say("Briefs")), ("claims", say("Claims")),
            ("judgments", say("Judgments")), ("forecasts", say("Forecasts")),
            ("forecasts/accuracy", say("How our forecasts came out")),
            ("questions", say("Questions")), ("barriers", say("Barriers")),
            ("timeline", say("Timeline")), ("subjects", say("Subjects")), ("topics", say("Topics")),
            ("entities", say("Actors")), ("sources", say("Sources")),
            ("corrections", say("Corrections")),
        )
    ]  # fmt: skip
    title = locale.say("Browse")
    markdown = render(
        "page_types/browse/index.md.j2",
        context,
        title=title,
        description=locale.say("Claims, judgments, questions, barriers, sources and briefs by "
                               "verdict, confidence, topic, grade, status and year."),
        boards=boards,
        groups=[group for group in groups if group[2]],
    )  # fmt: skip
    return Page("browse/", title, markdown)


def _page(edition: Edition, kind: str, facet: str, value: str, part: Slice[Target]) -> Page:
    context = Context(edition, part.address)
    locale = context.locale
    title = locale.say(
        "%(kind)s, %(facet)s: %(value)s",
        kind=kind_name(kind, locale), facet=facet_name(facet, locale).lower(),
        value=value_name(facet, value, context),
    )  # fmt: skip
    markdown = render(
        "page_types/browse/template.md.j2",
        context,
        title=title,
        description=title,
        kind=kind,
        rows=printed_rows(part.items, context),
        index=Link(f"{context.url('browse/')}#{PLURALS[kind]}", locale.say("Other choices")),
        others=search_link(kind, facet, value, context),
        part=part,
    )
    return Page(part.address, title, markdown)


PAGES = in_parts("browse", parts_of, page_of)
