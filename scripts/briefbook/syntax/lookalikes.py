"""Words whose letters of two scripts look alike, told from symbols of science and units."""

import re
import unicodedata
from collections.abc import Iterator

_WORD = re.compile(r"[^\W\d_]{2,}")
_LATIN_RANGE = "A-Za-z\u00c0-\u024f\u1e00-\u1eff"
_LATIN = f"[{_LATIN_RANGE}]"
_GREEK_RANGE = "\u0370-\u03ff\u1f00-\u1fff"
_CYRILLIC_RANGE = "\u0400-\u052f\u1c80-\u1c8f\u2de0-\u2dff\ua640-\ua69f"
# Armenian, Georgian, Cherokee, Canadian syllables, Coptic, Tifinagh, Lisu, wide Latin, Deseret,
# letters of formulas: some of their letters are drawn like Latin ones (confusables.txt of UTS 39).
_FURTHER_RANGE = (
    "\u0531-\u0587\u10a0-\u10ff\u2d00-\u2d2f\u13a0-\u13ff\uab70-\uabbf\u1401-\u167f\u2c80-\u2cff"
    "\u2d30-\u2d7f\ua4d0-\ua4ff\uff21-\uff3a\uff41-\uff5a\U00010400-\U0001044f\U0001d400-\U0001d7cb"
)
_RANGES = (_LATIN_RANGE, _GREEK_RANGE, _CYRILLIC_RANGE, _FURTHER_RANGE)
_SEAM = re.compile(
    "|".join(
        f"[{own}][{''.join(other for other in _RANGES if other is not own)}]" for own in _RANGES
    )
)
_NOT_LATIN = re.compile(f"[{''.join(_RANGES[1:])}]")
_CYRILLIC = re.compile(f"[{_CYRILLIC_RANGE}]")
_GREEK = re.compile(f"[{_GREEK_RANGE}]+")
_FURTHER = re.compile(f"[{_FURTHER_RANGE}]")
_IN_FORMULAS = re.compile(f"[\U0001d400-\U0001d7cb]{_LATIN}{{1,2}}")
"""“𝑛th”."""
_TWO_PARTS = re.compile(
    f"(?:([{_LATIN_RANGE}]+)([{_CYRILLIC_RANGE}]+)|([{_CYRILLIC_RANGE}]+)([{_LATIN_RANGE}]+))"
)
_TWINS = frozenset("aeopcyxijsdqwhkABEKMHOPCTYXIJSQWаеорсухіјѕԁԛԝһкАВЕКМНОРСТУХІЈЅԚԜҮӀӏ")
"""Latin and Cyrillic letters that are drawn alike."""
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
    if not _NOT_LATIN.search(text):
        return
    end = 0
    for seam in _SEAM.finditer(text):
        start = seam.start()
        if start < end:
            continue
        while start > end and text[start - 1].isalpha():
            start -= 1
        if word := _WORD.match(text, start):
            end = word.end()
            if not (_is_symbol(word[0]) or _is_joined(word[0])):
                yield word


def scripts(word: str) -> set[str]:
    """The scripts that a word's letters are of, as Unicode names them."""
    names = {unicodedata.name(char, "").split(" ")[0].title() for char in word}
    return names - {""}


def _is_joined(word: str) -> bool:
    """Whether a word is a Latin and a Cyrillic part that nobody takes for one (“USBшный”)."""
    found = _TWO_PARTS.fullmatch(word)
    return found is not None and all(set(part) - _TWINS for part in found.groups() if part)


def _is_symbol(word: str) -> bool:
    """Whether Greek letters stand in a word as in kΩ, μm, NFκB, ΔT, TNFα or σmax."""
    if _FURTHER.search(word):
        return _IN_FORMULAS.fullmatch(word) is not None
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
