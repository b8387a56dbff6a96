"""`briefbook quotes` proves quotations against stored texts, and tells what could not be."""

import json
from hashlib import sha256

import pytest
from quoting import BRIEF, LIBRARY, TEXT, quoting_desk
from quoting import library_of as library

from harness import Project, store_text


@pytest.fixture
def desk(project: Project) -> Project:
    return quoting_desk(project)


def _states(desk: Project) -> list[str]:
    return [item["state"] for item in desk.run("quotes", "--format", "json").json["items"]]


def test_quotations_are_proven_and_counted_the_unchecked_first(desk: Project) -> None:
    assert _states(desk) == ["unpinned"] * 3
    done = desk.run("quotes")
    assert done.exit_code == 0
    assert done.stdout.splitlines()[-5:] == [
        "3 quotations, 0 checked:",
        "  3 have no stored text",
        "  0 could not be checked",
        "  0 stand word for word in a stored text",
        "none was checked: nothing is proven",
    ]
    store_text(desk, "agency-report", TEXT)
    store_text(desk, "newspaper-copy", "Bank opened its old office on Monday.\n")
    done = desk.run("quotes", "--format", "json")
    assert done.exit_code == 1
    counts = {name: done.json[name] for name in done.json if name != "items"}
    assert counts == {
        "version": 1, "checked": 3, "verbatim": 2, "altered": 1, "elsewhere": 0, "spliced": 0,
        "absent": 0, "unpinned": 0, "unavailable": 0,
    }  # fmt: skip
    assert done.json["items"][0] == {
        "brief": "small", "record": "first", "evidence": None, "said": 0,
        "source": "newspaper-copy", "state": "altered", "exact": "opened its new office",
        "found": "opened its old office", "at": 5, "difference": 11, "found_in": None,
    }  # fmt: skip
    assert [item["evidence"] for item in done.json["items"]] == [None, None, 1]
    assert [item["at"] for item in done.json["items"]] == [5, 27, 31]
    lines = desk.run("quotes").stdout.splitlines()
    row = next(n for n, line in enumerate(BRIEF.splitlines(), 1) if "said:" in line)
    column = BRIEF.splitlines()[row - 1].index("exact") + 1
    assert lines[:2] == [
        f"briefings/small.yml:{row}:{column}: altered: “opened its new office”",
        "    small#first, their words (newspaper-copy)",
    ]
    assert lines[-1].endswith("briefbook check --select QUO")


def test_what_was_answered_is_kept_until_a_text_changes(desk: Project) -> None:
    name = store_text(desk, "agency-report", TEXT)
    assert _states(desk) == ["unpinned", "unpinned", "verbatim"]
    assert _states(desk) == ["unpinned", "unpinned", "verbatim"]
    place = desk.root / f".briefbook/snapshots/{name[7:9]}/{name[7:]}.txt"
    place.write_text("Another text.")
    assert _states(desk)[2] == "unavailable"
    assert "QUO007" in desk.run("check", "--format", "json").codes
    place.unlink()
    assert _states(desk)[2] == "unavailable"
    assert "QUO007" not in desk.run("check", "--format", "json").codes
    place.write_text(TEXT)
    assert _states(desk)[2] == "verbatim"


def test_a_text_that_is_stored_elsewhere_moves_an_answer(desk: Project) -> None:
    desk.write("briefings/small.yml", BRIEF % "a guest came")
    store_text(desk, "agency-report", TEXT)
    assert _states(desk)[2] == "absent"
    store_text(desk, "newspaper-copy", "Then a guest came.\n")
    found = desk.run("quotes", "--format", "json").json["items"][2]
    assert (found["state"], found["found_in"], found["at"]) == ("elsewhere", "newspaper-copy", 5)


def test_of_a_copy_that_was_read_the_text_counts_and_of_one_that_repeats(desk: Project) -> None:
    store_text(desk, "newspaper-copy", TEXT)
    item = (
        "      - {source: agency-report, %s: newspaper-copy, stance: supports, quote: on Monday}\n"
    )
    for field in ("via", "also_in"):
        desk.write("briefings/small.yml", BRIEF % "on Monday" + item % field)
        assert _states(desk) == ["verbatim", "verbatim", "unpinned", "verbatim"]


def test_only_some_briefs_are_looked_at_if_they_are_named(desk: Project) -> None:
    desk.write("briefings/other.yml", BRIEF.replace("first", "second") % "x")
    for name in ("other", "briefings/other.yml"):
        found = desk.run("quotes", name, "--format", "json").json["items"]
        assert {item["brief"] for item in found} == {"other"}
    done = desk.run("quotes", "othre")
    assert (done.exit_code, "did you mean “other”?" in done.stderr) == (2, True)


def test_quotation_marks_typed_around_are_taken_off(desk: Project) -> None:
    desk.write("briefings/small.yml", BRIEF % "'“opened its new office”'")
    store_text(desk, "agency-report", TEXT)
    found = next(one for one in desk.run("check", "--format", "json").findings
                 if one["code"] == "QUO001")  # fmt: skip
    assert "Take off the quotation marks" in found["help"]
    assert desk.run("check", "--fix").exit_code == 0
    assert "quote: 'opened its new office'}" in (desk.root / "briefings/small.yml").read_text()


def test_a_hyphen_that_yaml_folded_is_named(desk: Project) -> None:
    item = "      - source: agency-report\n        stance: supports\n        locator: lead\n"
    folded = "        quote: >-\n          a well-\n          known firm\n"
    desk.write("briefings/small.yml", BRIEF % "on Monday" + item + folded)
    store_text(desk, "agency-report", "It is a well-known firm.\n")
    found = next(one for one in desk.run("check", "--format", "json").findings
                 if one["code"] == "QUO001")  # fmt: skip
    assert "YAML made a space of the line end after the hyphen" in found["help"]


def test_a_letter_of_another_script_is_named(desk: Project) -> None:
    desk.write("briefings/small.yml", BRIEF % "opened its nеw office")
    store_text(desk, "agency-report", TEXT)
    found = next(one for one in desk.run("check", "--format", "json").findings
                 if one["code"] == "QUO001")  # fmt: skip
    assert "at “е” (cyrillic small letter ie)" in found["message"]
    assert "only look alike" in found["message"]


def test_check_says_how_many_could_not_be_checked_here(desk: Project) -> None:
    name = store_text(desk, "agency-report", TEXT)
    (desk.root / f".briefbook/snapshots/{name[7:9]}/{name[7:]}.txt").unlink()
    said = "1 quotation was not checked: its text is not stored on this machine"
    for command in (("check",), ("build",)):
        assert said in desk.run(*command).stderr


def test_a_changed_quotation_that_is_not_proven_raises_an_alarm(desk: Project) -> None:
    desk.commit("base")
    desk.write("briefings/small.yml", BRIEF % "its old office on Monday")
    alarms = desk.diff().json["alarms"]
    assert [one["code"] for one in alarms] == ["CHG010"]
    assert "no text of its source is stored" in alarms[0]["message"]
    store_text(desk, "agency-report", TEXT)
    (alarm,) = (one for one in desk.diff().json["alarms"] if one["code"] == "CHG010")
    assert "in other words or signs" in alarm["message"]
    desk.write("briefings/small.yml", BRIEF % "its new office on Monday")
    assert "CHG010" not in [one["code"] for one in desk.diff().json["alarms"]]


def test_the_manifest_holds_the_state_of_each_quotation(desk: Project) -> None:
    store_text(desk, "agency-report", TEXT)
    manifest = json.loads(desk.run("export", "manifest").stdout)
    assert manifest["briefs"]["small"]["records"]["first"]["quotations"] == [
        {"said": 0, "state": "unpinned"}, {"said": 1, "state": "unpinned"},
        {"evidence": 1, "state": "verbatim"},
    ]  # fmt: skip


def test_a_text_that_is_none_is_damaged_and_not_our_bug(desk: Project) -> None:
    raw = b"\xff\xfe not text"
    name = f"sha256:{sha256(raw).hexdigest()}"
    desk.write(f".briefbook/snapshots/{name[7:9]}/{name[7:]}.txt", raw)
    entry = "- id: agency-report\n"
    desk.write(LIBRARY, library(desk).replace(entry, f"{entry}  snapshot: {name}\n"))
    assert _states(desk)[2] == "unavailable"
    assert "QUO007" in desk.run("check", "--format", "json").codes


def test_a_brief_that_cannot_be_read_is_named_and_nothing_is_fine(desk: Project) -> None:
    desk.write("briefings/small.yml", (BRIEF % "on Monday").replace("    kind: fact\n", ""))
    done = desk.run("quotes")
    assert (done.exit_code, done.stdout) == (1, "no quotations\n")
    assert "briefings/small.yml cannot be read whole" in done.stderr
    assert "cannot be read whole" in desk.run("quotes", "small").stderr
