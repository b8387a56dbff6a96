"""`briefbook verify`: a site leads where its manifest says, and says what the briefs say."""

import functools
import http.server
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from harness import Project
from local_server import running
from real_site import ROOT

MANIFEST = "data/v1/manifest.json"


@pytest.fixture(scope="module")
def finished(built: Path) -> Path:
    """The real site, to be copied and spoiled."""
    return built / "site"


@pytest.fixture
def site(finished: Path, tmp_path: Path) -> Path:
    """The pages that the manifest names, and the manifest."""
    target = tmp_path / "site"
    for folder in ("briefings", "sources", "entities", "topics", "data"):
        for path in (finished / folder).rglob("*"):
            if path.name in ("index.html", "manifest.json"):
                copy = target / path.relative_to(finished)
                copy.parent.mkdir(parents=True, exist_ok=True)
                copy.write_bytes(path.read_bytes())
    return target


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """The real briefs."""
    project = Project(tmp_path / "project")
    project.write("mkdocs.yml", (ROOT / "mkdocs.yml").read_bytes())
    for path in (ROOT / "briefings").rglob("*.yml"):
        project.write(path.relative_to(ROOT).as_posix(), path.read_bytes())
    return project


def test_the_site_as_it_was_built_is_right(site: Path, project: Project) -> None:
    done = project.run("verify", str(site))
    assert (done.exit_code, done.stdout) == (0, "")
    assert " looked at, 0 things wrong" in done.stderr


def test_a_page_or_an_anchor_that_is_missing(site: Path, project: Project) -> None:
    (site / "topics/sanctions/index.html").unlink()
    page = site / "briefings/sberbank-china-ai/index.html"
    page.write_text(page.read_text().replace('id="already-partners"', 'id="other"'))
    done = project.run("verify", str(site))
    assert done.exit_code == 1
    assert set(done.stdout.splitlines()) == {
        "topic sanctions: there is no page at topics/sanctions/",
        "sberbank-china-ai#already-partners: the page has no anchor for "
        "briefings/sberbank-china-ai/#already-partners",
    }
    assert done.stderr.endswith("2 things wrong\n")


def test_a_site_that_says_something_else(site: Path, project: Project) -> None:
    path = project.root / "briefings/sberbank-china-ai.yml"
    head, mark, tail = path.read_text().partition("  - id: already-partners\n")
    path.write_text(head + mark + tail.replace("verdict: contested", "verdict: refuted", 1))
    held = json.loads((site / MANIFEST).read_text())
    held["topics"]["tides"] = {"address": "topics/sanctions/", "hash": "v1:0"}
    del held["topics"]["sanctions"]
    (site / MANIFEST).write_text(json.dumps(held))
    said = project.run("verify", str(site)).stdout
    something_else = "the site says something else than the briefs here"
    assert f"sberbank-china-ai: {something_else}" in said
    assert f"sberbank-china-ai#already-partners: {something_else}" in said
    assert "topic tides: it is on the site and not in the briefs here" in said
    assert "topic sanctions: it is in the briefs here and not on the site" in said
    assert said.count("\n") == 4


@pytest.mark.parametrize("address", ["../../../etc/passwd", "/etc/", "//example.org/", 7, None])
def test_addresses_that_lead_out_of_the_site(site: Path, project: Project, address: object) -> None:
    held = json.loads((site / MANIFEST).read_text())
    held["topics"]["sanctions"]["address"] = address
    (site / MANIFEST).write_text(json.dumps(held))
    done = project.run("verify", str(site))
    assert done.exit_code == 1
    assert "topic sanctions: there is no page at" in done.stdout


def test_what_is_no_site(project: Project, tmp_path: Path) -> None:
    for place in (str(tmp_path), str(tmp_path / "nowhere"), "http://[::1/", "http://127.0.0.1:1/"):
        done = project.run("verify", place)
        assert (done.exit_code, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    (tmp_path / MANIFEST).parent.mkdir(parents=True)
    (tmp_path / MANIFEST).write_text("{")
    assert "cannot be used" in project.run("verify", str(tmp_path)).stderr


@pytest.fixture
def served(site: Path) -> Iterator[str]:
    class Handler(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            """Says nothing."""

    with running(functools.partial(Handler, directory=str(site))) as address:
        yield address


def test_a_published_site(served: str, site: Path, project: Project) -> None:
    assert project.run("verify", served).exit_code == 0
    (site / "topics/sanctions/index.html").unlink()
    assert "topic sanctions: there is no page" in project.run("verify", f"{served}/").stdout
