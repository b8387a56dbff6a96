"""Escaping for the terminal: nothing that was typed may move the cursor or change a colour."""

import unicodedata

_HIDDEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def visible(text: str) -> str:
    """Show every character that a terminal would act on, or not show at all, as an escape.

    `##[`, which the log of a run on GitHub takes for a command, is broken up.
    """
    text = text.replace("##[", "## [")
    if text.isascii() and text.isprintable():
        return text
    return "".join(_shown(char) for char in text)


def _shown(char: str) -> str:
    if unicodedata.category(char) not in _HIDDEN:
        return char
    code = ord(char)
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
