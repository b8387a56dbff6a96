"""All topics with their briefs."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.pages import Page, PageType
from briefbook.pages.context import Context
from briefbook.pages.environment import render


def build(edition: Edition) -> Iterator[Page]:
    """One page; topics are few."""
    context = Context(edition, "topics/")
    filed = edition.briefs_by_topic
    say = context.locale.say
    rows = [
        (
            context.topic(name),
            context.prose(topic.description),
            [context.brief_link(brief) for brief in filed.get(name, ())[:5]],
            len(filed.get(name, ())),
        )
        for name, topic in edition.topics.items()
    ]
    markdown = render(
        "page_types/topics_board/template.md.j2",
        context,
        title=say("Topics"),
        description=say("What the briefs are filed under."),
        rows=rows,
    )
    yield Page("topics/", say("Topics"), markdown)


PAGES = PageType("topics_board", build)
