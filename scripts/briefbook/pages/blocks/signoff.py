"""Sign-offs: who vouches for a brief or a record, and whether what was signed still means that."""

from dataclasses import dataclass
from functools import lru_cache

from briefbook.analysis.signoffs import Signed
from briefbook.model import Brief
from briefbook.pages.blocks.context import Context, Link


@dataclass(frozen=True, slots=True)
class SignoffView:
    """One sign-off: who, when, of which record (None: of the whole), and whether it stands.

    One that is not `bound` to a hash never did.
    """

    by: str
    on: str
    record: Link | None
    stands: bool
    bound: bool


def signoffs(record: str | None, context: Context) -> list[SignoffView]:
    """The sign-offs of a record of the context's brief, or of the whole brief (None)."""
    brief = context.edition.briefs[context.brief]
    return [view for of, view in _views(brief, context) if of == record] if brief.signoffs else []


def all_signoffs(context: Context) -> list[SignoffView]:
    """Every sign-off of the context's brief, in the order in which they were given."""
    return [view for _, view in _views(context.edition.briefs[context.brief], context)]


def standing(brief: Brief) -> int:
    """How many sign-offs of the whole brief stand."""
    return sum(item.record is None and _signed(brief).stands(item) for item in brief.signoffs)


@lru_cache(maxsize=8)
def _signed(brief: Brief) -> Signed:
    return Signed(brief)


def _views(brief: Brief, context: Context) -> list[tuple[str | None, SignoffView]]:
    return [
        (
            item.record,
            SignoffView(
                item.by,
                context.when(item.on),
                context.record(item.record) if item.record else None,
                _signed(brief).stands(item),
                item.hash is not None,
            ),
        )
        for item in brief.signoffs
    ]
