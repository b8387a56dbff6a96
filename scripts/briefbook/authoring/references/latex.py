"""LaTeX to text: accents, dashes and signs as letters and signs."""

import re
from functools import cache

from pylatexenc.latex2text import LatexNodes2Text, get_default_latex_context_db
from pylatexenc.macrospec import LatexContextDb

_LATEX = re.compile(r"[\\{}$~%]|--|``|''")
_COMMAND = re.compile(r"\\([A-Za-z]+)(?:\{\}|(?![A-Za-z]|\s*[\[{]))")
_BARE_PERCENT = re.compile(r"(?<!\\)%")


@cache
def _signs() -> LatexContextDb:
    return get_default_latex_context_db()


@cache
def _latex() -> LatexNodes2Text:
    return LatexNodes2Text(keep_comments=True, math_mode="text")


def plain(value: str) -> str:
    """A value as text: accents and dashes of LaTeX as letters and signs."""
    if not _LATEX.search(value):
        return value
    named = _COMMAND.sub(_unknown_by_name, _BARE_PERCENT.sub(r"\\%", value))
    return str(_latex().latex_to_text(named))


def _unknown_by_name(found: re.Match[str]) -> str:
    """A command that stands for no sign, such as \\LaTeX, is a word and must not vanish."""
    return found[0] if _signs().get_macro_spec(found[1]) else f"{{{found[1]}}}"
