"""QUO005 ambiguous-quotation: words that stand in several places of a text."""

from collections.abc import Iterator

from briefbook.analysis.court.proof import Proof, QuotationState
from briefbook.analysis.edition import Edition
from briefbook.analysis.quotations import WrittenQuotation
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Severity
from briefbook.model.withdrawal import Identified
from briefbook.rules import Rule
from briefbook.rules.quo.quoted import at_words, each_quotation, shown, source_of

KIND = Kind("QUO005", "ambiguous-quotation", Severity.note)


def check(
    placed: Placed[Identified], written: WrittenQuotation, proof: Proof, edition: Edition
) -> Iterator[Finding]:
    """Quotations of evidence that nothing tells apart from the same words elsewhere in the text."""
    if proof.places > 1 and written.evidence is not None:
        yield Finding(
            KIND,
            f"“{shown(written.quotation.exact)}” stands {proof.places} times in the text of "
            f"“{source_of(written)}”.",
            at_words(placed, written),
            "Add the words before it under `prefix`, or those after it under `suffix`, so that "
            "the link leads to the place that you mean.",
        )


RULE = Rule(KIND, __name__, each_quotation(QuotationState.verbatim, check))
