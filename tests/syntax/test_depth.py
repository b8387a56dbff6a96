"""Too deep is too deep, whether our own count says so or libyaml is the first to refuse."""

import pytest

from briefbook.syntax import MAX_DEPTH, finding_kinds, parse
from briefbook.syntax.problems import syntax_error
from briefbook.text.document import Document

REFUSED = "exceeded maximum nesting depth"
DEEP = {
    "brackets": "[" * 5_000,
    "spaced": "[ " * 5_000,
    "in a field": "title: " + "[" * 5_000,
    "after a list": "topics: [a, b]\ntitle: " + "[" * 5_000,
    "braces": "{a: " * 5_000,
    "dashes": "- " * 5_000,
    "keys": "\n".join(" " * depth + "a:" for depth in range(1_200)),
}


@pytest.mark.parametrize("text", DEEP.values(), ids=DEEP)
def test_every_depth_bomb_is_too_deep(text: str) -> None:
    root, (found,) = parse(Document("briefings/a.yml", text))
    assert root is None
    assert found.kind is finding_kinds.TOO_DEEP
    assert found.place.span is not None and text[found.place.span.start] in "[{-a"


@pytest.mark.parametrize(
    ("text", "at", "place"),
    [
        ("[" * 5_000, 1_000, MAX_DEPTH),
        ("[ " * 5_000, 2_000, 2 * MAX_DEPTH),
        ("topics: [a]\ntitle: " + "[" * 2_000, 1_019, 19 + MAX_DEPTH),
        ("x: [[[", 6, 5),
        ("", 0, 0),
    ],
)
def test_the_place_is_that_of_our_own_count(text: str, at: int, place: int) -> None:
    found = syntax_error(Document("briefings/a.yml", text), REFUSED, at)
    assert found.kind is finding_kinds.TOO_DEEP
    assert found.place.span is not None and found.place.span.start == place
