"""Every way to build gives the same pages."""

import re
import shutil
from pathlib import Path

from real_site import command, copy_project, tree

ARTICLE = re.compile(r"<article.*?</article>", re.S)
# What an engine's own chrome adds inside the article.
CHROME = re.compile(r'<a id="__skip"[^>]*></a>')


def pages(site: Path) -> dict[str, str]:
    """The article of each page, white space folded."""
    found = {}
    for name, content in tree(site).items():
        if name.endswith(".html") and name != "404.html":
            match = ARTICLE.search(content.decode())
            found[name] = re.sub(r"\s+", " ", CHROME.sub("", match[0] if match else ""))
    return found


def ids(article: str) -> list[str]:
    return re.findall(r'\sid="([^"]+)"', article)


def test_plain_mkdocs_gives_the_same_site(built: Path, tmp_path: Path) -> None:
    project = copy_project(tmp_path / "plain")
    result = command("mkdocs", "build", "--quiet", cwd=project)
    assert result.returncode == 0, result.stderr
    plain, ours = tree(project / "site"), tree(built / "site")
    assert plain.keys() == ours.keys()
    assert [name for name in plain if plain[name] != ours[name]] == []


def test_zensical_gives_the_same_pages_and_anchors(built: Path, tmp_path: Path) -> None:
    project = tmp_path / "project"
    shutil.copytree(built, project, ignore=shutil.ignore_patterns("site", ".lock"))
    result = command("briefbook", "build", "--engine", "zensical", cwd=project)
    assert result.returncode == 0, result.stderr
    theirs, ours = pages(project / "site"), pages(built / "site")
    assert theirs.keys() == ours.keys()
    assert {n: ids(a) for n, a in theirs.items()} == {n: ids(a) for n, a in ours.items()}
    generated = [name for name in ours if name.startswith("briefings/")]
    assert generated
    assert [name for name in generated if theirs[name] != ours[name]] == []
    assert "leads nowhere" not in result.stderr


def test_an_unknown_engine_is_wrong_use(built: Path) -> None:
    result = command("briefbook", "build", "--engine", "hugo", cwd=built)
    assert result.returncode == 2
    assert len(result.stderr.splitlines()) == 1
    assert "mkdocs, zensical" in result.stderr


def test_settings_hold_under_plain_mkdocs_too(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "plain", small=True)
    config = (project / "mkdocs.yml").read_text()
    (project / "mkdocs.yml").write_text(config.replace("language: en", "language: ru"))
    result = command("mkdocs", "build", "--quiet", cwd=project)
    assert result.returncode == 0, result.stderr
    page = (project / "site/briefings/small/index.html").read_text()
    assert "/edit/main/briefings/small.yml" in page
    assert '<html lang="ru"' in page
    assert "Как цитировать" in page
