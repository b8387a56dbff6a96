"""Escaping for CSS: text as a string of a style sheet."""


def string(text: str) -> str:
    """Any text as a CSS string, quotation marks included (CSS Syntax, consume an escaped code).

    All but ASCII letters, digits and a few marks without a meaning becomes a six-digit escape.
    """
    return '"' + "".join(c if c.isascii() and (c.isalnum() or c in " .,:/-") else f"\\{ord(c):06x}"
                         for c in text) + '"'  # fmt: skip
