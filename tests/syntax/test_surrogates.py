"""Pairs of escapes as JSON writers write them are one sign; halves are findings."""

import json
import unicodedata
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefbook.findings import Finding
from briefbook.syntax import MappingNode, Node, parse, to_data
from briefbook.text.document import Document


def _parse(text: str) -> tuple[Node | None, list[Finding]]:
    return parse(Document("a.yml", text))


VALUES = st.recursive(
    st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co", "Zl", "Zp", "Cf", "Mn"])).map(
        partial(unicodedata.normalize, "NFC")
    ),
    lambda inner: st.lists(inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from(["a", "b", "😀", "𝔸é"]), VALUES, min_size=1))
def test_what_a_json_writer_writes_is_read_back(value: dict[str, object]) -> None:
    node, _ = _parse(json.dumps(value))
    assert node is not None
    assert json.dumps(to_data(node)) == json.dumps(value)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ('"\\ud83d\\ude00"', "😀"),
        ('"a\\uD83D\\uDE00b\\ud83d\\udc4d\\ud83c\\udffd"', "a😀b👍🏽"),
        ('"\\\\ud83d\\\\ude00"', "\\ud83d\\ude00"),
        ('"\\\\\\ud83d\\ude00"', "\\😀"),
        ("'\\ud83d\\ude00'", "\\ud83d\\ude00"),
        ("x\\ud83d\\ude00", "x\\ud83d\\ude00"),
        ('"\ue000\\ud83d\\ude00\\ue001"', "\ue000😀\ue001"),
    ],
)
def test_a_pair_is_one_sign_where_escapes_are(written: str, read: str) -> None:
    node, findings = _parse(f'x: "\\ud83d\\ude01"\na: {written}\nb: c\n')
    assert isinstance(node, MappingNode)
    assert (to_data(node), findings) == ({"x": "😁", "a": read, "b": "c"}, [])
    span = node.entries["b"].value.span
    assert f'x: "\\ud83d\\ude01"\na: {written}\nb: c\n'[span.start : span.end] == "c"


@pytest.mark.parametrize(
    ("written", "half"),
    [
        ('"\\ud83d x"', "\\ud83d"),
        ('"x\\ude00"', "\\ude00"),
        ('"\\ude00\\ud83d"', "\\ude00"),
        ('"\\ud83d\\ud83d\\ude00"', "\\ud83d"),
        ('"\\U0000d83d"', "\\U0000d83d"),
        ('"\\ud83d\\ude00\\ud83d"', "\\ud83d"),
    ],
)
def test_a_half_is_a_finding_at_its_place(written: str, half: str) -> None:
    text = f"a: {written}\n"
    node, (finding,) = _parse(text)
    span = finding.place.span
    assert node is None
    assert span is not None
    assert (finding.kind.code, text[span.start : span.end]) == ("SYN001", half)
    assert half in finding.message
    assert "the sign itself" in finding.help


def test_what_pairs_spell_is_looked_at_like_the_file() -> None:
    _, (finding,) = _parse('a: "\\udb40\\udc67"\n')
    assert finding.kind.code == "SYN010"


def test_other_numbers_that_are_no_character_are_explained() -> None:
    for written in ('"\\u12"', '"\\xq"', '"\\U00110000"'):
        _, (finding,) = _parse(f"a: {written}\n")
        assert "number of a character" in finding.message
