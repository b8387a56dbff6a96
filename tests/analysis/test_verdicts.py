"""Suggested verdicts: the table of the guide, case by case, and what must never matter."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from short_records import claim, item, source

from briefbook.analysis.origins import Origins
from briefbook.analysis.verdicts import Suggestion, Verdicts
from briefbook.model import Claim, Evidence, Verdict
from examples import examples

TODAY = date(2026, 11, 23)
LIBRARY = {name.lower(): source(name.lower(), name) for name in "ABCDEF"}
LIBRARY |= {f"{name.lower()}2": source(f"{name.lower()}2", name) for name in "ABCDEF"}
LIBRARY |= {
    "none": source("none"),
    "copy-of-b": source("copy-of-b", "B", derives_from=["b"]),
    "ann-here": source("ann-here", "B", speaker=["ann"]),
    "ann-there": source("ann-there", "C", speaker=["ann"]),
    "early": source("early", "B", published="2025-01-01"),
    "early-too": source("early-too", "B", published="2025-01-02"),
    "late": source("late", "A", published="2025-06-01"),
}
VERDICTS = Verdicts(LIBRARY, Origins(LIBRARY), lambda: TODAY)
SUPPORTED, CONTESTED, REFUTED = Verdict.supported, Verdict.contested, Verdict.refuted
PARTLY = Verdict.partly_supported
UNVERIFIED, OPEN, NOT_CHECKABLE = Verdict.unverified, Verdict.open, Verdict.not_checkable
PRO, PRO_TOO, CON = item("b"), item("c"), item("a", "disputes")
SET_ASIDE = item("a2", "disputes", answered="It predates the contract.")
UNCOUNTED = [
    item(name, stance) for name in ("a", "d") for stance in ("context", "silent", "misreports")
]


def _of(*items: Evidence, **fields: object) -> Suggestion:
    return VERDICTS.of(claim(*items, **fields))


@pytest.mark.parametrize(
    ("items", "verdict"),
    [
        ([], UNVERIFIED),
        ([PRO], SUPPORTED),
        ([PRO, PRO_TOO], SUPPORTED),
        ([CON], REFUTED),
        ([PRO, CON], CONTESTED),
        ([SET_ASIDE], UNVERIFIED),
        ([PRO, SET_ASIDE], SUPPORTED),
        ([CON, SET_ASIDE], REFUTED),
        ([PRO, CON, SET_ASIDE], CONTESTED),
        (UNCOUNTED, UNVERIFIED),
        ([PRO, *UNCOUNTED], SUPPORTED),
        ([CON, *UNCOUNTED], REFUTED),
        # A side that comes wholly from sources graded D or E, or is rated doubtful or improbable.
        ([item("d")], UNVERIFIED),
        ([item("e"), item("d2")], UNVERIFIED),
        ([item("e", "disputes")], UNVERIFIED),
        ([item("a", credibility="4")], UNVERIFIED),
        ([item("a", credibility="5"), item("d")], UNVERIFIED),
        ([item("a", via="e")], UNVERIFIED),  # the copy's letter counts
        ([item("e", via="a")], SUPPORTED),
        ([item("d"), item("c")], SUPPORTED),
        ([item("e", "disputes"), item("c", "disputes", credibility="3")], REFUTED),
        # F and 6 are unknown, not worst.
        ([item("f")], SUPPORTED),
        ([item("none")], SUPPORTED),
        ([item("b", credibility="6")], SUPPORTED),
    ],
)  # fmt: skip
def test_the_table(items: list[Evidence], verdict: Verdict) -> None:
    assert _of(*items).verdict is verdict


@pytest.mark.parametrize(
    ("items", "cautious"),
    [
        ([PRO], True),
        ([PRO, item("copy-of-b")], True),  # a repeat is no second witness
        ([item("ann-here"), item("ann-there")], True),  # nor is the same person elsewhere
        ([item("b", origin="ann"), item("c", origin="ann")], True),
        ([PRO, PRO_TOO], False),
        ([item("ann-here"), PRO], False),
        ([CON], True),
        ([CON, item("c", "disputes")], False),
        ([item("d")], True),
    ],
)
def test_one_origin_alone_leaves_room_for_unverified(items: list[Evidence], cautious: bool) -> None:
    assert (UNVERIFIED in _of(*items).allows) is cautious


@pytest.mark.parametrize("pro", "ABC")
@pytest.mark.parametrize("con", "ABC")
def test_refuted_needs_a_dispute_graded_at_least_as_well(pro: str, con: str) -> None:
    found = _of(item(pro.lower()), item(con.lower() + "2", "disputes"))
    assert found.verdict is CONTESTED
    assert (REFUTED in found.allows) is (con <= pro)
    assert SUPPORTED not in found.allows


def test_an_unknown_letter_outweighs_nothing() -> None:
    assert REFUTED not in _of(item("e"), item("c"), item("f", "disputes")).allows
    assert REFUTED not in _of(item("c"), item("none", "disputes")).allows


@pytest.mark.parametrize(("side", "verdict"), [("supports", SUPPORTED), ("disputes", REFUTED)])
def test_a_weak_side_still_leaves_room_for_its_verdict(side: str, verdict: Verdict) -> None:
    assert {verdict, UNVERIFIED, PARTLY} <= _of(item("d", side)).allows
    assert CONTESTED not in _of(item("d", side)).allows  # that takes evidence on both sides


@pytest.mark.parametrize(
    ("items", "said"),
    [
        ([], ["nothing stands for it or against it"]),
        ([PRO], ["1 independent origin (best grade B) for it", "nothing against it"]),
        ([PRO, PRO_TOO], ["2 independent origins (best grade B) for it", "nothing against it"]),
        ([PRO, item("copy-of-b")], ["1 independent origin (best grade B) for it"]),
        ([item("none")], ["1 independent origin (no known grade) for it"]),
        ([item("f"), item("c")], ["2 independent origins (best grade C) for it"]),
        ([CON], ["1 independent origin (best grade A) against it", "nothing for it"]),
        (
            [PRO, PRO_TOO, CON],
            [
                "2 independent origins (best grade B) for it",
                "1 independent origin (best grade A) against it",
            ],
        ),
        ([item("d")], ["1 independent origin (best grade D) for it", "weak"]),
    ],
)
def test_the_reason_names_the_counts(items: list[Evidence], said: list[str]) -> None:
    reason = _of(*items).reason
    assert all(words in reason for words in said), reason


POOL = [
    item(name, stance, **more)
    for name in LIBRARY
    for stance in ("supports", "disputes", "misreports")
    for more in (
        *({"credibility": number} for number in ("1", "4", "6")),
        {},
        {"origin": "ann"},
        {"via": "e"},
        {"answered": "It predates the contract."},
    )
    if stance == "disputes" or "answered" not in more
]
EVIDENCE = st.lists(st.sampled_from(POOL), max_size=6)
DAYS = st.sampled_from([{}, {"as_of": "2025-02-06"}])


def _counted(items: list[Evidence]) -> list[Evidence]:
    return [
        one
        for one in items
        if one.stance == "supports" or (one.stance == "disputes" and not one.answered)
    ]


@given(EVIDENCE, DAYS, st.randoms(use_true_random=False))
def test_the_order_of_evidence_never_matters(
    items: list[Evidence], as_of: dict[str, str], random: object
) -> None:
    shuffled = list(items)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    one, other = claim(*items, **as_of), claim(*shuffled, **as_of)
    assert VERDICTS.of(one) == VERDICTS.of(other)
    assert VERDICTS.in_hindsight(one) == VERDICTS.in_hindsight(other)


@given(EVIDENCE)
def test_what_stands_on_no_side_changes_nothing(items: list[Evidence]) -> None:
    assert _of(*_counted(items)) == _of(*items, *UNCOUNTED, SET_ASIDE)


@given(EVIDENCE.filter(bool), st.data())
def test_repeating_an_origin_changes_nothing(items: list[Evidence], data: st.DataObject) -> None:
    """A copy of what stands there already, with the grade that it has: the same in all words."""
    repeated = data.draw(st.sampled_from(items))
    read = repeated.via or repeated.source
    copy = source("copy", *LIBRARY[read].reliability, derives_from=[repeated.source])
    library = {**LIBRARY, "copy": copy}
    again = repeated.model_copy(update={"source": "copy", "via": None})
    found = Verdicts(library, Origins(library), lambda: TODAY).of(claim(*items, again))
    assert found == _of(*items)


def _letter(one: Evidence) -> str:
    grades = LIBRARY[one.via or one.source].reliability
    return str(grades[-1].grade) if grades else "none"


@settings(max_examples=examples(3))
@given(EVIDENCE)
def test_verdicts_equal_the_sentences_of_the_guide(items: list[Evidence]) -> None:
    """Of evidence without a side that is wholly weak beside another one."""
    pro = [one for one in _counted(items) if one.stance == "supports"]
    con = [one for one in _counted(items) if one.stance == "disputes"]
    weak = [
        all(one.credibility in (4, 5) or _letter(one) in "DE" for one in side)
        for side in (pro, con)
    ]
    found = _of(*items)
    assert {found.verdict, NOT_CHECKABLE} <= found.allows
    assert OPEN not in found.allows
    if pro and con:
        assert CONTESTED in found.allows
        assert any(weak) or found.verdict is CONTESTED
        return
    leads_to, is_weak = (SUPPORTED, weak[0]) if pro else (REFUTED, weak[1])
    origins = {origin for one in pro or con for origin in VERDICTS.origins.of_item(one)}
    assert found.verdict is (UNVERIFIED if is_weak else leads_to)
    assert (UNVERIFIED in found.allows) is (is_weak or len(origins) < 2)
    assert (leads_to in found.allows) is bool(pro or con)
    if origins:
        noun = "origin" if len(origins) == 1 else "origins"
        assert f"{len(origins)} independent {noun}" in found.reason


def _dated(*names: str, stance: str = "supports") -> Claim:
    return claim(*(item(name, stance) for name in names), as_of="2025-02-06")


def test_what_was_known_on_the_day_is_weighed_first() -> None:
    one = claim(item("early"), item("late", "disputes"), as_of="2025-02-06")
    assert VERDICTS.of(one).verdict is SUPPORTED
    assert VERDICTS.in_hindsight(one).verdict is CONTESTED
    assert "nothing against it" in VERDICTS.of(one).reason


def test_later_evidence_decides_nothing_where_there_was_none() -> None:
    assert VERDICTS.of(_dated("late")).verdict is UNVERIFIED
    assert VERDICTS.of(_dated("late", stance="disputes")).verdict is UNVERIFIED
    background = claim(item("early", "context"), item("late"), as_of="2025-02-06")
    assert VERDICTS.of(background).verdict is UNVERIFIED
    assert VERDICTS.in_hindsight(_dated("late")).verdict is SUPPORTED


def test_a_later_witness_is_not_counted_for_the_day() -> None:
    assert UNVERIFIED in VERDICTS.of(_dated("early", "late")).allows
    assert UNVERIFIED not in VERDICTS.in_hindsight(_dated("early", "late")).allows
    assert UNVERIFIED not in VERDICTS.of(_dated("early", "early-too")).allows


@pytest.mark.parametrize(
    ("resolves_on", "verdict"),
    [
        ("2026-11-22", SUPPORTED),  # its day is past, and the evidence speaks
        ("2026-11-23", OPEN),
        ("2026-11-24", OPEN),
        ("2026-10", SUPPORTED),
        ("2026", OPEN),
    ],
)
def test_a_forecast_is_open_until_its_day(resolves_on: str, verdict: Verdict) -> None:
    found = _of(PRO, PRO_TOO, kind="forecast", forecast={"resolves_on": resolves_on})
    assert found.verdict is verdict


def test_a_forecast_without_a_day_is_open() -> None:
    assert _of(PRO, kind="forecast").verdict is OPEN
    assert _of(PRO, kind="forecast", forecast={"review_on": "2026-01-01"}).verdict is OPEN


def test_only_a_forecast_is_open() -> None:
    for kind in ("fact", "assessment", "opinion"):
        assert OPEN not in _of(PRO, kind=kind).allows


@pytest.mark.parametrize(
    ("outcome", "verdict"), [("yes", SUPPORTED), ("no", REFUTED), ("partly", PARTLY)]
)
@pytest.mark.parametrize("resolves_on", ["2026-11-22", "2030"])
def test_the_verdict_follows_the_outcome(outcome: str, verdict: Verdict, resolves_on: str) -> None:
    """Whatever the evidence, also of a forecast that came out before its day."""
    resolution = {"date": "2026-11-01", "outcome": outcome}
    forecast = {"resolves_on": resolves_on, "resolution": resolution}
    for items in ([], [PRO, PRO_TOO], [CON], [PRO, CON]):
        found = _of(*items, kind="forecast", forecast=forecast)
        assert found.verdict is verdict
        assert found.allows == {verdict, NOT_CHECKABLE}
        assert outcome in found.reason


def test_a_void_forecast_is_neither_true_nor_false() -> None:
    resolution = {"date": "2026-11-01", "outcome": "void"}
    allows = _of(PRO, kind="forecast", forecast={"resolution": resolution}).allows
    assert not {SUPPORTED, REFUTED, CONTESTED, OPEN} & allows


def test_an_opinion_is_not_checkable() -> None:
    assert _of(PRO, kind="opinion").verdict is NOT_CHECKABLE
