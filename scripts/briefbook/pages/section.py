"""A section of a brief's page: where it comes, its anchor and name, its printed Markdown."""

from dataclasses import dataclass

from briefbook.model import Brief
from briefbook.text.html import Html

LONG = 24
"""With more claims, a phone lays out a brief's later parts only when they come near."""
LAID_OUT = 2
"""Conclusions, and claims, that are laid out at once even then."""


@dataclass(frozen=True, slots=True)
class Section:
    """A section; those with a lower `place` come first."""

    place: int
    anchor: str
    name: str
    html: Html


def is_long(brief: Brief) -> bool:
    """Whether a phone lays out its later parts only when they come near."""
    return len(brief.claims) > LONG
