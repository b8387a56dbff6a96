"""Sign-offs: who vouches for a brief or a record, and whether what was signed still means that."""

from dataclasses import dataclass

from briefbook.model import Brief
from briefbook.pages.context import Context, Link


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


def standing_signoff_count(brief: Brief, context: Context) -> int:
    """How many sign-offs of the whole brief, which is the context's, stand."""
    signed = context.edition.signed[context.brief]
    return sum(item.record is None and signed.stands(item) for item in brief.signoffs)


def _views(brief: Brief, context: Context) -> list[tuple[str | None, SignoffView]]:
    signed = context.edition.signed[context.brief]
    return [
        (
            item.record,
            SignoffView(
                item.by,
                context.when(item.on),
                context.record(item.record) if item.record else None,
                signed.stands(item),
                item.hash is not None,
            ),
        )
        for item in brief.signoffs
    ]
