"""What every page of a whole site ends with: who made it, how to reach them, how to report an
error, what one may do with it, and how corrections are made.

The site's own docs/about.md tells the first and the last; the settings name the others. Engines'
templates get it through the configuration, under `extra.briefbook_foot`.
"""

import html
import re
from pathlib import Path

from briefbook.model.licences import licence_of
from briefbook.model.settings import Settings
from briefbook.pages.localisation import locale_of

KEY = "briefbook_foot"
_ABOUT = "about.md"
_ANCHOR = re.compile(r"\{[^}]*#([\w-]+)[^}]*\}\s*$", re.M)


def page_foot(settings: Settings, docs: Path) -> dict[str, list[dict[str, str]] | str]:
    """`links`, each with its words and a `path` of the site or another `url`; the words of
    `report`, and its address, to which that of a page is added. Escaped for HTML."""
    say = locale_of(settings).say
    about = docs / _ABOUT
    known = None
    if about.is_file() and not about.is_symlink():
        known = set(_ANCHOR.findall(about.read_text("utf-8", "replace")))
    links = []
    if known is not None:
        links.append({"words": say("Who we are"), "path": _place("who-we-are", known)})
    if settings.contact_url:
        links.append({"words": say("Contact"), "url": settings.contact_url})
    if known is not None:
        links.append({"words": say("How we correct"), "path": _place("corrections", known)})
    if settings.license:
        licence = licence_of(settings.license)
        words = licence.name or say("Licence")
        links.append({"words": words, "url": licence.url, "rel": "license"})
    return {
        "links": [{name: html.escape(text) for name, text in one.items()} for one in links],
        "report": html.escape(say("Report an error")) if settings.report_url else "",
        "report_url": html.escape(settings.report_url),
    }


def _place(anchor: str, known: set[str]) -> str:
    return f"about/#{anchor}" if anchor in known else "about/"
