"""Where on the site a change can be seen: the page, and the anchor on it."""

from briefbook.analysis.site_addresses import address
from briefbook.corpus import Target
from briefbook.diff.change_view import ChangeView
from briefbook.model.scalars import is_id

_SHELVES = {"source": "source", "origin": "source", "address": "source", "entity": "entity",
            "topic": "topic"}  # fmt: skip
"""The role of what a change is of, by the first word of its kind."""


def page_of(change: ChangeView) -> tuple[str, str]:
    """The address of the page from the site's root (“briefings/x/”), and an anchor; both empty for
    what is no id of ours.
    """
    brief, record = change.brief or "", change.record or ""
    role = _SHELVES.get(change.kind.partition("-")[0])
    if role and is_id(record):
        return address(Target(role, record)), ""
    if not is_id(brief):
        return "", ""
    return address(Target("brief", brief)), record if is_id(record) else ""
