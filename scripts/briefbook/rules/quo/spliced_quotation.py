"""QUO003 spliced-quotation: words that stand apart in the text, or in another order."""

from collections.abc import Iterator

from briefbook.analysis.court.proof import Proof, QuotationState
from briefbook.analysis.edition import Edition
from briefbook.analysis.quotations import WrittenQuotation
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Severity
from briefbook.model.withdrawal import Identified
from briefbook.rules import Rule
from briefbook.rules.quo.quoted import at_words, each_quotation, shown, source_of

KIND = Kind("QUO003", "spliced-quotation", Severity.error)


def check(
    placed: Placed[Identified], written: WrittenQuotation, proof: Proof, edition: Edition
) -> Iterator[Finding]:
    """Quotations whose parts the text has, but not one after the other."""
    if proof.gap:
        gap = " ".join(proof.gap.split())
        what = f"after “{shown(proof.found)}” the text goes on with “{shown(gap)}”"
    else:
        what = f"what stands first in the text is not “{shown(proof.found)}”"
    yield Finding(
        KIND,
        f"“{shown(written.quotation.exact)}” is put together from places of “{source_of(written)}” "
        f"that lie apart: {what}.",
        at_words(placed, written),
        "Mark what you leave out with “…” where the places stand in one paragraph or the next; "
        "else make two quotations of it.",
    )


RULE = Rule(KIND, __name__, each_quotation(QuotationState.spliced, check))
