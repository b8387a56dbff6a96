"""QUO006 swallowed-negation: what a quotation leaves out says no."""

from collections.abc import Iterator

from briefbook.analysis.court.proof import Proof, QuotationState
from briefbook.analysis.edition import Edition
from briefbook.analysis.quotations import WrittenQuotation
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Severity
from briefbook.model.withdrawal import Identified
from briefbook.rules import Rule
from briefbook.rules.quo.quoted import at_words, each_quotation, shown

KIND = Kind("QUO006", "swallowed-negation", Severity.note)


def check(
    placed: Placed[Identified], written: WrittenQuotation, proof: Proof, edition: Edition
) -> Iterator[Finding]:
    """Quotations whose mark of omission stands for words with a negation, or whose editor put one
    in."""
    if proof.omitted:
        yield Finding(
            KIND,
            f"What is left out of “{shown(written.quotation.exact)}” has “{proof.omitted}” in it.",
            at_words(placed, written),
            f"Read the whole again: “{shown(proof.found)}”. If the sense changes, quote more.",
        )
    elif proof.added:
        yield Finding(
            KIND,
            f"The words in brackets that you put into “{shown(written.quotation.exact)}” have "
            f"“{proof.added}” in them.",
            at_words(placed, written),
            f"The text says “{shown(proof.found)}”. If yours says something else, quote it whole.",
        )


RULE = Rule(KIND, __name__, each_quotation(QuotationState.verbatim, check))
