"""A new site asks its editors who they are; until they answer, a build says where it does."""

import os
from pathlib import Path

from briefbook.publish.unanswered import unanswered
from harness import Project


def _new_site(tmp_path: Path) -> Project:
    outside = tmp_path / "outside"
    outside.mkdir()
    assert Project(outside).run("new", "site", "desk").exit_code == 0
    return Project(outside / "desk")


def test_questions_that_still_stand_are_told(tmp_path: Path) -> None:
    site = _new_site(tmp_path)
    config = site.root / "mkdocs.yml"
    site.write("mkdocs.yml", f"site_url: https://example.org/\n{config.read_text()}")
    told = site.run("build").stderr
    assert "docs/about.md:7: note: readers see this question to you; put your answer here" in told
    assert "docs/index.md:8: note: " in told
    assert told.count("readers see this question") == 8
    strict = site.run("build", "--strict", "--no-cache")
    assert strict.exit_code == site.run("build", "--strict").exit_code == 0, strict.stderr


def test_an_answer_is_none(tmp_path: Path) -> None:
    site = _new_site(tmp_path)
    for name in ("about.md", "index.md"):
        site.write(f"docs/{name}", "# Us { #us }\n\nWho writes? We do. Say here and there.\n")
    assert "readers see this question" not in site.run("build").stderr


def test_what_is_no_file_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "about.md")
    (tmp_path / "index.md").mkdir()
    assert [*unanswered(tmp_path)] == []
