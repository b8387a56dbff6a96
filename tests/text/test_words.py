"""Lists in plain English, and the nearest word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefbook.text.listing import both, counted, either
from briefbook.text.suggest import nearest


@pytest.mark.parametrize(
    ("words", "shown"),
    [([], ""), (["a"], "a"), (["a", "b"], "a or b"), (["a", "b", "c"], "a, b or c")],
)
def test_lists(words: list[str], shown: str) -> None:
    assert either(words) == shown
    assert both(iter(words)) == shown.replace(" or ", " and ")


def test_counted() -> None:
    assert counted(1, "link") == "1 link"
    assert counted(0, "link") == "0 links"
    assert counted(1234, "entry", "entries") == "1,234 entries"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("statment", "statement"), ("Statement", "statement"), ("review-by", "review_by"),
     ("xyz", None), ("", None)],
)  # fmt: skip
def test_nearest(typed: str, meant: str | None) -> None:
    assert nearest(typed, ["statement", "review_by", "summary"]) == meant


@given(st.text(max_size=30), st.lists(st.text(max_size=10), max_size=5))
def test_nearest_is_a_known_word_and_does_not_depend_on_order(word: str, known: list[str]) -> None:
    guess = nearest(word, known)
    assert guess is None or guess in known
    assert guess == nearest(word, reversed(known))
