"""Positions in a document, against the naive way of counting."""

from hypothesis import given
from hypothesis import strategies as st

from briefbook.text.document import Document, Position

TEXTS = st.text(st.sampled_from("ab\n é银𝔸"), max_size=60)


@given(TEXTS, st.data())
def test_position_counts_lines_and_characters(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    before = text[:offset].split("\n")
    assert Document("a", text).position(offset) == Position(len(before), len(before[-1]) + 1)


@given(TEXTS)
def test_lines_are_those_of_split(text: str) -> None:
    document, lines = Document("a", text), text.split("\n")
    assert [document.line(number) for number in range(1, len(lines) + 1)] == lines
    assert (document.line(0), document.line(len(lines) + 1)) == ("", "")


@given(TEXTS)
def test_line_start_leads_to_the_first_column(text: str) -> None:
    document = Document("a", text)
    for number in range(1, len(text.split("\n")) + 1):
        assert document.position(document.line_start(number)) == Position(number, 1)
    assert document.line_start(len(text) + 2) == len(text)
