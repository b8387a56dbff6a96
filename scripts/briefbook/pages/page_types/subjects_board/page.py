"""Topics and actors together: the door to what a site is about."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.pages import Page, PageType
from briefbook.pages.context import Context, Link
from briefbook.pages.environment import render
from briefbook.pages.spoken_of import claims_about

ACTORS = 60
"""Actors that stand on the page: those of which most is said."""


def build(edition: Edition) -> Iterator[Page]:
    """One page; topics are few."""
    context = Context(edition, "subjects/")
    say = context.locale.say
    filed = edition.briefs_by_topic
    topics = [
        (context.topic(name), context.prose(topic.description), len(filed.get(name, ())))
        for name, topic in edition.topics.items()
    ]
    numbers = {name: claims_about(edition, name) for name in edition.entities}
    spoken = sorted(numbers, key=lambda name: (-numbers[name], edition.entities[name].name, name))
    title = say("Subjects")
    markdown = render(
        "page_types/subjects_board/template.md.j2",
        context,
        title=title,
        description=say("What the briefs are about: topics, and the actors of which most is said."),
        topics=topics,
        actors=[
            (context.entity(name), context.entity_note(name), numbers[name])
            for name in spoken[:ACTORS]
            if numbers[name]
        ],
        all_actors=Link(context.url("entities/"), say("All actors, by kind")),
        all_topics=Link(context.url("topics/"), say("All topics, with their briefs")),
    )
    yield Page("subjects/", title, markdown)


PAGES = PageType("subjects_board", build)
