"""Rows of lists, printed once for all lists in which they stand: a list puts in its way to the
root of the site."""

from collections.abc import Iterable

from briefbook.analysis.edition import Edition
from briefbook.analysis.remembered import Kept
from briefbook.corpus import Target
from briefbook.pages.brief_row import brief_row
from briefbook.pages.context import Context
from briefbook.pages.environment import fragment
from briefbook.pages.records import record_row
from briefbook.pages.records.source.tree import source_view
from briefbook.text.html import Html, trusted

_ROOT = "\3"
"""Stands for the way to the root; no text of a brief can hold it."""
_TEMPLATE = "printed_row.html.j2"


def printed_rows(targets: Iterable[Target], context: Context, *, with_brief: bool = True) -> Html:
    """The entries of a list of briefs, sources or records of briefs, as seen from a page.

    A record names its brief unless the list is about one (`with_brief`).
    """
    whose = "with brief" if with_brief else ""
    rows = [context.edition.kept(ROW, *target, whose) for target in targets]
    way = context.base or "../" * context.here.count("/") or "./"
    return trusted("\n".join(filter(None, rows)).replace(_ROOT, way))


def _printed(edition: Edition, name: tuple[str, ...]) -> str:
    *target, whose = name
    return str(_row(Target(*target), Context(edition, "", base=_ROOT), bool(whose)))


ROW = Kept("row", _printed)
"""By role, id and brief of what it shows, and whether it names that brief."""


def _row(target: Target, context: Context, with_brief: bool) -> Html:
    match target.role:
        case "brief":
            return fragment(_TEMPLATE, context, kind="brief", view=brief_row(target.id, context))
        case "source":
            return fragment(_TEMPLATE, context, kind="source", view=source_view(target.id, context))
    view = record_row(target, context, with_brief=with_brief)
    return fragment(_TEMPLATE, context, kind="record", view=view) if view else Html("")
