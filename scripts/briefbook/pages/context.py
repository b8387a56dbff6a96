"""What every view is computed with: a place, names as seen from it, and prose with its links."""

from dataclasses import dataclass

from briefbook.analysis.site_addresses import address
from briefbook.corpus import Target
from briefbook.model import Claim, parse_prose
from briefbook.pages.marks import verdict_mark
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
        shown = parse_prose(text).html(self._cite, self.reference, self._link_in_words)
        return tag("div", shown, class_="bb-prose", lang=self.lang) if self.lang else shown

    def _cite(self, name: str) -> Html:
        link = self.source(name)
        title = link.title or None
        cited = tag("a", "[", _apart(link.label), "]", class_="bb-cite", href=link.url, title=title)
        number = tag("sup", link.number) if link.number else ""
        return join([cited, number])

    def reference(self, name: str) -> Html:
        """A record within a sentence: a claim of the page's own brief by mark and number, others by
        their words, cut short."""
        if own := self._own_claim(name):
            return own
        link = self.record(name, _IN_PROSE)
        return tag(
            "a", _apart(link.label), class_="bb-ref", href=link.url, title=link.title or None
        )

    def _own_claim(self, name: str) -> Html | None:
        """A claim of the brief on whose page this stands: its mark and number; the page's script
        shows what it says, which stands there once, on hover and focus and on paper."""
        if not self.brief or self.here != address(Target("brief", self.brief)):
            return None
        target = Target("record", name.removeprefix(f"{self.brief}#"), self.brief)
        claim = self.edition.records.get(target)
        if not isinstance(claim, Claim) or self.edition.is_withdrawn(target):
            return None
        number = self.claim_numbers[claim.id]
        return tag(
            "a",
            verdict_mark(claim.verdict),
            number,
            class_="bb-ref",
            href=self.url(address(target)),
            aria_label=f"{number}: {self.locale.word('verdict', claim.verdict)}",
        )

    def _link_in_words(self, name: str, words: str) -> Html:
        """A link in an author's own words; what the record says, verdict and all, is its title."""
        link = self.record(name, _IN_PROSE)
        return tag("a", words, class_="bb-ref", href=link.url, title=link.title or str(link.label))


def _apart(label: str | Html) -> str | Html:
    return label if isinstance(label, Html) else isolated(label)
