"""LaTeX to text: accents, dashes and signs as letters and signs."""

import re
from functools import cache

from pylatexenc.latex2text import LatexNodes2Text

_LATEX = re.compile(r"[\\{}$~%]|--|``|''")
_BARE_PERCENT = re.compile(r"(?<!\\)%")


@cache
def _latex() -> LatexNodes2Text:
    return LatexNodes2Text(keep_comments=True, math_mode="text")


def plain(value: str) -> str:
    """A value as text: accents and dashes of LaTeX as letters and signs."""
    if not _LATEX.search(value):
        return value
    return str(_latex().latex_to_text(_BARE_PERCENT.sub(r"\\%", value)))
