"""Where a page stands: resolves addresses, names and prose from there."""

from dataclasses import dataclass

from briefbook.analysis.addresses import address, relative
from briefbook.analysis.edition import Edition
from briefbook.corpus import Target
from briefbook.model import Edtf, parse_prose
from briefbook.pages.dates import when
from briefbook.text.html import Html, tag


@dataclass(frozen=True, slots=True)
class Link:
    """A link as a template prints it."""

    url: str
    label: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Context:
    """An edition, seen from the page at `here` (“briefings/x/”), about `brief` (may be empty).

    With `base` (“/” or “/name/”) links begin at the site's root instead of the page.
    """

    edition: Edition
    here: str
    brief: str = ""
    base: str = ""

    def inside(self, brief: str) -> "Context":
        """The same place, about another brief."""
        return Context(self.edition, self.here, brief, self.base)

    def url(self, there: str) -> str:
        """The way to an address of the site."""
        return f"{self.base}{there}" if self.base else relative(self.here, there)

    def source(self, name: str) -> Link:
        """A source by its short name; its title on hover."""
        record = self.edition.sources.get(name)
        title = record.title if record else ""
        return Link(self.url(address(Target("source", name))), self.edition.short_name(name), title)

    def entity(self, name: str) -> Link:
        """An entity by its name."""
        record = self.edition.entities.get(name)
        return Link(self.url(address(Target("entity", name))), record.name if record else name)

    def topic(self, name: str) -> Link:
        """A topic by its name."""
        record = self.edition.topics.get(name)
        return Link(self.url(address(Target("topic", name))), record.name if record else name)

    def origin(self, name: str) -> Link:
        """An origin: an entity, else a source."""
        return self.entity(name) if name in self.edition.entities else self.source(name)

    def brief_link(self, name: str) -> Link:
        """A brief by its title."""
        brief = self.edition.briefs.get(name)
        return Link(self.url(address(Target("brief", name))), brief.title if brief else name)

    def record(self, reference: str) -> Link:
        """A record (“id” or “brief#id”) or brief; its id in words, its statement on hover."""
        brief, mark, name = reference.rpartition("#")
        target = Target("record", name, brief if mark else self.brief)
        if not mark and target not in self.edition.records and name in self.edition.briefs:
            return self.brief_link(name)
        record = self.edition.records.get(target)
        title = str(getattr(record, "statement", getattr(record, "question", "")))
        return Link(self.url(address(target)), name.replace("-", " "), title)

    def records(self, references: tuple[str, ...]) -> list[Link]:
        """Several of them."""
        return [self.record(reference) for reference in references]

    def prose(self, text: str | None) -> Html | str:
        """A prose field as HTML; nothing for an absent one."""
        return parse_prose(text).html(self._cite, self._link) if text else ""

    def plain(self, text: str | None) -> str:
        """A prose field as one line of text."""
        if not text:
            return ""
        return parse_prose(text).plain(
            lambda name: f"[{self.edition.short_name(name)}]", lambda name: self.record(name).label
        )

    def when(self, value: Edtf | None) -> str:
        """A date in words."""
        return when(value)

    def _cite(self, name: str) -> Html:
        link = self.source(name)
        return tag("a", f"[{link.label}]", class_="bb-cite", href=link.url, title=link.title)

    def _link(self, name: str) -> Html:
        link = self.record(name)
        return tag("a", link.label, class_="bb-ref", href=link.url, title=link.title or None)
