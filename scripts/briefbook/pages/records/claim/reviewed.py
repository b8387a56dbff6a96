"""The text that a brief examines."""

from dataclasses import dataclass, replace

from briefbook.analysis.attribution import appearance
from briefbook.model import Brief
from briefbook.pages.context import Context, Link


@dataclass(frozen=True, slots=True)
class Reviewed:
    """Whose text it is, a link to it by that name, and how many of the brief's claims are made in
    it."""

    name: str
    source: Link
    made: int


def reviews(brief: Brief, context: Context) -> Reviewed | None:
    """None for a brief that examines no single text."""
    if not brief.reviews or not brief.reviews.appearance:
        return None
    text, actor = brief.reviews.appearance, brief.reviews.claimant
    name = context.edition.actor_name(actor) if actor else ""
    source = context.source(text)
    made = sum(appearance(claim, brief) == text for claim in brief.claims)
    return Reviewed(name, replace(source, label=name or source.label), made)
