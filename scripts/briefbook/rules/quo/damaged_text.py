"""QUO007 damaged-text: a stored text that is not the one that was stored."""

from collections.abc import Iterator

from briefbook.analysis.court.proof import Lack, Proof, QuotationState
from briefbook.analysis.edition import Edition
from briefbook.analysis.quotations import WrittenQuotation
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Severity
from briefbook.model.withdrawal import Identified
from briefbook.rules import Rule
from briefbook.rules.quo.quoted import at_words, each_quotation, shown, source_of

KIND = Kind("QUO007", "damaged-text", Severity.warning)


def check(
    placed: Placed[Identified], written: WrittenQuotation, proof: Proof, edition: Edition
) -> Iterator[Finding]:
    """Quotations that cannot be checked because of that."""
    if proof.lack is Lack.damaged:
        source = source_of(written)
        yield Finding(
            KIND,
            f"“{shown(written.quotation.exact)}” could not be checked: the stored text of "
            f"“{source}” is not the one to which its hash belongs, or cannot be read.",
            at_words(placed, written),
            f"Delete it, and store it again: briefbook snapshot {source} FILE.",
        )


RULE = Rule(KIND, __name__, each_quotation(QuotationState.unavailable, check))
