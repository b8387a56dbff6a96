"""The three scales: the right term, or what stands for none, for every probability."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefbook.model.scales import Scale, scales

PERCENT = st.decimals(0, 100, places=2)

# standards.md of the design, written down again by hand: (lowest, lowest belongs, highest,
# highest belongs, term). PHIA's two words for one band stand as the first of them.
BANDS = {
    "icd203": [
        (1, True, 5, True, "almost no chance"),
        (5, True, 20, True, "very unlikely"),
        (20, True, 45, True, "unlikely"),
        (45, True, 55, True, "roughly even chance"),
        (55, True, 80, True, "likely"),
        (80, True, 95, True, "very likely"),
        (95, True, 99, True, "almost certain"),
    ],
    "phia": [
        (0, False, 5, True, "remote chance"),
        (10, True, 20, True, "highly unlikely"),
        (25, True, 35, True, "unlikely"),
        (40, True, 50, False, "realistic possibility"),
        (55, True, 75, True, "likely"),
        (80, True, 90, True, "highly likely"),
        (95, True, 100, False, "almost certain"),
    ],
    "ipcc": [
        (99, True, 100, True, "virtually certain"),
        (95, True, 100, True, "extremely likely"),
        (90, True, 100, True, "very likely"),
        (66, True, 100, True, "likely"),
        (50, False, 100, True, "more likely than not"),
        (33, True, 66, True, "about as likely as not"),
        (0, True, 33, True, "unlikely"),
        (0, True, 10, True, "very unlikely"),
        (0, True, 5, True, "extremely unlikely"),
        (0, True, 1, True, "exceptionally unlikely"),
    ],
}


def _holding(scale: str, percent: Decimal) -> set[str]:
    return {
        term
        for low, with_low, high, with_high, term in BANDS[scale]
        if (percent > low or (with_low and percent == low))
        and (percent < high or (with_high and percent == high))
    }


@pytest.mark.parametrize("scale", scales().values(), ids=lambda scale: scale.id)
@given(percent=PERCENT)
def test_every_probability_has_its_terms_or_none(scale: Scale, percent: Decimal) -> None:
    found = [band.term for band in scale.bands_at(percent)]
    assert set(found) - {"probable"} == _holding(scale.id, percent)
    widths = [band.high - band.low for band in scale.bands_at(percent)]
    assert widths == sorted(widths)


@pytest.mark.parametrize("scale", scales().values(), ids=lambda scale: scale.id)
@given(percent=PERCENT)
def test_the_word_is_right_or_says_that_there_is_none(scale: Scale, percent: Decimal) -> None:
    said, holding = scale.term_at(percent), _holding(scale.id, percent)
    if not holding:
        assert said in ("between terms", "outside the scale")
    else:
        assert set(said.split(" or ")) <= holding


@pytest.mark.parametrize(
    ("scale", "percent", "said"),
    [
        ("icd203", "0", "outside the scale"),
        ("icd203", "0.99", "outside the scale"),
        ("icd203", "1", "almost no chance"),
        ("icd203", "5", "almost no chance or very unlikely"),
        ("icd203", "20", "very unlikely or unlikely"),
        ("icd203", "50", "roughly even chance"),
        ("icd203", "80", "likely or very likely"),
        ("icd203", "99.5", "outside the scale"),
        ("icd203", "100", "outside the scale"),
        ("phia", "0", "outside the scale"),
        ("phia", "0.01", "remote chance"),
        ("phia", "7", "between terms"),
        ("phia", "22", "between terms"),
        ("phia", "50", "between terms"),
        ("phia", "49.99", "realistic possibility"),
        ("phia", "60", "likely"),
        ("phia", "100", "outside the scale"),
        ("ipcc", "0", "exceptionally unlikely"),
        ("ipcc", "33", "unlikely or about as likely as not"),
        ("ipcc", "50", "about as likely as not"),
        ("ipcc", "66", "about as likely as not or likely"),
        ("ipcc", "70", "likely"),
        ("ipcc", "95", "extremely likely"),
        ("ipcc", "100", "virtually certain"),
    ],
)
def test_bounds(scale: str, percent: str, said: str) -> None:
    assert scales()[scale].term_at(Decimal(percent)) == said


@given(percent=PERCENT)
def test_the_second_row_of_icd203_says_the_same(percent: Decimal) -> None:
    scale = scales()["icd203"]
    first, second = scale.bands_at(percent), scale.bands_at(percent, row=2)
    assert [(b.low, b.high) for b in first] == [(b.low, b.high) for b in second]
    assert not {b.term for b in first} & {b.term for b in second}
