"""Words whose letters of two scripts look alike, told from symbols of science and units."""

import re
import unicodedata
from collections.abc import Iterator

_WORD = re.compile(r"[^\W\d_]{2,}")
_LATIN, _OTHER = "[A-Za-z\u00c0-\u024f]", "[\u0370-\u03ff\u0400-\u052f]"
_SEAM = re.compile(f"{_LATIN}{_OTHER}|{_OTHER}{_LATIN}")
_CYRILLIC = re.compile("[\u0400-\u052f]")
_GREEK = re.compile("[\u0370-\u03ff]+")
# Drawn as Latin letters are, so that no formula uses them; accents belong to Greek words.
_TWIN = re.compile("[ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοιυϲϳϹͿς\u0370-\u0390\u03aa-\u03b0\u03ca-\u03ce]")
# Stand for A, E and S in lettering; a formula has them at its beginning.
_LETTERING = re.compile(f"{_LATIN}[ΛΣΞ]{_LATIN}")
# Drawn like no Latin letter: the prefix and the sign of a unit, a difference, an angle.
_SIGNS = frozenset("μΩΔδζθλξπφψΓΘΠΦΨ")
_BESIDE_SYMBOLS = frozenset(
    ("abs", "avg", "calc", "crit", "eff", "exp", "eq", "exc", "ext", "int", "lim", "ln", "log",
     "max", "mean", "min", "mol", "obs", "opt", "rad", "red", "ref", "rel", "res", "rms", "sat",
     "sin", "cos", "sum", "tan", "th", "tot", "vis")
)  # fmt: skip
_SMALL = 2
"""Small Latin letters beside a symbol (“σxy”); one less where a letter like a Latin one comes later
(“Gαq”), one more beside signs that are like none (“mΩcm”)."""


def mixed_words(text: str) -> Iterator[re.Match[str]]:
    """Words in which letters of two scripts meet, but for symbols; linear, each word once."""
    end = 0
    for seam in _SEAM.finditer(text):
        start = seam.start()
        if start < end:
            continue
        while start > end and text[start - 1].isalpha():
            start -= 1
        if word := _WORD.match(text, start):
            end = word.end()
            if not _is_symbol(word[0]):
                yield word


def scripts(word: str) -> set[str]:
    """Which of the scripts that have look-alikes a word's letters are of."""
    names = {unicodedata.name(char, "").split(" ")[0].title() for char in word}
    return names & {"Latin", "Cyrillic", "Greek"}


def _is_symbol(word: str) -> bool:
    """Whether Greek letters stand in a word as in kΩ, μm, NFκB, ΔT, TNFα or σmax."""
    if _CYRILLIC.search(word) or _TWIN.search(word) or _LETTERING.search(word):
        return False
    before, *behind = _GREEK.split(word)
    plain = set("".join(_GREEK.findall(word))) <= _SIGNS
    if plain and not before and len(behind) == 1:
        return True
    small = _SMALL + plain if plain or not before else _SMALL - 1
    return sum(map(_small_letters, (before, *behind))) <= small


def _small_letters(part: str) -> int:
    """How many small letters stand beside a symbol; none where they are a word of formulas."""
    word = part.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return 0 if word in _BESIDE_SYMBOLS else sum(char.islower() for char in word)
