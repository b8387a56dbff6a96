"""The search page: a frame that the script fills; without script, ways to browse."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.analysis.facets import FACETS, RANGES, languages
from briefbook.model import Verdict
from briefbook.model.claim import Confidence
from briefbook.model.source import Grade
from briefbook.pages import Page, PageType
from briefbook.pages.context import Context, Link
from briefbook.pages.environment import render
from briefbook.pages.facet_choices import facet_name
from briefbook.pages.localisation import upper_first
from briefbook.pages.marks import verdict_shapes
from briefbook.pages.vocabulary import RECORD_KINDS, WORDS
from briefbook.text.html import trusted
from briefbook.text.json_text import compact


def build(edition: Edition) -> Iterator[Page]:
    """One page."""
    context = Context(edition, "search/")
    say = context.locale.say
    boards = (
        ("browse/", say("Everything in lists")), ("briefings/", say("Briefs")),
        ("claims/", say("Claims")), ("judgments/", say("Judgments")),
        ("questions/", say("Questions")), ("sources/", say("Sources")),
        ("entities/", say("Actors")), ("topics/", say("Topics")),
    )  # fmt: skip
    markdown = render(
        "page_types/search/template.md.j2",
        context,
        title=say("Search"),
        description=say("Search claims, judgments, questions, sources and actors in any language."),
        boards=[Link(context.url(there), name) for there, name in boards],
        words=trusted(compact(_words(edition, context))),
    )
    yield Page("search/", say("Search"), markdown)


def _words(edition: Edition, context: Context) -> dict[str, object]:
    """What the script needs to speak the site's language: messages and the words of facets."""
    locale, say = context.locale, context.locale.say
    fixed = {
        "kind": RECORD_KINDS, "verdict": tuple(Verdict), "confidence": tuple(Confidence),
        "status": WORDS["status"],
    }  # fmt: skip
    values = {
        facet: {str(value): locale.title({"kind": "record"}.get(facet, facet), value)
                for value in words}
        for facet, words in fixed.items()
    }  # fmt: skip
    values["likelihood"] = {name: f"{name.replace('-', '–')} %" for name in RANGES}
    values["grade"] = {**{grade.value: grade.value for grade in Grade}, "none": say("No grade")}
    values["language"] = {
        tag: upper_first(locale.language_name(tag)) for tag in sorted(languages(edition))
    }
    return {
        "facets": {facet: facet_name(facet, locale) for facet in FACETS},
        "values": values,
        "marks": verdict_shapes(),
        "site": locale.language,
        "say": {
            "searching": say("Searching …"),
            "one": say("One result for “{query}”"),
            "some": say("{number} results for “{query}”"),
            "near": say("Nothing holds all of “{query}”. The nearest:"),
            "none": say("Nothing was found for “{query}”. Try fewer or other words."),
            "fewer": say("Nothing was found for “{query}” with these choices. Drop one of them."),
            "broken": say("The search could not be loaded. Reload the page, or browse the lists "
                          "below."),
            "more": say("More choices"),
            "any": say("Any"),
            "next": say("Show more results"),
        },
    }  # fmt: skip


PAGES = PageType("search", build)
