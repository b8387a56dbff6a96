"""Takes the pictures of the README: `make screenshots`, after `make site`.

They are looked at by people, so no test compares their pixels; a test checks that they exist.
"""

import html
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1]))
from browser.chromium import ARGUMENTS, chromium

ROOT = Path(__file__).parents[2]
PICTURES = ROOT / "docs" / "assets"
SHOWN = "REF001,CLM002"
TERMINAL = """<body style="margin:0;background:#15171b;color:#e8e6e0;width:1060px">
<pre style="margin:0;padding:22px 26px;white-space:pre-wrap;
font:15px/1.5 'DejaVu Sans Mono',monospace">{}</pre>
</body>"""


def finding() -> str:
    """What the terminal shows for a brief with a slip and a verdict that does not fit."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "mkdocs.yml").write_text("site_name: Example\n")
        (folder / "briefings" / "_library" / "sources").mkdir(parents=True)
        (folder / "briefings" / "_library" / "sources" / "agencies.yml").write_text(
            "- {id: reuters-report, title: Bank plans research, reliability: B, seen: whole}\n"
        )
        (folder / "briefings" / "bank.yml").write_text(
            "title: What the bank announced\nsummary: A plan, not yet a partnership.\n"
            "status: draft\nclaims:\n  - id: partners\n"
            "    statement: The bank and the university were already partners.\n"
            "    kind: fact\n    verdict: refuted\n    evidence:\n"
            "      - source: reuters-report\n        "
            "stance: supports\n        note: It names both.\n"
            "      - source: reuters-reprot\n        stance: context\n        note: A photo.\n"
        )
        result = subprocess.run(
            [sys.executable, "-m", "briefbook", "check", "--select", SHOWN],
            cwd=folder, capture_output=True, text=True, check=False,
        )  # fmt: skip
    return f"$ briefbook check --select {SHOWN}\n{result.stdout}"


def main() -> None:
    """Write docs/assets/brief.png and finding.png."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        page = browser.new_page(viewport={"width": 1280, "height": 860}, color_scheme="light")
        brief = ROOT / "site" / "briefings" / "sberbank-china-ai" / "index.html"
        page.goto(f"{brief.as_uri()}#gigachat-launched-2024")
        page.wait_for_timeout(600)
        page.screenshot(path=PICTURES / "brief.png")
        page.set_viewport_size({"width": 1060, "height": 100})
        page.set_content(TERMINAL.format(html.escape(finding())))
        page.locator("pre").screenshot(path=PICTURES / "finding.png")
        browser.close()


if __name__ == "__main__":
    main()
