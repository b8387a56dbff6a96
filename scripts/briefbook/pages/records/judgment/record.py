"""How judgments are shown."""

from collections.abc import Iterator

from briefbook.corpus import Target
from briefbook.model import Brief, Judgment
from briefbook.model.standing import not_withdrawn
from briefbook.pages.citation import permalink
from briefbook.pages.context import Context
from briefbook.pages.likelihood import likelihood_words
from briefbook.pages.localisation import upper_first
from briefbook.pages.records import RecordDisplay
from briefbook.pages.records.judgment.card import judgment_view
from briefbook.pages.records.judgment.row import judgment_row
from briefbook.pages.records.judgment.title import judged
from briefbook.pages.search_words import SearchText
from briefbook.pages.section import Section, printed_section
from briefbook.pages.structured import Structured


def _sections(brief: Brief, context: Context) -> Iterator[Section]:
    say = context.locale.say
    for place, key, anchor, name in (
        (10, True, "key-judgments", say("What we conclude")),
        (30, False, "judgments", say("What else we expect")),
    ):
        views = [judgment_view(j, context, drawn=True) for j in brief.judgments if j.key is key]
        if views:
            yield printed_section(
                "judgment", place, anchor, name, context,
                judgments=views, key=key,
            )  # fmt: skip


def _search_text(judgment: Judgment, context: Context) -> SearchText:
    seen = likelihood_words(judgment, context)
    meta = {
        "shown": upper_first(seen.text) if seen else "",
        "confidence": judgment.confidence or "",
    }
    return SearchText(context.after_withdrawal(judgment), meta)


def _structured(brief: Brief, context: Context) -> Structured:
    """Each judgment that stands as a `Claim` of the brief's own."""
    made = [
        {
            "@type": "Claim",
            "@id": permalink(context, Target("record", item.id, context.brief)),
            "text": judged(item, context),
        }
        for item in not_withdrawn(brief.judgments, brief)
    ]
    return Structured({"hasPart": made})


RECORD = RecordDisplay(Judgment, _sections, judgment_row, _search_text, judged, _structured)
