"""Projects that have next to nothing build all the same."""

from pathlib import Path

import pytest

from harness import BRIEF, Project
from real_site import command

CONFIGS = {
    "nothing but a name": "site_name: Test\n",
    "the theme as a word": "site_name: Test\ntheme: material\nplugins: []\n",
    "with a hook-less palette": (
        "site_name: Test\ntheme: {name: material, font: false, palette: {scheme: slate}}\n"
    ),
    "an address with a path": "site_name: Test\nsite_url: https://example.org/a/b/\n",
    "extra without our settings": "site_name: Test\nextra: {other: 1}\n",
}


@pytest.mark.parametrize("config", CONFIGS.values(), ids=CONFIGS.keys())
def test_a_small_project_builds(project: Project, config: str) -> None:
    project.write("mkdocs.yml", config)
    project.write("briefings/small.yml", BRIEF)
    result = project.run("build")
    assert result.exit_code == 0, result.stderr
    brief = (project.root / "site" / "briefings" / "small" / "index.html").read_text()
    assert (
        '<h3 class="bb-claim-title" id="first"><a class="bb-nr" href="#first">C1</a> '
        '<span class="bb-said">Supported&#58;</span>' in brief
    )
    assert "assets/briefbook/briefbook.css" in brief
    assert "small" in (project.root / "site" / "index.html").read_text()


def test_a_project_without_briefs_builds(project: Project) -> None:
    project.write("briefings/.gitkeep", "")
    result = project.run("build")
    assert result.exit_code == 0, result.stderr
    assert "No briefs yet" in (project.root / "site" / "briefings" / "index.html").read_text()


def test_a_path_with_spaces_and_other_scripts(tmp_path: Path) -> None:
    project = Project(tmp_path / "Мои справки 简报")
    project.write("mkdocs.yml", "site_name: Test\n")
    project.write("briefings/2026 год/small.yml", BRIEF)
    result = project.run("build")
    assert result.exit_code == 0, result.stderr
    assert (project.root / "site" / "briefings" / "small" / "index.html").is_file()


def test_no_briefings_folder_is_wrong_use(project: Project) -> None:
    result = command("briefbook", "check", cwd=project.root)
    assert result.returncode == 2
    assert result.stderr.strip().splitlines() == [
        f"briefbook: there is no folder “briefings” in {project.root}"
    ]


@pytest.mark.parametrize(("setting", "there"), [("", False), ("link", False), ("build", True)])
def test_the_reference_of_briefbook_is_left_to_its_own_site(
    project: Project, setting: str, there: bool
) -> None:
    """A site of one claim would otherwise be a hundred pages about its compiler."""
    extra = f"extra: {{briefbook: {{reference: {setting}}}}}\n" if setting else ""
    project.write("mkdocs.yml", f"site_name: Test\n{extra}")
    project.write("briefings/small.yml", BRIEF)
    assert project.run("compile").exit_code == 0
    made = project.root / "build/docs"
    for name in ("rules", "commands", "fields"):
        assert (made / "reference" / name).exists() is there
    assert (made / "reference/reading/index.md").is_file()
    assert there or len([*made.rglob("*.md")]) < 40
