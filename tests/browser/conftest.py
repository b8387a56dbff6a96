"""Chromium, and the real site served under the path of a project site."""

import functools
import http.server
import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from browser.chromium import ARGUMENTS, chromium
from browser.opening import fresh
from browser.watch import Watch

BASE = "/briefbook/"


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
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, args=[0.01], daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}{BASE}"
    server.shutdown()
    server.server_close()


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
