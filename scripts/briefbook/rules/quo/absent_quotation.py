"""QUO004 absent-quotation: words that are not in the text of their source."""

from collections.abc import Iterator

from briefbook.analysis.court.proof import Proof, QuotationState
from briefbook.analysis.edition import Edition
from briefbook.analysis.quotations import WrittenQuotation
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Severity
from briefbook.model.withdrawal import Identified
from briefbook.rules import Rule
from briefbook.rules.quo.quoted import at_words, each_quotation, shown, source_of

KIND = Kind("QUO004", "absent-quotation", Severity.error)


def check(
    placed: Placed[Identified], written: WrittenQuotation, proof: Proof, edition: Edition
) -> Iterator[Finding]:
    """Quotations of which the text has nothing."""
    yield Finding(
        KIND,
        f"The text of “{source_of(written)}” has nothing like “{shown(written.quotation.exact)}”.",
        at_words(placed, written),
        "Quote what stands there, or take the quotation out and say in a note what the source "
        "says. If only its beginning was stored, say `seen: opening` at the source.",
    )


RULE = Rule(KIND, __name__, each_quotation(QuotationState.absent, check))
