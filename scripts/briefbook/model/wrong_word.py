"""The finding for a word that a field does not know: which one was meant, and which there are."""

import re

from briefbook.findings import Finding, Place
from briefbook.model import finding_kinds
from briefbook.model.everyday_words import meant
from briefbook.text.listing import either
from briefbook.text.suggest import nearest, within

_ADMIRALTY = re.compile(r"[A-Fa-f][1-6]")
_FEW = 12
"""So many words of a field are listed, even if one of them is suggested."""


def wrong_word(value: str, words: list[str], place: Place, message: str = "") -> Finding:
    """SCH003 for a word at its place; `words` are those of the field, `message` is another one."""
    guess = meant(value, words) or nearest(value, words) or within(value, words)
    choices = f"Choose {either(words)}." if words else ""
    if guess:
        # A long list hides the one word that is wanted.
        choices = choices if len(words) <= _FEW else "The reference of fields has all of them."
    remedy = f"Did you mean “{guess}”? {choices}" if guess else choices
    if _ADMIRALTY.fullmatch(value) and {*words} & {"A", "1"}:
        letter, number = value[0].upper(), value[1]
        remedy = (
            "The letter is the source's, the number the single item's: write "
            f"reliability: {letter} with the source, and credibility: {number} beside its name in "
            "the evidence."
        )
    return Finding(
        finding_kinds.WRONG_WORD,
        message or f"“{value}” is not a word that this field knows.",
        place,
        remedy,
    )
