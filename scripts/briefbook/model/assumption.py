"""An assumption: what is taken for granted, and what follows if it is wrong."""

from briefbook.model.claim import Confidence
from briefbook.model.edtf import Edtf
from briefbook.model.record import optional, required
from briefbook.model.scalars import Prose, Text
from briefbook.model.withdrawal import Identified


class Assumption(Identified):
    """One thing taken for granted."""

    statement: Text = required("What is assumed.", "Sanctions stay as they are until 2028.")
    if_wrong: Prose | None = optional("What follows if it is wrong.", "The estimate rises.")
    confidence: Confidence | None = optional("How firm it is.", "moderate")
    because: Prose | None = optional("Why it is taken for granted.", "No talks were announced.")
    owner: Text | None = optional("Who looks after it.", "Name of an editor")
    review_by: Edtf | None = optional("When to look again.", "2027-05-23")
