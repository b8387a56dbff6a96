"""Documentation that cannot lie: what it names exists, and what exists is named."""

import re
from datetime import date
from pathlib import Path

import click
import pytest

from briefbook.cli.main import briefbook, register_commands
from briefbook.model.scales import scales
from briefbook.pages.slots import Slot
from briefbook.registry import discover
from harness import Project

ROOT = Path(__file__).parents[1]
PAGES = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]
GUIDE = "\n".join(page.read_text() for page in PAGES)


def commands() -> list[str]:
    """Every command as it is typed: “check”, “new brief”."""
    register_commands()
    found = []
    for name, command in briefbook.commands.items():
        inner = command.commands if isinstance(command, click.Group) else {}
        found += [f"{name} {sub}" for sub in inner] or [name]
    return found


@pytest.mark.parametrize("command", commands())
def test_every_command_is_in_the_guide(command: str) -> None:
    assert f"briefbook {command}" in GUIDE


def test_no_command_is_named_that_does_not_exist() -> None:
    known = {command.split()[0] for command in commands()} | {"--help", "--version"}
    named = set(re.findall(r"^(?:\$ )?briefbook ([a-z-]+)", GUIDE, re.M))
    assert named - known == set()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_files_that_pages_link_to_exist(page: Path) -> None:
    for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", page.read_text()):
        generated = (ROOT / "docs" in page.parents) and re.search(
            "reference/|briefings/|browse/|corrections/|forecasts/", target
        )
        assert generated or (page.parent / target).exists(), target


def test_every_slot_is_in_the_guide() -> None:
    text = (ROOT / "docs/guide/pages.md").read_text()
    for slot in discover("briefbook.pages.slots", Slot):
        assert f"`{slot.name}`" in text


DECISIONS = [page for page in PAGES if page.parent.name == "decisions" and page.name != "index.md"]
DECIDED = re.compile(
    r"# .+ \{ #[a-z0-9-]+ \}\n\n"
    r"\*Decided: (\d{4}-\d\d-\d\d) · Status: "
    r"(in force|given up|replaced) ?(?:by \[.+\]\((\S+\.md)\))?\*\n\n\S"
)


@pytest.mark.parametrize("page", DECISIONS, ids=lambda page: page.stem)
def test_every_decision_says_when_it_was_made_and_whether_it_holds(page: Path) -> None:
    found = DECIDED.match(page.read_text())
    assert found, "after the title: *Decided: 2026-11-23 · Status: in force*"
    date.fromisoformat(found[1])
    assert (found[2] == "replaced") == bool(found[3])


def test_the_index_lists_every_decision_with_its_day_and_status() -> None:
    index = (ROOT / "docs/decisions/index.md").read_text()
    listed = re.findall(r"^- \[(.+)\]\((.+)\) \((.+), (.+)\)$", index, re.M)
    said = {}
    for page in DECISIONS:
        text = page.read_text()
        found = DECIDED.match(text)
        title = text.split(" { #", 1)[0].removeprefix("# ")
        said[page.name] = (title, found[1], found[2]) if found else ()
    assert {name: (title, day, status) for title, name, day, status in listed} == said
    assert len(listed) == len(said)


def test_every_dependency_says_why_it_is_there() -> None:
    pyproject = (ROOT / "pyproject.toml").read_text()
    runtime = pyproject.split("dependencies = [", 1)[1].split("]", 1)[0]
    text = (ROOT / "docs/decisions/dependencies.md").read_text().lower()
    for name in re.findall(r'"([a-z0-9-]+)', runtime):
        assert name in text, name


def test_every_scale_is_known_to_the_schema() -> None:
    schema = (ROOT / "docs/schema/v1/brief.schema.json").read_text()
    for name in scales():
        assert f'"{name}"' in schema


def test_the_pictures_of_the_readme_are_pictures() -> None:
    for name in ("brief.png", "finding.png"):
        content = (ROOT / "docs/assets" / name).read_bytes()
        assert content.startswith(b"\x89PNG")
        assert f"docs/assets/{name}" in (ROOT / "README.md").read_text()


def test_the_brief_of_the_command_passes_once_its_blanks_are_filled(project: Project) -> None:
    project.write("briefings/.gitkeep", "")
    assert project.run("new", "brief", "first").exit_code == 0
    path = project.root / "briefings" / "first.yml"
    assert project.run("check").exit_code == 1
    text = path.read_text()
    text = text.replace("title:\n", "title: A title\n").replace("statement:\n", "statement: So.\n")
    path.write_text(text.replace("summary: >-\n", "summary: >-\n  A sentence.\n"))
    result = project.run("check")
    assert (result.exit_code, result.stdout) == (0, "no findings\n")


def test_the_brief_of_the_command_with_every_comment_taken_away(project: Project) -> None:
    """Whoever takes the # away gets lines that are known, too."""
    project.write("briefings/_library/topics.yml", "- {id: banking, name: Banking}\n")
    assert project.run("new", "brief", "first").exit_code == 0
    path = project.root / "briefings" / "first.yml"
    text = path.read_text().replace("title:\n", "title: A title\n")
    text = text.replace("statement:\n", "statement: So.\n")
    text = text.replace("summary: >-\n", "summary: >-\n  A sentence.\n")
    text = text.replace("ids from _library/topics.yml", "banking")
    text = re.sub(r"^(\s*)# (?=(- )?[a-z_]+:|  )", r"\1", text, flags=re.M)
    path.write_text(text)
    result = project.run("check")
    assert result.stdout == "no findings\n"


@pytest.mark.parametrize(
    ("name", "reason"),
    [("First", "no id"), ("a" * 81, "81 characters"), ("con", "Windows"), ("page", "reserved")],
)
def test_ids_that_a_new_brief_cannot_have(project: Project, name: str, reason: str) -> None:
    project.write("briefings/.gitkeep", "")
    result = project.run("new", "brief", name)
    assert result.exit_code == 2
    assert reason in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_a_new_brief_never_overwrites(project: Project) -> None:
    project.write("briefings/2026/first.yml", "title: mine\n")
    result = project.run("new", "brief", "first")
    assert result.exit_code == 2
    assert "briefings/2026/first.yml is there already" in result.stderr


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_blocks_of_code_have_a_language_and_nothing_else(page: Path) -> None:
    """More words make a fence plain text for MkDocs, and the next block swallows what follows."""
    assert re.findall(r"^```\w+[ \t].*$", page.read_text(), re.M) == []
