"""An item of evidence as a reader sees it."""

from dataclasses import dataclass

from briefbook.analysis.grades import item_grade
from briefbook.model import Evidence
from briefbook.model.source import Seen
from briefbook.pages.blocks.context import Context, Link
from briefbook.text.html import Html
from briefbook.text.url import safe_url

_STANCES = {
    "supports": "For",
    "disputes": "Against",
    "context": "Context",
    "silent": "Silent",
    "misreports": "Misreports its origin",
}


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """One item."""

    source: Link
    via: Link | None
    grade: str
    date: str
    stance: str
    stance_words: str
    note: Html | str
    quote: str
    quote_language: str | None
    translation: str
    locator: str
    origin: Link | None
    figure: str
    also_in: list[Link]
    answered: Html | str
    passage: str | None


def evidence_view(item: Evidence, context: Context) -> EvidenceView:
    """Compute the view of one item."""
    sources = context.edition.sources
    source, read = sources.get(item.source), sources.get(item.via or item.source)
    quote = item.quote
    return EvidenceView(
        source=context.source(item.source),
        via=context.source(item.via) if item.via else None,
        grade=item_grade(item, sources),
        date=context.when(source.published or source.dated) if source else "",
        stance=item.stance,
        stance_words=_silence(item, context) if item.stance == "silent" else _STANCES[item.stance],
        note=context.prose(item.note),
        quote=quote.exact if quote else "",
        quote_language=(quote.language or (read.language if read else None)) if quote else None,
        translation=(quote.translation or "") if quote else "",
        locator=item.locator or "",
        origin=context.origin(item.origin) if item.origin else None,
        figure=_figure(item, context),
        also_in=[context.source(name) for name in item.also_in],
        answered=context.prose(item.answered),
        passage=safe_url(read.url) if read and read.url else None,
    )


def _silence(item: Evidence, context: Context) -> str:
    """Silence is only as telling as the part that was read."""
    read = context.edition.sources.get(item.via or item.source)
    return "Says nothing of it" if read and read.seen is Seen.whole else "Not in the part we read"


def _figure(item: Evidence, context: Context) -> str:
    if item.value is None:
        return ""
    value = item.value
    parts = [f"{value.amount:,f} {value.unit}", context.when(value.as_of), value.basis or ""]
    return ", ".join(part for part in parts if part)
