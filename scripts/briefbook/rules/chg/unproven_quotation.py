"""CHG010 unproven-quotation: a new or changed quotation that no stored text proves."""

from collections.abc import Iterator

from briefbook.analysis.changes import Comparison, Pair
from briefbook.analysis.court.proof import UNCHECKED, Proof, QuotationState
from briefbook.analysis.edition import Edition
from briefbook.analysis.quotations import WrittenQuotation, of_brief, of_record
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Severity
from briefbook.model import Record
from briefbook.rules import Rule
from briefbook.text.listing import opening

KIND = Kind("CHG010", "unproven-quotation", Severity.warning)
_LONGEST = 120
_WHY = {
    QuotationState.unpinned: "no text of its source is stored",
    QuotationState.unavailable: "the stored text of its source is not here, or not whole",
    QuotationState.altered: "the stored text of its source has it in other words or signs",
    QuotationState.elsewhere: "it stands in the text of another source",
    QuotationState.spliced: "it is put together from places that lie apart",
    QuotationState.absent: "the stored text of its source has nothing like it",
}


def compare(comparison: Comparison) -> Iterator[Finding]:
    """Whether each quotation that the base does not have stands word for word in a stored text."""
    for pair in comparison.pairs:
        if pair.after is None or pair.after.is_withdrawn:
            continue
        yield from _of_pair(pair, pair.after, comparison)


def _of_pair(pair: Pair, after: Placed[Record], comparison: Comparison) -> Iterator[Finding]:
    stood = {_words(one) for one in _quotations(pair.before, comparison.before)}
    if pair.before is None and after.brief and after.brief.translation_of:
        stood |= _of_original(after.brief.translation_of, comparison)
    for written in _quotations(after, comparison.after):
        proof = comparison.after.proof(written.quotation)
        if _words(written) not in stood and proof.state is not QuotationState.verbatim:
            yield _finding(after, written, proof)


def _of_original(brief: str, comparison: Comparison) -> set[tuple[str | None, str]]:
    """The quotations of the brief of which another is a translation, where the base has it."""
    file = comparison.before.corpus.briefs.get(brief)
    if file is None or file.brief is None:
        return set()
    return {_words(one) for _, one in of_brief(file.id, file.brief, comparison.before.sources)}


def _quotations(placed: Placed[Record] | None, edition: Edition) -> Iterator[WrittenQuotation]:
    return of_record(placed, edition.sources) if placed else iter(())


def _words(written: WrittenQuotation) -> tuple[str | None, str]:
    return written.source, written.quotation.exact


def _finding(placed: Placed[Record], written: WrittenQuotation, proof: Proof) -> Finding:
    words = opening(" ".join(written.quotation.exact.split()), _LONGEST)
    return Finding(
        KIND,
        f"“{words}” is new or changed here, and not proven: {_WHY[proof.state]}.",
        placed.place(*written.steps, "exact"),
        "Store the text of its source (“briefbook snapshot”), or read the passage there yourself "
        "before you sign."
        if proof.state in UNCHECKED
        else "Copy the words from the text, or mark what you left out with […] and what you put in "
        "with brackets.",
    )


RULE = Rule(KIND, __name__, compare=compare)
