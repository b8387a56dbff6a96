"""How corrections are shown."""

from collections.abc import Iterator

from briefbook.model import Brief
from briefbook.model.correction import Correction
from briefbook.pages.context import Context
from briefbook.pages.names import shortened
from briefbook.pages.records import RecordDisplay
from briefbook.pages.records.correction.card import correction_view
from briefbook.pages.search_words import SearchText
from briefbook.pages.section import Section, printed_section
from briefbook.pages.structured import Structured, given, iso_day

_OPENING = 60
"""Characters of a correction for machines, which read the page's own text as well."""


def _sections(brief: Brief, context: Context) -> Iterator[Section]:
    if not brief.corrections:
        return
    name = context.locale.say("Corrections")
    yield printed_section(
        "correction", 120, "corrections", name, context,
        corrections=[
            correction_view(entry, index, context) for index, entry in enumerate(brief.corrections)
        ],
        newest=context.when(max((e.date for e in brief.corrections), key=lambda d: d.newest_key)),
    )  # fmt: skip


def _search_text(correction: Correction, context: Context) -> SearchText:
    return SearchText(context.statement(correction), {"shown": context.when(correction.date)})


def _structured(brief: Brief, context: Context) -> Structured:
    """Each entry as a `CorrectionComment` with its opening: the whole stands on the page."""
    comments = [
        given(
            {
                "@type": "CorrectionComment",
                "datePublished": iso_day(item.date),
                "text": shortened(context.plain(item.now or item.reason), _OPENING),
            }
        )
        for item in brief.corrections
    ]
    return Structured({"correction": comments})


RECORD = RecordDisplay(Correction, _sections, search_text=_search_text, structured=_structured)
