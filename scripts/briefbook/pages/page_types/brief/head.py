"""The head of a brief's page: its one line of status, the text it examines, its verdicts."""

from dataclasses import dataclass

from briefbook.analysis.freshness import is_past
from briefbook.analysis.site_addresses import address
from briefbook.corpus import Target
from briefbook.model import Brief
from briefbook.model.brief import Status
from briefbook.model.correction import Correction, CorrectionKind, CorrectionSeverity
from briefbook.model.standing import is_withdrawn
from briefbook.pages.context import Context, Link
from briefbook.pages.records.correction.card import correction_view
from briefbook.pages.records.signoff.card import standing_signoff_count
from briefbook.pages.withdrawal import WithdrawalView, withdrawal_view

_BY_WEIGHT = (
    CorrectionKind.update,
    CorrectionKind.clarification,
    CorrectionKind.correction,
    CorrectionKind.retraction,
)


@dataclass(frozen=True, slots=True)
class CorrectedView:
    """The newest correction, where it stands, and how many entries the list there has."""

    kind: str
    date: str
    url: str
    entries: int


@dataclass(frozen=True, slots=True)
class StatusView:
    """The line of status under the title, and the notices above it."""

    words: str
    published: str
    updated: str
    stale: bool
    review_by: str
    authors: str
    topics: list[Link]
    successor: Link | None
    withdrawn: bool
    withdrawal: WithdrawalView | None
    owner: str
    generated_by: str
    signed: int
    translations: list[tuple[Link, str, str]]
    translated: bool
    corrected: CorrectedView | None


def status(brief: Brief, context: Context) -> StatusView:
    """Compute it for the context's brief."""
    edition, locale = context.edition, context.locale
    words = {
        Status.draft: locale.say("Draft, not yet reviewed"),
        Status.in_review: locale.say("In review"),
        Status.published: locale.say("Published"),
        Status.superseded: locale.say("Superseded"),
        Status.withdrawn: locale.say("Withdrawn"),
    }
    return StatusView(
        words=words[brief.status],
        published=context.when(brief.published),
        updated=context.when(brief.updated) if brief.updated != brief.published else "",
        stale=is_past(brief.review_by, edition.today) and not is_withdrawn(brief, brief),
        review_by=context.when(brief.review_by),
        authors=locale.joined(list(brief.authors)),
        topics=[context.topic(name) for name in brief.topics],
        successor=context.brief_link(brief.superseded_by) if brief.superseded_by else None,
        withdrawn=is_withdrawn(brief, brief),
        withdrawal=withdrawal_view(brief, context),
        owner=brief.owner or "",
        generated_by=brief.generated_by or "",
        signed=standing_signoff_count(brief, context),
        translations=_translations(context),
        translated=bool(brief.translation_of),
        corrected=_corrected(brief, context),
    )


def _translations(context: Context) -> list[tuple[Link, str, str]]:
    """The brief in other languages: link, language tag, language name in itself."""
    edition = context.edition
    found = []
    for name in edition.translations.get(context.brief, ()):
        language = edition.language(edition.briefs[name])
        link = Link(context.url(address(Target("brief", name))), edition.briefs[name].title)
        found.append((link, language, context.locale.own_name(language)))
    return found


def _corrected(brief: Brief, context: Context) -> CorrectedView | None:
    """The newest correction that is more than minor, and how many entries there are in all."""
    minor = CorrectionSeverity.minor
    heavy = [(n, entry) for n, entry in enumerate(brief.corrections) if entry.severity is not minor]
    if not heavy:
        return None
    index, entry = max(heavy, key=lambda item: _weight(item[1]))
    view = correction_view(entry, index, context)
    return CorrectedView(view.kind, view.date, view.url, len(brief.corrections))


def _weight(entry: Correction) -> tuple[tuple[float, float, str], bool, int]:
    """The newest day first, then what changes most for a reader."""
    critical = entry.severity is CorrectionSeverity.critical
    return entry.date.newest_key, critical, _BY_WEIGHT.index(entry.kind)
