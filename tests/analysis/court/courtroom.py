"""A made-up court: stored texts by name, and what it says of a quotation."""

from collections.abc import Mapping

from briefbook.analysis.court.court import Court
from briefbook.analysis.court.proof import Proof, Quotation
from briefbook.analysis.court.stored_text import StoredText


class Held:
    """Stored texts that are all there."""

    def __init__(self, texts: Mapping[str, StoredText]) -> None:
        self._texts = texts

    def get(self, name: str) -> StoredText | None:
        return self._texts.get(name)

    def is_damaged(self, name: str) -> bool:
        return name.startswith("damaged")


def court(texts: Mapping[str, str], *, paragraphs: bool = True) -> Court:
    """A court that holds one text for each source."""
    held = {name: StoredText(text, paragraphs=paragraphs) for name, text in texts.items()}
    return Court({name: (name,) for name in texts}, Held(held))


def prove(text: str, exact: str, prefix: str = "", suffix: str = "") -> Proof:
    """What the court says of a quotation from a text."""
    return court({"own": text}).prove(Quotation(exact, ("own",), prefix, suffix))
