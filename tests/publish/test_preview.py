"""A slip while one writes takes no page away: the last good one stays, with what is wrong."""

from datetime import date

import pytest

from briefbook.model.settings import Settings
from briefbook.project.project import Project as Opened
from briefbook.publish.preview import Preview, Previewed
from harness import SOUND, Project

DAY = date(2026, 11, 23)
PATH = "briefings/small.yml"
PAGE = "briefings/small/"
SLIPS = {
    "a word": SOUND.replace("kind: fact", "kind: fakt"),
    "no YAML": SOUND.replace("title: A", 'title: "A'),
    "a half-saved file": SOUND[:100],
    "an empty file": "",
    "a reference": SOUND.replace("source: agency-report", "source: agency-reprot"),
    "no text": "\x00",
}


@pytest.fixture
def writing(project: Project) -> Project:
    project.write_standard()
    project.write(PATH, SOUND)
    return project


def _read(preview: Preview, project: Project) -> Previewed:
    return preview.read(Opened(project.root, Settings()), DAY)


@pytest.mark.parametrize("slip", SLIPS.values(), ids=SLIPS.keys())
def test_the_last_good_page_stays_with_what_is_wrong(writing: Project, slip: str) -> None:
    preview = Preview()
    assert _read(preview, writing).notices == {}
    good = SOUND.replace("an office", "two offices")
    writing.write(PATH, good)
    _read(preview, writing)
    writing.write(PATH, slip)
    for _ in range(2):
        shown = _read(preview, writing)
        assert shown.edition.briefs["small"].claims[0].statement == "The bank opened two offices."
        assert f"in {PATH}: this is the page as it was before." in shown.notices[PAGE]
        assert shown.report.findings
    writing.write(PATH, good)
    mended = _read(preview, writing)
    assert (mended.notices, mended.report.findings) == ({}, ())


def test_what_was_never_good_has_no_page(writing: Project) -> None:
    writing.write(PATH, SLIPS["a word"])
    writing.write("briefings/other.yml", SOUND)
    shown = _read(Preview(), writing)
    assert {*shown.edition.briefs} == {"other"}
    assert "“fakt”" in shown.notices[PAGE]


def test_a_slip_in_the_library_takes_no_page_away(writing: Project) -> None:
    preview = Preview()
    _read(preview, writing)
    library = "briefings/_library/sources/sources.yml"
    text = (writing.root / library).read_text()
    writing.write(library, text.replace("grade: B", "grade: Z"))
    shown = _read(preview, writing)
    assert "agency-report" in shown.edition.sources
    assert shown.notices == {}
    assert shown.report.findings[0].region.path == library


def test_a_brief_that_is_deleted_is_gone(writing: Project) -> None:
    preview = Preview()
    _read(preview, writing)
    writing.write("briefings/wrong.yml", SLIPS["a word"].replace("id: first", "id: second"))
    (writing.root / PATH).unlink()
    assert {*_read(preview, writing).edition.briefs} == set()


def test_words_of_a_stranger_are_inert_in_the_notice(writing: Project) -> None:
    preview = Preview()
    _read(preview, writing)
    writing.write(PATH, SOUND.replace("kind: fact", 'kind: "<img src=x onerror=alert(1)>"'))
    notice = _read(preview, writing).notices[PAGE]
    assert "<img" not in notice
    assert "&lt;img src=x onerror=alert(1)&gt;" in notice
