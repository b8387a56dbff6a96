"""How each record type is shown: a folder a type, found by `discover`."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Generic, TypeVar

from briefbook.corpus import Target
from briefbook.model import Brief, Record
from briefbook.model.record_types import RECORD_TYPES
from briefbook.pages.context import Context, Link
from briefbook.pages.row import RecordRow, plain_row
from briefbook.pages.search_words import SearchText, plain_search_text
from briefbook.pages.section import Section
from briefbook.pages.structured import Structured
from briefbook.registry import discover

R = TypeVar("R", bound=Record)


def _plain_title(record: Record, context: Context) -> str:
    return context.statement(record)


def _nothing(brief: Brief, context: Context) -> Structured:
    return Structured()


@dataclass(frozen=True)
class RecordDisplay(Generic[R]):
    """How a record type is shown. What is left out has the plain form: by what the record says.

    `sections` are those of a brief's page, `row` stands in lists, `search_text` in results of the
    search, `title` in a citation; `structured` is what machines are told of a brief's records.
    """

    model: type[R]
    sections: Callable[[Brief, Context], Iterable[Section]]
    row: Callable[[R, Context, Link | None], RecordRow] = plain_row
    search_text: Callable[[R, Context], SearchText] = plain_search_text
    title: Callable[[R, Context], str] = _plain_title
    structured: Callable[[Brief, Context], Structured] = _nothing

    @property
    def name(self) -> str:
        """The type's name: a plug-in may not take it twice."""
        return self.model.__name__


@cache
def record_displays() -> Mapping[type[Record], RecordDisplay[Any]]:
    """Every shown type, in the order of the table of record types."""
    found = {one.model: one for one in discover(__name__, RecordDisplay)}
    return {kind.model: found[kind.model] for kind in RECORD_TYPES if kind.model in found}


def display_of(record: Record) -> RecordDisplay[Any]:
    """How a record is shown.

    Raises KeyError for a type that no page shows.
    """
    return record_displays()[type(record)]


def record_row(target: Target, context: Context, *, with_brief: bool = True) -> RecordRow | None:
    """A record of a brief in a list of the context's page; None for one that is not there."""
    record = context.edition.records.get(target)
    if record is None:
        return None
    brief = context.brief_link(target.brief) if with_brief else None
    return display_of(record).row(record, context.inside(target.brief), brief)
