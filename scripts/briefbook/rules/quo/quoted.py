"""Quotations with what the stored texts say of them, and how a reader is told."""

import unicodedata
from collections.abc import Callable, Iterator

from briefbook.analysis.court.proof import Proof, QuotationState
from briefbook.analysis.edition import Edition
from briefbook.analysis.quotations import WrittenQuotation, of_record
from briefbook.corpus import Placed
from briefbook.findings import Finding, Place
from briefbook.model import Claim, Judgment, Question, Status
from briefbook.model.barrier import Barrier
from briefbook.model.withdrawal import Identified
from briefbook.rules import Check, each
from briefbook.text.listing import opening

LONGEST = 160


def each_quotation(
    state: QuotationState,
    check: Callable[[Placed[Identified], WrittenQuotation, Proof, Edition], Iterator[Finding]],
) -> Check:
    """A check of each quotation of which the stored texts say this."""

    def run(placed: Placed[Identified], edition: Edition) -> Iterator[Finding]:
        for written in of_record(placed, edition.sources):
            proof = edition.proof(written.quotation)
            if proof.state is state:
                yield from check(placed, written, proof, edition)

    return each(Claim, Question, Barrier, Judgment)(run)


def is_draft(placed: Placed[Identified]) -> bool:
    """Whether its brief is still being written: what is only missing may still come."""
    return placed.brief is not None and placed.brief.status is Status.draft


def at_words(placed: Placed[Identified], written: WrittenQuotation) -> Place:
    """Where the words of a quotation are typed."""
    return placed.place(*written.steps, "exact")


def source_of(written: WrittenQuotation) -> str:
    """The source in whose text the words should stand."""
    return written.quotation.own[0] if written.quotation.own else written.source or ""


def shown(words: str) -> str:
    """Words of others in a message: on one line, and no longer than can be read."""
    return opening(" ".join(words.split()), LONGEST)


def parting(exact: str, proof: Proof) -> str:
    """At which sign what was typed and what stands there part, in a sentence; empty if unknown."""
    at = proof.difference
    if at is None or proof.edge:
        return ""
    typed = exact[at : at + 1]
    if not typed:
        return "It goes on there."
    before = exact[max(0, at - 20) : at]
    name = unicodedata.name(typed, "")
    where = f"after “…{shown(before)}”" if before.strip() else "at its first sign"
    of = f" ({name.lower()})" if not typed.isascii() and name else ""
    return f"They part {where}, at “{typed}”{of}."
