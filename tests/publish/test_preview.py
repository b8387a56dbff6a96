"""A slip while one writes takes no page away: the last good one stays, with what is wrong."""

from datetime import date

import pytest

from briefbook.model.settings import Settings
from briefbook.pages.page_types.brief.page import PAGES
from briefbook.project.project import Project as Opened
from briefbook.publish.compile import compile_briefs, compile_preview, compile_project
from briefbook.publish.notices import Notices
from briefbook.publish.preview import Preview, Previewed
from briefbook.publish.rendering import Interrupted
from harness import SOUND, Project
from real_site import tree

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


def _wrong(shown: Previewed) -> bool:
    return any("mistake" in notice for notice in shown.notices.pages.values())


def _read(preview: Preview, project: Project) -> Previewed:
    return preview.read(Opened(project.root, Settings()), DAY)


@pytest.mark.parametrize("slip", SLIPS.values(), ids=SLIPS.keys())
def test_the_last_good_page_stays_with_what_is_wrong(writing: Project, slip: str) -> None:
    preview = Preview()
    assert not _wrong(_read(preview, writing))
    good = SOUND.replace("an office", "two offices")
    writing.write(PATH, good)
    _read(preview, writing)
    writing.write(PATH, slip)
    for _ in range(2):
        shown = _read(preview, writing)
        assert shown.edition.briefs["small"].claims[0].statement == "The bank opened two offices."
        assert f"in {PATH}: this is the page as it was before" in shown.notices.pages[PAGE]
        assert "mistake" in shown.notices.pages[""]
        assert shown.report.findings
    writing.write(PATH, good)
    mended = _read(preview, writing)
    assert (_wrong(mended), mended.report.findings) == (False, ())


def test_what_was_never_good_has_a_page_of_its_mistakes(writing: Project) -> None:
    writing.write(PATH, SLIPS["a word"])
    writing.write("briefings/other.yml", SOUND)
    shown = _read(Preview(), writing)
    assert {*shown.edition.briefs} == {"other"}
    assert "“fakt”" in shown.notices.pages[PAGE]
    (stub,) = shown.notices.made()
    assert stub.path == f"{PAGE}index.md"
    assert "# small { #brief }" in stub.content.decode()
    assert "“fakt”" in stub.content.decode()


def test_a_slip_in_the_library_takes_no_page_away(writing: Project) -> None:
    preview = Preview()
    _read(preview, writing)
    library = "briefings/_library/sources/sources.yml"
    text = (writing.root / library).read_text()
    writing.write(library, text.replace("grade: B", "grade: Z"))
    shown = _read(preview, writing)
    assert "agency-report" in shown.edition.sources
    for page in (PAGE, "", "briefings/"):
        assert f"1 mistake in {library}" in shown.notices.pages[page]
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
    notice = _read(preview, writing).notices.pages[PAGE]
    assert "<img" not in notice
    assert "&lt;img src=x onerror=alert(1)&gt;" in notice


WARNED = SOUND.replace("verdict: supported", "verdict: refuted")


def test_warnings_stand_in_a_panel_and_at_their_record(writing: Project) -> None:
    writing.write(PATH, WARNED)
    preview = Preview()
    shown = _read(preview, writing)
    assert shown.report.findings == ()
    (page,) = [one for one in PAGES.build(shown.edition) if one.address == PAGE]
    assert page.markdown == Notices().on(page)
    text = shown.notices.on(page)
    title, panel, record = (
        text.index("# A small brief"), text.index("notes and warnings in") if "notes and" in text
        else text.index("note or warning in"), text.rindex("CLM002"),
    )  # fmt: skip
    assert title < panel < text.index("{ #first ") < record
    assert '<a href="#first">' in text
    assert "mistake" not in text


def test_only_what_was_saved_is_made_first(writing: Project) -> None:
    writing.write("briefings/other.yml", SOUND)
    preview = Preview()
    assert _read(preview, writing).changed is None
    assert _read(preview, writing).changed is None
    writing.write(PATH, WARNED)
    assert _read(preview, writing).changed == {"small"}
    writing.write(PATH, SLIPS["no YAML"])
    assert _read(preview, writing).changed == {"small"}
    writing.write("briefings/_library/topics.yml", "- {id: a, name: A}\n")
    assert _read(preview, writing).changed is None
    writing.write("briefings/new.yml", SOUND)
    writing.write(PATH, SOUND)
    assert _read(preview, writing).changed == {"small", "new"}
    (writing.root / "briefings/new.yml").unlink()
    assert _read(preview, writing).changed is None


def test_a_save_ends_the_making_of_the_rest(writing: Project) -> None:
    opened = Opened(writing.root, Settings())
    edition = _read(Preview(), writing).edition
    with pytest.raises(Interrupted):
        compile_preview(opened, edition, Notices(), lambda: True)
    assert not opened.compiled.exists()
    compile_project(opened, edition)
    before = tree(opened.compiled)
    writing.write(PATH, SOUND.replace("an office", "two offices"))
    shown = _read(Preview(), writing)
    compile_briefs(opened, shown.edition, ["small", "nothing"], shown.notices)
    after = tree(opened.compiled)
    assert {name for name in after if after[name] != before.get(name)} == {f"{PAGE}index.md"}


def test_a_good_brief_of_the_same_name_is_the_page(writing: Project) -> None:
    writing.write("briefings/two.yml", SLIPS["no YAML"])
    writing.write("briefings/sub/two.yml", SOUND)
    shown = _read(Preview(), writing)
    assert (
        shown.notices.stubs.keys() & {f"briefings/{name}/" for name in shown.edition.briefs}
        == set()
    )


def test_links_of_a_panel_lead_to_what_is_on_its_page(writing: Project) -> None:
    preview = Preview()
    _read(preview, writing)
    writing.write(PATH, SLIPS["a word"])
    shown = _read(preview, writing)
    assert 'href="#first"' in shown.notices.pages[PAGE]
    assert "href" not in shown.notices.pages[""]
    assert "href" not in shown.notices.pages["briefings/"]


def test_what_the_library_took_away_is_not_called_the_page_as_it_was(writing: Project) -> None:
    preview = Preview()
    _read(preview, writing)
    library = "briefings/_library/sources/sources.yml"
    text = (writing.root / library).read_text().replace("id: agency-report", "id: agency-new", 1)
    writing.write(library, text)
    notice = _read(preview, writing).notices.pages[PAGE]
    assert "mistake" in notice
    assert "as it was before" not in notice
