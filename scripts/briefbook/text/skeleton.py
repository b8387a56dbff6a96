"""Letters that look alike: a text as the eye sees it, and which letters only look like others.

After the skeleton of Unicode Technical Standard 39, for the letters that stand in for Latin ones in
names and words; wide and mathematical letters by NFKC.
"""

import re
import unicodedata

_ALPHABETS = (
    ("аеорсухіјѕԁԛԝһкАВЕКМНОРСТУХІЈЅԚԜҮӀӏ", "aeopcyxijsdqwhkABEKMHOPCTYXIJSQWYll"),
    ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοιυϲϳν", "ABEZHIKMNOPTYXoiucjv"),
    ("ı–—−‐‑’‘ʼ01I|", "i-----'''Olll"),
)
_TWINS = {odd: usual for one, other in _ALPHABETS for odd, usual in zip(one, other, strict=True)}
_NAMES = {
    "-": "hyphen", "–": "en dash", "—": "em dash", "−": "minus", "I": "capital i",
    "l": "small L", "1": "digit one", "0": "digit zero", "O": "letter O",
}  # fmt: skip


def skeleton(text: str) -> str:
    """What a text looks like: texts that the eye takes for one another have the same skeleton."""
    flat = unicodedata.normalize("NFKC", text)
    return "".join(_TWINS.get(char, char) for char in flat)


def as_seen(text: str) -> str:
    """The words of a text as the eye sees them: look-alike letters, marks, capitals and signs that
    cannot be seen are no difference."""
    bare = _MARKS_WITHIN.sub("", unicodedata.normalize("NFC", text))
    return " ".join(_WORDS.findall(skeleton(bare).casefold()))


_WORDS = re.compile(r"\w+")
_MARKS_WITHIN = re.compile(r"(?<=\w)['’ʼ‘`´](?=\w)|[\u00ad\u200b-\u200f\u2060\ufeff]")


def named(char: str) -> str:
    """“а (Cyrillic)”: a letter with the script that it is of, a sign with its name."""
    if char in _NAMES:
        return f"{char} ({_NAMES[char]})"
    name = unicodedata.name(char, f"U+{ord(char):04X}")
    return f"{char} ({name.split(' ')[0].title() if char.isalpha() else name.lower()})"


def spelled(word: str, other: str = "") -> str:
    """A word with the letters named in which it differs from another that looks the same.

    Without another that looks the same, letters are named that only look Latin among Latin ones.
    Blanks at the end stay.
    """
    bare, twin = word.strip(), other.strip()
    if twin and bare != twin and skeleton(bare) == skeleton(twin):
        odd = [char for char in bare if char not in twin]
    elif any(char.isascii() and char.isalpha() for char in bare):
        odd = [char for char in bare if char in _TWINS and char.isalpha() and not char.isascii()]
    else:
        return word
    names = ", ".join(named(char) for char in dict.fromkeys(odd))
    return f"{word.rstrip()} [{names}]{word[len(word.rstrip()) :]}" if names else word
