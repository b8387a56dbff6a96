"""A likelihood on its ruler: the band where its percents lie, in every scale."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefbook.analysis.likelihood import LikelihoodView, view
from briefbook.model import Likelihood
from briefbook.model.scales import scales

WIDTH = 120


def _view(scale: str = "icd203", **fields: object) -> LikelihoodView:
    return view(Likelihood.model_validate(fields), scale)


def test_a_band_begins_and_is_as_long_as_its_percents() -> None:
    assert _view(term="unlikely", probability="0.25").on_ruler(WIDTH) == ("24", "30", "30")
    assert _view(term="unlikely").on_ruler(WIDTH) == ("24", "30", "")
    assert _view(range=["0.2", "0.35"]).on_ruler(100) == ("20", "15", "")


def test_a_point_alone_is_still_seen() -> None:
    start, length, point = _view(probability="0.5").on_ruler(WIDTH)
    assert (start, point) == ("60", "60")
    assert Decimal(length) == 2


PERCENTS = st.integers(1, 100)


@given(PERCENTS, PERCENTS, PERCENTS)
def test_numbers_are_plain_and_in_proportion(one: int, other: int, point: int) -> None:
    low, high = sorted((one, other))
    made = _view(
        range=[str(Decimal(low) / 100), str(Decimal(high) / 100)],
        probability=str(Decimal(point) / 100),
    )
    assert made.range == (f"{low} %" if low == high else f"{low}–{high} %")
    assert made.text == made.range
    assert made.point_text == f"{point} %"
    start, length, at = (Decimal(number) for number in made.on_ruler(WIDTH))
    assert start * 100 == low * WIDTH
    assert at * 100 == point * WIDTH
    assert length == max(Decimal(high - low) * WIDTH / 100, 2)
    assert not {"E", "e"} & set("".join(made.on_ruler(WIDTH)))


@pytest.mark.parametrize("scale", sorted(scales()))
def test_each_term_of_each_scale_is_said_with_its_own_band(scale: str) -> None:
    for band in scales()[scale].bands:
        made = _view(scale, term=band.term)
        assert made.low == band.low
        assert made.high == band.high
        assert made.text == f"{band.term} ({band.low}–{band.high} %)"
        assert made.point is None


def test_a_number_alone_gets_no_term() -> None:
    """At 20 % two terms of ICD 203 meet, at 22 % PHIA has none: none is chosen silently."""
    for scale in scales():
        for probability in ("0.2", "0.22", "0.5"):
            assert _view(scale, probability=probability).term == ""


def test_a_term_of_another_scale_has_no_band() -> None:
    made = _view("icd203", term="remote chance")
    assert not made.has_range
    assert made.text == "remote chance"


def test_the_authors_own_range_stands_beside_the_terms_own() -> None:
    made = _view(term="unlikely", range=["0.25", "0.3"])
    assert made.text == "unlikely (20–45 %; here 25–30 %)"
