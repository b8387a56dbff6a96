"""The feed of corrections: Atom (RFC 4287), the newest first, with addresses that never change.

An entry names the brief and its records, not what a refuted claim says: what was said, what is
said now and why stand in the text, in that order.
"""

from collections.abc import Iterator
from datetime import date
from xml.sax.saxutils import escape, quoteattr

from briefbook.analysis.edition import Edition
from briefbook.analysis.site_addresses import address
from briefbook.corpus import Target
from briefbook.exporters import Exporter
from briefbook.model import Status, parse_prose
from briefbook.model.correction import Correction
from briefbook.text.artifact import Artifact

PATH = "corrections/feed.xml"
MOST = 100
_BEGINNING = date(1970, 1, 1)


def build(edition: Edition) -> Iterator[Artifact]:
    """One file. RFC 4287 wants ids that are absolute and never change, so the site has a name."""
    entries = [
        (entry, index, name)
        for name, brief in edition.briefs.items()
        if brief.status not in (Status.draft, Status.in_review)
        for index, entry in enumerate(brief.corrections)
    ]
    entries.sort(key=lambda item: (_day(item[0]), item[2], item[1]), reverse=True)
    root = edition.settings.site_url.rstrip("/") + "/"
    newest = _day(entries[0][0]) if entries else _BEGINNING
    language = quoteattr(edition.settings.language)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={language}>',
        f"<id>{escape(root)}corrections/</id>",
        f"<title>{escape(edition.settings.site_name)}: corrections</title>",
        f"<updated>{_moment(newest)}</updated>",
        f"<author><name>{escape(edition.settings.site_name)}</name></author>",
        f'<link rel="self" type="application/atom+xml" href={quoteattr(root + PATH)}/>',
        f'<link rel="alternate" type="text/html" href={quoteattr(root + "corrections/")}/>',
        *(_entry(edition, root, *item) for item in entries[:MOST]),
        "</feed>",
        "",
    ]
    yield Artifact(PATH, "\n".join(lines).encode())


def _entry(edition: Edition, root: str, entry: Correction, index: int, name: str) -> str:
    url = f"{root}{address(Target('brief', name))}#{edition.corrections[name].anchors[index]}"
    title = (
        f"{entry.kind.value.capitalize()} ({entry.severity.value}): {edition.briefs[name].title}"
    )
    parts = [("Was", entry.was), ("Now", entry.now), ("Reason", entry.reason)]
    said = [f"{word}: {_plain(edition, text)}" for word, text in parts if text]
    if entry.records:
        said.insert(0, f"Records: {', '.join(entry.records)}")
    day = _moment(_day(entry))
    return (
        f"<entry><id>{escape(url)}</id><title>{escape(title)}</title><updated>{day}</updated>"
        f'<link rel="alternate" type="text/html" href={quoteattr(url)}/>'
        f'<content type="text">{escape(chr(10).join(said))}</content></entry>'
    )


def _plain(edition: Edition, text: str) -> str:
    return parse_prose(text).plain(lambda name: f"[{edition.short_name(name)}]", lambda name: name)


def _day(entry: Correction) -> date:
    """Of a month its first day: the last one may not have come yet."""
    return entry.date.earliest or entry.date.latest or _BEGINNING


def _moment(day: date) -> str:
    """A day as RFC 3339 wants it."""
    return f"{day.isoformat()}T00:00:00Z"


EXPORTER = Exporter(
    "corrections", "What was changed after publication, as an Atom feed.", build, absolute=True
)
