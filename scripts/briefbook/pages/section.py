"""A section of a brief's page: where it comes, its anchor and name, its printed Markdown."""

from dataclasses import dataclass

from briefbook.pages.context import Context
from briefbook.pages.environment import part
from briefbook.text.html import Html


@dataclass(frozen=True, slots=True)
class Section:
    """A section; those with a lower `place` come first."""

    place: int
    anchor: str
    name: str
    html: Html


def printed_section(
    kind: str, place: int, anchor: str, name: str, context: Context, **view: object
) -> Section:
    """A section as `records/<kind>/section.html.j2` prints it."""
    template = f"records/{kind}/section.html.j2"
    html = part(template, context, name=name, anchor=anchor, **view)
    return Section(place, anchor, name, html)
