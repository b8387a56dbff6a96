"""`briefbook snapshot` stores texts, and `briefbook quotes` proves quotations against them."""

import json
import os
from hashlib import sha256

import pytest
from saved_pages import ADDRESS, pdf, wacz, warc_record

from harness import Project, store_text

LIBRARY = "briefings/_library/sources/sources.yml"
PAGE = "<!doctype html><title>T</title><p>The bank opened its new office on Monday.</p>"
TEXT = "The bank opened its new office on Monday.\n"


def _hash(text: str) -> str:
    return f"sha256:{sha256(text.encode()).hexdigest()}"


HASH = _hash(TEXT)
BRIEF = """\
title: A small brief
summary: One sentence.
status: draft
claims:
  - id: first
    statement: The bank opened an office.
    said: [{exact: opened its new office, at: headline}, {exact: on Monday}]
    appearance: newspaper-copy
    kind: fact
    verdict: supported
    evidence:
      - {source: agency-report, stance: supports, note: It names the street.}
      - {source: agency-report, stance: supports, note: It names the day, quote: %s}
"""


@pytest.fixture
def desk(project: Project) -> Project:
    project.write_standard()
    project.write("briefings/small.yml", BRIEF % "on Monday")
    return project


def library(desk: Project) -> str:
    return (desk.root / LIBRARY).read_text(encoding="utf-8")


def stored(desk: Project) -> set[str]:
    return {path.name for path in (desk.root / ".briefbook/snapshots").glob("*/*")}


def test_a_page_is_stored_and_its_hash_and_day_written_to_the_source(desk: Project) -> None:
    desk.write("page.html", PAGE)
    before = library(desk)
    done = desk.run("snapshot", "agency-report", "page.html", "--today", "2026-11-23")
    said = "agency-report: read on 2026-11-23, no longer on 2026-11-20\n"
    assert (done.exit_code, done.stderr) == (0, said)
    assert done.stdout == f"agency-report: {HASH} (42 characters), in {LIBRARY}\n"
    name = HASH.removeprefix("sha256:")
    assert stored(desk) == {f"{name}.txt", f"{name}.json", f"{name}.orig.html"}
    wanted = before.replace(
        "  accessed: 2026-11-20\n", f"  accessed: 2026-11-23\n  snapshot: {HASH}\n", 1
    )
    assert library(desk) == wanted
    known = json.loads((desk.root / f".briefbook/snapshots/{name[:2]}/{name}.json").read_bytes())
    assert known["address"] == ADDRESS
    assert (known["version"], known["stored"], known["media_type"]) == (
        1,
        "2026-11-23",
        "text/html",
    )
    assert known["extractor"].startswith("selectolax ")
    again = library(desk)
    assert (
        desk.run("snapshot", "agency-report", "page.html", "--today", "2026-11-23").exit_code == 0
    )
    assert library(desk) == again
    assert (desk.root / ".briefbook/.gitignore").read_text() == "*\n"


def test_a_newer_text_stands_first_and_the_older_one_stays(desk: Project) -> None:
    for n, words in enumerate(("First edition.", "Second edition.", "First edition.")):
        desk.write("page.txt", words)
        desk.run("snapshot", "agency-report", "page.txt", "--today", f"2026-11-2{n + 1}")
    first, second = (_hash(f"{one} edition.\n") for one in ("First", "Second"))
    assert f"  snapshot: [{first}, {second}]\n" in library(desk)
    desk.write("briefings/small.yml", BRIEF % "Second edition")
    assert desk.run("quotes", "--format", "json").json["items"][2]["state"] == "verbatim"


def test_comments_order_and_line_ends_of_the_library_stay(desk: Project) -> None:
    own = (
        "# the agency\r\n"
        "- {id: agency-report, title: A, url: 'https://example.org/agency'} # keep\r\n\r\n"
        "-   id: newspaper-copy   # odd\r\n    title: >-\r\n      Bank opens\r\n      office\r\n"
        "    reliability:\r\n      - {grade: C, because: It copies.}\r\n# end\r\n"
    )
    desk.write(LIBRARY, own)
    desk.write("page.txt", TEXT)
    for name in ("agency-report", "newspaper-copy"):
        assert desk.run("snapshot", name, "page.txt", "--today", "2026-11-23").exit_code == 0
    wanted = own.replace("agency'}", f"agency', accessed: 2026-11-23, snapshot: {HASH}}}").replace(
        "It copies.}\r\n", f"It copies.}}\r\n    accessed: 2026-11-23\r\n    snapshot: {HASH}\r\n"
    )
    assert (desk.root / LIBRARY).read_bytes().decode() == wanted


def test_a_source_of_one_brief_gets_its_text(desk: Project) -> None:
    desk.write(
        "briefings/small.yml", BRIEF % "on Monday" + "sources:\n  - {id: leaflet, title: L}\n"
    )
    desk.write("page.txt", TEXT)
    assert desk.run("snapshot", "leaflet", "page.txt", "--today", "2026-11-23").exit_code == 0
    assert f"{{id: leaflet, title: L, accessed: 2026-11-23, snapshot: {HASH}}}" in (
        desk.root / "briefings/small.yml"
    ).read_text(encoding="utf-8")


def test_many_are_stored_at_once_and_those_that_fail_are_named(desk: Project) -> None:
    desk.write("saved/one.html", PAGE)
    desk.write("saved/two.pdf", pdf("A guest came."))
    desk.write("saved/bad.pdf", b"%PDF-1.4")
    listed = {"agency-report": "one.html", "newspaper-copy": "two.pdf", "nobody": "one.html"}
    desk.write("saved/map.json", json.dumps(listed))
    done = desk.run("snapshot", "--map", "saved/map.json", "--today", "2026-11-23")
    assert done.exit_code == 1
    assert [line.partition(":")[0] for line in done.stdout.splitlines()] == [
        "agency-report", "newspaper-copy",
    ]  # fmt: skip
    assert "there is no source “nobody”" in done.stderr
    assert library(desk).count("  snapshot: ") == 2
    desk.write("saved/map.json", json.dumps({"agency-report": "bad.pdf", "newspaper-copy": "gone"}))
    done = desk.run("snapshot", "--map", "saved/map.json")
    assert "it is damaged or cut off" in done.stderr
    assert "no such file" in done.stderr


def test_of_a_capture_the_day_is_that_of_the_capture(desk: Project) -> None:
    desk.write("a.wacz", wacz(warc_record("https://www.example.org/agency/", PAGE.encode())))
    done = desk.run("snapshot", "agency-report", "a.wacz", "--today", "2026-11-23")
    assert done.exit_code == 0
    assert f"  accessed: 2026-01-12\n  snapshot: {HASH}\n" in library(desk)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ("agency-reprot", "page.txt"),
            "there is no source “agency-reprot”; did you mean “agency-r",
        ),
        (("agency-report", "gone.txt"), "gone.txt cannot be read: no such file"),
        (("agency-report", "empty.txt"), "empty.txt: it is empty"),
        (("agency-report", "large.txt"), "large.txt is larger than 64 MiB"),
        (("agency-report", "long.txt"), "its text has 9 MiB, and 8 are the most"),
        (("agency-report",), "name a source and a file"),
        (("agency-report", "page.txt", "--map", "m.json"), "give no others"),
        (("--map", "gone.json"), "gone.json cannot be read"),
        (("--map", "page.txt"), "page.txt is no JSON"),
        (("--map", "list.json"), "should hold"),
    ],
)
def test_wrong_use_is_one_line_and_changes_nothing(
    desk: Project, arguments: tuple[str, ...], said: str
) -> None:
    desk.write("page.txt", TEXT)
    desk.write("empty.txt", "")
    desk.write("list.json", "[]")
    desk.write("long.txt", "a " * (9 * 512 * 1024))
    with desk.write("large.txt", "").open("wb") as stream:
        stream.truncate(65 * 1024 * 1024)
    before = library(desk)
    done = desk.run("snapshot", *arguments)
    assert done.exit_code == 2
    assert said in done.stderr
    assert done.stderr.count("\n") == 1
    assert library(desk) == before


def test_a_store_of_its_own_may_be_shared_or_go_into_git(desk: Project) -> None:
    desk.write("page.txt", TEXT)
    head = "site_name: T\nextra: {briefbook: {snapshots: "
    desk.write("mkdocs.yml", head + "{store: texts}}}\n")
    assert desk.run("snapshot", "agency-report", "page.txt").exit_code == 0
    name = HASH.removeprefix("sha256:")
    assert (desk.root / f"texts/{name[:2]}/{name}.txt").read_text() == TEXT
    assert (desk.root / "texts/.gitignore").read_text() == "*\n"
    desk.write("mkdocs.yml", head + "{store: held, commit: true}}}\n")
    assert desk.run("snapshot", "agency-report", "page.txt").exit_code == 0
    assert not (desk.root / "held/.gitignore").exists()
    for wrong, said in (
        ("{commit: true}", "name another folder"), ("{store: docs/texts}", "published"),
        ("{store: .}", "published"), ("{store: briefings}", "published"), ("{shop: x}", "shop"),
    ):  # fmt: skip
        desk.write("mkdocs.yml", f"{head}{wrong}}}}}\n")
        done = desk.run("snapshot", "agency-report", "page.txt")
        assert (done.exit_code, said in done.stderr) == (2, True), done.stderr


def test_a_store_whose_place_is_taken_is_one_line(desk: Project) -> None:
    desk.write("page.txt", TEXT)
    desk.write(".briefbook/snapshots", "a file")
    before = library(desk)
    done = desk.run("snapshot", "agency-report", "page.txt")
    assert (done.exit_code, "cannot be written" in done.stderr) == (2, True)
    assert library(desk) == before


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


def test_standard_input_is_a_file_like_any_other(
    desk: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = desk.write("in.html", PAGE)
    with page.open(encoding="utf-8") as stream:
        monkeypatch.setattr("sys.stdin", stream)
        assert desk.run("snapshot", "agency-report", "-").exit_code == 0
    assert f"  snapshot: {HASH}\n" in library(desk)


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


def test_two_at_once_never_lose_an_edit(desk: Project) -> None:
    from briefbook.project.lock import LOCK, locked

    desk.write("page.txt", TEXT)
    with locked(desk.root / LOCK):
        done = desk.run("snapshot", "agency-report", "page.txt")
    assert (done.exit_code, "another briefbook is writing" in done.stderr) == (2, True)
    assert "snapshot:" not in library(desk)


@pytest.mark.parametrize("end", ["txt", "json"])
def test_a_pipe_in_the_store_makes_nobody_wait(desk: Project, end: str) -> None:
    name = HASH.removeprefix("sha256:")
    place = desk.root / ".briefbook/snapshots" / name[:2] / f"{name}.{end}"
    place.parent.mkdir(parents=True)
    os.mkfifo(place)
    desk.write("page.html", PAGE)
    done = desk.run("snapshot", "agency-report", "page.html", "--today", "2026-11-23")
    assert done.exit_code == 2
    assert "is no file; remove it" in done.stderr
    assert desk.run("quotes").exit_code in (0, 1)


def test_decomposed_letters_are_the_reason_that_is_told(desk: Project) -> None:
    desk.write(LIBRARY, library(desk).replace("title: ", "title: E\u0301tude ", 1))
    desk.write("page.html", PAGE)
    done = desk.run("snapshot", "agency-report", "page.html", "--today", "2026-11-23")
    assert done.exit_code == 2
    assert "a separate accent; save it in the composed form (NFC) first" in done.stderr


@pytest.mark.parametrize("end", ["", ",", ", ", " ,\n  "])
def test_a_source_on_one_line_takes_fields_whatever_its_end(desk: Project, end: str) -> None:
    source = f"- {{id: one-line, title: T, type: webpage, url: 'https://a.example/x'{end}}}\n"
    desk.write("briefings/_library/sources/more.yml", source)
    desk.write("page.html", PAGE)
    done = desk.run("snapshot", "one-line", "page.html", "--today", "2026-11-23")
    assert done.exit_code == 0, done.stderr
    text = (desk.root / "briefings/_library/sources/more.yml").read_text(encoding="utf-8")
    assert text.count(",,") == 0
    assert HASH in text
