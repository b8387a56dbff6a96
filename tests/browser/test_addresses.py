"""Addresses that never die: renamed briefs lead on, the sitemap lists what may be found."""

import gzip
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import Browser, expect

from browser.conftest import serve
from harness import Project

SMALL = """\
title: The bank
summary: S.
status: {status}
updated: 2025-03-04
{more}claims:
  - {{id: first, statement: S., kind: fact, verdict: open}}
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = Project(tmp_path_factory.mktemp("renamed"))
    project.write(
        "mkdocs.yml",
        "site_name: T\nsite_url: https://example.org/briefbook/\n"
        "theme: {name: material, font: false}\n",
    )
    more = "renamed_from: [old-name, older-name, other]\n"
    project.write("briefings/new-name.yml", SMALL.format(status="published", more=more))
    project.write("briefings/other.yml", SMALL.format(status="draft", more=""))
    result = project.run("build", "--today", "2026-11-23")
    assert result.exit_code in (0, 1), result.stderr
    return project.root / "site"


@pytest.mark.parametrize("former", ["old-name", "older-name"])
def test_a_renamed_brief_leaves_a_page(site: Path, former: str) -> None:
    page = (site / "briefings" / former / "index.html").read_text(encoding="utf-8")
    assert '<noscript><meta http-equiv="refresh" content="0; url=../new-name/"></noscript>' in page
    assert 'data-bb-moved="../new-name/"' in page
    assert '<meta name="robots" content="noindex">' in page


def test_a_brief_that_is_there_keeps_its_address(site: Path) -> None:
    page = (site / "briefings" / "other" / "index.html").read_text(encoding="utf-8")
    assert 'http-equiv="refresh"' not in page
    assert "The bank" in page


def test_the_anchor_goes_along(browser: Browser, site: Path) -> None:
    for address in serve(site):
        page = browser.new_page()
        page.goto(f"{address}briefings/old-name/#first")
        expect(page).to_have_url(f"{address}briefings/new-name/#first")
        page.close()
        context = browser.new_context(java_script_enabled=False)
        bare = context.new_page()
        bare.goto(f"{address}briefings/older-name/")
        expect(bare).to_have_url(f"{address}briefings/new-name/")
        context.close()


def test_the_sitemap_is_ours(site: Path) -> None:
    content = (site / "sitemap.xml").read_bytes()
    assert gzip.decompress((site / "sitemap.xml.gz").read_bytes()) == content
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    days = {
        entry.findtext(f"{space}loc"): entry.findtext(f"{space}lastmod")
        for entry in ET.fromstring(content)
    }
    base = "https://example.org/briefbook/"
    assert days[f"{base}briefings/new-name/"] == "2025-03-04"
    assert days[base] is None
    assert f"{base}briefings/old-name/" not in days  # leads on
    assert f"{base}briefings/other/" not in days  # a draft
    assert f"{base}claims/" in days
    for url in days:
        path = site / (url or "").removeprefix(base) / "index.html"
        assert path.is_file(), url


def test_the_real_sitemap_lists_real_pages(built: Path) -> None:
    content = (built / "site" / "sitemap.xml").read_bytes()
    urls = [entry[0].text or "" for entry in ET.fromstring(content)]
    assert len(urls) > 400
    for url in urls:
        path = url.removeprefix("https://briefbook.github.io/briefbook/")
        assert (built / "site" / path / "index.html").is_file(), url
