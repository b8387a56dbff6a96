"""`briefbook snapshot` stores the texts of sources."""

import json
import os
import re

import pytest
from quoting import BRIEF, HASH, LIBRARY, PAGE, TEXT, hash_of, quoting_desk
from quoting import library_of as library
from saved_pages import ADDRESS, pdf, wacz, warc_record

from harness import Project


@pytest.fixture
def desk(project: Project) -> Project:
    return quoting_desk(project)


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
    first, second = (hash_of(f"{one} edition.\n") for one in ("First", "Second"))
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


def test_an_older_capture_stands_behind_what_was_read_since(desk: Project) -> None:
    desk.write("page.txt", "What it says now.")
    desk.run("snapshot", "agency-report", "page.txt", "--today", "2026-11-23")
    now = re.findall(r"sha256:\w+", library(desk))[0]
    desk.write("a.wacz", wacz(warc_record("https://www.example.org/agency/", PAGE.encode())))
    assert desk.run("snapshot", "agency-report", "a.wacz").exit_code == 0
    assert f"  accessed: 2026-11-23\n  snapshot: [{now}, {HASH}]\n" in library(desk)


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
        (("--map", "deep.json"), "deep.json is no JSON"),
        (("--map", "long.json"), "cannot be read: file name too long"),
        (("--map", "nul.json"), "cannot be read: that is no name of a file"),
    ],
)
def test_wrong_use_is_one_line_and_changes_nothing(
    desk: Project, arguments: tuple[str, ...], said: str
) -> None:
    desk.write("page.txt", TEXT)
    desk.write("empty.txt", "")
    desk.write("list.json", "[]")
    desk.write("deep.json", "[" * 100_000)
    desk.write("long.json", json.dumps({"agency-report": "a" * 5_000}))
    desk.write("nul.json", json.dumps({"agency-report": "a\0\ud800"}))
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


def test_standard_input_is_a_file_like_any_other(
    desk: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = desk.write("in.html", PAGE)
    with page.open(encoding="utf-8") as stream:
        monkeypatch.setattr("sys.stdin", stream)
        assert desk.run("snapshot", "agency-report", "-").exit_code == 0
    assert f"  snapshot: {HASH}\n" in library(desk)


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
