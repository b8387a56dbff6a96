"""A section of a brief's page: where it comes, its anchor and name, its printed Markdown."""

from dataclasses import dataclass

from briefbook.model import Brief
from briefbook.pages.context import Context
from briefbook.pages.environment import part
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


def printed_section(
    kind: str, place: int, anchor: str, name: str, brief: Brief, context: Context, **view: object
) -> Section:
    """A section as `records/<kind>/section.html.j2` prints it."""
    template = f"records/{kind}/section.html.j2"
    html = part(template, context, name=name, anchor=anchor, long=is_long(brief), **view)
    return Section(place, anchor, name, html)
