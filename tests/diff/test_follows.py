"""What follows from a change: each cause where it belongs, directly or through another record."""

import pytest
from every_kind import BASE, EDITS, OFFICE, OTHER, SOURCES, Replacement, edited, edition

from briefbook.analysis.changes import Change
from briefbook.diff import compare

_BARE = "    confidence: low\n  - id: dropped-idea"
_CHAIN = edited((OFFICE, _BARE, _BARE.replace("\n", "\n    depends_on: [second-office]\n", 1)))
_VERDICT = (OFFICE, "verdict: contested", "verdict: supported")


def _following(*edits: Replacement) -> list[Change]:
    changes = compare(edition(_CHAIN), edition(edited(*edits, base=_CHAIN))).changes
    return [change for change in changes if change.knock_on]


def _told(*edits: Replacement) -> set[tuple[str, str, str]]:
    return {(one.record, one.cause, one.after or "") for one in _following(*edits)}


def test_what_lies_between_is_named() -> None:
    moved = "opened: verdict moved, contested → supported"
    assert _told(_VERDICT) == {
        ("second-office", "office#opened", moved),
        ("small-bank", "office#opened",
         "opened, through second-office: verdict moved, contested → supported"),
        ("banks-open", "office#opened", f"office#{moved}"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("holds", "verdict", "said"),
    [
        ("true", "supported", " (in its favour)"),
        ("false", "supported", " (against it)"),
        ("true", "refuted", " (against it)"),
        ("false", "refuted", " (in its favour)"),
        ("true", "open", ""),
    ],
)
def test_which_way_a_verdict_moves_what_leans_on_it(holds: str, verdict: str, said: str) -> None:
    leaning = (
        OFFICE,
        "depends_on: [opened, stays-so]",
        f"depends_on: [{{record: opened, holds: {holds}}}, stays-so]",
    )
    base = edited(leaning)
    after = edited((OFFICE, "verdict: contested", f"verdict: {verdict}"), base=base)
    found = [one for one in compare(edition(base), edition(after)).changes if one.knock_on]
    told = {one.record: one.after for one in found}
    assert told["second-office"] == f"opened: verdict moved, contested → {verdict}{said}"
    chained = compare(
        edition(edited(leaning, base=_CHAIN)),
        edition(
            edited(leaning, (OFFICE, "verdict: contested", f"verdict: {verdict}"), base=_CHAIN)
        ),
    )
    through = next(one for one in chained.changes if one.knock_on and one.record == "small-bank")
    assert (through.after or "").endswith(f"→ {verdict}{said}")


def test_a_claim_that_loses_a_side_moves_what_leans_on_it_whatever_its_verdict_says() -> None:
    critic = (
        "{source: critic, stance: disputes, note: The door was locked., answered: On a Sunday.}"
    )
    told = {record: said for record, _, said in _told((OFFICE, f"      - {critic}\n", ""))}
    assert told["second-office"].startswith("opened: origins moved")
    lone = "      - {source: critic, stance: disputes, note: The door was locked.}\n"
    base = edited((OFFICE, f"      - {critic}\n", lone), (OFFICE, "depends_on: [opened, stays-so]",
                  "depends_on: [{record: opened, holds: false}, stays-so]"))  # fmt: skip
    found = compare(edition(base), edition(edited((OFFICE, lone, ""), base=base))).changes
    (leaning,) = [one for one in found if one.record == "second-office"]
    assert (leaning.after or "").endswith("(against it)")
    repeat = "      - {source: newspaper-copy, stance: supports, note: It repeats the agency.}\n"
    assert "second-office" not in {record for record, *_ in _told((OFFICE, repeat, ""))}


def test_every_cause_that_a_record_names_is_told() -> None:
    both = _told(_VERDICT, *EDITS["assumption-reworded"])
    causes = {cause for record, cause, _ in both if record == "second-office"}
    assert causes == {"office#opened", "office#stays-so"}


def test_a_slip_mended_in_a_record_does_not_hide_what_follows() -> None:
    slip = (OFFICE, "because: Two offices were planned.", "because: Two offices were once planned.")
    assert "second-office" in {record for record, _, _ in _told(_VERDICT, slip)}


def test_a_record_that_moved_itself_is_not_said_to_follow() -> None:
    moved = (OFFICE, "likelihood: {term: likely, probability: 0.6}", "likelihood: likely")
    assert "second-office" not in {record for record, _, _ in _told(_VERDICT, moved)}


def test_records_of_the_same_id_in_two_briefs_are_told_apart() -> None:
    same = edited(
        (OTHER, "id: banks-open", "id: opened"),
        (OTHER, "depends_on: [office#opened]", "depends_on: []"),
    )
    after = edited(_VERDICT, (OTHER, "verdict: supported", "verdict: open"), base=same)
    found = [one for one in compare(edition(same), edition(after)).changes if one.knock_on]
    assert {(one.brief, one.record, one.cause) for one in found} == {
        ("office", "second-office", "office#opened")
    }


def test_claims_that_cite_a_withdrawn_source_are_named() -> None:
    why = "  withdrawn: {date: 2026-11-20, reason: Made up.}\n"
    fallen = (SOURCES, "- id: critic\n", f"- id: critic\n{why}")
    found = [one for one in _following(fallen) if one.kind == "basis-moved"]
    assert [(one.record, one.cause, one.after) for one in found] == [
        ("opened", "#critic", "critic: source withdrawn")
    ]


def test_a_new_brief_is_told_record_by_record() -> None:
    new = {**BASE, "briefings/third.yml": BASE[OTHER].replace("banks-open", "more-open")}
    new["briefings/third.yml"] += "signoffs:\n  - {by: Somebody, on: 2026-11-20}\n"
    kinds = [one.kind for one in compare(edition(BASE), edition(new)).changes]
    assert kinds == ["claim-added", "signoff-added", "brief-added"]


def test_a_record_that_only_moved_is_told_by_where_it_went() -> None:
    line = "  - {id: which-floor, question: On which floor?, status: open}\n"
    there = f"questions:\n{line}claims:\n  - id: banks-open"
    moved = edited((OFFICE, line, ""), (OTHER, "claims:\n  - id: banks-open", there))
    found = compare(edition(BASE), edition(moved)).changes
    assert [(one.kind, one.brief, one.holds[0].after) for one in found] == [
        ("question-removed", "office", "to other#which-floor, unchanged"),
        ("question-opened", "other", "from office#which-floor, unchanged"),
    ]
