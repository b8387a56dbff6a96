"""JSON as it may stand in a page's markup and in files: strict, and inert in HTML."""

import json

_INERT = str.maketrans(
    {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
)


def compact(value: object) -> str:
    """A value on one line, without blanks; characters that HTML knows are written as escapes.

    Raises ValueError for numbers that JSON does not have.
    """
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return text.translate(_INERT)
