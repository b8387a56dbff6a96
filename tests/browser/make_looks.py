"""Takes a picture of every page type to look at: `make look`, after `make site`.

Wide and as on a phone, light and dark; build/look/index.html shows them side by side. What can be
told without eyes (boxes outside, over each other, cut off) is in test_layout.py.
"""

import html
import sys
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1]))
from browser.chromium import ARGUMENTS, chromium
from browser.conftest import serve
from site_pages import PAGES

ROOT = Path(__file__).parents[2]
LOOK = ROOT / "build" / "look"
WIDTHS = {"wide": 1280, "phone": 390}
TALLEST = 6_000
SHEET = """<!doctype html><html lang="en"><meta charset="utf-8"><title>How it looks</title>
<style>body{{font:15px system-ui;margin:2rem}}div{{display:flex;gap:1rem;align-items:start}}
img{{border:1px solid #ccc;max-height:70vh;width:auto}}</style><h1>How it looks</h1>
{}</html>"""


def look(browser: Browser, site: str, address: str) -> str:
    """The pictures of one page, as a row of the sheet."""
    name = address.strip("/").replace("/", "-").removesuffix(".html") or "front"
    row = ""
    for width, pixels in WIDTHS.items():
        for scheme in ("light", "dark"):
            page = browser.new_page(
                viewport={"width": pixels, "height": 844},
                color_scheme=scheme,  # type: ignore[arg-type]
            )
            page.goto(f"{site}{address}", wait_until="networkidle")
            height = min(TALLEST, page.evaluate("document.documentElement.scrollHeight"))
            file = f"{name}-{width}-{scheme}.png"
            clip = {"x": 0, "y": 0, "width": pixels, "height": height}
            page.screenshot(path=LOOK / file, full_page=True, clip=clip)  # type: ignore[arg-type]
            page.close()
            row += f'<a href="{file}"><img src="{file}" alt="{width}, {scheme}"></a>'
    return f"<h2>/{html.escape(address)}</h2><div>{row}</div>"


def main() -> None:
    """Write build/look/."""
    LOOK.mkdir(parents=True, exist_ok=True)
    with contextmanager(serve)(ROOT / "site") as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        rows = [look(browser, site, address) for address in PAGES]
        browser.close()
    (LOOK / "index.html").write_text(SHEET.format("\n".join(rows)), encoding="utf-8")
    print(f"{len(rows)} pages: open {LOOK / 'index.html'}")


if __name__ == "__main__":
    main()
