"""The live preview: a saved brief or page appears, and nothing rebuilds by itself."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from harness import BRIEF, Project

pytestmark = pytest.mark.site

PATIENCE = 60


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def read(url: str) -> str:
    with urllib.request.urlopen(url, timeout=60) as answer:
        return str(answer.read().decode())


def wait_for(url: str, text: str) -> bool:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(url, timeout=60) as answer:
                if text in answer.read().decode():
                    return True
        except OSError:
            pass
        time.sleep(0.2)
    return False


@pytest.fixture
def preview(project: Project, tmp_path: Path) -> Iterator[tuple[Project, str, Path]]:
    project.write("mkdocs.yml", "site_name: Test\ntheme: material\nplugins: [briefbook]\n")
    project.write("docs/index.md", "# Home { #home }\n")
    project.write("briefings/small.yml", BRIEF)
    with serving(project, tmp_path / "log") as (url, log):
        yield project, url, log


@contextmanager
def serving(project: Project, log: Path) -> Iterator[tuple[str, Path]]:
    """`briefbook serve` as long as it is wanted: its address and its log."""
    port = free_port()
    with log.open("w") as stream:
        process = subprocess.Popen(
            [sys.executable, "-m", "briefbook", "serve", "--port", str(port)],
            cwd=project.root,
            stdout=stream,
            stderr=stream,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        )
    try:
        yield f"http://127.0.0.1:{port}/", log
    finally:
        process.terminate()
        process.wait(timeout=60)


def test_saved_files_appear_and_the_preview_comes_to_rest(
    preview: tuple[Project, str, Path],
) -> None:
    project, url, log = preview
    assert wait_for(f"{url}briefings/small/", "The bank opened an office"), log.read_text()
    project.write("briefings/small.yml", BRIEF.replace("an office", "two offices"))
    assert wait_for(f"{url}briefings/small/", "two offices"), log.read_text()
    project.write("docs/index.md", "# Welcome { #home }\n")
    assert wait_for(url, "Welcome"), log.read_text()
    project.write("briefings/small.yml", BRIEF.replace("kind: fact", "kind: fakt"))
    end = time.monotonic() + PATIENCE
    while "SCH003" not in log.read_text() and time.monotonic() < end:
        time.sleep(0.2)
    assert "Did you mean “fact”?" in log.read_text()
    assert wait_for(f"{url}briefings/small/", "1 mistake"), log.read_text()
    assert "in briefings/small.yml: this is the page as it was" in read(f"{url}briefings/small/")
    page = read(f"{url}briefings/small/")
    assert "two offices" in page
    assert "“fakt” is not a word that “kind” knows." in page
    project.write("briefings/small.yml", BRIEF.replace("an office", "three offices"))
    assert wait_for(f"{url}briefings/small/", "three offices"), log.read_text()
    assert "mistake in" not in read(f"{url}briefings/small/")
    # The other pages are made when nothing more is saved.
    assert wait_for(f"{url}claims/", "three offices"), log.read_text()
    time.sleep(4)
    builds = log.read_text().count("Building documentation")
    time.sleep(4)  # a watcher that sees its own output would start again by now
    assert log.read_text().count("Building documentation") == builds


def _status(url: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(url, timeout=60) as answer:
            return int(answer.status), str(answer.read().decode())
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()
    except OSError as error:
        return 0, str(error)


def _waits(url: str, status: int, text: str) -> bool:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        found = _status(url)
        if found[0] == status and text in found[1]:
            return True
        time.sleep(0.2)
    return False


@pytest.mark.parametrize(
    ("path", "wrong", "said"),
    [
        ("mkdocs.yml", "site_name: [\n", "mkdocs.yml:1:12: This “[” is not closed"),
        ("docs/index.md", "# Home\n\n<!-- briefbook: nothing -->\n", "there is no slot"),
    ],
)
def test_what_stops_a_rebuild_is_on_the_page(
    preview: tuple[Project, str, Path], path: str, wrong: str, said: str
) -> None:
    project, url, log = preview
    assert wait_for(f"{url}briefings/small/", "an office"), log.read_text()
    right = (project.root / path).read_text()
    project.write(path, wrong)
    for page in (url, f"{url}briefings/small/"):
        assert _waits(page, 503, said), log.read_text()
        assert "livereload" in _status(page)[1]
    assert "Traceback" not in log.read_text()
    project.write(path, right)
    assert _waits(f"{url}briefings/small/", 200, "an office"), log.read_text()


def test_fifty_saves_in_two_seconds_end_with_the_last(preview: tuple[Project, str, Path]) -> None:
    project, url, log = preview
    assert wait_for(f"{url}briefings/small/", "an office"), log.read_text()
    for number in range(50):
        text = BRIEF.replace("an office", f"office {number}")
        project.write("briefings/small.yml", text if number % 3 else text[: len(text) // 2])
        time.sleep(0.04)
    assert wait_for(f"{url}briefings/small/", "office 49"), log.read_text()
    assert wait_for(f"{url}claims/", "office 49"), log.read_text()
    assert "Traceback" not in log.read_text()


def test_beside_other_pages_the_rest_stays_as_it_is(tmp_path: Path) -> None:
    project = Project(tmp_path / "it's ours, ünd more")
    project.root.mkdir()
    project.write("mkdocs.yml", "site_name: Test\ntheme: material\nplugins: [search, briefbook]\n")
    project.write("docs/index.md", "# Home { #home }\n\n<!-- briefbook: latest 1 -->\n")
    project.write("docs/theirs.md", "# Theirs\n\nWords of theirs.\n")
    project.write("briefings/small.yml", BRIEF)
    with serving(project, tmp_path / "log") as (url, log):
        assert wait_for(f"{url}briefings/small/", "an office"), log.read_text()
        project.write("briefings/small.yml", BRIEF.replace("small brief", "new brief"))
        assert wait_for(f"{url}briefings/small/", "new brief"), log.read_text()
        assert wait_for(url, "new brief"), log.read_text()
        assert wait_for(f"{url}search/search_index.json", "Words of theirs."), log.read_text()
        project.write("docs/theirs.md", "# Theirs\n\nOther words.\n")
        assert wait_for(f"{url}theirs/", "Other words."), log.read_text()
        assert wait_for(f"{url}search/search_index.json", "Other words."), log.read_text()
