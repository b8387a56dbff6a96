"""What somebody meant who wrote a date in another form, and how EDTF writes it."""

import re
import unicodedata
from collections.abc import Callable

from briefbook.model.date_suggestions import edtf_level_2, numeric_dates, phrases, spans

_LONGEST = 80
_DEEPEST = 3
_GUESSES = (
    edtf_level_2.unspecified,
    edtf_level_2.guesses,
    numeric_dates.guesses,
    phrases.guesses,
    spans.guesses,
)
_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2212\ufe63\uff0d"), "-")
_DAY_WITH_DASHES = re.compile(
    r"(?<=\d)[–—](?=\d{1,2}[–—]\d{1,2}$)|(?<=\d[–—-]\d\d)[–—](?=\d{1,2}$)"
)
Reads = Callable[[str], bool]


def advice(text: str, reads: Reads) -> str:
    """“write 1850~”; nothing where no guess can be read. Raises nothing, whatever the text."""
    if len(text) > _LONGEST:
        return ""
    found = _meant(_plain(text), reads, 0)
    # A sentence may end behind it: dots of its own are set apart.
    shown = [f"“{date}”" if date.endswith(".") else date for date in found]
    return f"write {' or '.join(shown)}" if found else ""


def meant(text: str, reads: Reads) -> str:
    """The one date that a text can mean, as EDTF; empty where it can mean several, or none."""
    found = _meant(_plain(text), reads, 0) if len(text) <= _LONGEST else []
    return found[0] if len(found) == 1 else ""


def _meant(text: str, reads: Reads, depth: int) -> list[str]:
    """The dates that a text can mean, as EDTF."""
    if reads(text):
        return [text]
    if depth == _DEEPEST:
        return []

    def inner(part: str) -> list[str]:
        return _meant(part.strip(" ,"), reads, depth + 1)

    for guesses in _GUESSES:
        found = [guess for guess in guesses(text, inner) if reads(guess)]
        if found:
            return list(dict.fromkeys(found))
    return []


def _plain(text: str) -> str:
    """Digits of any script as 0 to 9, hyphens of one kind, single blanks."""
    wide = unicodedata.normalize("NFKC", text).translate(_DASHES)
    digits = (str(unicodedata.decimal(char)) if char.isdecimal() else char for char in wide)
    plain = _DAY_WITH_DASHES.sub("-", " ".join("".join(digits).split()))
    return plain.strip(" .,;\"'“”«»") or plain
