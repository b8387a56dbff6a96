"""QUO008 unstored-quotation: words of which nobody can prove where they stand."""

from collections.abc import Iterator

from briefbook.analysis.court.proof import Proof, QuotationState
from briefbook.analysis.edition import Edition
from briefbook.analysis.quotations import WrittenQuotation
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Severity
from briefbook.model.withdrawal import Identified
from briefbook.rules import Rule
from briefbook.rules.quo.quoted import at_words, each_quotation, is_draft, shown, source_of

KIND = Kind("QUO008", "unstored-quotation", Severity.note)


def check(
    placed: Placed[Identified], written: WrittenQuotation, proof: Proof, edition: Edition
) -> Iterator[Finding]:
    """Quotations of evidence whose source has no stored text; not in drafts."""
    if written.evidence is None or is_draft(placed):
        return
    source = source_of(written)
    there = f" Its words stand in the text of “{proof.found_in}”." if proof.found_in else ""
    yield Finding(
        KIND,
        f"“{shown(written.quotation.exact)}” is not proven: no text of “{source}” is stored."
        f"{there}",
        at_words(placed, written),
        f"Save its page, and store it: briefbook snapshot {source} FILE.",
    )


RULE = Rule(KIND, __name__, each_quotation(QuotationState.unpinned, check))
