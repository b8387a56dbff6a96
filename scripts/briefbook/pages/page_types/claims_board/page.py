"""Every claim: by brief, by verdict, and those first that stand on least."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.analysis.grades import LETTERS, best
from briefbook.model import Claim, Stance, Verdict
from briefbook.model.standing import not_withdrawn
from briefbook.pages import Page, PageType
from briefbook.pages.context import Context, Link
from briefbook.pages.environment import render
from briefbook.pages.facet_choices import browse_choices
from briefbook.pages.paging import Slice, paged
from briefbook.pages.pictures.verdicts import verdicts_picture
from briefbook.pages.records.claim.row import claim_row
from briefbook.pages.row import RecordRow

SIZE = 60
WEAKEST = "claims/weakest/"
ClaimOfBrief = tuple[str, Claim]


def build(edition: Edition) -> Iterator[Page]:
    """/claims/ and /claims/<verdict>/ by brief, the newest first; /claims/weakest/ in one list."""
    briefs = [(name, edition.briefs[name]) for name in edition.newest_first()]
    everything = [(name, c) for name, brief in briefs for c in not_withdrawn(brief.claims, brief)]
    for part in paged("claims/", everything, SIZE):
        yield _page(edition, part, everything, None)
    for verdict in Verdict:
        some = [(name, claim) for name, claim in everything if claim.verdict is verdict]
        for part in paged(f"claims/{verdict}/", some, SIZE):
            yield _page(edition, part, everything, verdict)
    upheld = (Verdict.supported, Verdict.contested)
    weakest = [found for found in everything if found[1].verdict in upheld]
    weakest.sort(key=lambda found: _support(edition, found))
    for part in paged(WEAKEST, weakest, SIZE):
        yield _page(edition, part, everything, None, weakest=True)


def _support(edition: Edition, found: ClaimOfBrief) -> tuple[int, int, str, str]:
    """How much stands for a claim: its independent origins, then the best letter among them."""
    name, claim = found
    origins = len(edition.origins.supports(claim).origins)
    items = (item for item in claim.evidence if item.stance is Stance.supports)
    letter = best(items, edition.sources)
    return origins, -LETTERS.index(letter) if letter else -len(LETTERS), name, claim.id


def _page(
    edition: Edition,
    part: Slice[ClaimOfBrief],
    everything: list[ClaimOfBrief],
    verdict: Verdict | None,
    *, weakest: bool = False,
) -> Page:  # fmt: skip
    context = Context(edition, part.address)
    say = context.locale.say
    title = say("Claims")
    if verdict:
        title = say("Claims: %(verdict)s", verdict=context.locale.word("verdict", verdict))
    if weakest:
        title = say("Claims that stand on least")
    groups: dict[str, list[RecordRow]] = {}
    for name, claim in part.items:
        inside = context.inside(name)
        key = "" if weakest else name
        brief = context.brief_link(name) if weakest else None
        groups.setdefault(key, []).append(claim_row(claim, inside, brief))
    markdown = render(
        "page_types/claims_board/template.md.j2",
        context,
        title=title,
        description=say("Claims with their verdicts and the origins behind them."),
        groups=[
            (context.brief_link(name) if name else None, rows) for name, rows in groups.items()
        ],
        picture=_picture(everything, context) if part.number == 1 and not verdict else "",
        choices=_choices(everything, verdict, weakest, context),
        verdict=verdict,
        weakest=weakest,
        part=part,
    )
    return Page(part.address, title, markdown)


def _picture(everything: list[ClaimOfBrief], context: Context) -> object:
    urls = {verdict: context.url(f"claims/{verdict}/") for verdict in Verdict}
    return verdicts_picture((claim for _, claim in everything), urls, context)


def _choices(
    everything: list[ClaimOfBrief], verdict: Verdict | None, weakest: bool, context: Context
) -> list[tuple[str, list[tuple[Link, int]]]]:
    """Ways to narrow the list: the one taken has no address."""
    tally = {v: sum(1 for _, claim in everything if claim.verdict is v) for v in Verdict}
    locale = context.locale
    all_here = verdict is None and not weakest
    shown = [(Link("" if all_here else context.url("claims/"), locale.say("All")), len(everything))]
    shown += [
        (Link("" if v is verdict else context.url(f"claims/{v}/"), locale.title("verdict", v)),
         tally[v])
        for v in Verdict
    ]  # fmt: skip
    order = (
        Link("" if weakest else context.url(WEAKEST), locale.say("Those that stand on least")),
        0,
    )
    return [
        (locale.say("Verdict"), shown),
        (locale.say("Weakest support first"), [order]),
        *browse_choices("claim", ("topic", "confidence", "grade", "year"), context),
    ]


PAGES = PageType("claims_board", build)
