"""A record in a list: its statement with what stands before it, its marks, and its brief."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from briefbook.analysis.site_addresses import address
from briefbook.corpus import Target
from briefbook.model import Record
from briefbook.model.record import id_of
from briefbook.model.standing import is_withdrawn
from briefbook.pages.context import Context, Link
from briefbook.pages.likelihood import LikelihoodWords
from briefbook.text.html import Html


@dataclass(frozen=True, slots=True)
class SideMark:
    """The mark of one side: a disc for each origin, a tick for each repeat, and the words."""

    origins: int
    repeats: int
    words: str


@dataclass(frozen=True, slots=True)
class RecordRow:
    """One record; what does not apply is empty."""

    url: str
    statement: str
    lang: str | None
    lead_in: str = ""
    established: str = ""
    prose: Html | str = ""
    verdict: str = ""
    flaw: str = ""
    alone: bool = False
    likelihood: LikelihoodWords | None = None
    confidence: str = ""
    confidence_words: str = ""
    marks: Sequence[SideMark] = ()
    passed: float | None = None
    due: str = ""
    facts: list[str] = field(default_factory=list)
    brief: Link | None = None


def withdrawn_row(
    record: str, statement: str, lead_in: str, context: Context, brief: Link | None
) -> RecordRow:
    """A record that is withdrawn: what it said, after the word for it, and no mark of it."""
    return RecordRow(
        url=record_url(record, context),
        lang=context.lang,
        lead_in=lead_in,
        statement=statement,
        brief=brief,
    )


def record_url(record: str, context: Context) -> str:
    """The way to a record of the context's brief."""
    return context.url(address(Target("record", record, context.brief)))


def plain_row(
    record: Record, context: Context, brief: Link | None = None, facts: Sequence[str] = ()
) -> RecordRow:
    """A record of the context's brief by what it says, with a few facts beside it."""
    name, said = id_of(record), context.statement(record)
    if is_withdrawn(record, context.edition.briefs[context.brief]):
        return withdrawn_row(name, said, context.withdrawn, context, brief)
    return RecordRow(
        url=record_url(name, context), lang=context.lang, statement=said,
        facts=list(facts), brief=brief,
    )  # fmt: skip
