"""QUO002 quotation-from-elsewhere: words that stand in the text of another source."""

from collections.abc import Iterator

from briefbook.analysis.court.proof import Proof, QuotationState
from briefbook.analysis.edition import Edition
from briefbook.analysis.quotations import WrittenQuotation
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Severity
from briefbook.model.withdrawal import Identified
from briefbook.rules import Rule
from briefbook.rules.quo.quoted import at_words, each_quotation, shown, source_of

KIND = Kind("QUO002", "quotation-from-elsewhere", Severity.error)


def check(
    placed: Placed[Identified], written: WrittenQuotation, proof: Proof, edition: Edition
) -> Iterator[Finding]:
    """Quotations that another source has and their own has not."""
    yield Finding(
        KIND,
        f"“{shown(written.quotation.exact)}” does not stand in the text of "
        f"“{source_of(written)}”, but in that of “{proof.found_in}”.",
        at_words(placed, written),
        f"Cite “{proof.found_in}”, or quote what “{source_of(written)}” itself says.",
    )


RULE = Rule(KIND, __name__, each_quotation(QuotationState.elsewhere, check))
