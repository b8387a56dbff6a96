"""Opens pages in one tab, which every test finds as if it were new."""

from typing import Literal

from playwright.sync_api import Page

_SETTLED = """() => document.fonts.ready.then(
  () => new Promise((done) => requestAnimationFrame(() => setTimeout(done))))"""


def fresh(
    tab: Page,
    width: int = 1280,
    height: int = 900,
    scheme: Literal["light", "dark"] = "light",
    motion: Literal["no-preference", "reduce"] = "no-preference",
) -> Page:
    """The tab of a worker, emptied, in a window of this size.

    A tab of its own for each test would cost half a second of processor time.
    """
    if tab.url.startswith("http"):
        tab.evaluate("() => { localStorage.clear(); sessionStorage.clear(); }")
    tab.unroute_all()
    tab.goto("about:blank")
    tab.context.clear_cookies()
    tab.set_viewport_size({"width": width, "height": height})
    tab.emulate_media(media="null", color_scheme=scheme, reduced_motion=motion)
    return tab


def open_page(page: Page, address: str) -> None:
    """Loaded, typefaces there, what its script does after that done; the search has asked, too.

    Waiting for a silent network would cost half a second a page, and only the search uses it.
    """
    page.goto(address, wait_until="networkidle" if "/search/" in address else "load")
    page.evaluate(_SETTLED)
