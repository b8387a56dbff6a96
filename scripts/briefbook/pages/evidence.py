"""An item of evidence as a reader sees it."""

from dataclasses import dataclass

from briefbook.analysis.grades import current
from briefbook.analysis.quotations import of_item
from briefbook.model import Evidence
from briefbook.model.evidence import Value
from briefbook.model.source import Seen
from briefbook.pages.context import Context, Link
from briefbook.pages.proof import ProofView, proof_view
from briefbook.text.html import Html
from briefbook.text.url import passage_url, safe_url


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """One item. `passage` leads to the quoted words, or to the source where none are quoted,
    `archived` to a copy of the page in an archive; `proof` says whether the words stand there.
    """

    source: Link
    via: Link | None
    grade: str
    date: str
    stance: str
    stance_words: str
    note: Html | str
    quote: str
    quote_language: str | None
    proof: "ProofView | None"
    translation: str
    translation_language: str | None
    locator: str
    origin: Link | None
    figure: str
    also_in: list[Link]
    answered: Html | str
    passage: str | None
    archived: str | None


def evidence_view(item: Evidence, context: Context) -> EvidenceView:
    """Compute the view of one item."""
    sources = context.edition.sources
    source, read = sources.get(item.source), sources.get(item.via or item.source)
    quote = item.quote
    url = safe_url(read.address) if read and read.address else None
    if url and quote:
        url = passage_url(url, quote.exact, quote.prefix or "", quote.suffix or "")
    language = (quote.language or (read.language if read else None)) if quote else None
    return EvidenceView(
        source=context.source(item.source),
        via=context.source(item.via) if item.via else None,
        grade=grade_words(item, context),
        date=context.when(source.published or source.dated) if source else "",
        stance=item.stance,
        stance_words=stance_words(item, context),
        note=context.prose(item.note),
        quote=quote.exact if quote else "",
        quote_language=context.foreign(language),
        proof=proof_view(of_item(item, sources), context),
        translation=(quote.translation or "") if quote else "",
        translation_language=context.lang,
        locator=item.locator or "",
        origin=context.origin(item.origin) if item.origin else None,
        figure=_figure(item, context),
        also_in=[context.source(name) for name in item.also_in],
        answered=context.prose(item.answered),
        passage=url,
        archived=safe_url(read.archived_url) if read and read.archived_url else None,
    )


def grade_words(item: Evidence, context: Context) -> str:
    """“B2”, “B” where the item is not rated, or “ungraded”; that of the copy, if one was read."""
    grade = current(context.edition.sources.get(item.via or item.source))
    if grade is None:
        return context.locale.say("ungraded")
    if item.credibility:
        return f"{grade.grade}{item.credibility}"
    return grade.grade.value


def stance_words(item: Evidence, context: Context) -> str:
    """The stance in words. Silence is only as telling as the part that was read."""
    if item.stance == "silent":
        read = context.edition.sources.get(item.via or item.source)
        whole = read is not None and read.seen is Seen.whole
        say = context.locale.say
        return say("Says nothing of it") if whole else say("Not in the part we read")
    if item.stance == "absent":
        return context.locale.say("Would be expected to say it, and does not")
    if item.stance == "misreports":
        return context.locale.say("Misreports its origin")
    return context.locale.title("stance", item.stance)


def _figure(item: Evidence, context: Context) -> str:
    return "; ".join(figure_words(value, context) for value in item.value)


def figure_words(value: Value, context: Context) -> str:
    """“589 billion USD, 27 January 2025, market value lost in a day”."""
    amount = f"{context.locale.number(value.amount)} {value.unit}"
    parts = [amount, context.when(value.as_of), value.basis or ""]
    return ", ".join(part for part in parts if part)
