"""Every claim: by brief, by verdict, and those first that stand on least."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

from briefbook.analysis.edition import Edition
from briefbook.analysis.grades import LETTERS, best
from briefbook.corpus import Target
from briefbook.model import Claim, Stance, Verdict
from briefbook.model.standing import not_withdrawn
from briefbook.pages import Page, PageType
from briefbook.pages.context import Context, Link
from briefbook.pages.environment import render
from briefbook.pages.facet_choices import Choices, browse_choices, search_link
from briefbook.pages.paging import MOST, Slice, paged, settled, year_links
from briefbook.pages.pictures.verdicts import verdicts_picture
from briefbook.pages.printed_rows import printed_rows

SIZE = 60
WEAKEST = "claims/weakest/"
ClaimOfBrief = tuple[str, Claim]


def build(edition: Edition) -> Iterator[Page]:
    """/claims/ by brief, all of them; of /claims/<verdict>/ and /claims/weakest/ the first."""
    briefs = [(name, edition.briefs[name]) for name in edition.newest_first()]
    by_brief = [(name, not_withdrawn(brief.claims, brief)) for name, brief in briefs]
    everything = [(name, claim) for name, claims in by_brief for claim in claims]
    yield from _whole(edition, [(name, claims) for name, claims in by_brief if claims])
    for verdict in Verdict:
        some = [found for found in everything if found[1].verdict is verdict]
        for part in paged(f"claims/{verdict}/", some, SIZE, MOST):
            yield _some(edition, part, verdict)
    upheld = (Verdict.supported, Verdict.contested)
    weakest = [found for found in everything if found[1].verdict in upheld]
    weakest.sort(key=lambda found: _support(edition, found))
    for part in paged(WEAKEST, weakest, SIZE, MOST):
        yield _some(edition, part, None)


def _whole(edition: Edition, by_brief: Sequence[tuple[str, Sequence[Claim]]]) -> Iterator[Page]:
    parts = [*settled("claims/", by_brief, SIZE, lambda group: len(group[1]))]
    for part in parts:
        context = Context(edition, part.address)
        first = part.is_first
        found = [(name, claim) for name, claims in part.items for claim in claims]
        yield _page(
            context,
            context.locale.say("Claims"),
            part,
            groups=_groups(found, context),
            years=year_links(parts, lambda group: edition.year_of(group[0]), context)
            if first else [],
            picture=_picture(by_brief, context) if first else "",
            choices=_choices(by_brief, context) if first else [],
        )  # fmt: skip


def _some(edition: Edition, part: Slice[ClaimOfBrief], verdict: Verdict | None) -> Page:
    """A page of the claims of a verdict; without one, of those that stand on least."""
    context = Context(edition, part.address)
    say = context.locale.say
    if verdict:
        title = say("Claims: %(verdict)s", verdict=context.locale.word("verdict", verdict))
        groups, others = (
            _groups(part.items, context),
            search_link("claim", "verdict", verdict, context),
        )
    else:
        title = say("Claims that stand on least")
        targets = [Target("record", claim.id, name) for name, claim in part.items]
        groups = [(None, printed_rows(targets, context))] if targets else []
        others = Link(context.url("claims/"), say("Claims"))
    return _page(
        context, title, part, groups=groups, others=others, verdict=verdict, weakest=not verdict
    )


def _page(context: Context, title: str, part: Slice[Any], **view: Any) -> Page:  # noqa: ANN401 what the template prints
    say = context.locale.say
    empty: dict[str, Any] = {"years": [], "picture": "", "choices": [], "others": None,
                                "verdict": None, "weakest": False}  # fmt: skip
    markdown = render(
        "page_types/claims_board/template.md.j2",
        context,
        title=title,
        description=say("Claims with their verdicts and the origins behind them."),
        part=part,
        **empty | view,
    )
    return Page(part.address, title, markdown)


def _groups(found: Iterable[ClaimOfBrief], context: Context) -> list[tuple[Link | None, object]]:
    """By brief, in the order in which they come."""
    return [
        (
            context.brief_link(name),
            printed_rows(
                (Target("record", claim.id, name) for _, claim in claims), context, with_brief=False
            ),
        )
        for name, claims in groupby(found, key=lambda one: one[0])
    ]


def _support(edition: Edition, found: ClaimOfBrief) -> tuple[int, int, str, str]:
    """How much stands for a claim: its independent origins, then the best letter among them."""
    name, claim = found
    origins = len(edition.origins.supports(claim).origins)
    items = (item for item in claim.evidence if item.stance is Stance.supports)
    letter = best(items, edition.sources)
    return origins, -LETTERS.index(letter) if letter else -len(LETTERS), name, claim.id


def _picture(by_brief: Iterable[tuple[str, Sequence[Claim]]], context: Context) -> object:
    urls = {verdict: context.url(f"claims/{verdict}/") for verdict in Verdict}
    return verdicts_picture((claim for _, claims in by_brief for claim in claims), urls, context)


def _choices(by_brief: Iterable[tuple[str, Sequence[Claim]]], context: Context) -> list[Choices]:
    """Ways to narrow the list: the one taken has no address."""
    numbers = Counter(claim.verdict for _, claims in by_brief for claim in claims)
    locale = context.locale
    shown = [(Link("", locale.say("All")), numbers.total())]
    shown += [
        (Link(context.url(f"claims/{v}/"), locale.title("verdict", v)), numbers[v]) for v in Verdict
    ]
    order = (Link(context.url(WEAKEST), locale.say("Those that stand on least")), 0)
    return [
        (locale.say("Verdict"), shown),
        (locale.say("Weakest support first"), [order]),
        *browse_choices("claim", ("topic", "confidence", "grade", "year"), context),
    ]


PAGES = PageType("claims_board", build)
