"""QUO001 altered-quotation: words that stand in the text of their source in another way."""

from collections.abc import Iterator

from briefbook.analysis.court.marks import unmarked
from briefbook.analysis.court.proof import Proof, QuotationState, Slip
from briefbook.analysis.edition import Edition
from briefbook.analysis.quotations import WrittenQuotation
from briefbook.corpus import Placed
from briefbook.findings import Edit, Finding, Kind, Severity
from briefbook.model.withdrawal import Identified
from briefbook.rules import Rule
from briefbook.rules.quo.quoted import at_words, each_quotation, parting, shown, source_of
from briefbook.rules.replaced import replaced
from briefbook.syntax.lookalikes import scripts

KIND = Kind("QUO001", "altered-quotation", Severity.error)


def check(
    placed: Placed[Identified], written: WrittenQuotation, proof: Proof, edition: Edition
) -> Iterator[Finding]:
    """Quotations that the text nearly has."""
    exact = written.quotation.exact
    edits: tuple[Edit, ...] = ()
    if proof.slip is Slip.quotation_marks:
        edits = replaced(placed, edition, (*written.steps, "exact"), exact, unmarked(exact))
    yield Finding(
        KIND,
        f"“{shown(exact)}” does not stand so in the text of “{source_of(written)}”: there it is "
        f"“{shown(proof.found)}”. {_how(written, proof)}".rstrip(),
        at_words(placed, written),
        _help(written, proof),
        edits=edits,
    )


def _how(written: WrittenQuotation, proof: Proof) -> str:
    if proof.edge:
        return "A word or a number goes on at its edge."
    if proof.difference is None:
        return "The words before or after it, or those in brackets, are others."
    exact = written.quotation.exact
    typed, there = (_letters(text) for text in (exact, proof.found))
    mixed = sorted(scripts(typed) - scripts(there))
    if mixed and len(scripts(typed)) > 1:
        return f"{parting(exact, proof)} It has {mixed[0]} letters that only look alike."
    return parting(exact, proof)


def _letters(text: str) -> str:
    return "".join(sign for sign in text if sign.isalpha())


def _help(written: WrittenQuotation, proof: Proof) -> str:
    match proof.slip:
        case Slip.quotation_marks:
            return (
                "Take off the quotation marks that are typed around it; the page adds its own "
                "(“briefbook check --fix” does)."
            )
        case Slip.folded_hyphen:
            return (
                "YAML made a space of the line end after the hyphen: keep the word on one line, "
                "or put the whole in quotation marks on one line."
            )
    if proof.edge:
        return "Quote whole words and numbers, or mark what you cut with brackets, as in “[T]he”."
    if proof.difference is None:
        return "Copy `prefix`, `suffix` and what stands in brackets from the text."
    return "Copy the words from the text; mark what you leave out with “…”."


RULE = Rule(KIND, __name__, each_quotation(QuotationState.altered, check))
