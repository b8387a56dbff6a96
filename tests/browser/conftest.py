"""Chromium, and the real site served under the path of a project site."""

import functools
import http.server
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from browser.chromium import ARGUMENTS, chromium
from browser.opening import fresh
from browser.watch import Watch
from local_server import running

BASE = "/briefbook/"

# How long a loaded machine takes says nothing of a page; the default is five seconds.
expect.set_options(timeout=60_000)


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Serves a folder below BASE and nothing else."""

    def translate_path(self, path: str) -> str:
        if not path.startswith(BASE):
            return os.devnull + "/missing"
        return super().translate_path("/" + path.removeprefix(BASE))

    def log_message(self, *arguments: object) -> None:
        pass


def serve(folder: Path) -> Iterator[str]:
    """Serve on loopback; yields the address of the site's root."""
    handler = functools.partial(_Handler, directory=str(folder))
    with running(handler) as address:
        yield f"{address}{BASE}"


@pytest.fixture(scope="session")
def site(built: Path) -> Iterator[str]:
    """The address of the real site."""
    yield from serve(built / "site")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        yield running
        running.close()


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture(scope="session")
def tab(browser: Browser) -> Page:
    """The one tab of a worker; `fresh` empties it."""
    return browser.new_page()


@pytest.fixture
def page(tab: Page, site: str, watch: Watch) -> Iterator[Page]:
    """The emptied tab, watched."""
    with watch.over(fresh(tab), site):
        yield tab
