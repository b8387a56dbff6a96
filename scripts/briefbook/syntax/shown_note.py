"""Notes to editors that readers would see: “<!--” hides nothing in a brief."""

from briefbook.findings import Finding, Place, Route
from briefbook.syntax import finding_kinds
from briefbook.text.document import Span

_MARK = "<!--"


def shown_note(path: str, written: str, start: int, route: Route) -> Finding | None:
    """The finding for a note of HTML in a text that begins at `start` of its file, or None."""
    at = written.find(_MARK)
    if at < 0:
        return None
    return Finding(
        finding_kinds.SHOWN_NOTE,
        f"Readers will see this note: “{_MARK}” hides nothing here.",
        Place(path, route, span=Span(start + at, start + at + len(_MARK))),
        "A note to editors begins with “#”, on a line of its own between two fields.",
    )
