"""Words as they are filed and asked for: `assets/search-words.js` does the same in the browser.

Small letters, no accents, ligatures taken apart, figures without the marks between thousands.
Chinese has no blanks: each character is a word, and so is each pair of neighbours.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

LONGEST = 40
"""Characters of a word; what is longer is cut."""
_EVERYWHERE = (
    "a an and are as at be been by for from had has have in is it its of on or that the this to "
    "was were which with и в во на что с со по к из за от для о у же а но не"
)
STOP_WORDS = frozenset(_EVERYWHERE.split())
"""Words that stand everywhere and tell nothing apart."""
_THOUSANDS = re.compile(r"(?<=[0-9])[,\u00a0\u202f\u2009'’](?=[0-9]{3}(?![0-9]))")
_POSSESSIVE = re.compile(r"['’][sS](?!\w)")
_HAN = r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_WORD = re.compile(rf"[{_HAN}]+|[^\W_{_HAN}]+")
_IS_HAN = re.compile(rf"[{_HAN}]")
_LETTERS = {"ß": "ss", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe",
            "ı": "i", "ς": "σ", "ħ": "h"}  # fmt: skip
_PREFIX = 3
"""Characters of a word that decide where it is filed: words with a common beginning lie together,
so that a browser finds all forms of one in a single file."""


class _Plain(dict[int, str]):
    """What becomes of a letter: marks go, some have another in their place."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        gone = unicodedata.category(letter).startswith("M")
        self[code] = "" if gone else _LETTERS.get(letter, letter)
        return self[code]


_PLAIN = _Plain()


def folded(text: str) -> str:
    """Small letters without accents (Unicode's NFKD), and figures in one piece."""
    whole = _POSSESSIVE.sub("", _THOUSANDS.sub("", text))
    if whole.isascii():
        return whole.lower()
    apart = unicodedata.normalize("NFKD", whole.lower())
    return apart.translate(_PLAIN)


def words(text: str) -> Iterator[str]:
    """The words of a text, as often as they stand in it, but for those that stand everywhere."""
    for found in _WORD.findall(folded(text)):
        if _IS_HAN.match(found):
            yield from found
            yield from (found[at : at + 2] for at in range(len(found) - 1))
        elif found not in STOP_WORDS:
            yield found[:LONGEST]


@lru_cache(maxsize=1 << 18)
def shard_of(word: str, shards: int) -> int:
    """Where a word is filed; a facet's value (“=verdict:refuted”) by all of it."""
    beginning = word if word.startswith("=") else word[: 1 if _IS_HAN.match(word) else _PREFIX]
    return digest(beginning) % shards


def digest(text: str) -> int:
    """FNV-1a, 32 bits, of the text in UTF-8."""
    value = 0x811C9DC5
    for byte in text.encode():
        value = (value ^ byte) * 0x01000193 & 0xFFFFFFFF
    return value
