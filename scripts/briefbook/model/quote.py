"""A quotation in the form of the W3C Web Annotation text-quote selector."""

from briefbook.model.record import Record, optional, required
from briefbook.model.scalars import Language, Text


class Quote(Record):
    """Short words from a source, verbatim, with what surrounds them."""

    short = "exact"

    exact: Text = required("The words, verbatim; at most about twelve.", "plans joint research")
    prefix: Text | None = optional("The words just before.", "First deputy CEO says Sberbank")
    suffix: Text | None = optional("The words just after.", "with China")
    language: Language | None = optional("Their language, if not the source's.", "ru")
    translation: Text | None = optional("The same in the brief's language.", "joint research")


class Said(Record):
    """The claim in the words in which it was made."""

    short = "exact"

    exact: Text = required("Their wording, short.", "are partnering to enhance AI research")
    at: Text | None = optional("Where it stands.", "bullet 1")
    language: Language | None = optional("Its language, if not the brief's.", "es")
    translation: Text | None = optional("The same in the brief's language.", "are partnering")
