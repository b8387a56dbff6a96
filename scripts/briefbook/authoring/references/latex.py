"""LaTeX to text: accents, dashes and signs as letters and signs."""

import re
from functools import cache

from pylatexenc.latex2text import LatexNodes2Text, get_default_latex_context_db
from pylatexenc.macrospec import LatexContextDb

_LATEX = re.compile(r"[\\{}$~%]|--|``|''")
_COMMAND = re.compile(r"\\([A-Za-z]+)(?:\{\}|(?![A-Za-z]|\s*[\[{]))")
_SIGNS = {
    "pounds": "£", "euro": "€", "texteuro": "€", "glqq": "„", "grqq": "“", "glq": "‚", "grq": "‘",
    "flqq": "«", "frqq": "»", "textunderscore": "\\_", "textdollar": "\\$", "textsterling": "£",
    "textregistered": "®", "texttrademark": "™", "slash": "/", "textquotesingle": "'",
    "nobreakdash": "-", "textendash": "–", "textemdash": "—",
}  # fmt: skip
"""What the library has no sign for."""
_SIGN = re.compile(rf"\\({'|'.join(_SIGNS)})(?:\{{\}}|[ \t]+|(?![A-Za-z]))")
_ADDRESS = re.compile(r"\\url\s*\{([^{}]*)\}")
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
    value = _ADDRESS.sub(lambda found: found[1].replace("~", r"\textasciitilde{}"), value)
    value = _SIGN.sub(lambda found: _SIGNS[found[1]], value)
    named = _COMMAND.sub(_unknown_by_name, _BARE_PERCENT.sub(r"\\%", value))
    return str(_latex().latex_to_text(named))


def _unknown_by_name(found: re.Match[str]) -> str:
    """A command that stands for no sign, such as \\LaTeX, is a word and must not vanish."""
    return found[0] if _signs().get_macro_spec(found[1]) else f"{{{found[1]}}}"
