"""A topic's page: its briefs, what they conclude, what is open, and where to read on."""

from itertools import islice, zip_longest

from briefbook.analysis.edition import Edition
from briefbook.analysis.site_addresses import address, anchored
from briefbook.corpus import Target
from briefbook.model import Claim, Verdict
from briefbook.model.question import OPEN
from briefbook.pages import Page, page_for_each
from briefbook.pages.brief_row import brief_row
from briefbook.pages.context import Context, Link
from briefbook.pages.environment import render
from briefbook.pages.facet_choices import PLURALS, browse_address, kind_name
from briefbook.pages.kept_lists import listed_judgments
from briefbook.pages.pictures.verdicts import verdicts_picture
from briefbook.pages.records import record_row
from briefbook.pages.search_words import search_record, shown_aliases, words_of

SHOWN = 8
BRIEFS = 30


def page_of(edition: Edition, topic_id: str) -> Page:
    """The page of one topic."""
    topic = edition.topics[topic_id]
    target = Target("topic", topic_id)
    context = Context(edition, address(target))
    say = context.locale.say
    description = context.plain(topic.description)
    briefs = edition.briefs_by_topic.get(topic_id, ())
    markdown = render(
        "page_types/topic/template.md.j2",
        context,
        title=topic.name,
        description=description or say("Briefs on %(topic)s.", topic=topic.name),
        head={"feed": "feed.xml"},
        id=topic_id,
        text=context.prose(topic.description),
        aliases=[(alias.name, context.foreign(alias.language)) for alias in topic.aliases],
        rows=[brief_row(name, context) for name in briefs[:BRIEFS]],
        total=len(briefs),
        picture=_picture(edition, topic_id, context),
        judgments=_some(edition, topic_id, "judgment", context),
        questions=_some(edition, topic_id, "question", context),
        barriers=_some(edition, topic_id, "barrier", context),
        lists=_lists(edition, topic_id, context),
    )
    record = search_record(
        edition, anchored(target), topic.name, "topic", language="en",
        text=[*words_of(topic, context), description],
        aliases=topic.aliases, meta=shown_aliases(topic.aliases),
        facets={"kind": ("topic",), "topic": (topic_id,)},
    )  # fmt: skip
    return Page(context.here, topic.name, markdown, (record,))


def _picture(edition: Edition, topic: str, context: Context) -> object:
    found = (
        edition.records.get(one.target)
        for one in edition.faceted.get(("claim", "topic", topic), ())
    )
    claims = [claim for claim in found if isinstance(claim, Claim)]
    urls = dict.fromkeys(Verdict, context.url(browse_address("claim", "topic", topic)))
    return verdicts_picture(claims, urls, context)


def _some(edition: Edition, topic: str, kind: str, context: Context) -> list[object]:
    """The first rows of a kind, of each brief in turn: key judgments first, open questions only."""
    by_brief: dict[str, list[Target]] = {}
    for one in edition.faceted.get((kind, "topic", topic), ()):
        if kind != "question" or one.values["status"][0] in OPEN:
            by_brief.setdefault(one.target.brief, []).append(one.target)
    few = dict(islice(by_brief.items(), SHOWN))
    if kind == "judgment":
        few = {name: _key_ones_first(edition, name, found) for name, found in few.items()}
    turns = zip_longest(*few.values())
    found = islice((one for turn in turns for one in turn if one), SHOWN)
    return [row for one in found if (row := record_row(one, context))]


def _key_ones_first(edition: Edition, brief: str, found: list[Target]) -> list[Target]:
    wanted = set(found)
    return [one for one in listed_judgments(edition, brief) if one in wanted]


def _lists(edition: Edition, topic: str, context: Context) -> list[tuple[Link, int]]:
    """Prepared pages with everything of a kind under the topic."""
    found = []
    for kind in PLURALS:
        if many := len(edition.faceted.get((kind, "topic", topic), ())):
            url = context.url(browse_address(kind, "topic", topic))
            found.append((Link(url, kind_name(kind, context.locale)), many))
    return found


PAGES = page_for_each("topic", lambda edition: [*edition.topics], page_of)
