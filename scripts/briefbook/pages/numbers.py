"""Numbers of any size as readers of a language write them."""

from decimal import Decimal, localcontext

from babel.numbers import format_decimal

from briefbook.model.numerals import MOST_DIGITS, WRITTEN_OUT

_RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def written_number(value: Decimal, locale: str) -> str:
    """“12,345.6”; “1.5 × 10²⁵” where the figures would be too many to count."""
    with localcontext() as context:
        context.prec = 2 * MOST_DIGITS  # Babel rounds to so many places that the usual 28 overflow
        bare = value.normalize()
        power = bare.adjusted()
        if power in WRITTEN_OUT:
            return _signed(format_decimal(bare, locale=locale, decimal_quantization=False))
        scaled = bare.scaleb(-power)
        front = _signed(format_decimal(scaled, locale=locale, decimal_quantization=False))
        return f"{front}\u00a0×\u00a010{str(power).translate(_RAISED)}"


def _signed(number: str) -> str:
    """With the sign for minus, not a hyphen: “−5” beside “5–7”."""
    return number.replace("-", "\u2212")
