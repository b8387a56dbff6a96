"""A department's site as there are many, without our pages and with them, built once a run."""

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from harness import SOUND, Project
from real_site import ROOT, command, once, tree

EXISTING = ROOT / "tests" / "existing_site"
LISTED = "  - blog\n"
REDIRECTED = "        old-guide.md: guides/everything.md\n"


LANGUAGES = """\
site_name: A Department
site_url: https://example.org/briefbook/
theme: {name: material, font: false}
plugins:
  - search
  - i18n:
      docs_structure: suffix
      languages:
        - {locale: en, default: true, name: English, build: true}
        - {locale: ru, name: Русский, build: true, site_name: Отдел}
"""


def bilingual(folder: Path, config: str) -> Project:
    """A small site in two languages by suffix, with a brief, not built."""
    project = Project(folder)
    project.write_standard("mkdocs.yml")
    project.write("briefings/small.yml", SOUND)
    project.write("mkdocs.yml", config)
    project.write("docs/index.md", "# The department\n\n[Guides](guide.md)\n")
    project.write("docs/index.ru.md", "# Отдел\n\n[Всё](guide.md)\n")
    project.write("docs/guide.md", "# Guide\n")
    return project


@dataclass(frozen=True)
class Adopted:
    """The finished files of both, by path; the second one's project."""

    root: Path

    @property
    def plain(self) -> dict[str, bytes]:
        return tree(self.root / "plain" / "site")

    @property
    def project(self) -> Project:
        return Project(self.root / "with")

    @property
    def site(self) -> Path:
        return self.project.root / "site"


def adopt(folder: Path) -> Project:
    """The existing site with a brief and our plugin added, not built."""
    shutil.copytree(EXISTING, folder)
    project = Project(folder)
    project.write_standard("mkdocs.yml")
    project.write("briefings/small.yml", SOUND)
    config = (folder / "mkdocs.yml").read_text()
    assert LISTED in config
    config = config.replace(LISTED, f"{LISTED}  - briefbook\n", 1)
    assert REDIRECTED in config
    ours = f"{REDIRECTED}        old-brief.md: briefings/small/index.md\n"
    project.write("mkdocs.yml", config.replace(REDIRECTED, ours, 1))
    return project


def _build(folder: Path) -> None:
    shutil.copytree(EXISTING, folder / "plain")
    adopt(folder / "with")
    for name in ("plain", "with"):
        result = command("mkdocs", "build", cwd=folder / name)
        assert result.returncode == 0, result.stderr
        (folder / f"{name}.log").write_text(result.stderr)


@pytest.fixture(scope="session")
def adopted(tmp_path_factory: pytest.TempPathFactory) -> Adopted:
    """Both sites; tests only read them."""
    return Adopted(once(tmp_path_factory, "adopted", _build))
