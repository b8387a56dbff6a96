"""Competing hypotheses: against a second computation, and what Heuer's method promises."""

from collections.abc import Mapping
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from short_records import claim, item, source

from briefbook.analysis.hypothesis_ranking import (
    WEIGHTS,
    HypothesisRanking,
    rank_hypotheses,
    weights_of,
)
from briefbook.model.hypothesis import Hypotheses
from briefbook.model.source import Grade

OPTIONS = ["signal", "plan", "bluff", "error"]
FITS = ["very inconsistent", "inconsistent", "neutral", "consistent", "very consistent"]
COST = {"very inconsistent": 2, "inconsistent": 1}
Rows = list[dict[str, str]]


def _record(options: list[str], rows: Rows, order: list[int] | None = None) -> Hypotheses:
    named = [{"evidence": f"e{n}", "ratings": ratings} for n, ratings in enumerate(rows)]
    return Hypotheses.model_validate(
        {
            "id": "h",
            "question": "Q?",
            "options": [{"id": name, "statement": "S."} for name in options],
            "matrix": [named[n] for n in order] if order else named,
        }
    )


@st.composite
def _matrices(draw: st.DrawFn, ratings: list[str] = FITS) -> tuple[list[str], Rows]:
    options = draw(st.permutations(OPTIONS))[: draw(st.integers(2, 4))]
    row = st.fixed_dictionaries({name: st.sampled_from(ratings) for name in options})
    return options, draw(st.lists(row, max_size=5))


MATRICES = _matrices()
WEIGHED = st.lists(st.none() | st.sampled_from(sorted(WEIGHTS.values())), min_size=5, max_size=5)


def _weights(values: list[Fraction | None]) -> dict[str, Fraction | None]:
    return {f"e{n}": value for n, value in enumerate(values)}


def _even(rows: Rows) -> Mapping[str, Fraction | None]:
    return {f"e{n}": Fraction(1) for n in range(len(rows))}


def _ranks(comparison: HypothesisRanking) -> dict[str, int]:
    return {one.option: one.rank for one in comparison.standings}


@given(_matrices([*FITS, "not applicable"]), WEIGHED)
def test_equals_a_second_computation(
    matrix: tuple[list[str], Rows], values: list[Fraction | None]
) -> None:
    """Sums by column instead of by row; a rank is the place in the sorted scores."""
    options, rows = matrix
    found = rank_hypotheses(_record(options, rows), _weights(values))
    columns = {name: [COST.get(row[name], 0) for row in rows] for name in options}
    plain = {name: sum(column) for name, column in columns.items()}
    weighted = {
        name: sum(cost * value for cost, value in zip(column, values, strict=False) if value)
        for name, column in columns.items()
    }
    assert {one.option for one in found.standings} == set(options)
    for one in found.standings:
        assert one.score == plain[one.option]
        assert one.weighted == weighted[one.option]
        assert one.rank == sorted(plain.values()).index(one.score) + 1
        assert one.weighted_rank == sorted(weighted.values()).index(one.weighted) + 1
    assert [row.evidence for row in found.rows] == [f"e{n}" for n in range(len(rows))]
    assert [row.weight for row in found.rows] == values[: len(rows)]
    assert found.unknown_weights == values[: len(rows)].count(None)


@given(MATRICES, WEIGHED, st.data())
def test_order_never_matters(
    matrix: tuple[list[str], Rows], values: list[Fraction | None], data: st.DataObject
) -> None:
    options, rows = matrix
    order = data.draw(st.permutations(range(len(rows))))
    one = rank_hypotheses(_record(options, rows), _weights(values))
    turned = [dict(reversed(row.items())) for row in rows]
    other = rank_hypotheses(
        _record(data.draw(st.permutations(options)), turned, list(order)), _weights(values)
    )
    by_name = sorted(one.standings, key=lambda found: found.option)
    assert sorted(other.standings, key=lambda found: found.option) == by_name
    assert [found.rank for found in other.standings] == [found.rank for found in one.standings]
    for row, same in zip(sorted(other.rows, key=lambda row: row.evidence), one.rows, strict=True):
        assert {*row.first_without} == {*same.first_without}
        assert (row.diagnosticity, row.weight) == (same.diagnosticity, same.weight)


@given(MATRICES)
def test_a_row_is_named_where_others_would_stand_first_without_it(
    matrix: tuple[list[str], Rows],
) -> None:
    options, rows = matrix
    found = rank_hypotheses(_record(options, rows), {})
    for index, row in enumerate(found.rows):
        left = rank_hypotheses(_record(options, rows[:index] + rows[index + 1 :]), {})
        changes = {*left.first} != {*found.first}
        assert {*row.first_without} == ({*left.first} if changes else set())


@given(MATRICES)
def test_weights_of_one_give_the_ranking_without_weights(matrix: tuple[list[str], Rows]) -> None:
    options, rows = matrix
    for one in rank_hypotheses(_record(options, rows), _even(rows)).standings:
        assert one.weighted == one.score
        assert one.weighted_rank == one.rank


@given(MATRICES, WEIGHED)
def test_the_least_inconsistent_comes_first(
    matrix: tuple[list[str], Rows], values: list[Fraction | None]
) -> None:
    options, rows = matrix
    standings = rank_hypotheses(_record(options, rows), _weights(values)).standings
    assert [one.score for one in standings] == sorted(one.score for one in standings)
    assert [one.rank for one in standings] == sorted(one.rank for one in standings)


@given(MATRICES, st.sampled_from(["neutral", "consistent", "very consistent"]), st.data())
def test_what_fits_proves_nothing(
    matrix: tuple[list[str], Rows], fits: str, data: st.DataObject
) -> None:
    """However much speaks for a hypothesis: only what is inconsistent counts."""
    options, rows = matrix
    favoured = data.draw(st.sampled_from(options))
    more = {name: fits if name == favoured else "neutral" for name in options}
    before = rank_hypotheses(_record(options, rows), {})
    after = rank_hypotheses(_record(options, [*rows, more, more]), {})
    assert after.standings == before.standings


@given(MATRICES)
def test_a_row_is_flagged_just_when_all_its_ratings_are_the_same(
    matrix: tuple[list[str], Rows],
) -> None:
    options, rows = matrix
    for row, found in zip(rows, rank_hypotheses(_record(options, rows), {}).rows, strict=True):
        places = [FITS.index(rating) for rating in row.values()]
        assert found.diagnosticity == max(places) - min(places)
        assert (found.diagnosticity == 0) is (len(set(row.values())) == 1)


@given(MATRICES)
def test_a_flagged_row_could_be_left_out(matrix: tuple[list[str], Rows]) -> None:
    options, rows = matrix
    found = rank_hypotheses(_record(options, rows), _even(rows))
    telling = [row for row, value in zip(rows, found.rows, strict=True) if value.diagnosticity]
    without = rank_hypotheses(_record(options, telling), _even(telling))
    assert _ranks(without) == _ranks(found)


def test_a_table_by_hand() -> None:
    rows: Rows = [
        {"signal": "consistent", "plan": "inconsistent", "bluff": "very inconsistent"},
        {"signal": "inconsistent", "plan": "very consistent", "bluff": "neutral"},
        {"signal": "consistent", "plan": "consistent", "bluff": "consistent"},
        {"signal": "very inconsistent", "plan": "inconsistent", "bluff": "not applicable"},
    ]
    weights = {"e0": Fraction(1, 5), "e1": Fraction(1), "e2": Fraction(1), "e3": None}
    found = rank_hypotheses(_record(["signal", "plan", "bluff"], rows), weights)
    table = [(o.option, o.score, o.rank, o.weighted, o.weighted_rank) for o in found.standings]
    assert table == [
        ("plan", 2, 1, Fraction(1, 5), 1),
        ("bluff", 2, 1, Fraction(2, 5), 2),
        ("signal", 3, 3, Fraction(1), 3),
    ]
    assert [row.diagnosticity for row in found.rows[:3]] == [3, 3, 0]
    assert found.unknown_weights == 1


def test_ties_share_a_rank_and_stand_in_reading_order() -> None:
    rows: Rows = [{"plan": "inconsistent", "error": "inconsistent", "bluff": "neutral"}]
    found = rank_hypotheses(_record(["plan", "bluff", "error"], rows), {})
    assert [(one.option, one.rank) for one in found.standings] == [
        ("bluff", 1),
        ("plan", 2),
        ("error", 2),
    ]
    rows = [{"plan": "inconsistent"}, {"error": "inconsistent"}]
    weights = {"e0": Fraction(1), "e1": Fraction(1, 5)}
    found = rank_hypotheses(_record(["plan", "error"], rows), weights)
    assert [(one.option, one.rank) for one in found.standings] == [("plan", 1), ("error", 1)]


def test_without_rows_all_are_equal() -> None:
    found = rank_hypotheses(_record(OPTIONS, []), {})
    assert {one.rank for one in found.standings} == {one.weighted_rank for one in found.standings}
    assert _ranks(found) == dict.fromkeys(OPTIONS, 1)


def test_each_letter_counts_a_fifth_less_and_the_unknown_has_no_weight() -> None:
    assert {grade: WEIGHTS.get(grade) for grade in Grade} == {
        Grade.A: 1,
        Grade.B: Fraction(4, 5),
        Grade.C: Fraction(3, 5),
        Grade.D: Fraction(2, 5),
        Grade.E: Fraction(1, 5),
        Grade.F: None,
    }


LIBRARY = {name.lower(): source(name.lower(), name) for name in "ABCDEF"} | {"none": source("none")}
BOTH = (item("c"), item("b"), item("a", "disputes"), item("a", "context"))


@pytest.mark.parametrize(
    ("evidence", "weight"),
    [
        ("a", Fraction(1)),
        ("e", Fraction(1, 5)),
        ("f", None),
        ("none", None),
        ("unread", None),
        ("supported", Fraction(4, 5)),  # its best letter for it
        ("refuted", Fraction(1)),  # its best against it
        ("contested", Fraction(1)),
        ("doubtful", Fraction(3, 5)),
        ("unverified", None),  # nothing carries it
        ("unknown", None),
        ("other-brief#supported", Fraction(2, 5)),
    ],
)
def test_the_weight_of_a_row(evidence: str, weight: Fraction | None) -> None:
    claims = {
        "supported": claim(*BOTH),
        "refuted": claim(*BOTH, verdict="refuted"),
        "contested": claim(*BOTH, verdict="contested"),
        "doubtful": claim(item("a", credibility="5"), item("c")),
        "unverified": claim(*BOTH, verdict="unverified"),
        "unknown": claim(item("f"), item("none")),
        "other-brief#supported": claim(item("d")),
    }
    record = Hypotheses.model_validate(
        {
            "id": "h",
            "question": "Q?",
            "options": [],
            "matrix": [{"evidence": evidence, "ratings": {}}],
        }
    )
    assert weights_of(record, LIBRARY, claims) == {evidence: weight}
