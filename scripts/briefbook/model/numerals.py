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
_EUROPEAN = re.compile(r"(-?[0-9]{1,3}(?:[. \u00a0\u202f][0-9]{3})+),([0-9]+)")
_ABOUT = re.compile(r"([^\W\d_]+ |[~≈])\s*(-?[0-9]+(?:\.[0-9]+)?)")
_NEARLY = re.compile(r"(-?)\+?([0-9]*)\.?([0-9]*)")
_WITH_UNIT = re.compile(r"([^0-9]{0,6}?)\s*(-?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]{1,3})?)\s*(\D*)")


def read_number(text: str) -> Decimal:
    """The number. Raises ValueError, whose message says how to write it, if it is none.

    Its length and exponent are looked at before it is computed: no text takes long.
    """
    match = _NUMBER.fullmatch(text)
    if not match:
        raise ValueError(_how(text))
    if match[3] == "000" and match[2] != "0" and not match[4]:
        raise ValueError(f"Write {match[2]}000 if that is meant, or {match[2]}.")
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


def probability_meant(text: str) -> str:
    """How to write “60 %”, “60”, “0,6” or “3/5”: “0.6 for 60 %”; empty for any other text."""
    plain = text.strip()
    if match := _PERCENT.fullmatch(plain):
        number = Decimal((match[1] or match[2]).replace(",", ".")) / 100
    elif (match := _DECIMAL_COMMA.fullmatch(plain)) and match[1] == "0":
        number = Decimal(f"0.{match[2]}")
    elif (match := _FRACTION.fullmatch(plain)) and int(match[2]):
        number = round(Decimal(int(match[1])) / int(match[2]), 2)
    else:
        return ""
    if not 0 <= number <= 1:
        return ""
    return f"{number.normalize():f} for {(number * 100).normalize():f} %"


_PERCENT = re.compile(r"(\d{1,3}(?:[.,]\d{1,4})?) ?(?:%|percent|per cent|prozent)|([2-9]|[1-9]\d)")
_DECIMAL_COMMA = re.compile(r"(\d+),(\d{1,6})")
_FRACTION = re.compile(r"(\d{1,4}) ?/ ?(\d{1,4})")


def in_figures(number: Decimal) -> str:
    """“589”, “0.25”; “1E+25” where figures would be too many to count."""
    bare = number.normalize()
    return f"{bare:f}" if bare.adjusted() in WRITTEN_OUT else str(bare)


def _how(text: str) -> str:
    """How to write what is no number; never what would be refused as well."""
    advice = _advice(text.strip())
    named = re.match(r"Write (-?[0-9.eE+-]+?)[.,:]?(?: |$)", advice)
    if named:
        try:
            read_number(named[1])
        except ValueError:
            return "Write digits only: 2 or 0.25."
    return advice


def _advice(plain: str) -> str:
    if len(plain) > 60:
        return "Write digits only: 2 or 0.25."
    if match := _EUROPEAN.fullmatch(plain):
        return f"Write {re.sub('[^0-9-]', '', match[1])}.{match[2]}."
    if match := _ABOUT.fullmatch(plain):
        return f"Write {match[2]}, and say “{match[1].strip()}” in a note."
    if match := _POWER.fullmatch(plain):
        return f"Write {match[1] or '1'}e{int(match[2])}."
    if match := re.fullmatch(r"(-?\d+(?:\.\d+)?) ?k", plain, re.IGNORECASE):
        return f"Write {Decimal(match[1]).scaleb(3).normalize():f}."
    if re.fullmatch(r"-?\d{1,3}(?:\.\d{3}){2,}", plain):
        return f"Write {plain.replace('.', '')}: a point stands before decimals only."
    if _GROUPED.fullmatch(plain):
        return f"Write {re.sub('[^0-9.-]', '', plain)}, without signs between the digits."
    if match := _DECIMAL_COMMA.fullmatch(plain):
        return f"Write {match[1]}.{match[2]}."
    match = _NEARLY.fullmatch(plain)
    if match and (match[2] or match[3]):
        return f"Write {match[1]}{match[2] or '0'}{'.' if match[3] else ''}{match[3]}."
    match = _WITH_UNIT.fullmatch(plain)
    if match and (match[1] or match[3]):
        unit = f"{match[1]} {match[3]}".strip()
        return f"Write the digits alone, {match[2]}, and “{unit}” in the unit."
    return "Write digits only: 2 or 0.25."
