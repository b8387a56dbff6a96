"""Every page names what it may load, and nothing on it is refused."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from site_pages import PAGES

POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
REFUSED = """() => {
  globalThis.refused = [];
  document.addEventListener("securitypolicyviolation", (event) => {
    globalThis.refused.push(`${event.effectiveDirective}: ${event.blockedURI}`);
  });
}"""
INJECT = """() => {
  const script = document.createElement("script");
  script.textContent = "globalThis.ran = true";
  document.body.append(script);
  const picture = document.createElement("img");
  picture.src = "https://example.org/pixel.png";
  document.body.append(picture);
}"""


def test_every_page_has_one_and_scripts_are_named_by_hash(built: Path) -> None:
    pages = [one for one in (built / "site").rglob("*.html") if "/embed/" not in one.as_posix()]
    assert len(pages) > 600
    policies = {POLICY.search(one.read_text(encoding="utf-8")) for one in pages}
    assert None not in policies
    texts = {found[1] for found in policies if found}
    assert len(texts) == 1
    (text,) = texts
    assert "default-src 'none'" in text
    assert "unsafe-inline" not in text.partition("script-src")[2].partition(";")[0]
    assert "http" not in text


@pytest.mark.parametrize("address", PAGES)
def test_nothing_of_ours_is_refused(browser: Browser, site: str, address: str) -> None:
    context = browser.new_context()
    context.add_init_script(f"({REFUSED})()")
    page = context.new_page()
    page.goto(site + address, wait_until="networkidle")
    assert page.evaluate("refused") == []
    assert page.evaluate("document.documentElement.className") in ("js", "js bb-asked", "")
    context.close()


def test_what_is_not_ours_is_refused(page: Page, site: str) -> None:
    page.add_init_script(f"({REFUSED})()")
    page.goto(f"{site}claims/")
    page.evaluate(INJECT)
    page.wait_for_function("refused.length >= 2")
    assert page.evaluate("globalThis.ran") is None
