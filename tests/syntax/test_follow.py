"""Routes lead to the place where an author would look."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefbook.syntax import Node, follow, parse, to_data
from briefbook.text.document import Document

TEXT = """\
title: A brief
reliability: B
authors: [A, B]
claims:
  - id: first
    evidence:
      - source: agency
        stance:
  - id: second
empty: {}
"""


def _tree() -> Node:
    node, findings = parse(Document("a.yml", TEXT))
    assert node is not None
    assert findings == []
    return node


@pytest.mark.parametrize(
    ("route", "on_key", "shown"),
    [
        (("title",), False, "A brief"),
        (("title",), True, "title"),
        ((), False, "title"),
        ((), True, "title"),
        (("authors", 1), False, "B"),
        (("authors", 1), True, "B"),
        (("authors",), True, "authors"),
        (("claims", 0, "evidence", 0, "source"), False, "agency"),
        (("claims", 0, "evidence", 0, "source"), True, "source"),
        # an item of a list that is a mapping: its first key
        (("claims", 1), False, "id"),
        # short forms stand for long ones
        (("reliability", 0, "grade"), False, "B"),
        (("reliability", "grade"), False, "B"),
        # what is missing is shown where it should be
        (("claims", 1, "verdict"), False, "id"),
        (("claims", 0, "evidence", 0, "note"), False, "source"),
        (("nothing", "at", "all"), False, "title"),
        (("empty", "key"), False, "{}"),
        # a list that ends earlier
        (("authors", 9), False, "[A, B]"),
    ],
)
def test_follow(route: tuple[str | int, ...], on_key: bool, shown: str) -> None:
    span = follow(_tree(), route, on_key=on_key)
    assert TEXT[span.start : span.end] == shown


def test_an_empty_value_is_shown_after_its_key() -> None:
    span = follow(_tree(), ("claims", 0, "evidence", 0, "stance"))
    assert span.start == span.end == TEXT.index("stance:") + len("stance:")


STEPS = st.sampled_from(["title", "claims", "evidence", "source", "id", "empty", 0, 1, 9])


@given(st.lists(STEPS, max_size=6), st.booleans())
def test_any_route_leads_into_the_file(route: list[Any], on_key: bool) -> None:
    span = follow(_tree(), tuple(route), on_key=on_key)
    assert 0 <= span.start <= span.end <= len(TEXT)


def test_to_data() -> None:
    assert to_data(_tree()) == {
        "title": "A brief",
        "reliability": "B",
        "authors": ["A", "B"],
        "claims": [
            {"id": "first", "evidence": [{"source": "agency", "stance": ""}]},
            {"id": "second"},
        ],
        "empty": {},
    }
