"""The wordings in which a claim was made, as a reader sees them."""

from dataclasses import dataclass

from briefbook.analysis import attribution
from briefbook.analysis.quotations import of_wording
from briefbook.model import Claim
from briefbook.model.quote import Said
from briefbook.pages.context import Context
from briefbook.pages.proof import ProofView, proof_view
from briefbook.text.url import passage_url, safe_url


@dataclass(frozen=True, slots=True)
class WordingView:
    """Words of the claimant: where they stand, in which language (where it is not the site's), and
    an address that leads to them."""

    exact: str
    at: str
    language: str | None
    translation: str
    proof: ProofView | None
    passage: str | None


def wordings_of(claim: Claim, context: Context) -> list[WordingView]:
    """The wordings of a claim of the context's brief, in their order."""
    source = attribution.appearance(claim, context.edition.briefs[context.brief])
    return [_wording(said, source, claim, context) for said in claim.said]


def _wording(said: Said, source: str | None, claim: Claim, context: Context) -> WordingView:
    edition = context.edition
    record = edition.sources.get(source or "")
    address = record.address if record else None
    return WordingView(
        exact=said.exact,
        at=said.at or "",
        language=_language(said, claim, context),
        translation=said.translation or "",
        proof=proof_view(of_wording(said, source, edition.sources), context) if record else None,
        passage=passage_url(safe_url(address), said.exact) if address else None,
    )


def _language(said: Said, claim: Claim, context: Context) -> str | None:
    """The language of a wording, where it is not the site's: as written, else that of its text."""
    if said.language:
        return context.foreign(said.language)
    made_in = context.edition.appearance(context.edition.briefs[context.brief], claim)
    own = made_in.language if made_in else None
    return context.foreign(own) if own else context.lang
