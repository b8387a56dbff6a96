"""The live preview: a saved brief or page appears, and nothing rebuilds by itself."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
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
    with urllib.request.urlopen(url, timeout=5) as answer:
        return str(answer.read().decode())


def wait_for(url: str, text: str) -> bool:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(url, timeout=5) as answer:
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
    port, log = free_port(), tmp_path / "log"
    with log.open("w") as stream:
        process = subprocess.Popen(
            [sys.executable, "-m", "briefbook", "serve", "--port", str(port)],
            cwd=project.root,
            stdout=stream,
            stderr=stream,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        )
    try:
        yield project, f"http://127.0.0.1:{port}/", log
    finally:
        process.terminate()
        process.wait(timeout=20)


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
    assert wait_for(f"{url}briefings/small/", "1 mistake in briefings/small.yml"), log.read_text()
    page = read(f"{url}briefings/small/")
    assert "two offices" in page
    assert "“fakt” is not a word that “kind” knows." in page
    project.write("briefings/small.yml", BRIEF.replace("an office", "three offices"))
    assert wait_for(f"{url}briefings/small/", "three offices"), log.read_text()
    assert "mistake in" not in read(f"{url}briefings/small/")
    builds = log.read_text().count("Building documentation")
    time.sleep(4)  # a watcher that sees its own output would start again by now
    assert log.read_text().count("Building documentation") == builds
