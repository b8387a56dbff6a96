"""How claims are shown."""

from collections import Counter
from collections.abc import Iterator

from briefbook.model import Brief, Claim
from briefbook.model.claim import WORST_FIRST
from briefbook.model.standing import is_withdrawn, not_withdrawn
from briefbook.pages.context import Context
from briefbook.pages.pictures.evidence_map import evidence_picture, evidence_table
from briefbook.pages.pictures.verdicts import verdicts_picture
from briefbook.pages.records import RecordDisplay
from briefbook.pages.records.claim.card import claim_view
from briefbook.pages.records.claim.reviewed import reviews
from briefbook.pages.records.claim.row import claim_row
from briefbook.pages.records.claim.structured import claim_reviews
from briefbook.pages.search_words import SearchText
from briefbook.pages.section import Section, printed_section
from briefbook.text.bidi import isolated


def _sections(brief: Brief, context: Context) -> Iterator[Section]:
    if not brief.claims:
        return
    name = context.locale.say("What is said, and what we found")
    stand = not_withdrawn(brief.claims, brief)
    first = {claim.verdict: f"#{claim.id}" for claim in reversed(stand)}
    yield printed_section(
        "claim", 20, "claims", name, context,
        claims=[claim_view(item, context) for item in worst_first(brief)],
        reviews=reviews(brief, context),
        listed=len(stand),
        tally=tally(brief),
        spread=verdicts_picture(stand, first, context),
        evidence_map=evidence_picture(brief, context),
        evidence_table=evidence_table(brief, context),
    )  # fmt: skip


def worst_first(brief: Brief) -> list[Claim]:
    """The claims by verdict, what does not hold before what does; withdrawn ones at the end."""
    return sorted(
        brief.claims, key=lambda one: (is_withdrawn(one, brief), WORST_FIRST.index(one.verdict))
    )


def tally(brief: Brief) -> list[tuple[str, int, str]]:
    """Verdicts that stand, the worst first, with their numbers and the first claim of each."""
    claims = not_withdrawn(brief.claims, brief)
    numbers = Counter(claim.verdict for claim in claims)
    first = {claim.verdict: claim.id for claim in reversed(claims)}
    return [(v.value, numbers[v], f"#{first[v]}") for v in WORST_FIRST if numbers[v]]


def _search_text(claim: Claim, context: Context) -> SearchText:
    """By its verdict, who said it, what it says, its number, and the titles of what it cites."""
    sources = context.edition.sources
    cited = (sources[item.source].title for item in claim.evidence if item.source in sources)
    meta = {
        "verdict": claim.verdict.value,
        "shown": claim.established or "",
        "confidence": claim.confidence or "",
    }
    lead_in, statement = context.with_lead_in(claim)
    number = context.claim_numbers.get(claim.id, "")
    return SearchText(f"{lead_in} {isolated(statement)}".strip(), meta, (number, *cited))


def _title(claim: Claim, context: Context) -> str:
    return " ".join(context.with_lead_in(claim))


RECORD = RecordDisplay(Claim, _sections, claim_row, _search_text, _title, claim_reviews)
