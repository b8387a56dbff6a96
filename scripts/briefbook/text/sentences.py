"""Cuts text into sentences: enough for checks, without a language model.

A full stop ends a sentence unless it belongs to an initial, a number, or a known abbreviation.
"""

import re
from collections.abc import Iterator

_END = re.compile(r"(?<![.!?…])[.!?…]+[”’\"')\]]*(?=\s|$)|[。！？]+[”’」』）]*|\n\s*\n")
_ALWAYS_GO_ON = frozenset(
    {"mr", "mrs", "ms", "dr", "prof", "st", "no", "nos", "vol", "pp", "p", "fig", "gen", "col"}
    | {"sen", "rep", "cf", "vs", "e.g", "i.e", "approx", "ca"}
)
_ABBREVIATIONS = _ALWAYS_GO_ON | frozenset(
    {"inc", "ltd", "co", "corp", "dept", "gov", "est", "etc", "al", "ph.d"}
    | {"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"}
    | {"u.s", "u.k", "e.u", "u.n", "a.m", "p.m"}
)
_LAST_WORD = re.compile(r"[\w.]+$")


def sentences(text: str) -> Iterator[str]:
    """The sentences of a text, stripped; linear."""
    start = 0
    for end in _END.finditer(text):
        if end[0].startswith(".") and _goes_on(text, start, end):
            continue
        if found := text[start : end.end()].strip():
            yield found
        start = end.end()
    if rest := text[start:].strip():
        yield rest


def _goes_on(text: str, start: int, end: re.Match[str]) -> bool:
    """Whether a full stop is part of the word before it."""
    word = _LAST_WORD.search(text, max(start, end.start() - 12), end.start())
    if word is None or end[0] not in (".", ".)"):
        return False
    said = word[0].casefold().strip(".")
    if said in _ALWAYS_GO_ON:
        return True
    following = text[end.end() : end.end() + 2].strip()
    initial = len(said) == 1 and said.isalpha() and word[0].isupper()
    if initial or said in _ABBREVIATIONS:
        return bool(following) and (initial or not following[0].isupper())
    return False
