"""Files read by several processes, and what is found in them: the same as by one."""

from pathlib import Path

import pytest

from briefbook.corpus import load
from briefbook.project import processes, reading
from briefbook.project.processes import Processes
from briefbook.project.reading import read_by
from harness import Project

BRIEF = """\
title: Brief {at}
summary: S.
status: published
claims:
  - {{id: c, statement: It holds {at}., kind: fact, verdict: supported, verdit: x}}
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """Forty briefs with a mistake each; some files are no plain ones, or no YAML."""
    monkeypatch.setattr(processes.spread, "__defaults__", (4,))
    monkeypatch.setattr(reading, "FEW", 4)
    project = Project(tmp_path)
    project.write("mkdocs.yml", "site_name: T\n")
    project.write_standard()
    for at in range(40):
        project.write(f"briefings/{at % 3}/b{at}.yml", BRIEF.format(at=at))
    project.write("briefings/1/b5-is-no-yaml.yml", "title: [\n")
    project.write("briefings/_library/more.yml", "- {}\n")
    (project.root / "briefings/0/b17-leads-away.yml").symlink_to("/etc/passwd")
    return project


def test_several_processes_read_the_same(project: Project) -> None:
    one = load(project.root)
    several = load(project.root, None, read_by(Processes(3)))
    assert [file.path for file in several.files] == [file.path for file in one.files]
    assert [file.brief for file in several.files] == [file.brief for file in one.files]
    assert [file.references for file in several.files] == [file.references for file in one.files]
    assert several.findings == one.findings
    assert several.unread == one.unread
    for name in ("sources", "entities", "topics"):
        assert getattr(several, name) == getattr(one, name)
    assert [*several.texts] == [*one.texts]
    for path, text in one.texts.items():
        assert several.texts[path].document == text.document
        assert several.texts[path].node == text.node


@pytest.mark.parametrize("paths", [(), ("briefings/1",)])
def test_several_processes_find_the_same(
    project: Project, paths: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    said = []
    for jobs in (1, 3):
        monkeypatch.setattr("briefbook.cli.check.all_cores", lambda jobs=jobs: jobs)
        said.append(project.run("check", "--today", "2026-11-28", *paths))
        for kept in (project.root / ".briefbook/cache").glob("*"):
            kept.unlink()
    assert said[0] == said[1]
    assert "verdit" in said[0].stdout
    assert said[0].exit_code == 1
