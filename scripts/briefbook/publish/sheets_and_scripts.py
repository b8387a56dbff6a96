"""The theme's own style sheets and scripts, as readers load them."""

import re
from functools import cache
from importlib.resources import files

from briefbook.text.artifact import Artifact

_FOR_US = re.compile(rb"^[ \t]*/\*.*?\*/[ \t]*\n?|^[ \t]+", re.S | re.M)
"""Comments that begin a line, and indentation."""
_BLANKS_OF_CSS = re.compile(
    rb"""("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|url\([^)]*\))|(?:\s*;)?\s*(\})\s*|\s*([{;,])\s*|(:)\s+"""
)
"""Texts, which stay as they are, and signs beside which blanks mean nothing."""


@cache
def sheets_and_scripts() -> tuple[Artifact, ...]:
    """The files of the folder `assets`, and the style sheet for our pages in another theme."""
    from briefbook.publish.beside_css import beside_css  # noqa: PLC0415 slow to import

    folder = files("briefbook.publish").joinpath("assets")
    found = []
    for item in sorted(folder.iterdir(), key=lambda item: item.name):
        content = item.read_bytes()
        if item.name.endswith((".css", ".js")):  # readers load them; their comments are for us
            content = _FOR_US.sub(b"", content)
        if item.name.endswith(".css"):
            content = _BLANKS_OF_CSS.sub(_without_blanks, content)
        found.append(Artifact(f"assets/briefbook/{item.name}", content))
    sheet = folder.joinpath("briefbook.css").read_text(encoding="utf-8")
    beside = Artifact("assets/briefbook/beside.css", beside_css(sheet).encode())
    return (*found, beside)


def _without_blanks(found: re.Match[bytes]) -> bytes:
    return found[1] or found[2] or found[3] or found[4]
