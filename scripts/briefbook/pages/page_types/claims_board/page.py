"""Every claim: by brief, by verdict, and those first that stand on least."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from briefbook.analysis.edition import Edition
from briefbook.corpus import Target
from briefbook.model import Verdict
from briefbook.pages import Page, Part, in_parts
from briefbook.pages.context import Context, Link
from briefbook.pages.environment import render
from briefbook.pages.facet_choices import Choices, browse_choices, search_link
from briefbook.pages.kept_lists import ListedClaim, listed_claims
from briefbook.pages.paging import MOST, Slice, paged, settled, year_links, years_of
from briefbook.pages.pictures.verdicts import Numbers, spread_picture
from briefbook.pages.printed_rows import printed_rows

SIZE = 60
WEAKEST = "claims/weakest/"
Groups = list[tuple[Link | None, object]]


def parts_of(edition: Edition) -> Iterator[Part]:
    """/claims/ by brief, all of them; of /claims/<verdict>/ and /claims/weakest/ the first."""
    by_brief = [listed_claims(edition, name) for name in edition.newest_first()]
    everything = [claim for claims in by_brief for claim in claims]
    numbers = Counter((claim.verdict, claim.confidence) for claim in everything)
    targets = [_targets(claims) for claims in by_brief if claims]
    whole = [*settled("claims/", targets, SIZE, len)]
    for part in whole:
        of_all = tuple(numbers.items()) if part.is_first else ()
        years = years_of(whole, lambda group: edition.year_of(group[0].brief))
        yield Part(part.address, (part, "", years if part.is_first else (), of_all))
    for verdict in Verdict:
        some = _targets(claim for claim in everything if claim.verdict is verdict)
        for few in paged(f"claims/{verdict}/", some, SIZE, MOST):
            yield Part(few.address, (few, verdict.value, (), ()))
    upheld = (Verdict.supported, Verdict.partly_supported, Verdict.contested)
    weakest = [claim for claim in everything if claim.verdict in upheld]
    weakest.sort(key=lambda one: (one.origins, one.letter, one.target.brief, one.target.id))
    for few in paged(WEAKEST, _targets(weakest), SIZE, MOST):
        yield Part(few.address, (few, WEAKEST, (), ()))


def _targets(claims: Iterable[ListedClaim]) -> tuple[Target, ...]:
    return tuple(claim.target for claim in claims)


def page_of(edition: Edition, about: Part) -> Page:
    """A page of all claims, of those of a verdict, or of those that stand on least."""
    part, which, years, numbers = about.given
    context = Context(edition, part.address)
    say = context.locale.say
    if which == WEAKEST:
        groups: Groups = [(None, printed_rows(part.items, context))] if part.items else []
        others = Link(context.url("claims/"), say("Claims"))
        title = say("Claims that stand on least")
        return _page(context, title, part, groups=groups, others=others, weakest=True)
    if which:
        verdict = Verdict(which)
        title = say("Claims: %(verdict)s", verdict=context.locale.word("verdict", verdict))
        others = search_link("claim", "verdict", verdict, context)
        groups = _groups(part.items, context)
        return _page(context, title, part, groups=groups, others=others, verdict=verdict)
    known = Counter(dict(numbers))
    return _page(
        context,
        say("Claims"),
        part,
        groups=_groups((target for targets in part.items for target in targets), context),
        years=year_links(years, context),
        picture=_picture(known, context) if part.is_first else "",
        choices=_choices(known, context) if part.is_first else [],
    )


def _page(context: Context, title: str, part: Slice[Any], **view: Any) -> Page:  # noqa: ANN401 what the template prints
    say = context.locale.say
    empty: dict[str, Any] = {"years": [], "picture": "", "choices": [], "others": None,
                                "verdict": None, "weakest": False}  # fmt: skip
    markdown = render(
        "page_types/claims_board/template.md.j2",
        context,
        title=title,
        description=say("%(title)s, with their verdicts and the origins behind them.", title=title),
        part=part,
        **empty | view,
    )
    return Page(part.address, title, markdown)


def _groups(found: Iterable[Target], context: Context) -> Groups:
    """By brief, in the order in which they come."""
    return [
        (context.brief_link(name), printed_rows(targets, context, with_brief=False))
        for name, targets in groupby(found, key=lambda target: target.brief)
    ]


def _picture(numbers: Numbers, context: Context) -> object:
    urls = {verdict: context.url(f"claims/{verdict}/") for verdict in Verdict}
    return spread_picture(numbers, urls, context)


def _choices(known: Numbers, context: Context) -> list[Choices]:
    """Ways to narrow the list: the one taken has no address."""
    numbers = Counter[Verdict]()
    for (verdict, _), many in known.items():
        numbers[verdict] += many
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


PAGES = in_parts("claims_board", parts_of, page_of)
