"""Feeds that speak only when meaning changes: the site's, each brief's, each topic's.

A brief is news when it is published and when it or a claim or judgment of it is withdrawn; so are
corrections that are more than minor, a new probability of a forecast, and its outcome. A comma, a
new source, a day on which nothing was found are not. An entry about somebody else's claim begins
with the verdict and with who made it.
"""

import json
from collections.abc import Iterable, Iterator
from datetime import date

from briefbook.analysis.edition import Edition
from briefbook.analysis.remembered import Kept
from briefbook.analysis.site_addresses import address
from briefbook.corpus import Target
from briefbook.exporters import Exporter
from briefbook.exporters.feeds.news import news_of
from briefbook.text.artifact import Artifact
from briefbook.text.feeds import Feed, FeedEntry

PATH, JSON_PATH = "feed.xml", "feed.json"
MOST = 50
"""Entries of a feed: the newest."""


def build(edition: Edition) -> Iterator[Artifact]:
    """The site's feed first, in both formats; then an Atom file beside each brief and topic."""
    settings, root = edition.settings, _root(edition)
    known = {name: _entries(edition, name) for name in edition.briefs}
    whole = _newest(known.values())
    site = Feed(settings.site_name, settings.site_name, settings.language, root, whole)
    yield Artifact(PATH, site.atom(root + PATH))
    yield Artifact(JSON_PATH, site.json(root + JSON_PATH))
    for name in edition.briefs:
        here = address(Target("brief", name))
        yield Artifact(f"{here}{PATH}", edition.kept(OWN_FEED, name).encode())
    for name, topic in edition.topics.items():
        here = address(Target("topic", name))
        told = _newest(known[one] for one in edition.briefs_by_topic.get(name, ()))
        title = f"{settings.site_name}: {topic.name}"
        about = Feed(title, settings.site_name, settings.language, root + here, told)
        yield Artifact(f"{here}{PATH}", about.atom(f"{root}{here}{PATH}"))


def _root(edition: Edition) -> str:
    return f"{edition.settings.site_url.rstrip('/')}/"


def _newest(lists: Iterable[list[FeedEntry]]) -> list[FeedEntry]:
    every = [one for entries in lists for one in entries]
    return sorted(every, key=lambda one: (one.day, one.id), reverse=True)[:MOST]


def _entries(edition: Edition, name: str) -> list[FeedEntry]:
    """The news of a brief, the newest first."""
    here = f"{_root(edition)}{address(Target('brief', name))}"
    return [
        FeedEntry(f"{here}{own}", f"{here}{anchor}", title, date.fromisoformat(day), text)
        for own, anchor, title, day, text in json.loads(edition.kept(NEWS, name))
    ]


def _told(edition: Edition, name: tuple[str, ...]) -> str:
    (brief,) = name
    found = sorted(news_of(edition, brief), key=lambda one: (one.day, one.own), reverse=True)
    return json.dumps(
        [[one.own, one.anchor, one.title, one.day.isoformat(), one.text] for one in found]
    )


def _own(edition: Edition, name: tuple[str, ...]) -> str:
    brief = edition.briefs[name[0]]
    here = f"{_root(edition)}{address(Target('brief', name[0]))}"
    entries = _entries(edition, name[0])[:MOST]
    own = Feed(brief.title, edition.settings.site_name, edition.language(brief), here, entries)
    return own.atom(here + PATH).decode()


NEWS = Kept("news", _told)
"""The news of a brief, by its id."""
OWN_FEED = Kept("own feed", _own)
"""The Atom file of a brief, by its id."""

EXPORTER = Exporter(
    "feeds", "What changed in meaning, as feeds of the site, its briefs and its topics.", build,
    absolute=True,
)  # fmt: skip
