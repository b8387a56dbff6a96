"""Numbers as authors write them: which are read, and how to write one that is not."""

import re
from decimal import Decimal

MOST_DIGITS = 28
"""Digits that count: more would be rounded where numbers are compared."""
MOST_PLACES = 300
"""The greatest power of ten, up or down: programs that read the data know no more."""
PLACES_OF_PROBABILITY = 20
WRITTEN_OUT = range(-7, 18)
"""Powers of ten of numbers that people still read in figures; others are 1 × 10²⁵."""
_NUMBER = re.compile(r"(-?)([0-9]+)(?:\.([0-9]+))?(?:[eE]([+-]?[0-9]+))?")
_POWER = re.compile(r"(?:(-?[0-9.]+) ?[x×*·] ?)?10(?:\^|\*\*)([+-]?[0-9]{1,3})")
_GROUPED = re.compile(
    r"[+-]?[0-9]{1,3}(?:([,_' \u00a0\u202f’])[0-9]{3})(?:\1[0-9]{3})*(?:\.[0-9]+)?"
)
_NEARLY = re.compile(r"(-?)\+?([0-9]*)\.?([0-9]*)")
_WITH_UNIT = re.compile(r"([^0-9]{0,6}?)\s*(-?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]{1,3})?)\s*(\D*)")


def read_number(text: str) -> Decimal:
    """The number. Raises ValueError, whose message says how to write it, if it is none.

    Its length and exponent are looked at before it is computed: no text takes long.
    """
    match = _NUMBER.fullmatch(text)
    if not match:
        raise ValueError(_how(text))
    whole, part, power = match[2], match[3] or "", match[4] or "0"
    digits = (whole + part).lstrip("0")
    if len(digits.rstrip("0")) > MOST_DIGITS:
        raise ValueError(
            f"Write at most {MOST_DIGITS} digits, and zeros or an exponent after them."
        )
    # Without leading zeros: Python reads no more than 4300 figures as a whole number.
    bare = power.lstrip("+-0") or "0"
    exponent = int(bare[:9]) * (-1 if power.startswith("-") else 1)
    size = len(digits) - len(part) - 1 + exponent
    if len(bare) > 6 or (digits and abs(size) > MOST_PLACES):
        raise ValueError(
            f"Numbers here reach from 1e-{MOST_PLACES} to 1e{MOST_PLACES}: put what is more into "
            "the unit."
        )
    return Decimal(text) if digits or match[4] is None else Decimal(0)


def in_figures(number: Decimal) -> str:
    """“589”, “0.25”; “1E+25” where figures would be too many to count."""
    bare = number.normalize()
    return f"{bare:f}" if bare.adjusted() in WRITTEN_OUT else str(bare)


def _how(text: str) -> str:
    """How to write what is no number."""
    plain = text.strip()
    if len(plain) > 60:
        return "Write digits only: 2 or 0.25."
    if match := _POWER.fullmatch(plain):
        return f"Write {match[1] or '1'}e{int(match[2])}."
    if _GROUPED.fullmatch(plain):
        return f"Write {re.sub('[^0-9.-]', '', plain)}, without signs between the digits."
    match = _NEARLY.fullmatch(plain)
    if match and (match[2] or match[3]):
        return f"Write {match[1]}{match[2] or '0'}{'.' if match[3] else ''}{match[3]}."
    match = _WITH_UNIT.fullmatch(plain)
    if match and (match[1] or match[3]):
        unit = f"{match[1]} {match[3]}".strip()
        return f"Write the digits alone, {match[2]}, and “{unit}” in the unit."
    return "Write digits only: 2 or 0.25."
