"""Escaping for the terminal: nothing that was typed may move the cursor or change a colour."""

import re
import unicodedata

_HIDDEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
_UNSEEN = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0d\uffa0\U000e0100-\U000e01ef]"
    "|(?<![\u203c-\u3299\U0001f000-\U0001faff#*0-9])[\ufe0e\ufe0f]"
)
"""Letters and marks of which nobody sees anything: blanks that are letters, joiners, choosers of a
sign's shape but for those behind an emoji."""


def visible(text: str) -> str:
    """Show every character that a terminal would act on, or not show at all, as an escape.

    `##[`, which the log of a run on GitHub takes for a command, is broken up.
    """
    text = text.replace("##[", "## [")
    if text.isascii() and text.isprintable():
        return text
    return "".join(_shown(char) for char in _UNSEEN.sub(lambda found: _escape(found[0]), text))


def _shown(char: str) -> str:
    return _escape(char) if unicodedata.category(char) in _HIDDEN else char


def _escape(char: str) -> str:
    code = ord(char)
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
