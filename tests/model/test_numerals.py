"""Numbers of any size: read, or refused at once with a word on how to write them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefbook.model.numerals import MOST_DIGITS, in_figures, read_number
from briefbook.pages.localisation import locale_for


@pytest.mark.parametrize(
    "text",
    [
        *("1e25", "-1e25", "1e300", "1e-300", "1e+25", "1E25", "0e999", "-0", "1." + "0" * 5000),
        *("0" * 5000 + "1", "9" * 28, "1" + "0" * 300, "0." + "0" * 299 + "1"),
        "1" + "0" * 2000 + "e-2000",
    ],
    ids=lambda text: text[:12],
)
def test_read(text: str) -> None:
    read = read_number(text)
    assert len(in_figures(read)) < 40
    for language in ("en", "ru", "zh"):
        assert 0 < len(locale_for(language).number(read)) < 60


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("1e400", "from 1e-300 to 1e300"), ("1e-400", "from 1e-300 to 1e300"),
        ("1e999999999", "from 1e-300"), ("-1e-999999999", "from 1e-300"),
        ("1e" + "9" * 100_000, "from 1e-300"), ("1" + "0" * 100_000, "from 1e-300"),
        ("9" * 100_000, "at most 28 digits"), ("0." + "3" * 29, "at most 28 digits"),
        ("1,000", "Write 1000,"), ("1 000 000", "Write 1000000,"), ("1_000", "Write 1000,"),
        ("10^25", "Write 1e25."), ("3 × 10^5", "Write 3e5."), (".5", "Write 0.5."),
        ("5.", "Write 5."), ("+5", "Write 5."), ("$589", "589, and “$” in the unit"),
        ("1e25 FLOP", "1e25, and “FLOP” in the unit"), ("1.5 million", "1.5, and “million”"),
        ("nan", "Write digits only"), ("-inf", "Write digits only"), ("", "Write digits only"),
        ("x" * 100_000, "Write digits only"),
    ],
    ids=lambda text: text[:12],
)  # fmt: skip
def test_refused_with_a_word_on_how_to_write_it(text: str, how: str) -> None:
    with pytest.raises(ValueError) as caught:
        read_number(text)
    assert how in str(caught.value)
    assert len(str(caught.value)) < 140


@given(st.text(st.sampled_from("0123456789.eE+-"), max_size=40))
def test_what_is_read_is_exact(text: str) -> None:
    try:
        read = read_number(text)
    except ValueError:
        return
    assert read == Decimal(text)
    assert len(read.normalize().as_tuple().digits) <= MOST_DIGITS
    assert read.normalize() == read


@pytest.mark.parametrize(
    ("text", "english", "russian"),
    [
        ("1e25", "1 × 10²⁵", "1 × 10²⁵"), ("-1.5e-25", "−1.5 × 10⁻²⁵", "−1,5 × 10⁻²⁵"),
        ("1e5", "100,000", "100 000"), ("0.00", "0", "0"), ("589", "589", "589"),
        ("123456789012345678.5", "123,456,789,012,345,678.5", "123 456 789 012 345 678,5"),
    ],
)  # fmt: skip
def test_printed(text: str, english: str, russian: str) -> None:
    shown = [locale_for(one).number(Decimal(text)).replace("\u00a0", " ") for one in ("en", "ru")]
    assert shown == [english, russian]
