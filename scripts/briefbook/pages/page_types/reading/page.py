"""How to read the site: verdicts, flaws, likelihood, confidence, grades, origins, quotations."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.model.scales import Band, Scale, scales
from briefbook.pages import Page, PageType
from briefbook.pages.context import Context
from briefbook.pages.environment import render
from briefbook.pages.localisation import Locale

ADDRESS = "reference/reading/"


def build(edition: Edition) -> Iterator[Page]:
    """One page, with the scales that the site's briefs use."""
    context = Context(edition, ADDRESS)
    say = context.locale.say
    title = say("How to read this site")
    used = {edition.settings.scale, *map(edition.scale, edition.briefs.values())}
    markdown = render(
        "page_types/reading/template.md.j2",
        context,
        title=title,
        description=say("What the words and marks on these pages mean."),
        scales=[(one, _bands(one, context.locale)) for key, one in scales().items() if key in used],
    )
    yield Page(ADDRESS, title, markdown)


def _bands(scale: Scale, locale: Locale) -> list[tuple[str, str]]:
    """The terms that share a range, and the range in percents."""
    terms: dict[str, list[str]] = {}
    for band in scale.bands:
        terms.setdefault(_range(band, locale), []).append(locale.word("likelihood", band.term))
    return [(locale.comma.join(words), bounds) for bounds, words in terms.items()]


def _range(band: Band, locale: Locale) -> str:
    """“55–80 %”; “>50–100 %” where the bound itself does not belong to it."""
    low = f"{'>' if band.above else ''}{locale.number(band.low)}"
    return f"{low}–{'<' if band.below else ''}{locale.number(band.high)} %"


PAGES = PageType("reading", build)
