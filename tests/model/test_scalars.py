"""Every value arrives as text and is read by the type of its field; quoting changes nothing."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from briefbook.model import addresses, scalars
from harness import Project


def _read(kind: Any, text: object) -> Any:
    return TypeAdapter(kind).validate_python(text)


def _refused(kind: Any, value: object) -> str:
    with pytest.raises(ValidationError) as caught:
        _read(kind, value)
    return str(caught.value.errors()[0]["type"])


IDS = ["a", "1", "a-b", "2025-06", "a1-2b", "x" * 80, "console", "com", "com10", "nul-1"]
NO_IDS = [
    "", "A", "a_b", "a b", "-a", "a-", "a--b", "é", "а", "a\n", "a/b", "../a", "a.b", "x" * 81,
    "con", "nul", "aux", "prn", "com1", "lpt9", "a#b",
]  # fmt: skip


@pytest.mark.parametrize("text", IDS)
def test_ids(text: str) -> None:
    assert _read(scalars.Id, text) == text
    assert _read(scalars.Ref, text) == text
    assert _read(scalars.Ref, f"a#{text}") == f"a#{text}"


@pytest.mark.parametrize("text", NO_IDS, ids=ascii)
def test_no_ids(text: str) -> None:
    assert _refused(scalars.Id, text) == "bad_id"


@pytest.mark.parametrize("text", ["", "#", "a#", "#a", "a#b#c", "A#b", "a #b", "a#b\n"])
def test_no_references(text: str) -> None:
    assert _refused(scalars.Ref, text) == "bad_id"


@pytest.mark.parametrize(
    ("text", "number"),
    [("2", "2"), ("-2.50", "-2.50"), ("0.25", "0.25"), ("1e3", "1e3"), ("012", "12"), ("0", "0")],
)
def test_numbers(text: str, number: str) -> None:
    assert _read(scalars.Number, text) == Decimal(number)


@pytest.mark.parametrize(
    "text",
    ["", "nan", "inf", "-inf", "1_000", "1,000", "0x10", "1.", ".5", "+1", "1 ", "two", "１２",
     "٣", "1e9999", "--1", "1.2.3"],
    ids=ascii,
)  # fmt: skip
def test_no_numbers(text: str) -> None:
    assert _refused(scalars.Number, text) == "not_a_number"


@pytest.mark.parametrize("text", ["0", "7", "1.5", "two", "B2", "-1", "１"])
def test_no_credibility(text: str) -> None:
    assert _refused(scalars.Credibility, text) == "wrong_word"


def test_credibility() -> None:
    assert [_read(scalars.Credibility, text) for text in "123456"] == [1, 2, 3, 4, 5, 6]


@pytest.mark.parametrize("text", ["1.01", "-0.1", "25", "25%", "1e3"])
def test_no_probabilities(text: str) -> None:
    assert _refused(scalars.Probability, text) == "not_a_number"


@pytest.mark.parametrize("text", ["0", "1", "0.25", "1e-3", "1.0"])
def test_probabilities(text: str) -> None:
    assert _read(scalars.Probability, text) == Decimal(text)


@pytest.mark.parametrize(
    ("text", "value"), [("true", True), ("Yes", True), ("no", False), ("FALSE", False)]
)
def test_flags(text: str, value: bool) -> None:
    assert _read(scalars.Flag, text) is value


@pytest.mark.parametrize("text", ["", "1", "on", "y", "maybe"])
def test_no_flags(text: str) -> None:
    assert _refused(scalars.Flag, text) == "wrong_word"


@pytest.mark.parametrize("text", ["en", "ru", "zh-Hant", "pt-BR", "de-CH-1996"])
def test_languages(text: str) -> None:
    assert _read(scalars.Language, text) == text


@pytest.mark.parametrize("text", ["", "english", "e", "en_US", "en-", "русский"])
def test_no_languages(text: str) -> None:
    assert _refused(scalars.Language, text) == "wrong_word"


KINDS = [
    scalars.Text, scalars.Prose, scalars.Id, scalars.Ref, addresses.Url, scalars.Language,
    scalars.Number, scalars.Credibility, scalars.Probability, scalars.Flag,
]  # fmt: skip


@pytest.mark.parametrize("value", [[], ["a"], {}, {"a": "b"}, [[["a"]]]], ids=str)
def test_lists_and_mappings_are_no_scalars(value: object) -> None:
    assert {_refused(kind, value) for kind in KINDS} == {"wrong_form"}


@given(st.text())
def test_no_text_raises_anything_but_a_validation_error(text: str) -> None:
    for kind in KINDS:
        try:
            _read(kind, text)
        except ValidationError as error:
            assert error.errors(include_url=False)


@given(st.text(min_size=1).filter(str.strip))
def test_texts_stay_what_was_typed(text: str) -> None:
    assert _read(scalars.Text, text) == text


@pytest.mark.parametrize(
    "typed", ["q42", "https://www.wikidata.org/wiki/Q42", "Q0", "javascript:x"]
)
def test_what_is_no_id_of_wikidata_says_how_to_write_it(typed: str, project: Project) -> None:
    project.write_standard("briefings/_library/entities.yml")
    entry = f'- {{id: bank, name: The Bank, kind: organization, wikidata: "{typed}"}}\n'
    project.write("briefings/_library/entities.yml", entry)
    found = project.check().of("briefings/_library/entities.yml")
    assert [item["code"] for item in found] == ["SCH003"]
    assert found[0]["help"].startswith("Write Q")
