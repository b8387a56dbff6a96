"""Where a page stands: resolves addresses, names and prose from there."""

import re
from dataclasses import dataclass

from briefbook.analysis.addresses import address, relative
from briefbook.analysis.edition import Edition
from briefbook.corpus import Target
from briefbook.model import Claim, Edtf, parse_prose
from briefbook.pages.dates import when
from briefbook.text.html import Html, join, tag


@dataclass(frozen=True, slots=True)
class Link:
    """A link as a template prints it."""

    url: str
    label: str | Html
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
        label = in_its_script(self.edition.short_name(name), record.language if record else None)
        return Link(self.url(address(Target("source", name))), label, title)

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
        """A record (“id” or “brief#id”) or brief: its statement, cut short, a verdict before it."""
        brief, mark, name = reference.rpartition("#")
        target = Target("record", name, brief if mark else self.brief)
        if not mark and target not in self.edition.records and name in self.edition.briefs:
            return self.brief_link(name)
        record = self.edition.records.get(target)
        said = statement_of(record) or name
        verdict = f"{words_of(record.verdict)}: " if isinstance(record, Claim) else ""
        return Link(self.url(address(target)), verdict + shortened(said), verdict + said)

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
            lambda name: f"[{self.edition.short_name(name)}]",
            lambda name: str(self.record(name).label),
        )

    def when(self, value: Edtf | None) -> str:
        """A date in words."""
        return when(value)

    def _cite(self, name: str) -> Html:
        link = self.source(name)
        return tag("a", "[", link.label, "]", class_="bb-cite", href=link.url, title=link.title)

    def _link(self, name: str) -> Html:
        link = self.record(name)
        return tag(
            "a", "“", link.label, "”", class_="bb-ref", href=link.url, title=link.title or None
        )


_LONGEST = 72
_OTHER_SCRIPT = re.compile(
    "[\u3400-\u9fff]+|[\u0400-\u052f]+(?: [\u0400-\u052f]+)*|[\u0600-\u06ff]+(?: [\u0600-\u06ff]+)*"
)
_BY_SCRIPT = (("\u0600", "\u06ff", "ar"), ("\u0400", "\u052f", "ru"), ("\u3400", "\u9fff", "zh"))


def in_its_script(text: str, language: str | None) -> str | Html:
    """A name whose Chinese, Cyrillic or Arabic words say so: the source's language, else likely."""
    if text.isascii():
        return text
    parts: list[str | Html] = []
    at = 0
    for run in _OTHER_SCRIPT.finditer(text):
        likely = next(tongue for low, high, tongue in _BY_SCRIPT if low <= run[0][0] <= high)
        own = language if language and language[:2] in ("zh", "ru", "ar", "uk", "bg") else likely
        parts += [text[at : run.start()], tag("span", run[0], lang=own)]
        at = run.end()
    return join([*parts, text[at:]])


def statement_of(record: object) -> str:
    """What a record says: its statement, question or event."""
    for field in ("statement", "question", "what"):
        if said := getattr(record, field, None):
            return str(said)
    return ""


def words_of(verdict: str) -> str:
    """“Not checkable”, “Open”."""
    return verdict.replace("-", " ").capitalize()


def shortened(text: str) -> str:
    """At most 72 characters, cut between words."""
    if len(text) <= _LONGEST:
        return text.rstrip(".")
    return text[:_LONGEST].rsplit(" ", 1)[0].rstrip(",;:") + " …"
