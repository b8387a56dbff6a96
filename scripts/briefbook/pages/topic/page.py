"""A topic's page: its briefs with their bottom lines."""

from collections.abc import Iterator

from briefbook.analysis.addresses import address, anchored
from briefbook.analysis.edition import Edition
from briefbook.corpus import Target
from briefbook.pages import Page, PageType
from briefbook.pages.blocks.brief_row import brief_row
from briefbook.pages.blocks.context import Context
from briefbook.pages.blocks.found import search_record
from briefbook.pages.environment import render


def build(edition: Edition) -> Iterator[Page]:
    """One page for each topic."""
    filed: dict[str, list[str]] = {}
    for name in edition.newest():
        for topic_id in edition.briefs[name].topics:
            filed.setdefault(topic_id, []).append(name)
    for topic_id, topic in edition.topics.items():
        target = Target("topic", topic_id)
        context = Context(edition, address(target))
        description = context.plain(topic.description)
        markdown = render(
            "topic/template.md.j2",
            context,
            title=topic.name,
            description=description or f"Briefs on {topic.name}.",
            id=topic_id,
            text=context.prose(topic.description),
            rows=[brief_row(name, context) for name in filed.get(topic_id, [])],
        )
        record = search_record(
            edition, anchored(target), topic.name, "Topic", language="en", text=[description]
        )
        yield Page(context.here, topic.name, markdown, (record,))


PAGES = PageType("topic", build)
