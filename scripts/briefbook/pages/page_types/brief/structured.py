"""JSON-LD of a brief: a `Report`, with what its records add to it and beside it."""

from collections.abc import Iterable

from briefbook.corpus import Target
from briefbook.model import Actor, Brief
from briefbook.model.licences import licence_of
from briefbook.pages.citation import permalink
from briefbook.pages.context import Context
from briefbook.pages.records import record_displays
from briefbook.pages.structured import Node, Structured, given, iso_day, named, typed
from briefbook.text.html import Html, tag, trusted
from briefbook.text.json_text import compact


def structured_data(brief: Brief, summary: str, context: Context) -> Html:
    """The script element; nothing in it can end it, and no browser runs it."""
    found = [one.structured(brief, context) for one in record_displays().values()]
    beside = [node for one in found for node in one.beside]
    data = {
        "@context": "https://schema.org",
        "@graph": [_report(brief, summary, context, found), *beside],
    }
    return tag("script", trusted(compact(data)), type="application/ld+json")


def _report(brief: Brief, summary: str, context: Context, found: Iterable[Structured]) -> Node:
    edition, settings = context.edition, context.edition.settings
    here = permalink(context, Target("brief", context.brief))
    return given(
        {
            "@type": "Report",
            "@id": here,
            "url": here,
            "headline": brief.title,
            "abstract": summary,
            "inLanguage": edition.language(brief),
            "datePublished": iso_day(brief.published),
            "dateModified": iso_day(brief.updated),
            "author": [typed(Actor(name=name), edition) for name in brief.authors],
            "publisher": named("Organization", settings.site_name),
            "license": licence_of(settings.license).url if settings.license else "",
            "creativeWorkStatus": brief.status.value,
            "keywords": [edition.topics[t].name for t in brief.topics if t in edition.topics],
            **{name: value for one in found for name, value in one.properties.items()},
        }
    )
