"""Every kind of change: what makes it, and how it reads in each form."""

import dataclasses

import pytest
from every_kind import BASE, EDITS, ENTITIES, OFFICE, OTHER, SOURCES, Files, edited, edition
from syrupy.assertion import SnapshotAssertion

from briefbook.analysis.change_kinds import ChangeKind
from briefbook.analysis.changes import Comparison
from briefbook.diff import compare
from briefbook.diff.render import DiffRenderer
from briefbook.diff.report import DiffReport, Revisions
from briefbook.lint import alarms
from briefbook.pages import PageType
from briefbook.registry import discover

RENDERERS = discover("briefbook.diff.render", DiffRenderer)
_MORE: dict[str, Files] = {
    "brief-added": {**BASE, "briefings/third.yml": BASE[OTHER].replace("banks-open", "more-open")},
    "brief-renamed": {
        **{path: text for path, text in BASE.items() if path != OTHER},
        "briefings/banks.yml": f"renamed_from: other\n{BASE[OTHER]}",
    },
    "question-restored": BASE, "barrier-restored": BASE, "assumption-restored": BASE,
    "hypotheses-restored": BASE, "event-restored": BASE,
}  # fmt: skip
_FOLLOWING = {
    "basis-moved": "verdict-moved", "limit-moved": "barrier-lifted",
    "origins-moved": "origin-changed", "grade-moved": "source-regraded",
}  # fmt: skip


def compared(before: Files, after: Files) -> Comparison:
    """The comparison of two projects."""
    return compare(edition(before), edition(after))


def shown(found: Comparison) -> DiffReport:
    """A report of it."""
    return DiffReport(found, alarms(found), Revisions("v1", "v2", "1" * 40, "2" * 40))


def _sides(kind: str) -> tuple[Files, Files]:
    """Two projects between which a kind of change lies."""
    if kind.endswith("-restored") and kind in _MORE:
        return edited(*EDITS[kind.replace("-restored", "-withdrawn")]), BASE
    if kind == "resolution-rewritten":
        resolved = edited(*EDITS["forecast-resolved"])
        return resolved, {
            **resolved,
            OFFICE: resolved[OFFICE].replace("outcome: 'yes'", "outcome: 'no'"),
        }
    if kind in _MORE:
        return BASE, _MORE[kind]
    return BASE, edited(*EDITS[_FOLLOWING.get(kind, kind)])


@pytest.mark.parametrize("kind", [kind.value for kind in ChangeKind])
def test_kind(kind: str, snapshot: SnapshotAssertion) -> None:
    before, after = _sides(kind)
    report = shown(compared(before, after))
    assert kind in {change.kind for change in report.comparison.changes}
    for renderer in RENDERERS:
        assert renderer.render(report) == snapshot(name=renderer.name)


@pytest.mark.parametrize("kind", EDITS)
def test_an_edit_makes_one_change_and_what_follows_from_it(kind: str) -> None:
    before, after = _sides(kind)
    direct = [change.kind for change in compared(before, after).changes if not change.knock_on]
    assert direct == [kind]


@pytest.mark.parametrize("kind", EDITS)
def test_the_way_back_is_a_change_too(kind: str) -> None:
    before, after = _sides(kind)
    assert [c for c in compared(after, before).changes if not c.knock_on]


def test_a_rename_is_said_and_the_rest_of_the_record_is_compared() -> None:
    after = edited(
        (OFFICE, "id: ten-rooms", "id: many-rooms"),
        (OFFICE, "verdict: unverified", "verdict: open"),
    )
    changes = compared(BASE, after).changes
    assert [(c.kind, c.before, c.after) for c in changes] == [
        ("record-renamed", "ten-rooms", "many-rooms"), ("verdict-moved", "unverified", "open"),
    ]  # fmt: skip


def test_a_brief_under_another_id_is_recognised_by_its_records() -> None:
    after = {path: text for path, text in BASE.items() if path != OFFICE}
    after["briefings/new-office.yml"] = BASE[OFFICE]
    changes = [c for c in compared(BASE, after).changes if not c.knock_on]
    assert [(c.kind, c.before, c.after) for c in changes] == [
        ("brief-renamed", "office", "new-office")
    ]


def test_a_source_moves_between_a_brief_and_the_library_without_a_change() -> None:
    after = edited(
        (OFFICE, "sources:\n  - {id: handout, title: Handout of the opening}\n", ""),
        (
            SOURCES,
            "- {id: leaflet",
            "- {id: handout, title: Handout of the opening}\n- {id: leaflet",
        ),
    )
    assert compared(BASE, after).changes == ()


def test_knock_on_reaches_other_briefs() -> None:
    found = compared(BASE, edited(*EDITS["verdict-moved"]))
    assert {(c.kind, c.brief, c.record) for c in found.changes if c.knock_on} == {
        ("basis-moved", "other", "banks-open"), ("basis-moved", "office", "second-office"),
    }  # fmt: skip


def test_independent_origins_fall_where_a_source_names_its_own() -> None:
    found = compared(BASE, edited(*EDITS["origin-changed"]))
    moved = [c for c in found.changes if c.kind == "origins-moved"]
    assert [(c.brief, c.record, c.before, c.after) for c in moved] == [(
        "other", "banks-open", "3 links, 2 independent origins for",
        "3 links, 1 independent origin for",
    )]  # fmt: skip


def test_what_cannot_be_read_is_named_and_the_rest_is_compared() -> None:
    after = edited((OTHER, "status: published", "status: publshed"), *EDITS["verdict-moved"])
    found = compared(BASE, after)
    assert found.unread == (OTHER,)
    assert "verdict-moved" in {change.kind for change in found.changes}
    assert not {"brief-removed", "claim-removed"} & {change.kind for change in found.changes}


_SLIP = (
    OFFICE,
    "    kind: fact\n    verdict: unverified",
    "    kind: fat\n    verdict: unverified",
)


def test_what_can_be_read_of_a_brief_with_a_slip_is_compared() -> None:
    for before, after in (
        (BASE, edited(_SLIP, *EDITS["verdict-moved"])),
        (edited(_SLIP), edited(*EDITS["verdict-moved"])),
    ):
        found = compared(before, after)
        direct = [(c.kind, c.record) for c in found.changes if not c.knock_on]
        assert direct == [("verdict-moved", "opened")]
        assert (found.unread, found.partly) == ((OFFICE,), (OFFICE,))
        place = next(c.place for c in found.changes if c.kind == "verdict-moved")
        assert place.route == ("claims", 0, "verdict")


def test_records_keep_their_lines_beside_one_that_cannot_be_read() -> None:
    after = edited(
        (OFFICE, "    kind: fact\n    verdict: contested", "    kind: fat\n    verdict: contested"),
        (OFFICE, "The office has ten rooms and a hall.", "The office has ten rooms and two halls."),
    )
    found = compared(BASE, after)
    assert [(c.kind, c.record, c.place.route) for c in found.changes] == [
        ("claim-reworded", "ten-rooms", ("claims", 1, "statement"))
    ]
    assert shown(found).regions[found.changes[0]].line == 45


def test_a_field_that_cannot_be_read_hides_no_record() -> None:
    after = edited((OFFICE, "topics: [banking]", "topics: 7: 8"), *EDITS["verdict-moved"])
    assert compared(BASE, after).partly == ()  # this is no YAML
    after = edited((OFFICE, "published: 2026-10-01", "publishd: 1"), *EDITS["verdict-moved"])
    direct = [c.kind for c in compared(BASE, after).changes if not c.knock_on]
    assert sorted(direct) == ["brief-changed", "verdict-moved"]
    after = edited((OFFICE, "title:", "titel:"), *EDITS["verdict-moved"])
    assert (compared(BASE, after).changes, compared(BASE, after).partly) == ((), ())


def test_no_alarm_is_raised_about_what_cannot_be_read() -> None:
    codes = {item.finding.kind.code for item in alarms(compared(BASE, edited(
        _SLIP, *EDITS["verdict-moved"], *EDITS["correction-removed"]))).findings}  # fmt: skip
    assert codes == set()


def test_an_entry_of_the_library_that_cannot_be_read_is_not_called_removed() -> None:
    after = edited((ENTITIES, "name: An Officer, kind: person", "name: An Officer, kind: perso"))
    assert compared(BASE, after).changes == ()


def test_changes_are_frozen_values() -> None:
    change = compared(BASE, edited(*EDITS["verdict-moved"])).changes[0]
    with pytest.raises(dataclasses.FrozenInstanceError):
        change.kind = "other"  # type: ignore[misc]


def test_a_brief_with_every_record_type_is_compiled() -> None:
    """Comparisons hold mappings: beside a correction or a sign-off they once ended the build."""
    read = edition(BASE)
    assert read.briefs["office"].hypotheses and read.briefs["office"].corrections
    kinds = discover("briefbook.pages.page_types", PageType)
    assert {page.address for kind in kinds for page in kind.build(read)} >= {"briefings/office/"}
