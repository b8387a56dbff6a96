"""What things are called on a page: links to sources, actors, briefs and records by their names."""

from dataclasses import dataclass
from functools import cached_property

from briefbook.analysis.claim_pages import has_page, page_address
from briefbook.analysis.edition import Edition
from briefbook.analysis.grades import current
from briefbook.analysis.indirect_speech import after_that
from briefbook.analysis.likelihood import LikelihoodView, view
from briefbook.analysis.origins import JOINT
from briefbook.analysis.remembered import Kept
from briefbook.analysis.site_addresses import address
from briefbook.corpus import Target
from briefbook.model import Claim, ClaimKind, Judgment, Record, Verdict, parse_prose
from briefbook.model.record_types import record_type_of, statement_of
from briefbook.model.standing import is_withdrawn
from briefbook.pages.script_runs import in_its_script
from briefbook.pages.viewpoint import Viewpoint
from briefbook.pages.vocabulary import PROMISE_WORDS
from briefbook.text.bidi import isolated
from briefbook.text.html import Html


@dataclass(frozen=True, slots=True)
class Link:
    """A link as a template prints it; `lang` where its label is not in the page's language.

    `number` is a source's number in the list of sources, for readers on paper.
    """

    url: str
    label: str | Html
    title: str = ""
    lang: str | None = None
    number: int = 0


_FALSE_ALONE = (Verdict.refuted, Verdict.unverified)
"""Verdicts whose claims are never printed without the one who made them."""
_LONGEST = 72
"""Characters of a statement in a list."""


@dataclass(frozen=True)
class Names(Viewpoint):
    """The names of things, seen from a page."""

    @cached_property
    def claim_numbers(self) -> dict[str, str]:
        """“C14” for each claim of the context's brief: its place among all that its file holds."""
        claims = self.edition.briefs[self.brief].claims
        return {claim.id: f"C{index}" for index, claim in enumerate(claims, 1)}

    def claim_page(self, claim: Claim) -> str:
        """The way to the own page of a claim of the context's brief; nothing where it has none."""
        choice = self.edition.settings.claim_pages
        if not has_page(claim, self.edition.briefs[self.brief], choice):
            return ""
        return self.url(page_address(self.brief, claim.id))

    def source(self, name: str) -> Link:
        """A source by its short name: its entry in the page's list of sources, else its page.

        On hover its title, day and grade, which an entry of the list says itself.
        """
        record = self.edition.sources.get(name)
        label = in_its_script(self.edition.short_name(name), record.language if record else None)
        if number := self.numbers.get(name, 0):
            return Link(f"#_{number}", label, number=number)
        return Link(self.url(address(Target("source", name))), label, self._about(name))

    def _about(self, name: str) -> str:
        record = self.edition.sources.get(name)
        if record is None:
            return ""
        grade = current(record)
        parts = [
            f"“{isolated(record.translated_title or record.title)}”",
            isolated(record.publisher or ""),
            self.when(record.published or record.dated),
            self.locale.say("grade %(letter)s", letter=grade.grade) if grade else "",
        ]
        return ", ".join(part for part in parts if part)

    def entity(self, name: str) -> Link:
        """An entity by its name."""
        record = self.edition.entities.get(name)
        label = in_its_script(record.name, None) if record else name
        return Link(self.url(address(Target("entity", name))), label)

    def entity_note(self, name: str) -> str:
        """What a reader should know of an entity, as plain text; nothing where it says nothing."""
        record = self.edition.entities.get(name)
        return self.plain(record.note) if record else ""

    def topic(self, name: str) -> Link:
        """A topic by its name."""
        record = self.edition.topics.get(name)
        return Link(self.url(address(Target("topic", name))), record.name if record else name)

    def origin(self, name: str) -> Link:
        """An origin: an entity, a source, or a publisher: its only root, else whoever bears its
        name, else its first root. Of those who speak together the first is linked."""
        edition = self.edition
        if name in edition.entities:
            return self.entity(name)
        roots = edition.origins.of_publisher.get(name, ())
        if len(roots) == 1:
            return self.source(roots[0])
        if roots:
            entity = edition.institutions.by_name.get(name)
            there = self.entity(entity) if entity else self.source(roots[0])
            return Link(there.url, in_its_script(edition.origin_name(name), None))
        if JOINT in name:
            there = self.origin(name.split(JOINT, maxsplit=1)[0])
            return Link(there.url, in_its_script(edition.origin_name(name), None))
        return self.source(name)

    def brief_link(self, name: str) -> Link:
        """A brief by its title."""
        brief = self.edition.briefs.get(name)
        label = brief.title if brief else name
        return Link(self.url(address(Target("brief", name))), label, lang=self.lang_of(name))

    def record(self, reference: str, longest: int = _LONGEST) -> Link:
        """A record (“id” or “brief#id”) or brief: its statement, cut short, a verdict before it."""
        brief, mark, name = reference.rpartition("#")
        target = Target("record", name, brief if mark else self.brief)
        known = self.edition.kept(NAME, target.brief, target.id)
        if not known and not mark and name in self.edition.briefs:
            return self.brief_link(name)
        verdict, _, said = known.partition("\n") if known else ("", "", name)
        short, url = shortened(said, longest), self.url(address(target))
        # On the same page the whole statement is a click away; a title would only weigh.
        title = (
            verdict + isolated(said)
            if short != said.rstrip(".") and not url.startswith("#")
            else ""
        )
        label = verdict + isolated(short) if verdict else short
        return Link(url, label, title, self.lang_of(target.brief))

    def named(self, target: Target) -> str:
        """What stands before a record, and what it says, a line each; nothing if there is none."""
        record = self.edition.records.get(target)
        if record is None:
            return ""
        said, before = self.statement(record), ""
        gone = self.edition.is_withdrawn(target)
        if isinstance(record, Claim) and (gone or record.verdict in _FALSE_ALONE):
            before, said = self.with_lead_in(record)
        elif gone:
            before = self.withdrawn
        elif isinstance(record, Claim):
            before = f"{self.verdict(record)}:"
        elif isinstance(record, Judgment) and record.likelihood:
            before = f"{self.likely(record, target.brief).term_or_range}:"
        return f"{before} \n{said}" if before else f"\n{said}"

    def statement(self, record: Record) -> str:
        """What a record says, as plain text."""
        said = statement_of(record)
        return self.plain(said) if record_type_of(record).says_prose else said

    def after_withdrawal(self, record: Record) -> str:
        """What a record of the context's brief says; where it is withdrawn, after the word."""
        said = self.statement(record)
        gone = is_withdrawn(record, self.edition.briefs[self.brief])
        return f"{self.withdrawn} {isolated(said)}" if gone else said

    def verdict(self, claim: Claim) -> str:
        """The verdict of a claim in words, with a capital; that of a promise as one says it."""
        if claim.kind is ClaimKind.promise and (word := PROMISE_WORDS.get(claim.verdict)):
            return self.locale.title("promise verdict", word)
        return self.locale.title("verdict", claim.verdict)

    @property
    def withdrawn(self) -> str:
        """What stands before a record that was withdrawn: “Withdrawn:”."""
        return self.locale.say("%(verdict)s:", verdict=self.locale.say("Withdrawn"))

    def with_lead_in(self, claim: Claim) -> tuple[str, str]:
        """What stands before a claim of the context's brief (“Refuted: X said that”; of one that is
        withdrawn that, and no verdict); the claim."""
        say, gone = self.locale.say, is_withdrawn(claim, self.edition.briefs[self.brief])
        verdict = say("Withdrawn") if gone else self.verdict(claim)
        speaker, statement = self.with_speaker(claim)
        if speaker:
            return say("%(verdict)s: %(speaker)s", verdict=verdict, speaker=speaker), statement
        return say("%(verdict)s:", verdict=verdict), statement

    def with_speaker(self, claim: Claim) -> tuple[str, str]:
        """The same without the verdict (“X said that”), for where that stands beside it; nothing
        without a claimant. What is not in English, or in another locale, follows after a colon."""
        edition, brief = self.edition, self.edition.briefs[self.brief]
        actor = edition.claimant(brief, claim)
        if actor is None:
            return "", claim.statement
        name = edition.actor_name(actor)
        if self.locale.language != "en" or not edition.language(brief).startswith("en"):
            return self.locale.say("%(name)s:", name=name), claim.statement
        proper, known = edition.proper_nouns[self.brief], edition.known_names
        return f"{isolated(name)} said that", after_that(claim.statement, proper, known)

    def likely(self, judgment: Judgment, brief: str) -> LikelihoodView:
        """How likely a judgment is held, by the scale of its brief.

        Raises ValueError for a judgment without a likelihood.
        """
        if judgment.likelihood is None:
            raise ValueError(f"{judgment.id} has no likelihood")
        scale = self.edition.scale(self.edition.briefs[brief])
        return view(judgment.likelihood, scale)

    def records(self, references: tuple[str, ...]) -> list[Link]:
        """Links to several records, in the order of the references."""
        return [self.record(reference) for reference in references]

    def target(self, target: Target) -> Link:
        """A record by its target."""
        own = target.brief == self.brief
        return self.record(target.id if own else f"{target.brief}#{target.id}")

    def plain(self, text: str | None) -> str:
        """A prose field as one line of text."""
        if not text:
            return ""
        return parse_prose(text).plain(
            lambda name: f"[{self.edition.short_name(name)}]",
            lambda name: str(self.record(name).label),
        )


def _named(edition: Edition, name: tuple[str, ...]) -> str:
    brief, record = name
    return Names(edition, "", brief).named(Target("record", record, brief))


NAME = Kept("name", _named)
"""What a record is called wherever it is named, by its brief and id."""


def shortened(text: str, longest: int = _LONGEST) -> str:
    """At most 72 characters, cut between words where there are any."""
    if len(text) <= longest:
        return text.rstrip(".")
    head, blank, _ = text[: longest - 1].rpartition(" ")
    kept = head if blank and len(head) > longest // 2 else text[: longest - 1]
    return kept.rstrip(",;: ") + "\u00a0…"
