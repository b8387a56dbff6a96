"""What a reader is told of a quotation: whether its words stand where they are said to stand.

That is a mark of its own: that the words also show what they are quoted for, is said elsewhere and
by an editor.
"""

from dataclasses import dataclass

from briefbook.analysis.court.proof import UNCHECKED, Quotation, QuotationState
from briefbook.model.edtf import Edtf
from briefbook.pages.context import Context


@dataclass(frozen=True, slots=True)
class ProofView:
    """A mark (“proven”, “unchecked” or “wrong”) and its words."""

    mark: str
    words: str


def proof_view(quotation: Quotation | None, context: Context) -> ProofView | None:
    """What to say of a quotation; None where there is none."""
    if quotation is None:
        return None
    proof, say = context.edition.proof(quotation), context.locale.say
    if proof.state in UNCHECKED:
        return ProofView("unchecked", say("not checked against a stored copy"))
    if proof.state is QuotationState.verbatim:
        if not proof.stored:
            return ProofView("proven", say("word for word in a stored copy"))
        day = context.when(Edtf.parse(proof.stored))
        if proof.edited:
            return ProofView(
                "proven",
                say(
                    "word for word but for cuts and brackets, in a copy stored on %(day)s", day=day
                ),
            )
        return ProofView("proven", say("word for word in a copy stored on %(day)s", day=day))
    wrong = {
        QuotationState.altered: say("in other words or signs in the stored copy"),
        QuotationState.elsewhere: say("in the stored copy of another source, not of this one"),
        QuotationState.spliced: say("put together from places that lie apart in the stored copy"),
    }
    return ProofView("wrong", wrong.get(proof.state) or say("not in the stored copy"))
