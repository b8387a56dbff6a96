"""The finding for a word that a field does not know: which one was meant, and which there are."""

import re

from briefbook.findings import Finding, Place
from briefbook.model import finding_kinds
from briefbook.model.everyday_words import advice_on, meant
from briefbook.text.listing import either
from briefbook.text.suggest import nearest, within

_ADMIRALTY = re.compile(r"[A-Fa-f][1-6]")
_BETWEEN = re.compile(r"\s*(?:[/,;|+]|\bor\b|\band\b|\bto\b)\s*")
_FEW = 12
"""So many words of a field are listed, even if one of them is suggested."""


def wrong_word(value: str, words: list[str], place: Place, message: str = "") -> Finding:
    """SCH003 for a word at its place; `words` are those of the field, `message` is another one."""
    field = next((step for step in reversed(place.route) if isinstance(step, str)), "this field")
    return Finding(
        finding_kinds.WRONG_WORD,
        message or f"“{value}” is not a word that “{field}” knows.",
        place,
        _remedy(value, words, field),
    )


def _remedy(value: str, words: list[str], field: str) -> str:
    choices = f"Choose {either(words)}." if words else ""
    if _ADMIRALTY.fullmatch(value) and {*words} & {"A", "1"}:
        letter, number = value[0].upper(), value[1]
        return (
            "The letter is the source's, the number the single item's: write "
            f"reliability: {letter} with the source, and credibility: {number} beside its name in "
            "the evidence."
        )
    if advice := advice_on(value, field):
        return f"{advice} {choices}"
    several = _several(value, words)
    if several:
        return f"Keep one of them: {either(several)}."
    guess = meant(value, words) or nearest(value, words) or within(value, words)
    if not guess or not any(map(str.isalpha, value)):  # of numbers none is nearly another one
        return choices
    # A long list hides the one word that is wanted.
    choices = choices if len(words) <= _FEW else "The reference of fields has all of them."
    return f"Did you mean “{guess}”? {choices}"


def _several(value: str, words: list[str]) -> list[str]:
    """The words of a field that were typed one behind the other (“low/medium”); none or two."""
    parts = [part for part in _BETWEEN.split(value) if part]
    if not 1 < len(parts) <= len(words):
        return []
    known = {word.casefold(): word for word in words}
    found = [known.get(part.casefold()) or meant(part, words) for part in parts]
    every = list(dict.fromkeys(word for word in found if word))
    return every if len(every) > 1 and None not in found else []
