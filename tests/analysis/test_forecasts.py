"""Forecasts: scores against a loop over days and figures by hand; what is due; calibration."""

import math
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefbook.analysis.forecasts import (
    ENOUGH,
    Bin,
    ForecastState,
    Score,
    estimate_on,
    state,
)
from briefbook.analysis.forecasts import calibration as calibration_on
from briefbook.analysis.forecasts import score as score_on
from briefbook.model.forecast import Forecast
from examples import examples

FIRST = date(2026, 1, 1)
Steps = list[tuple[int, str]]
PERCENTS = st.integers(0, 100).map(lambda n: str(n / 100))
HISTORIES = st.lists(st.tuples(st.integers(0, 12), PERCENTS), max_size=6)
ONE_A_DAY = st.lists(
    st.tuples(st.integers(0, 40), PERCENTS), max_size=6, unique_by=lambda step: step[0]
)


def score(forecast: Forecast) -> Score | None:
    """Its scores, long after it was decided."""
    return score_on(forecast, date.max)


def calibration(forecasts: list[Forecast]) -> tuple[Bin, ...] | None:
    """Theirs, long after they were decided."""
    return calibration_on(forecasts, date.max)


def _day(number: int) -> date:
    return FIRST + timedelta(days=number)


def _forecast(steps: Steps, end: int | None = None, outcome: str = "yes", **more: str) -> Forecast:
    fields: dict[str, object] = {
        "history": [{"date": str(_day(on)), "probability": p} for on, p in steps], **more,
    }  # fmt: skip
    if end is not None:
        fields["resolution"] = {"date": str(_day(end)), "outcome": outcome}
    return Forecast.model_validate(fields)


def _daily(steps: Steps, end: int) -> list[float]:
    """One probability a day, the last written by then; days before the first have none."""
    days = []
    for today in range(end + 1):
        by_then = [step for step in steps if step[0] <= today]
        if by_then:
            newest = max(on for on, _ in by_then)
            days.append([float(p) for on, p in by_then if on == newest][-1])
    return days


@settings(max_examples=examples(3))
@given(HISTORIES, st.integers(0, 15), st.sampled_from(["yes", "no"]))
def test_scores_equal_a_loop_over_days(steps: Steps, end: int, outcome: str) -> None:
    """Each day counts with what stood on it; of several entries on one day the last stands."""
    steps = sorted(steps, key=lambda step: step[0])
    days = _daily(steps, end)
    found = score(_forecast(steps, end, outcome))
    if not days:
        assert found is None
        return
    assert found is not None
    happened = 1.0 if outcome == "yes" else 0.0
    given_to_it = [p if happened else 1 - p for p in days]
    surprises = [-math.log(min(max(p, 0.01), 0.99)) for p in given_to_it]
    assert found.days == len(days)
    assert found.brier == pytest.approx(sum((p - happened) ** 2 for p in days) / len(days))
    assert found.log == pytest.approx(sum(surprises) / len(days))


@given(ONE_A_DAY, st.integers(0, 45), st.sampled_from(["yes", "no"]), st.data())
def test_a_history_out_of_order_gives_the_same(
    steps: Steps, end: int, outcome: str, data: st.DataObject
) -> None:
    mixed = data.draw(st.permutations(steps))
    assert score(_forecast(mixed, end, outcome)) == score(_forecast(sorted(steps), end, outcome))
    for number in range(-1, 45):
        one = estimate_on(_forecast(mixed), _day(number))
        assert one == estimate_on(_forecast(sorted(steps)), _day(number))


@given(ONE_A_DAY)
def test_the_probability_of_a_day_is_the_last_one_written_by_then(steps: Steps) -> None:
    forecast = _forecast(sorted(steps))
    held = ""
    for number in range(45):
        held = dict(steps).get(number, held)
        found = estimate_on(forecast, _day(number))
        assert (str(found.probability) if found else "") == held


def test_without_history_no_probability_stands() -> None:
    assert estimate_on(_forecast([]), FIRST) is None
    assert estimate_on(_forecast([(1, "0.5")]), FIRST) is None


def test_a_score_by_hand() -> None:
    """10 days at 25 %, 10 at 75 %, and it came true on the last of them."""
    found = score(_forecast([(0, "0.25"), (10, "0.75")], 19))
    assert found is not None
    assert found.days == 20
    assert found.brier == pytest.approx(0.3125)  # (0.5625 + 0.0625) / 2
    assert found.log == pytest.approx(0.836988)  # (1.386294 + 0.287682) / 2
    other = score(_forecast([(0, "0.25"), (10, "0.75")], 19, "no"))
    assert other is not None
    assert other.brier == pytest.approx(0.3125)
    wrong = score(_forecast([(0, "0.9")], 3, "no"))
    assert wrong is not None
    assert wrong.days == 4
    assert wrong.brier == pytest.approx(0.81)
    assert wrong.log == pytest.approx(2.302585)


@pytest.mark.parametrize("end", ["9999-12-31", "9999", "Y10000"])
def test_a_score_counts_to_the_last_day_that_there_is(end: str) -> None:
    made = {"history": [{"date": "9999-12-30", "probability": "0.5"}]}
    made["resolution"] = {"date": end, "outcome": "yes"}  # type: ignore[assignment]
    found = score(Forecast.model_validate(made))
    assert found is not None
    assert (found.days, found.brier) == (2, 0.25)


def test_of_several_entries_on_one_day_the_last_is_scored() -> None:
    corrected = [(0, "0.5"), (4, "0.1"), (4, "0.8")]
    assert score(_forecast(corrected, 9)) == score(_forecast([(0, "0.5"), (4, "0.8")], 9))


def test_always_half_and_half_earns_a_quarter() -> None:
    for outcome in ("yes", "no"):
        found = score(_forecast([(0, "0.5")], 100, outcome))
        assert found is not None
        assert found.brier == pytest.approx(0.25)
        assert found.log == pytest.approx(math.log(2))


@pytest.mark.parametrize(
    ("probability", "outcome", "brier", "log"),
    [
        ("1", "yes", 0, -math.log(0.99)),
        ("0", "no", 0, -math.log(0.99)),
        ("0", "yes", 1, -math.log(0.01)),
        ("1", "no", 1, -math.log(0.01)),
        ("0.995", "yes", 0.000025, -math.log(0.99)),
    ],
)
def test_the_log_score_knows_no_certainty(
    probability: str, outcome: str, brier: float, log: float
) -> None:
    found = score(_forecast([(0, probability)], 5, outcome))
    assert found is not None
    assert (found.brier, found.log) == (pytest.approx(brier), pytest.approx(log))
    assert not str(found.log).startswith("-")


def test_a_day_of_certainty_that_was_wrong_is_not_forgotten() -> None:
    found = score(_forecast([(0, "0"), (1, "0.9")], 9))
    assert found is not None
    assert found.log == pytest.approx((-math.log(0.01) - 9 * math.log(0.9)) / 10)
    assert found.brier == pytest.approx((1 + 9 * 0.01) / 10)


def test_moving_on_the_last_day_earns_a_days_worth() -> None:
    late = score(_forecast([(0, "0.5"), (9, "1")], 9))
    assert late is not None
    assert late.brier == pytest.approx(0.25 * 9 / 10)


def test_what_is_written_after_the_outcome_earns_nothing() -> None:
    assert score(_forecast([(0, "0.5"), (10, "1")], 9)) == score(_forecast([(0, "0.5")], 9))
    assert score(_forecast([(10, "1")], 9)) is None


def _dated(*steps: tuple[str, str], due: str, decided: str, outcome: str = "yes") -> Forecast:
    return Forecast.model_validate(
        {
            "resolves_on": due,
            "history": [{"date": on, "probability": p} for on, p in steps],
            "resolution": {"date": decided, "outcome": outcome},
        }
    )


def test_what_is_written_after_its_day_earns_nothing() -> None:
    """0.3 from 1 December, 0.99 on 2 January, due on 31 December, resolved in March."""
    found = score(
        _dated(
            ("2025-12-01", "0.3"), ("2026-01-02", "0.99"), due="2025-12-31", decided="2026-03-10"
        )
    )
    assert found is not None
    assert found.brier == pytest.approx(0.49)
    assert found.days == 31


def test_days_that_have_not_been_earn_nothing() -> None:
    told = _dated(("2025-12-01", "0.3"), due="2027-12-31", decided="2027-01-10")
    assert score_on(told, date(2026, 11, 29)) is None
    assert score_on(told, date(2027, 1, 10)) is not None


def test_an_estimate_of_a_month_counts_from_its_last_day() -> None:
    found = score(_dated(("2025-11", "0.3"), due="2025-12-31", decided="2025-12-31"))
    assert found is not None
    assert found.days == 32


def test_an_estimate_of_a_month_does_not_stand_before_a_later_one() -> None:
    """Which of the two was written last nobody knows; the one with a day was by then."""
    told = _dated(("2025-12", "0.9"), ("2025-12-15", "0.3"), due="2026-02-01", decided="2026-02-01")
    found = estimate_on(told, date(2025, 12, 20))
    assert found is not None
    assert str(found.probability) == "0.3"


def test_days_end_with_the_resolution_where_it_is_earlier() -> None:
    found = score(_dated(("2025-12-01", "0.3"), due="2025-12-31", decided="2025-12-10"))
    assert found is not None
    assert found.days == 10
    assert score(_dated(("2026-01-02", "0.9"), due="2025-12-31", decided="2026-03-10")) is None


@pytest.mark.parametrize("outcome", ["partly", "void"])
def test_neither_yes_nor_no_is_not_scored(outcome: str) -> None:
    assert score(_forecast([(0, "0.5")], 9, outcome)) is None


def test_nothing_is_scored_without_an_outcome_or_a_probability() -> None:
    assert score(_forecast([(0, "0.5")])) is None
    assert score(_forecast([], 9)) is None


@given(st.integers(0, 100), st.integers(0, 100))
def test_both_rules_are_proper(said: int, meant: int) -> None:
    """Whoever expects something at q expects the best score from saying q."""
    if said == meant:
        return

    def expected(percent: int) -> tuple[float, float]:
        q = meant / 100
        yes, no = (score(_forecast([(0, str(percent / 100))], 0, one)) for one in ("yes", "no"))
        assert yes is not None
        assert no is not None
        log = (q * yes.log if q else 0) + ((1 - q) * no.log if q < 1 else 0)
        return q * yes.brier + (1 - q) * no.brier, log

    assert expected(meant)[0] < expected(said)[0]
    if 0 < meant < 100 and 0 < said < 100:
        assert expected(meant)[1] < expected(said)[1]


@pytest.mark.parametrize(
    ("resolves_on", "expected"),
    [
        ("2026-11-22", ForecastState.overdue),
        ("2026-11-23", ForecastState.open),
        ("2026-11-24", ForecastState.open),
        ("2026-10", ForecastState.overdue),
        ("2026-11", ForecastState.open),
        ("2026", ForecastState.open),
        ("", ForecastState.open),
    ],
)
def test_how_a_forecast_stands(resolves_on: str, expected: ForecastState) -> None:
    today = date(2026, 11, 23)
    assert state(_forecast([(0, "0.5")], resolves_on=resolves_on), today) is expected
    for outcome in ("yes", "no", "partly", "void"):
        resolved = _forecast([(0, "0.5")], 3, outcome, resolves_on=resolves_on)
        assert state(resolved, today) is ForecastState.resolved


def test_a_calibration_needs_twenty_scored_forecasts() -> None:
    one = _forecast([(0, "0.7")], 9)
    assert ENOUGH == 20
    assert calibration([one] * 19) is None
    unscored = [_forecast([(0, "0.7")], 9, "void"), _forecast([(0, "0.7")]), _forecast([], 9)]
    assert calibration([one] * 19 + unscored * 5) is None
    (step,) = calibration([one] * 20 + unscored) or ()
    assert (step.n, step.came_true) == (20, 1)


@given(
    st.lists(
        st.tuples(PERCENTS, PERCENTS, st.sampled_from(["yes", "no"])), min_size=20, max_size=40
    )
)
def test_calibration_counts_what_was_said_last(said: list[tuple[str, str, str]]) -> None:
    """Steps of a fifth; what was written after the outcome is not what was said."""
    found = calibration(
        _forecast([(0, first), (5, last), (9, first)], 8, outcome) for first, last, outcome in said
    )
    assert found is not None
    assert sum(step.n for step in found) == len(said)
    assert all(one.high <= other.low for one, other in pairwise(found))
    for step in found:
        low, high = round(step.low * 100), round(step.high * 100)
        assert high - low == 20
        inside = [
            (float(last), outcome)
            for _, last, outcome in said
            if low <= round(float(last) * 100) < high or (last == "1.0" and high == 100)
        ]
        assert step.n == len(inside) > 0
        assert step.mean == pytest.approx(sum(p for p, _ in inside) / len(inside))
        true = sum(outcome == "yes" for _, outcome in inside)
        assert step.came_true == pytest.approx(true / len(inside))
