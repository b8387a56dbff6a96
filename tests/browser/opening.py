"""Opens a page and waits until it is as it stays."""

from playwright.sync_api import Page

_SETTLED = """() => document.fonts.ready.then(
  () => new Promise((done) => requestAnimationFrame(() => setTimeout(done))))"""


def open_page(page: Page, address: str) -> None:
    """Loaded, typefaces there, what its script does after that done; the search has asked, too.

    Waiting for a silent network would cost half a second a page, and only the search uses it.
    """
    page.goto(address, wait_until="networkidle" if "/search/" in address else "load")
    page.evaluate(_SETTLED)
