"""What readers see of the past: moves and sign-offs at a record, and the feed of corrections."""

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from harness import SOUND, Project

ATOM = "{http://www.w3.org/2005/Atom}"
CORRECTED = SOUND.replace("status: draft", "status: published") + (
    "corrections:\n"
    "  - {date: 2026-10-01, kind: update, severity: minor, records: [first], reason: A copy.}\n"
    "  - date: 2026-11-01\n"
    "    kind: correction\n"
    "    severity: substantive\n"
    "    records: [first]\n"
    "    was: It was refuted, <b>so</b> & so.\n"
    "    now: It is supported [@agency-report].\n"
    "    reason: The street was found.\n"
)


@pytest.fixture
def corrected(project: Project) -> Project:
    """A published brief with two corrections of one claim."""
    project.write_standard()
    project.write("mkdocs.yml", "site_name: A & B\nsite_url: https://example.org/desk/\n")
    project.write("briefings/small.yml", CORRECTED)
    return project


def _compiled(project: Project, path: str) -> str:
    assert project.run("compile").exit_code == 0
    return Path(project.root / "build/docs" / path).read_text()


def test_a_record_shows_how_it_changed_the_newest_first(corrected: Project) -> None:
    page = _compiled(corrected, "briefings/small/index.md")
    card = page.partition("How it changed")[2].partition("</details>")[0]
    assert card.startswith(" (2)")
    assert card.index("1 November 2026") < card.index("1 October 2026")
    for words in (
        "It was refuted, &lt;b&gt;so&lt;/b&gt;",
        "It is supported",
        "The street was found",
    ):
        assert words not in card
        assert words in page.partition("## Corrections")[2], "to which the step leads"


def test_a_claim_shows_that_what_it_cites_was_regraded(corrected: Project) -> None:
    library = "briefings/_library/sources/sources.yml"
    text = (corrected.root / library).read_text()
    grades = "[C, {grade: B, on: 2026-10-15, because: It names its <b>reporters</b> now.}]"
    assert "reliability: {grade: B, because: A named reporter was there.}" in text
    graded = text.replace("{grade: B, because: A named reporter was there.}", grades, 1)
    corrected.write(library, graded)
    page = _compiled(corrected, "briefings/small/index.md")
    card = page.partition("How it changed")[2].partition("</details>")[0]
    assert card.startswith(" (3)")
    days = [card.index(day) for day in ("1 November", "15 October", "1 October 2026")]
    assert days == sorted(days)
    step = card[days[1] : days[2]]
    assert "has another grade" in step
    for words in ("Was</span> C", "Now</span> B", "It names its &lt;b&gt;reporters"):
        assert words in step


def test_a_record_without_moves_says_nothing_of_them(corrected: Project) -> None:
    corrected.write("briefings/small.yml", SOUND)
    assert "How it changed" not in _compiled(corrected, "briefings/small/index.md")


def test_signoffs_stand_at_their_record_until_it_changes(corrected: Project) -> None:
    corrected.commit("first")
    assert corrected.run("sign", "small#first", "--by", "A Colleague").exit_code == 0
    assert corrected.run("sign", "small", "--by", "A Colleague").exit_code == 0
    page = _compiled(corrected, "briefings/small/index.md")
    assert page.count("A Colleague, 23 November 2026") == 3
    assert "no longer counts" not in page
    assert "1 sign-off" in page
    path = corrected.root / "briefings/small.yml"
    path.write_text(path.read_text().replace("It names the street.", "It names a house."))
    page = _compiled(corrected, "briefings/small/index.md")
    assert page.count("no longer counts") == 3
    assert "1 sign-off" not in page


def test_the_feed_is_atom_with_lasting_ids(corrected: Project) -> None:
    root = ET.fromstring(_compiled(corrected, "corrections/feed.xml"))
    for name in ("id", "title", "updated", "author"):
        assert len(root.findall(f"{ATOM}{name}")) == 1
    entries = root.findall(f"{ATOM}entry")
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    assert len(set(ids)) == 2
    address = r"https://example\.org/desk/briefings/small/#correction-[0-9a-f]{8}"
    assert all(re.fullmatch(address, one or "") for one in ids)
    assert root.findtext(f"{ATOM}updated") == "2026-11-01T00:00:00Z"
    content = entries[0].findtext(f"{ATOM}content") or ""
    assert "Was: It was refuted, <b>so</b> & so." in content
    assert "Now: It is supported [An agency]." in content
    page = _compiled(corrected, "briefings/small/index.md")
    for one in ids:
        assert f'id="{(one or "").partition("#")[2]}"' in page


def test_permalinks_of_corrections_stay_where_an_entry_is_added_at_the_top(
    corrected: Project,
) -> None:
    def permalinks() -> list[str | None]:
        root = ET.fromstring(_compiled(corrected, "corrections/feed.xml"))
        return [entry.findtext(f"{ATOM}id") for entry in root.findall(f"{ATOM}entry")]

    before = permalinks()
    head, mark, tail = CORRECTED.partition("corrections:\n")
    fresh = "  - {date: 2026-11-20, kind: retraction, severity: critical, reason: It was wrong.}\n"
    corrected.write("briefings/small.yml", head + mark + fresh * 2 + tail)
    after = permalinks()
    assert set(before) <= set(after)
    assert len(set(after)) == len(after) == len(before) + 2


def test_drafts_are_not_in_the_feed(corrected: Project) -> None:
    corrected.write("briefings/small.yml", CORRECTED.replace("status: published", "status: draft"))
    root = ET.fromstring(_compiled(corrected, "corrections/feed.xml"))
    assert root.findall(f"{ATOM}entry") == []


def test_the_board_links_to_the_feed(corrected: Project) -> None:
    assert 'feed.xml">' in _compiled(corrected, "corrections/index.md")
