"""Admiralty grades: letters and their history, what is unknown, and the best among items."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from short_records import item, source

from briefbook.analysis.grades import (
    LETTERS,
    best,
    current,
    item_grade,
    item_letter,
    letter,
    standing,
)
from briefbook.model import Evidence, Source
from briefbook.model.source import Grade

FIRST = date(2026, 1, 1)
LIBRARY = {name.lower(): source(name.lower(), name) for name in "ABCDEF"} | {"none": source("none")}
ITEMS = st.lists(
    st.builds(
        lambda name, number, via: item(
            name, **({"credibility": number} if number else {}), **({"via": via} if via else {})
        ),
        st.sampled_from([*LIBRARY, "unread"]),
        st.none() | st.sampled_from("123456"),
        st.none() | st.sampled_from(sorted(LIBRARY)),
    ),
    max_size=6,
)


def _dated(*steps: tuple[str, str]) -> Source:
    history = [{"grade": grade, **({"on": on} if on else {})} for grade, on in steps]
    return Source.model_validate({"id": "s", "title": "s", "reliability": history})


@given(st.lists(st.tuples(st.sampled_from("ABCDEF"), st.integers(0, 30)), max_size=5))
def test_the_letter_of_each_day_is_that_of_the_last_regrading(steps: list[tuple[str, int]]) -> None:
    """Against a calendar in which every day gets its letter."""
    steps = sorted(steps, key=lambda step: step[1])
    graded = _dated(*((grade, str(FIRST + timedelta(days=n))) for grade, n in steps))
    held = ""
    for n in range(32):
        held = next((grade for grade, on in reversed(steps) if on == n), held)
        found = standing(graded, FIRST + timedelta(days=n))
        assert (found.grade if found else "") == held
    now = current(graded)
    assert (now.grade if now else "") == held


def test_a_regrading_never_changes_the_days_before_it() -> None:
    before = _dated(("B", "2026-01-10"))
    after = _dated(("B", "2026-01-10"), ("E", "2026-02-10"))
    for n in range(40):
        assert standing(before, FIRST + timedelta(days=n)) == standing(
            after, FIRST + timedelta(days=n)
        )
    assert letter(after) is Grade.E


@pytest.mark.parametrize(
    ("on", "day", "held"),
    [
        ("", date(1900, 1, 1), True),  # without a date it has stood from the beginning
        ("2026-02", date(2026, 1, 31), False),
        ("2026-02", date(2026, 2, 1), True),
        ("2026-02-10", date(2026, 2, 9), False),
        ("2026-02-10", date(2026, 2, 10), True),
    ],
)
def test_from_which_day_on_a_letter_stands(on: str, day: date, held: bool) -> None:
    assert (standing(_dated(("B", on)), day) is not None) is held


def test_a_source_without_grade_has_none_on_any_day() -> None:
    assert standing(source("s"), FIRST) is current(source("s")) is current(None) is None


def test_what_cannot_be_judged_is_unknown_also_where_it_was_known_before() -> None:
    assert letter(source("s", "F")) is letter(source("s")) is letter(None) is None
    assert letter(source("s", "B", "F")) is None
    assert letter(source("s", "F", "B")) is Grade.B


def test_a_copy_lends_its_own_letter() -> None:
    assert item_letter(item("a", via="d"), LIBRARY) is Grade.D
    assert item_letter(item("e", via="b"), LIBRARY) is Grade.B
    assert item_letter(item("a", via="f"), LIBRARY) is None
    assert item_letter(item("a"), LIBRARY) is Grade.A


@given(ITEMS)
def test_the_best_letter_is_the_first_of_those_known(items: list[Evidence]) -> None:
    letters = [
        str(found)
        for one in items
        if str(one.credibility) not in "45"
        and (found := item_letter(one, LIBRARY))
        and found != Grade.F
    ]
    assert best(items, LIBRARY) == (min(letters) if letters else None)


@given(ITEMS, st.randoms(use_true_random=False))
def test_order_never_matters(items: list[Evidence], random: object) -> None:
    shuffled = list(items)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert best(shuffled, LIBRARY) is best(items, LIBRARY)


@given(ITEMS, st.sampled_from(["f", "none", "unread"]))
def test_what_is_unknown_neither_lifts_nor_lowers(items: list[Evidence], unknown: str) -> None:
    assert best([*items, item(unknown)], LIBRARY) is best(items, LIBRARY)


def test_unknown_is_not_worst_and_a_truth_not_judged_is_not_doubtful() -> None:
    assert best([item("e"), item("f")], LIBRARY) is Grade.E
    assert best([item("f")], LIBRARY) is None
    assert best([item("b", credibility="6"), item("c", credibility="1")], LIBRARY) is Grade.B
    assert best([item("b", credibility="4"), item("c")], LIBRARY) is Grade.C
    assert best([item("b", credibility="5")], LIBRARY) is None
    assert best([], LIBRARY) is None


def test_letters_that_can_be_compared_leave_out_the_unknown() -> None:
    assert [str(one) for one in LETTERS] == list("ABCDE")


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (item("b", credibility="2"), "B2"),
        (item("b"), "B, not rated"),
        (item("f", credibility="6"), "F6"),
        (item("f"), "F, not rated"),
        (item("none", credibility="2"), "ungraded"),
        (item("unread"), "ungraded"),
        (item("a", via="c", credibility="3"), "C3"),
    ],
)
def test_letter_and_number_stand_side_by_side(one: Evidence, said: str) -> None:
    assert item_grade(one, LIBRARY) == said
