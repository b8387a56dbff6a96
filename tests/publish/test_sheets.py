"""Style sheets go out without blanks and say the same."""

from importlib.resources import files
from typing import Any

import pytest
import tinycss2

from briefbook.publish.sheets_and_scripts import (
    _BLANKS_OF_CSS,
    _without_blanks,
    sheets_and_scripts,
)


def _tokens(nodes: list[Any]) -> list[object]:
    found: list[object] = []
    for node in nodes:
        if node.type in ("whitespace", "comment"):
            continue
        found.append((node.type, getattr(node, "value", None) or getattr(node, "name", None)))
        for part in ("prelude", "content", "arguments"):
            found += _tokens(getattr(node, part, None) or [])
    return [one for one in found if one != ("literal", ";")]


def test_ours_says_the_same() -> None:
    sheet = files("briefbook.publish").joinpath("assets", "briefbook.css").read_bytes()
    out = next(one.content for one in sheets_and_scripts() if one.path.endswith("/briefbook.css"))
    assert len(out) < len(sheet) * 0.95
    assert _tokens(tinycss2.parse_stylesheet_bytes(out)[0]) == _tokens(
        tinycss2.parse_stylesheet_bytes(sheet)[0]
    )


@pytest.mark.parametrize(
    ("sheet", "out"),
    [
        (b'a::after { content: " ; } { "; }', b'a::after{content:" ; } { "}'),
        (b"a :is(b, c) > d { width: calc(1px + 2px); }", b"a :is(b,c) > d{width:calc(1px + 2px)}"),
        (b"a { background: url(x; y), none }", b"a{background:url(x; y),none}"),
        (b"a { content: 'it\\' : s' }", b"a{content:'it\\' : s'}"),
    ],
)
def test_what_stands_in_quotes_stays(sheet: bytes, out: bytes) -> None:
    assert _BLANKS_OF_CSS.sub(_without_blanks, sheet) == out
