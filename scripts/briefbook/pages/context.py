"""What every view is computed with: a place, names as seen from it, and prose with its links."""

from dataclasses import dataclass

from briefbook.model import parse_prose
from briefbook.pages.names import Link, Names, shortened
from briefbook.text.bidi import isolated
from briefbook.text.html import Html, join, tag

__all__ = ["Context", "Link", "shortened"]

_IN_PROSE = 44
"""Characters of a statement within a sentence."""


@dataclass(frozen=True)
class Context(Names):
    """Addresses, names and prose, seen from a page."""

    def prose(self, text: str | None) -> Html | str:
        """A prose field as HTML, marked with its language; nothing for an absent one."""
        if not text:
            return ""
        shown = parse_prose(text).html(self._cite, self._link, self._link_in_words)
        return tag("div", shown, class_="bb-prose", lang=self.lang) if self.lang else shown

    def _cite(self, name: str) -> Html:
        link = self.source(name)
        title = link.title or None
        cited = tag("a", "[", _apart(link.label), "]", class_="bb-cite", href=link.url, title=title)
        number = tag("sup", link.number) if link.number else ""
        return join([cited, number])

    def _link(self, name: str) -> Html:
        link = self.record(name, _IN_PROSE)
        return tag(
            "a", _apart(link.label), class_="bb-ref", href=link.url, title=link.title or None
        )

    def _link_in_words(self, name: str, words: str) -> Html:
        """A link in an author's own words; what the record says, verdict and all, is its title."""
        link = self.record(name, _IN_PROSE)
        return tag("a", words, class_="bb-ref", href=link.url, title=link.title or str(link.label))


def _apart(label: str | Html) -> str | Html:
    return label if isinstance(label, Html) else isolated(label)
