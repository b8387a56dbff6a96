"""The text that a brief examines."""

from briefbook.model import Brief
from briefbook.pages.context import Context, Link


def reviews(brief: Brief, context: Context) -> tuple[str, Link] | None:
    """Whose text the brief examines, and that text; None if it examines no single one."""
    if not brief.reviews or not brief.reviews.appearance:
        return None
    actor = brief.reviews.claimant
    name = context.edition.actor_name(actor) if actor else ""
    return name, context.source(brief.reviews.appearance)
