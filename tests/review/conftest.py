"""What several tests of reviews begin with."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from desk import Desk
from fake_github import FakeGitHub, fake_github, served
from fake_gitlab import FakeGitLab
from hosted import hosted, publish_repository

from harness import Project


@pytest.fixture
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Desk]:
    with hosted(tmp_path / "repositories") as host:
        folder, _, branch = getattr(request, "param", "news/desk").partition("@")
        mine = Project(tmp_path / "mine")
        mine.root.mkdir()
        mine.git("init", "--quiet")
        options = ("--name", "Desk", "--author", "A", "--host", "github", "--today", "2026-11-23")
        assert mine.run("new", "site", folder or ".", *options).exit_code == 0
        settings = mine.root / folder / "mkdocs.yml"
        settings.write_text(settings.read_text() + f"\nsite_url: {host.url}/site/\n")
        mine.commit("a site")
        mine.git("branch", "--move", branch or "main")
        bare = publish_repository(mine, tmp_path / "repositories")
        mine.git("checkout", "--quiet", "-b", "change")
        yield Desk(mine, host, bare, folder, tmp_path / "runs", branch or "main")


@pytest.fixture
def gitlab(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeGitLab]:
    monkeypatch.setenv("GITLAB_TOKEN", "secret")
    with served(FakeGitLab()) as fake:
        yield fake


@pytest.fixture
def github(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeGitHub]:
    """A fake API and a token."""
    monkeypatch.setenv("GITHUB_TOKEN", "secret")
    with fake_github() as fake:
        yield fake
