"""Pairs of escapes by which JSON writers spell signs beyond U+FFFF: “\\ud83d\\ude00” for one sign.

The YAML library refuses them. It is given the same text with two stand-ins of the same length, so
that places stay; the values get the signs back.
"""

import re

from briefbook.text.document import Span

# Any escape is taken whole: the second backslash of “\\\\ud83d” begins none.
_ESCAPE = re.compile(
    r"\\(?:u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})|.)", re.DOTALL
)
_HALF = re.compile(r"\\(?:u|U0000)[dD][89a-fA-F][0-9a-fA-F]{2}")
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_SPELT = re.compile(r"\\(?:u|U0000)([0-9a-fA-F]{4})")


class Pairs:
    """The pairs of a document: `text` is what the YAML library may read."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._stand_in = ""
        if re.search(r"\\u[dD][89abAB]", text) is None:
            return
        self._stand_in = _unused(text)
        if self._stand_in:
            escaped = f"\\u{ord(self._stand_in):04x}" * 2
            self.text = _ESCAPE.sub(lambda one: escaped if one[1] else one[0], text)

    def restore(self, value: str, written: str, *, escapes: bool) -> str:
        """A value with the signs of its pairs; without `escapes` they are text as it was typed.

        `written` is the stretch of the document that the value was read from.
        """
        if not self._stand_in:
            return value
        pairs = [one for one in _ESCAPE.finditer(written) if one[1]]
        put = iter([_sign(one) if escapes else one[0] for one in pairs])
        escaped = f"\\u{ord(self._stand_in):04x}" * 2
        sought = self._stand_in * 2 if escapes else escaped
        return re.sub(re.escape(sought), lambda found: next(put, found[0]), value)


def half(text: str, offset: int) -> Span | None:
    """The escape of half a sign that stands around an offset, if one does."""
    for start in range(max(0, offset - 2), offset + 1):
        if found := _HALF.match(text, start):
            return Span(found.start(), found.end())
    return None


def _sign(pair: re.Match[str]) -> str:
    high, low = int(pair[1], 16), int(pair[2], 16)
    return chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))


def _unused(text: str) -> str:
    """A character that the text neither holds nor spells; nothing if it has them all."""
    used = set(_PRIVATE.findall(text))
    used |= {chr(int(code, 16)) for code in _SPELT.findall(text)}
    return next((char for code in range(0xE000, 0xF900) if (char := chr(code)) not in used), "")
