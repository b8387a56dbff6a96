"""Alarms on changes that deserve a second look, and silence on those that do not."""

import pytest
from every_kind import BASE, EDITS, OFFICE, OTHER, SOURCES, Files, Replacement, edited, edition

from briefbook.analysis.signoffs import SignedBrief
from briefbook.diff import compare
from briefbook.lint import alarms

_GRADES = "reliability: {grade: B, because: A named reporter was there.}"
_TWO_GRADES = (
    "reliability:\n    - {grade: C, on: 2026-01-10, because: It was new.}\n"
    "    - {grade: B, on: 2026-03-01, because: A named reporter was there.}"
)
_VERDICT = (OFFICE, "verdict: contested", "verdict: supported")
_SUPPORTED = edited(
    (OFFICE, "verdict: contested\n    flaw: overstated", "verdict: supported"),
    (OFFICE, "confidence: high\n    evidence", "confidence: moderate\n    evidence"),
)
_CORRECTION = (
    "  - {{date: 2026-11-20, kind: correction, severity: substantive, records: [{}], "
    "reason: We looked again.}}\n"
)


def _codes(before: Files, *edits: Replacement) -> set[str]:
    found = alarms(compare(edition(before), edition(edited(*edits, base=before))))
    return {item.finding.kind.code for item in found.findings}


def _corrected(*records: str) -> Replacement:
    return OFFICE, "corrections:\n", "corrections:\n" + _CORRECTION.format(", ".join(records))


@pytest.mark.parametrize(
    "edit",
    [
        (OFFICE, "    verdict: contested", "    claimant: officer\n    verdict: contested"),
        (OFFICE, "    kind: fact\n    verdict: contested", "    kind: opinion\n"
         "    verdict: contested"),
        (OFFICE, "    verdict: contested", "    as_of: 2026-01-10\n    verdict: contested"),
        (OFFICE, "    verdict: contested", "    said: It opened\n    verdict: contested"),
        (OFFICE, "It opened, and it is small.", "It never opened."),
        (OFFICE, "title: The bank's new office", "title: The bank has no office"),
        (OFFICE, "published: 2026-10-01", "published: 2026-10-01\nscale: phia"),
    ],
    ids=["claimant", "kind", "as of", "said", "bottom line", "title", "scale"],
)  # fmt: skip
def test_readers_are_told_of_what_they_were_told_otherwise(edit: Replacement) -> None:
    assert "CHG003" in _codes(BASE, edit)


def test_a_correction_counts_for_the_records_that_it_names() -> None:
    assert "CHG003" in _codes(BASE, _VERDICT, _corrected("ten-rooms"))
    assert "CHG003" in _codes(BASE, _VERDICT, _corrected())
    assert "CHG003" not in _codes(BASE, _VERDICT, _corrected("opened"))
    where, old, new = _corrected("opened")
    assert "CHG003" in _codes(BASE, _VERDICT, (where, old, new.replace("substantive", "minor")))
    summary = (OFFICE, "It opened, and it is small.", "It never opened.")
    assert "CHG003" not in _codes(BASE, summary, _corrected("opened"))


def test_another_scale_is_another_range_and_voids_signoffs_of_judgments() -> None:
    edit = (OFFICE, "published: 2026-10-01", "published: 2026-10-01\nscale: phia")
    before, after = edition(BASE), edition(edited(edit))
    moved = [one for one in compare(before, after).changes if one.kind == "likelihood-moved"]
    assert [(one.record, one.before, one.after) for one in moved] == [
        ("second-office", "likely (55–80 %), 60 %", "likely (55–75 %), 60 %")
    ]
    hashes = [SignedBrief(read.briefs["office"]).hash("second-office") for read in (before, after)]
    assert hashes[0] != hashes[1]


@pytest.mark.parametrize(
    "edits",
    [
        EDITS["forecast-removed"],
        EDITS["forecast-changed"],
        ((OFFICE, "resolves_on: 2027-12-31", "resolves_on: 2035-12-31"),),
        ((OFFICE, "        - {date: 2026-10-01", "        - {date: 2026-09-01, probability: 0.9, "
          "because: It was clear.}\n        - {date: 2026-10-01"),),
        EDITS["correction-removed"],
    ],
    ids=["the whole forecast", "its criteria", "its day", "a back-dated entry", "a correction"],
)  # fmt: skip
def test_the_past_stays_as_it_was(edits: tuple[Replacement, ...]) -> None:
    assert "CHG005" in _codes(BASE, *edits)


def test_an_outcome_stays_as_it_was() -> None:
    resolved = edited(*EDITS["forecast-resolved"])
    assert "CHG005" in _codes(resolved, (OFFICE, "outcome: 'yes'", "outcome: 'no'"))
    line = "      resolution: {date: 2026-11-20, outcome: 'yes', because: It opened.}\n"
    assert "CHG005" in _codes(resolved, (OFFICE, line, ""))
    assert "CHG005" not in _codes(BASE, *EDITS["forecast-resolved"])
    assert "CHG005" not in _codes(BASE, *EDITS["probability-moved"])


def test_an_outcome_that_is_corrected_openly_raises_no_alarm() -> None:
    resolved = edited(*EDITS["forecast-resolved"])
    entry = (
        "corrections:\n  - {date: 2026-11-25, kind: correction, severity: substantive, "
        "records: [second-office], was: It opened., now: It did not., reason: A misreading.}\n"
    )
    flipped, owned = (OFFICE, "outcome: 'yes'", "outcome: 'no'"), (OFFICE, "corrections:\n", entry)
    assert "CHG005" not in _codes(resolved, flipped, owned)
    assert "CHG005" in _codes(resolved, flipped, (OFFICE, "corrections:\n",
                              entry.replace("second-office", "stays-so")))  # fmt: skip
    gone = (
        OFFICE,
        "      resolution: {date: 2026-11-20, outcome: 'yes', because: It opened.}\n",
        "",
    )
    assert "CHG005" in _codes(resolved, gone, owned)


def test_a_published_brief_is_not_taken_back() -> None:
    for status in ("draft", "in-review"):
        assert "CHG004" in _codes(BASE, (OFFICE, "status: published", f"status: {status}"))
    drafted = edited((OFFICE, "status: published", "status: draft"))
    assert "CHG004" not in _codes(drafted, (OFFICE, "status: draft", "status: in-review"))


def test_an_old_address_goes_on_leading_to_a_renamed_brief() -> None:
    renamed = edited((OTHER, "title: What", "renamed_from: [banks]\ntitle: What"))
    assert "CHG004" in _codes(renamed, (OTHER, "renamed_from: [banks]\n", ""))


def test_a_source_of_a_published_brief_does_not_vanish() -> None:
    assert "CHG004" in _codes(BASE, (OFFICE, "  - {id: handout, title: Handout of the opening}\n",
                                     "  - {id: other, title: Something else}\n"))  # fmt: skip


def test_a_record_that_became_one_of_another_sort_keeps_its_address() -> None:
    line = "  - {id: stays-so, statement: Rents stay as they are., if_wrong: The estimate falls.}"
    claim = (
        "  - {id: stays-so, statement: Rents stay as they are., kind: fact, verdict: open}\n"
        "barriers:\n"
    )
    other = "  - {id: no-crisis, statement: No crisis comes.}"
    assert "CHG004" not in _codes(
        BASE, (OFFICE, line, other), (OFFICE, "barriers:\n", claim)
    )  # fmt: skip


def test_the_order_of_grades_is_meaning() -> None:
    graded = edited((SOURCES, _GRADES, _TWO_GRADES))
    first, second = _TWO_GRADES.splitlines()[1:]
    swapped = (SOURCES, f"{first}\n{second}", f"{second}\n{first}")
    found = compare(edition(graded), edition(edited(swapped, base=graded)))
    assert "source-regraded" in {change.kind for change in found.changes}


def test_a_grade_taken_away_is_a_regrading() -> None:
    assert "CHG007" in _codes(BASE, (SOURCES, f"  {_GRADES}\n", ""))


@pytest.mark.parametrize(
    "edit",
    [
        (OFFICE, "    reasoning: The reports agree.\n", ""),
        (OFFICE, "note: It names the street.\n        quote",
         "note: It names the street.\n        locator: page 2\n        quote"),
    ],
    ids=["a reason taken away", "where it stands"],
)  # fmt: skip
def test_these_are_no_reasons_for_a_verdict_to_move(edit: Replacement) -> None:
    assert "CHG001" in _codes(BASE, _VERDICT, edit)


def test_these_are_reasons_for_a_verdict_to_move() -> None:
    for edit in (
        (OFFICE, "The reports agree.", "Two reports agree, and the door was seen open."),
        (OFFICE, "note: It names the street.", "note: It names the street and the house."),
    ):
        assert "CHG001" not in _codes(BASE, _VERDICT, edit)


def test_a_point_within_the_same_term_is_no_move_without_reason() -> None:
    vague = edited((OFFICE, "{term: likely, probability: 0.6}", "{term: likely}"))
    sharp = (OFFICE, "{term: likely}", "{term: likely, probability: 0.7}")
    assert "CHG001" not in _codes(vague, sharp)
    assert "CHG001" in _codes(vague, (OFFICE, "{term: likely}", "{term: unlikely}"))


def test_what_speaks_against_a_verdict_is_answered() -> None:
    turned = (OFFICE, "stance: supports, note: It repeats", "stance: disputes, note: It repeats")
    assert "CHG002" in _codes(_SUPPORTED, turned)
    surer = (OFFICE, "confidence: moderate\n    evidence", "confidence: high\n    evidence")
    less = (OFFICE, "confidence: moderate\n    evidence", "confidence: low\n    evidence")
    assert "CHG002" in _codes(_SUPPORTED, turned, surer)
    assert "CHG002" not in _codes(_SUPPORTED, turned, less)
    reasoned = (OFFICE, "The reports agree.", "The second report only repeats the first.")
    assert "CHG002" not in _codes(_SUPPORTED, turned, reasoned)


@pytest.mark.parametrize(
    ("was", "now", "leaps"),
    [
        ("{range: [0.2, 0.3]}", "{range: [0.95, 0.99]}", True),
        ("{term: unlikely}", "{range: [0.95, 0.99]}", True),
        ("{probability: 0.1}", "{probability: 0.9}", True),
        ("{range: [0.2, 0.3]}", "{range: [0.3, 0.5]}", False),
        ("{term: likely}", "{range: [0.5, 0.7]}", False),
    ],
)
def test_numbers_leap_like_terms(was: str, now: str, leaps: bool) -> None:
    said = edited((OFFICE, "{term: likely, probability: 0.6}", was))
    assert ("CHG008" in _codes(said, (OFFICE, was, now))) is leaps


def test_a_barrier_that_will_end_still_stands() -> None:
    for end, kind in (("2026-11-01", "barrier-lifted"), ("2030-12-31", "barrier-redated")):
        after = edited((OFFICE, "2026-01-01/..", f"2026-01-01/{end}"))
        found = compare(edition(BASE), edition(after))
        assert kind in {change.kind for change in found.changes}
