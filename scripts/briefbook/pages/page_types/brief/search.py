"""What the search knows of a brief: the brief itself, and each record that has an address."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.analysis.facets import of_brief, of_record
from briefbook.analysis.site_addresses import address
from briefbook.corpus import Target
from briefbook.model import Brief, Record
from briefbook.model.record import id_of
from briefbook.model.record_types import of_briefs, record_type_of, records_of, with_permalinks
from briefbook.model.standing import is_withdrawn
from briefbook.pages import SearchRecord
from briefbook.pages.context import Context, shortened
from briefbook.pages.records import display_of
from briefbook.pages.search_words import search_record, words_of
from briefbook.text.bidi import isolated


def brief_records(
    edition: Edition, name: str, brief: Brief, context: Context
) -> Iterator[SearchRecord]:
    """The brief first, then its records in the order of the table of types."""
    yield _of_brief(edition, name, brief, context)
    for record in with_permalinks(brief):
        yield _of_record(edition, name, brief, record, context)


def _of_brief(edition: Edition, name: str, brief: Brief, context: Context) -> SearchRecord:
    """The brief by its own texts, and by those of records that have no address of their own."""
    values = of_brief(edition, name)
    gone = is_withdrawn(brief, brief)
    nameless = (one for kind in _NAMELESS for one in records_of(brief, kind) if not id_of(one))
    return search_record(
        edition,
        address(Target("brief", name)),
        f"{context.withdrawn} {isolated(brief.title)}" if gone else brief.title,
        "brief",
        language=edition.language(brief),
        text=[*words_of(brief, context), *(w for one in nameless for w in words_of(one, context))],
        entities=values.get("entity", ()),
        meta={"shown": shortened(context.plain(brief.summary), 200)},
        facets=values,
    )


_NAMELESS = tuple(kind for kind in of_briefs() if kind.noun not in ("signoff", "waiver"))
"""Types whose records can lack an id. Who signed, and which rules do not apply, is not sought."""


def _of_record(
    edition: Edition, name: str, brief: Brief, record: Record, context: Context
) -> SearchRecord:
    values, found = (
        of_record(edition, name, record),
        display_of(record).search_text(record, context),
    )
    gone = is_withdrawn(record, brief)
    return search_record(
        edition,
        address(Target("record", id_of(record), name)),
        found.title,
        record_type_of(record).noun,
        language=edition.language(brief),
        text=[*words_of(record, context), *found.text],
        entities=values.get("entity", ()),
        meta={"brief": brief.title, **({} if gone else found.meta)},
        facets=values,
    )
