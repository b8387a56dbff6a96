"""Feeds: Atom (RFC 4287) and JSON Feed 1.1, of the same entries."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

BEGINNING = date(1970, 1, 1)
"""The day of a feed that holds nothing, and of an entry without one."""


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One piece of news; `id` and `url` are full addresses, and the id never changes."""

    id: str
    url: str
    title: str
    day: date
    text: str


@dataclass(frozen=True, slots=True)
class Feed:
    """What all entries share; `page` is the full address of what the feed is about."""

    title: str
    author: str
    language: str
    page: str
    entries: Sequence[FeedEntry]

    def atom(self, address: str) -> bytes:
        """As Atom, published at `address`."""
        newest = max((one.day for one in self.entries), default=BEGINNING)
        lines = [
            '<?xml version="1.0" encoding="UTF-8"?>',
            f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={_attribute(self.language)}>',
            f"<id>{_text(self.page)}</id>",
            f"<title>{_text(self.title)}</title>",
            f"<updated>{_moment(newest)}</updated>",
            f"<author><name>{_text(self.author)}</name></author>",
            f'<link rel="self" type="application/atom+xml" href={_attribute(address)}/>',
            f'<link rel="alternate" type="text/html" href={_attribute(self.page)}/>',
            *map(_atom_entry, self.entries),
            "</feed>",
            "",
        ]
        return "\n".join(lines).encode()

    def json(self, address: str) -> bytes:
        """As JSON Feed, published at `address`."""
        told = {
            "version": "https://jsonfeed.org/version/1.1",
            "title": self.title,
            "home_page_url": self.page,
            "feed_url": address,
            "language": self.language,
            "authors": [{"name": self.author}],
            "items": [
                {
                    "id": one.id,
                    "url": one.url,
                    "title": one.title,
                    "content_text": one.text,
                    "date_published": _moment(one.day),
                }
                for one in self.entries
            ],
        }
        return f"{json.dumps(told, ensure_ascii=False, allow_nan=False, indent=1)}\n".encode()


def _atom_entry(one: FeedEntry) -> str:
    return (
        f"<entry><id>{_text(one.id)}</id><title>{_text(one.title)}</title>"
        f"<updated>{_moment(one.day)}</updated>"
        f'<link rel="alternate" type="text/html" href={_attribute(one.url)}/>'
        f'<content type="text">{_text(one.text)}</content></entry>'
    )


def _moment(day: date) -> str:
    """A day as RFC 3339 wants it."""
    return f"{day.isoformat()}T00:00:00Z"


def _text(value: str) -> str:
    """A text between tags of XML."""
    return escape(value, quote=False)


def _attribute(value: str) -> str:
    """An attribute's value, with its quotes. (xml.sax.saxutils would bring in half of the net.)"""
    return f'"{escape(value)}"'
