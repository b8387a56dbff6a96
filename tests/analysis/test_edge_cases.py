"""Cases at the edge of what the guide says: each was once computed otherwise."""

from datetime import date

import pytest
from chains import PAST, Chains
from short_records import brief, claim, item, library, source

from briefbook.analysis.chronology import split
from briefbook.analysis.forecasts import calibration, estimate_on
from briefbook.analysis.hypothesis_ranking import rank_hypotheses
from briefbook.analysis.likelihood import view
from briefbook.analysis.near_duplicates import near_duplicates
from briefbook.analysis.origins import Origins
from briefbook.analysis.self_sourced import self_sourced
from briefbook.analysis.verdicts import Verdicts
from briefbook.corpus import Target
from briefbook.model import Likelihood, Verdict
from briefbook.model.forecast import Forecast
from briefbook.model.hypothesis import Hypotheses
from briefbook.text.likeness import signs_of


def _twice_a_day() -> Forecast:
    return Forecast.model_validate(
        {
            "history": [
                {"date": "2026-01-01", "probability": "0.2"},
                {"date": "2026-01-01", "probability": "0.7"},
            ],
            "resolution": {"date": "2026-01-05", "outcome": "yes"},
        }
    )


def test_of_two_entries_on_one_day_the_last_stands() -> None:
    found = estimate_on(_twice_a_day(), date(2026, 1, 2))
    assert found
    assert str(found.probability) == "0.7"


def test_calibration_uses_the_last_entry_of_a_day() -> None:
    (step,) = calibration([_twice_a_day()] * 20, date.max) or ()
    assert step.mean == pytest.approx(0.7)


LIB = {n.lower(): source(n.lower(), n) for n in "ABCDEF"}
LIB["early"] = source("early", "B", published="2025-01-01")
LIB["late"] = source("late", "A", published="2025-06-01")
V = Verdicts(LIB, Origins(LIB), lambda: date(2026, 11, 23))


@pytest.mark.parametrize(
    ("pro", "con", "verdict"),
    [("b", "e", Verdict.supported), ("e", "b", Verdict.refuted), ("d", "e", Verdict.unverified)],
)
def test_a_weak_side_suggests_nothing_beside_another(pro: str, con: str, verdict: Verdict) -> None:
    assert V.of(claim(item(pro), item(con, "disputes"))).verdict is verdict


def test_later_evidence_decides_nothing_beside_an_answered_dispute_of_the_day() -> None:
    one = claim(item("early", "disputes", answered="Why."), item("late"), as_of="2025-02-06")
    assert V.of(one).verdict is Verdict.unverified
    assert V.in_hindsight(one).verdict is Verdict.supported


def test_an_unknown_letter_takes_part_in_no_comparison() -> None:
    assert Verdict.refuted not in V.of(claim(item("f"), item("c", "disputes"))).allows


def _h(*rows: dict[str, str]) -> Hypotheses:
    return Hypotheses.model_validate(
        {
            "id": "h",
            "question": "Q?",
            "options": [{"id": "plan", "statement": "S."}, {"id": "bluff", "statement": "S."}],
            "matrix": [{"evidence": f"e{n}", "ratings": r} for n, r in enumerate(rows)],
        }
    )


def test_a_row_that_decides_the_ranking_is_not_flagged() -> None:
    found = rank_hypotheses(_h({"plan": "very inconsistent", "bluff": "not applicable"}), {})
    assert [(o.option, o.rank) for o in found.standings] == [("bluff", 1), ("plan", 2)]
    assert found.rows[0].diagnosticity > 0


def test_a_claim_without_claimant_that_only_its_text_makes_is_self_sourced() -> None:
    known = library(source("seed"))
    assert self_sourced(claim(item("seed"), appearance="seed"), brief(), known)
    assert not self_sourced(claim(item("seed")), brief(), known)


def alike(one: str, other: str) -> bool:
    return [found.later for found in near_duplicates({0: signs_of(one), 1: signs_of(other)})] == [1]


S = (
    "{} signed a large agreement about joint research with universities near Moscow and Kazan "
    "before winter"
)


def test_the_first_name_counts_too() -> None:
    assert not alike(S.format("Sberbank"), S.format("Gazprom"))


B = (
    "The bank {} open its planned research office near the large university before winter "
    "together with partners"
)


@pytest.mark.parametrize("word", ["didn't", "didn’t", "won't", "doesn’t", "can't"])
def test_short_forms_of_not(word: str) -> None:
    other = word.replace("n't", "").replace("n’t", "")
    assert not alike(B.format(other), B.format(word))


R = (
    "Крупнейший банк страны{} открыл новый исследовательский центр вместе с учёными большого "
    "китайского университета"
)


def test_russian_denial() -> None:
    assert not alike(R.format(""), R.format(" не"))


C = "俄罗斯最大的银行宣布{}与中国科学家合作研究人工智能和大型语言模型"


@pytest.mark.parametrize("no", ["不", "没有", "未"])
def test_chinese_denial(no: str) -> None:
    assert not alike(C.format(""), C.format(no))


@pytest.mark.parametrize("start", ["2025年", "AI"])
def test_chinese_after_a_digit_or_a_latin_letter(start: str) -> None:
    text = start + C.format("")
    assert alike(text, text)


def test_arabic_and_japanese_without_capitals() -> None:
    one = "افتتح البنك الكبير مكتبا جديدا في الشارع الرئيسي للعاصمة خلال الربيع الماضي"
    assert alike(one, one + " رسميا")


def test_a_stale_brief_never_marks_its_own_records() -> None:
    found = (
        Chains(
            {"p": {"review_by": PAST}},
            {
                "p": {"c1": {}, "j1": {"depends_on": ["c1"]}},
                "q": {"j1": {"depends_on": ["p#c1"]}},
            },
        )
        .edition()
        .staleness
    )
    assert Target("record", "j1", "p") not in found.through


def test_an_impossible_thing_is_said_in_percent() -> None:
    assert view(Likelihood.model_validate({"probability": "0"}), "icd203").text == "0 %"


def test_the_band_ends_on_the_ruler() -> None:
    start, length, _ = view(
        Likelihood.model_validate({"term": "virtually certain"}), "ipcc"
    ).on_ruler(120)
    assert float(start) + float(length) <= 120


def test_as_of_defaults_to_the_day_the_claim_was_made() -> None:
    lib = {
        "seed": source("seed", published="2025-02-06"),
        "late": source("late", published="2025-06"),
    }
    one = claim(item("late"), appearance="seed")
    assert split(one, lib)[1]
