"""The exceptions from the rules that a brief makes: readers see which, why, and until when."""

from dataclasses import dataclass

from briefbook.model import Brief
from briefbook.pages.context import Context, Link
from briefbook.text.html import Html


@dataclass(frozen=True, slots=True)
class WaiverView:
    """One exception; `rule` leads to the rule's page where the site has it, `at` is the record that
    it is made for, or nothing for the whole brief."""

    rule: Link
    at: Link | None
    reason: Html | str
    until: str


def waiver_views(brief: Brief, context: Context) -> list[WaiverView]:
    """In the order of the brief."""
    here = context.edition.settings.reference == "build"
    return [
        WaiverView(
            Link(context.url(f"reference/rules/{one.rule}/") if here else "", one.rule),
            context.record(one.at) if one.at else None,
            context.prose(one.reason),
            context.when(one.until),
        )
        for one in brief.waivers
    ]
