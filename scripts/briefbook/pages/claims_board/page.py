"""Every claim, and the claims of each verdict."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.model import Claim, Verdict
from briefbook.pages import Page, PageType
from briefbook.pages.blocks.claim import said_by, side_mark
from briefbook.pages.blocks.context import Context, words_of
from briefbook.pages.environment import render
from briefbook.pages.paging import Slice, paged

SIZE = 60
Found = tuple[str, Claim]


def build(edition: Edition) -> Iterator[Page]:
    """/claims/ and /claims/<verdict>/, by brief, the newest first."""
    everything = [(name, c) for name in edition.newest() for c in edition.briefs[name].claims]
    tally = {v: sum(1 for _, claim in everything if claim.verdict is v) for v in Verdict}
    for part in paged("claims/", everything, SIZE):
        yield _page(edition, part, tally, None)
    for verdict in Verdict:
        some = [(name, claim) for name, claim in everything if claim.verdict is verdict]
        for part in paged(f"claims/{verdict}/", some, SIZE):
            yield _page(edition, part, tally, verdict)


def _page(
    edition: Edition, part: Slice[Found], tally: dict[Verdict, int], verdict: Verdict | None
) -> Page:
    context = Context(edition, part.address)
    title = f"Claims: {words_of(verdict).lower()}" if verdict else "Claims"
    groups: dict[str, list[dict[str, object]]] = {}
    for name, claim in part.items:
        groups.setdefault(name, []).append(_row(edition, name, claim, context))
    markdown = render(
        "claims_board/template.md.j2",
        context,
        title=title,
        description="Claims with their verdicts and the origins behind them.",
        groups=[(context.brief_link(name), rows) for name, rows in groups.items()],
        tally=[(v.value, tally[v], context.url(f"claims/{v}/")) for v in Verdict],
        verdict=verdict,
        all_url=context.url("claims/"),
        part=part,
    )
    return Page(part.address, title, markdown)


def _row(edition: Edition, name: str, claim: Claim, context: Context) -> dict[str, object]:
    said, statement = said_by(claim, Context(edition, context.here, name))
    return {
        "said": said,
        "statement": statement,
        "url": context.url(f"briefings/{name}/#{claim.id}"),
        "verdict": claim.verdict.value,
        "flaw": (claim.flaw or "").replace("-", " "),
        "confidence": claim.confidence or "",
        "established": claim.established or "",
        "marks": [
            side_mark("for it", edition.origins.supports(claim)),
            side_mark("against it", edition.origins.disputes(claim)),
        ],
    }


PAGES = PageType("claims_board", build)
