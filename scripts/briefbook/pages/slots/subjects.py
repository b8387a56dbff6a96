"""Doors to the subjects: topics, with what each holds."""

from briefbook.pages.context import Context
from briefbook.pages.environment import fragment
from briefbook.pages.slots import Slot
from briefbook.text.html import Html


def fill(context: Context, number: int) -> Html:
    """The topics with most briefs first."""
    edition = context.edition
    many = {name: len(edition.briefs_by_topic.get(name, ())) for name in edition.topics}
    names = sorted((n for n in many if many[n]), key=lambda n: (-many[n], edition.topics[n].name))
    return fragment(
        "slots/subjects.html.j2",
        context,
        topics=[(context.topic(name), many[name]) for name in names[:number]],
        others=context.url("subjects/"),
    )


SLOT = Slot("subjects", fill)
