"""Ways to narrow a list: for each facet its values, each with a prepared page and a number."""

from collections import Counter
from collections.abc import Iterator, Mapping
from urllib.parse import urlencode

from briefbook.analysis.facets import RANGES
from briefbook.model import Verdict
from briefbook.model.claim import Confidence
from briefbook.model.source import Grade
from briefbook.pages.context import Context, Link
from briefbook.pages.localisation import Locale

Choices = tuple[str, list[tuple[Link, int]]]
"""A facet's name, and its values with their numbers."""
MOST = 24
"""Values of a facet that are offered beside a list; all of them stand in the index of /browse/."""
BROWSED = ("verdict", "confidence", "likelihood", "topic", "grade", "status", "year", "language")
"""Facets with prepared pages; an actor has a page of its own."""
PLURALS = {
    "claim": "claims", "judgment": "judgments", "question": "questions", "barrier": "barriers",
    "source": "sources", "brief": "briefs",
}  # fmt: skip
_ORDER: Mapping[str, tuple[str, ...]] = {
    "verdict": tuple(Verdict),
    "confidence": tuple(Confidence),
    "likelihood": RANGES,
    "grade": (*Grade, "none"),
}


def browse_address(kind: str, facet: str, value: str) -> str:
    """“browse/claims/topic/ai/”; a claim's verdicts have their pages under claims/."""
    if (kind, facet) == ("claim", "verdict"):
        return f"claims/{value}/"
    return f"browse/{PLURALS[kind]}/{facet}/{value.lower()}/"


def browse_choices(
    kind: str,
    wanted: tuple[str, ...],
    context: Context,
    taken: tuple[str, str] = ("", ""),
    *,
    whole: bool = False,
) -> Iterator[Choices]:
    """For each facet its name and values; the value that is `taken` has no address.

    A value that all records have narrows nothing and is left out, unless the list is to be `whole`.
    """
    numbers: dict[str, Counter[str]] = {}
    for (of, facet, value), items in context.edition.faceted.items():
        if of == kind:
            numbers.setdefault(facet, Counter())[value] = len(items)
    every = numbers.get("kind", Counter())[kind]
    for facet in wanted:
        found = numbers.get(facet, Counter())
        values = {
            value: many
            for value, many in found.items()
            if whole or many < every or (facet, value) == taken
        }
        if values:
            names = ordered(facet, values)
            shown = names if whole else names[:MOST]
            links = [
                (_choice(kind, facet, value, context, taken), values[value]) for value in shown
            ]
            if left := len(names) - len(shown):
                links.append((_all_choices(kind, left, context), 0))
            yield facet_name(facet, context.locale), links


def _choice(kind: str, facet: str, value: str, context: Context, taken: tuple[str, str]) -> Link:
    is_taken = (facet, value) == taken
    url = "" if is_taken else context.url(browse_address(kind, facet, value))
    return Link(url, value_name(facet, value, context))


def _all_choices(kind: str, left: int, context: Context) -> Link:
    words = context.locale.counted("and %(num)s more", "and %(num)s more", left)
    return Link(f"{context.url('browse/')}#{PLURALS[kind]}", words)


def search_link(kind: str, facet: str, value: str, context: Context) -> Link:
    """The way to a search for all records of a value, to be narrowed further."""
    named = value_name(facet, value, context) if facet == "topic" else value
    query = urlencode({"kind": kind, facet: named})
    return Link(context.url("search/") + f"?{query}", context.locale.say("Search and narrow these"))


def ordered(facet: str, values: Mapping[str, int]) -> list[str]:
    """Values in their own order where they have one, years downwards, others by number."""
    if facet in _ORDER:
        return [value for value in _ORDER[facet] if value in values]
    if facet == "year":
        return sorted(values, key=int, reverse=True)
    return sorted(values, key=lambda value: (-values[value], value))


def facet_name(facet: str, locale: Locale) -> str:
    """A facet for people."""
    say = locale.say
    return {
        "kind": say("Kind"), "verdict": say("Verdict"), "confidence": say("Confidence"),
        "likelihood": say("Likelihood"), "topic": say("Topic"), "entity": say("Actor"),
        "grade": say("Grade of a source"), "status": say("Status"), "year": say("Year"),
        "language": say("Language"),
    }[facet]  # fmt: skip


def value_name(facet: str, value: str, context: Context) -> str:
    """A facet's value for people."""
    locale = context.locale
    match facet:
        case "topic":
            topic = context.edition.topics.get(value)
            return topic.name if topic else value
        case "likelihood":
            return f"{value.replace('-', '–')} %"
        case "grade":
            return locale.say("No grade") if value == "none" else value
        case "language":
            return locale.language_name(value)
        case "year":
            return locale.year(int(value))
    return locale.title({"kind": "record"}.get(facet, facet), value)


def kind_name(kind: str, locale: Locale) -> str:
    """“Claims”."""
    say = locale.say
    return {
        "claim": say("Claims"), "judgment": say("Judgments"), "question": say("Questions"),
        "barrier": say("Barriers"), "source": say("Sources"), "brief": say("Briefs"),
    }[kind]  # fmt: skip
