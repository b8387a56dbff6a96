"""What may lie where the site goes, and addresses that two pages want."""

from pathlib import Path

import pytest
from harness import BRIEF, Project
from real_site import command, tree


@pytest.fixture
def small(project: Project) -> Project:
    project.write("briefings/small.yml", BRIEF)
    return project


@pytest.mark.parametrize("name", ["site", "site.building"])
@pytest.mark.parametrize("kind", ["file", "link"])
def test_what_is_no_folder_is_left_alone(
    small: Project, tmp_path: Path, name: str, kind: str
) -> None:
    place = small.root / name
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "mine.txt").write_text("mine")
    if kind == "file":
        place.write_text("mine")
    else:
        place.symlink_to(elsewhere)
    for _ in range(2):
        result = command("briefbook", "build", cwd=small.root)
        assert result.returncode == 2
        assert result.stderr.strip().splitlines() == [
            f"briefbook: {place} is no plain folder; move it away, the site goes there"
        ]
    assert place.is_symlink() or place.read_text() == "mine"
    assert tree(elsewhere) == {"mine.txt": b"mine"}


@pytest.mark.parametrize(
    "path", ["briefings.md", "briefings/index.md", "briefings/README.md", "Briefings/Index.md"]
)
def test_no_hand_written_page_takes_a_generated_address(small: Project, path: str) -> None:
    small.write(f"docs/{path}", "# Mine")
    result = small.run("compile")
    assert result.exit_code == 2
    assert result.stderr == (
        f"briefbook: docs/{path} has the address of a page that is generated\n"
    )


@pytest.mark.parametrize(("key", "value"), [("docs_dir", "pages"), ("site_dir", "briefings")])
def test_folders_that_mkdocs_yml_cannot_choose(small: Project, key: str, value: str) -> None:
    small.write("mkdocs.yml", f"site_name: Test\n{key}: {value}\n")
    result = small.run("check")
    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 1
    assert key in result.stderr


def test_every_site_has_the_schemas(small: Project) -> None:
    assert small.run("compile").exit_code == 0
    assert (small.root / "build/docs/schema/v1/brief.schema.json").is_file()
    assert (small.root / "build/docs/schema/v1/library.schema.json").is_file()


def test_the_command_alone_shows_its_help(small: Project) -> None:
    result = small.run()
    assert result.exit_code == 2
    assert "Commands:" in result.stderr
    assert len(result.stderr.splitlines()) > 10


def test_names_keep_their_capital_after_that(small: Project) -> None:
    small.write(
        "briefings/_library/entities.yml",
        "- {id: gref, name: German Gref, kind: person}\n"
        "- {id: paper, name: The Paper, kind: organization}\n",
    )
    claims = "".join(
        f"  - {{id: c{n}, statement: {text}, claimant: paper, kind: fact, verdict: refuted}}\n"
        for n, text in enumerate(
            ["German Gref resigned.", "The bank closed.", "GPUs are banned.", "A bank opened."]
        )
    )
    small.write(
        "briefings/said.yml", f"title: T\nsummary: S.\nstatus: draft\nclaims:\n{claims}"
    )
    assert small.run("compile").exit_code == 0
    page = (small.root / "build/docs/briefings/said/index.md").read_text()
    for ending in ("German Gref resigned", "the bank closed", "GPUs are banned", "a bank opened"):
        assert f"Refuted&#58; The Paper said that</span> {ending}" in page


def test_an_event_of_two_briefs_stands_once_on_the_timeline(small: Project) -> None:
    event = "events:\n  - {date: 2025-02-06, what: It rained., sources: []}\n"
    small.write("briefings/one.yml", BRIEF + event)
    small.write("briefings/two.yml", BRIEF.replace("A small", "Another") + event)
    assert small.run("compile").exit_code == 0
    board = (small.root / "build/docs/timeline/index.md").read_text()
    assert board.count("It rained.") == 1
    assert "../briefings/one/" in board
    assert "../briefings/two/" in board
