"""ISBNs (ISO 2108): ten or thirteen digits, of which the last one checks the others."""

import re

_AROUND = re.compile(r"(?i)isbn(?:-1[03])?[:\s]*")
_BETWEEN = re.compile("[ \u2010-\u2013-]")


def bare_isbn(text: str) -> str:
    """The digits of an ISBN; empty for a text that is none, or whose check digit is wrong."""
    digits = _BETWEEN.sub("", _AROUND.sub("", text.strip()))
    if re.fullmatch("[0-9]{9}[0-9Xx]", digits):
        values = [10 if sign in "Xx" else int(sign) for sign in digits]
        right = sum((10 - at) * value for at, value in enumerate(values)) % 11 == 0
    else:
        right = bool(re.fullmatch("97[89][0-9]{10}", digits)) and (
            sum((3 if at % 2 else 1) * int(sign) for at, sign in enumerate(digits)) % 10 == 0
        )
    return digits.upper() if right else ""


def isbn_13(text: str) -> str:
    """The thirteen digits of an ISBN, also of one with ten; empty for a text that is none."""
    digits = bare_isbn(text)
    if len(digits) != len("0123456789"):
        return digits
    head = f"978{digits[:-1]}"
    total = sum((3 if at % 2 else 1) * int(sign) for at, sign in enumerate(head))
    return f"{head}{-total % 10}"
