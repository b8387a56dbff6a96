"""/data/v1/manifest.json: what it lists, what its hashes mean, and what `check` finds by it."""

import json
from typing import Any

import pytest

from harness import SOUND, Project

FILE = "briefings/small.yml"
PUBLISHED = SOUND.replace("status: draft", "status: published")


@pytest.fixture
def published(project: Project) -> Project:
    """A project with one published brief."""
    project.write_standard()
    project.write(FILE, PUBLISHED)
    return project


def _manifest(project: Project) -> dict[str, Any]:
    result = project.run("export", "manifest")
    assert (result.exit_code, result.stderr) == (0, "")
    found: dict[str, Any] = result.json
    return found


def test_everything_with_an_address_is_listed(published: Project) -> None:
    found = _manifest(published)
    assert found["version"] == 1
    brief = found["briefs"]["small"]
    assert (brief["address"], brief["status"]) == ("briefings/small/", "published")
    record = brief["records"]["first"]
    assert (record["kind"], record["address"]) == ("claim", "briefings/small/#first")
    assert record["hash"].startswith("v1:")
    assert set(found["sources"]) == {"agency-report", "newspaper-copy"}
    assert set(found["entities"]) == {"bank", "officer"}
    assert set(found["topics"]) == {"banking"}


def test_a_hash_moves_with_the_meaning_and_with_nothing_else(published: Project) -> None:
    before = _manifest(published)["briefs"]["small"]
    published.write(FILE, "# seen\n" + PUBLISHED.replace("status: published", "status: in-review"))
    assert _manifest(published)["briefs"]["small"]["hash"] == before["hash"]
    published.write(FILE, PUBLISHED.replace("verdict: supported", "verdict: contested"))
    after = _manifest(published)["briefs"]["small"]
    assert after["hash"] != before["hash"]
    assert after["records"]["first"]["hash"] != before["records"]["first"]["hash"]


def test_the_site_has_it(published: Project) -> None:
    assert published.run("compile").exit_code == 0
    held = (published.root / "build/docs/data/v1/manifest.json").read_text()
    assert json.loads(held) == _manifest(published)


def _codes(project: Project, *more: str) -> list[str]:
    return project.check("--select", "CHG", "--published", "manifest.json", *more).codes


@pytest.fixture
def kept(published: Project) -> Project:
    """The same, and its manifest as it was published."""
    published.write(
        FILE, PUBLISHED + "  - {id: second, statement: It has rooms., kind: fact, verdict: open}\n"
    )
    published.write("manifest.json", json.dumps(_manifest(published)))
    return published


def test_what_is_still_there_is_no_finding(kept: Project) -> None:
    assert _codes(kept) == []


def test_a_record_that_vanished_is_an_error(kept: Project) -> None:
    kept.write(FILE, PUBLISHED)
    result = kept.check("--select", "CHG", "--published", "manifest.json")
    assert (result.codes, result.exit_code) == (["CHG004"], 1)
    assert "“second”" in result.findings[0]["message"]
    assert result.findings[0]["path"] == FILE


def test_a_brief_that_vanished_or_was_renamed(kept: Project) -> None:
    text = (kept.root / FILE).read_text()
    (kept.root / FILE).unlink()
    assert _codes(kept) == ["CHG004"]
    kept.write("briefings/new-name.yml", f"renamed_from: small\n{text}")
    assert _codes(kept) == []


def test_an_old_address_that_leads_nowhere_now(kept: Project) -> None:
    text = (kept.root / FILE).read_text()
    kept.write(FILE, f"renamed_from: [tiny]\n{text}")
    kept.write("manifest.json", json.dumps(_manifest(kept)))
    assert _codes(kept) == []
    kept.write(FILE, text)
    assert _codes(kept) == ["CHG004"]


def test_an_entry_of_the_library_that_vanished(kept: Project) -> None:
    kept.write("briefings/_library/topics.yml", "[]\n")
    assert _codes(kept) == ["CHG004"]


def test_a_brief_with_a_slip_is_not_called_gone(kept: Project) -> None:
    text = (kept.root / FILE).read_text()
    kept.write(FILE, text.replace("kind: fact", "kind: fat"))
    assert _codes(kept) == []
    kept.write(FILE, text.replace("title:", "title: [", 1))
    assert _codes(kept) == []


def test_sources_of_a_brief_that_cannot_be_read_are_not_called_gone(kept: Project) -> None:
    text = (kept.root / FILE).read_text() + "sources:\n  - {id: own-one, title: Its own}\n"
    kept.write(FILE, text)
    kept.write("manifest.json", json.dumps(_manifest(kept)))
    kept.write(FILE, text.replace("title:", "title: [", 1))
    assert _codes(kept) == []
    (kept.root / FILE).unlink()
    (kept.root / FILE).symlink_to("/etc/hostname")
    assert _codes(kept) == []


def test_a_draft_may_go(published: Project) -> None:
    published.write(FILE, SOUND)
    published.write("manifest.json", json.dumps(_manifest(published)))
    (published.root / FILE).unlink()
    assert _codes(published) == []


@pytest.mark.parametrize("text", ["", "{", "[]", "[" * 90_000, '{"version": 2}', "\xff"])
def test_a_manifest_that_is_none(published: Project, text: str) -> None:
    published.write("manifest.json", text.encode("latin-1"))
    result = published.run("check", "--published", "manifest.json")
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (2, "", 1)


def test_no_manifest_and_no_product(published: Project) -> None:
    assert published.run("check", "--published", "nowhere.json").exit_code == 2
    assert "did you mean “manifest”?" in published.run("export", "manifets").stderr
    assert published.run("export").exit_code == 2
    assert "\nmanifest " in published.run("export", "--list").stdout
