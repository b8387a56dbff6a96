"""The feed of corrections: Atom (RFC 4287), the newest first, with addresses that never change.

An entry names the brief and its records, not what a refuted claim says: what was said, what is
said now and why stand in the text, in that order.
"""

import json
from collections.abc import Iterator
from datetime import date

from briefbook.analysis.edition import Edition
from briefbook.analysis.remembered import Kept
from briefbook.analysis.site_addresses import address
from briefbook.corpus import Target
from briefbook.exporters import Exporter
from briefbook.model import Status, parse_prose
from briefbook.model.correction import Correction
from briefbook.text.artifact import Artifact
from briefbook.text.feeds import BEGINNING, Feed, FeedEntry

PATH = "corrections/feed.xml"
MOST = 100


def build(edition: Edition) -> Iterator[Artifact]:
    """One file. RFC 4287 wants ids that are absolute and never change, so the site has a name."""
    known = [
        (day, name, index)
        for name in edition.briefs
        for index, day in enumerate(json.loads(edition.kept(DAYS, name)))
    ]
    known.sort(reverse=True)
    entries = [
        (edition.briefs[name].corrections[index], index, name) for _, name, index in known[:MOST]
    ]
    root = edition.settings.site_url.rstrip("/") + "/"
    site = edition.settings.site_name
    feed = Feed(
        f"{site}: corrections", site, edition.settings.language, f"{root}corrections/",
        [_entry(edition, root, *item) for item in entries],
    )  # fmt: skip
    yield Artifact(PATH, feed.atom(root + PATH))


def _entry(edition: Edition, root: str, entry: Correction, index: int, name: str) -> FeedEntry:
    url = f"{root}{address(Target('brief', name))}#{edition.corrections[name].anchors[index]}"
    title = (
        f"{entry.kind.value.capitalize()} ({entry.severity.value}): {edition.briefs[name].title}"
    )
    parts = [("Was", entry.was), ("Now", entry.now), ("Reason", entry.reason)]
    said = [f"{word}: {_plain(edition, text)}" for word, text in parts if text]
    if entry.records:
        said.insert(0, f"Records: {', '.join(entry.records)}")
    return FeedEntry(url, url, title, _day(entry), chr(10).join(said))


def _plain(edition: Edition, text: str) -> str:
    return parse_prose(text).plain(lambda name: f"[{edition.short_name(name)}]", lambda name: name)


def _day(entry: Correction) -> date:
    """Of a month its first day: the last one may not have come yet."""
    return entry.date.earliest or entry.date.latest or BEGINNING


def _days(edition: Edition, name: tuple[str, ...]) -> str:
    brief = edition.briefs[name[0]]
    told = () if brief.status in (Status.draft, Status.in_review) else brief.corrections
    return json.dumps([_day(one).isoformat() for one in told])


DAYS = Kept("days of corrections", _days)
"""The days of a brief's corrections that readers are told, by its id."""
EXPORTER = Exporter(
    "corrections", "What was changed after publication, as an Atom feed.", build, absolute=True
)
