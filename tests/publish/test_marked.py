"""The preview of a change: a copy of the site on whose pages the changes are marked."""

import json
import zipfile
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from briefbook.diff.change_report import ChangeReport, read_report
from briefbook.project.wrong_use import WrongUse
from briefbook.publish.marked import marked_site
from briefbook.publish.marked.site import STYLE

PAGE = (
    "<!doctype html><html><head><title>T</title></head><body><article><h1 id=top>Title</h1>"
    '<h3 class="x" id="first">A claim</h3><p>Text</p><ul><li id="listed">x</li></ul>'
    "</article></body></html>"
)
HOSTILE = "</summary><img src=x onerror=alert(1)>\u202e"


def _change(**more: Any) -> dict[str, Any]:
    one = {
        "kind": "verdict-moved",
        "brief": "office",
        "record": "first",
        "field": "verdict",
        "before": "contested",
        "after": "refuted",
        "path": "briefings/office.yml",
        "line": 3,
    }
    return {**one, **more}


def _report(*changes: dict[str, Any]) -> ChangeReport:
    return read_report(json.dumps({
        "version": 1, "base": "a", "head": None, "changes": changes, "alarms": [], "unread": [],
        "titles": {"office": "The office"}, "says": {"office#first": "A claim"},
    }).encode())  # fmt: skip


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    for page in ("index.html", "briefings/office/index.html", "sources/leaflet/index.html"):
        (folder / page).parent.mkdir(parents=True, exist_ok=True)
        (folder / page).write_text(PAGE)
    return folder


def _read(place: Path, page: str) -> str:
    return (place / page / "index.html").read_text()


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)


def test_a_changed_record_has_a_note_above_it(site: Path, tmp_path: Path) -> None:
    found = marked_site(site, _report(_change()), tmp_path / "out")
    html = _read(tmp_path / "out", "briefings/office")
    note = html.index('<details class="bb-changed"><summary>Changed here: verdict moved</summary>')
    assert html.index("</h1>") < note < html.index('id="first"')
    assert "<del>contested</del> <ins>refuted</ins>" in html
    assert f'<link rel="stylesheet" href="../../{STYLE}">' in html
    assert '<meta name="robots" content="noindex">' in html
    assert (found.pages, found.records) == (1, 1)
    assert _read(site, "briefings/office") == PAGE


def test_the_front_page_lists_changed_pages_first(site: Path, tmp_path: Path) -> None:
    source = _change(kind="source-changed", brief=None, record="leaflet", field="title")
    gone = _change(kind="source-removed", brief=None, record="gone", field="title", after=None)
    marked_site(site, _report(source, _change(), gone), tmp_path / "out")
    html = _read(tmp_path / "out", ".")
    links = [html.index(part) for part in (
        '<h2>What this change alters</h2>', '<a href="briefings/office/#first">A claim</a>: verdict'
        ' moved', '<a href="sources/leaflet/">', ">Text<")]  # fmt: skip
    assert links == sorted(links)
    assert "source removed" in html
    assert "sources/gone" not in html.replace("sources/gone/: source removed", "")
    assert "Changed here: title" in _read(tmp_path / "out", "sources/leaflet")


@pytest.mark.parametrize("record", [None, "listed", "unknown"])
def test_what_has_no_place_of_its_own_stands_below_the_title(
    site: Path, tmp_path: Path, record: str | None
) -> None:
    marked_site(site, _report(_change(record=record)), tmp_path / "out")
    html = _read(tmp_path / "out", "briefings/office")
    assert '</h1><details class="bb-changed">' in html


def test_words_of_a_change_are_inert(site: Path, tmp_path: Path) -> None:
    words = dict.fromkeys(("before", "after"), HOSTILE)
    holds = [{"field": HOSTILE, "before": HOSTILE, "after": HOSTILE}]
    wild = _change(**words, holds=holds)
    odd = _change(brief="../../etc", record=HOSTILE)
    marked_site(site, _report(wild, odd, _change(record=HOSTILE)), tmp_path / "out")
    for page in (".", "briefings/office"):
        html = _read(tmp_path / "out", page)
        tags = _Tags()
        tags.feed(html)
        assert "img" not in tags.tags
        assert "\u202e" not in html
    assert not (tmp_path / "etc").exists()


def test_a_zip_is_the_same_each_time(site: Path, tmp_path: Path) -> None:
    made = []
    for name in ("one.zip", "two.zip"):
        marked_site(site, _report(_change()), tmp_path / name)
        made.append((tmp_path / name).read_bytes())
    assert made[0] == made[1]
    names = zipfile.ZipFile(tmp_path / "one.zip").namelist()
    assert {"index.html", "briefings/office/index.html", STYLE} <= {*names}


def test_only_an_earlier_copy_gives_way(site: Path, tmp_path: Path) -> None:
    report = _report(_change())
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "letter.txt").write_text("dear")
    for place in (mine, site, site / "below", tmp_path):
        with pytest.raises(WrongUse):
            marked_site(site, report, place)
    assert (mine / "letter.txt").read_text() == "dear"
    for _ in range(2):
        marked_site(site, report, tmp_path / "out")
    with pytest.raises(WrongUse, match="no finished site"):
        marked_site(tmp_path / "nowhere", report, tmp_path / "other")


def test_nothing_is_written_through_a_link(site: Path, tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.mkdir()
    (victim / "index.html").write_text(PAGE)
    for name in ("briefings/linked", "assets"):
        (site / name).symlink_to(victim)
    marked_site(site, _report(_change(brief="linked")), tmp_path / "out")
    assert [path.name for path in victim.iterdir()] == ["index.html"]
    assert (victim / "index.html").read_text() == PAGE


def test_what_lies_beside_the_place_stays(site: Path, tmp_path: Path) -> None:
    report = _report(_change())
    for name in ("out.making", "out.zip.part", "other.zip"):
        (tmp_path / name).write_text("dear")
    (tmp_path / "folder.zip").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "folder.zip")
    before = {path.name for path in tmp_path.iterdir()}
    for name in ("other.zip", "folder.zip", "link"):
        with pytest.raises(WrongUse):
            marked_site(site, report, tmp_path / name)
    for name in ("out", "out.zip"):
        marked_site(site, report, tmp_path / name)
    assert {path.name for path in tmp_path.iterdir()} == before | {"out", "out.zip"}
    for name in ("out.making", "out.zip.part", "other.zip"):
        assert (tmp_path / name).read_text() == "dear"


def test_a_page_that_is_no_utf_8_is_told(site: Path, tmp_path: Path) -> None:
    (site / "briefings/office/index.html").write_bytes(b"\xff\xfe")
    with pytest.raises(WrongUse, match="no UTF-8"):
        marked_site(site, _report(_change()), tmp_path / "out")
    assert not (tmp_path / "out").exists()
