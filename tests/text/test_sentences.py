"""Sentences: where they end and where they go on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefbook.text.sentences import sentences


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("One sentence.", 1),
        ("One sentence", 1),
        ("One. Two.", 2),
        ("He met Dr. Smith in St. Mary Street.", 1),
        ("It cost 5.6 million dollars.", 1),
        ("J. Smith of Acme Inc. said so.", 1),
        ("It was made by Acme Inc. The firm is old.", 2),
        ("Order No. 7 is in force.", 1),
        ("Really? Yes! No …", 3),
        ("“It opened.” She left.", 2),
        ("(It opened.) She left.", 2),
        ("他来了。她走了。", 2),
        ("A paragraph\n\nand another", 2),
        ("", 0),
        (" \n ", 0),
        ("The U.S. block stands.", 1),
        ("See e.g. the report.", 1),
    ],
)
def test_how_many(text: str, number: int) -> None:
    assert len(list(sentences(text))) == number


@given(st.text())
def test_nothing_is_lost_but_white_space(text: str) -> None:
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())
