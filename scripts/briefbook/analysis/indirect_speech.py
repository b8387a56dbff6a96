"""“… said that the bank …”: a statement after “that”, without losing a proper noun's capital."""

import re
from collections.abc import Iterable

from briefbook.model import Brief

_MID_SENTENCE = re.compile(r"(?<=[a-z,;] )([A-Z][\w’'-]*)")
_WORD = re.compile(r"[\w-]+")


def proper_nouns(brief: Brief) -> frozenset[str]:
    """Words that the brief writes with a capital in the middle of a sentence."""
    texts = [brief.title, brief.summary, brief.scope or "", brief.background or ""]
    for claim in brief.claims:
        texts += [claim.statement, claim.established or "", claim.reasoning or ""]
        texts += [item.note or "" for item in claim.evidence]
    texts += [text for j in brief.judgments for text in (j.statement, j.because or "")]
    return frozenset(
        word[0] for text in texts for found in _MID_SENTENCE.findall(text)
        if (word := _WORD.match(found))
    )  # fmt: skip


def first_words(*names: Iterable[str]) -> frozenset[str]:
    """The first words of names, unless they are everyday words that begin sentences too."""
    found = (word[0] for group in names for name in group if (word := _WORD.match(name)))
    return frozenset(word for word in found if word.lower() not in _EVERYDAY)


_EVERYDAY = frozenset({"the", "a", "an", "by", "in", "on", "new", "one", "wall", "business", "list",
                       "state", "world", "retail", "export", "table", "big"})  # fmt: skip


def after_that(statement: str, *proper: frozenset[str]) -> str:
    """The statement with a small first letter, unless its first word is a proper noun."""
    word = _WORD.match(statement)
    if (
        not word
        or any(word[0] in names for names in proper)
        or (not word[0][1:].islower() and len(word[0]) > 1)
    ):
        return statement
    return statement[0].lower() + statement[1:]
