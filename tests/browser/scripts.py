"""The site's own scripts in an empty page: no site is built, and their functions can be called."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Error, Page, Route

from browser.opening import fresh
from real_site import ROOT

ASSETS = ROOT / "scripts/briefbook/publish/assets"
HOST = "https://site.invalid/"
HERE = f"{HOST}search/"


@contextmanager
def script(
    tab: Page, name: str, body: str, functions: list[str], throws: str = "$", **more: str | bytes
) -> Iterator[Page]:
    """A page with this body that runs a script of ours, whose functions are then globals.

    `more` are further files of the site, by address with `__` for `/`. The test fails unless the
    script throws just what matches `throws`: nothing, if that is not given.
    """
    source = (ASSETS / name).read_text(encoding="utf-8").rstrip()
    lent = f"\nObject.assign(globalThis, {{{', '.join(functions)}}});\n"
    plain = name == "page.js"  # a block, and no module
    kind = "defer" if plain else 'type="module"'
    files: dict[str, str | bytes] = {
        HERE: f"<!doctype html><title>T</title>{body}"
        f'<script {kind} src="/assets/briefbook/{name}"></script>',
        f"{HOST}assets/briefbook/{name}": (f"{source[:-1]}{lent}}}" if plain else source + lent),
        **{f"{HOST}{path.replace('__', '/')}": text for path, text in more.items()},
    }
    page = fresh(tab, 1000, 800)
    page.route("**/*", lambda route: _answer(route, files))
    thrown: list[str] = []

    def note(error: Error) -> None:
        thrown.append(str(error))

    page.on("pageerror", note)
    page.goto(HERE)
    yield page
    if throws != "$" and not thrown:  # it is told of an error a little after it came
        page.wait_for_event("pageerror", timeout=60_000)
    page.remove_listener("pageerror", note)
    assert re.fullmatch(throws, "\n".join(thrown)), thrown


def _answer(route: Route, files: dict[str, str | bytes]) -> None:
    address = route.request.url.partition("?")[0].partition("#")[0]
    if address not in files:
        route.fulfill(status=404)
        return
    kinds = {".js": "text/javascript", ".json": "application/json"}
    kind = kinds.get(Path(address).suffix, "text/html; charset=utf-8")
    route.fulfill(body=files[address], content_type=kind)


def data(value: object) -> str:
    """A value inside a script element."""
    return json.dumps(value).replace("<", "\\u003c")
