"""Addresses that leave the site are full ones in ASCII, or are not written at all."""

import json
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from harness import SOUND, Project
from real_site import command

ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
ROOT = "https://xn--80aswg.xn--p1ai/%D0%BE%20%D0%BD%D0%B0%D1%81/"
CORRECTED = SOUND.replace("status: draft", "status: published\npublished: 2026-01-02") + (
    "corrections:\n"
    "  - {id: k1, date: 2026-02-01, kind: correction, severity: minor, was: a, now: b, reason: c}\n"
)


def elements(project: Project, path: str) -> ElementTree.Element:
    return ElementTree.fromstring((project.root / path).read_bytes())


@pytest.fixture
def named(project: Project) -> Project:
    """A site whose address and pages are in another script, compiled."""
    project.write_standard()
    project.write("mkdocs.yml", "site_name: T\nsite_url: https://сайт.рф/о нас/\nplugins: []\n")
    project.write("briefings/small.yml", CORRECTED)
    project.write("docs/о сайте.md", "# О сайте\n")
    project.write("docs/计划/100% (a)?#.md", "# 方案\n")
    project.write("docs/计划/README.md", "# 方案\n")
    return project


def test_the_sitemap(named: Project) -> None:
    assert named.run("compile").exit_code == 0
    found = [e.text or "" for e in elements(named, "build/docs/sitemap.xml").iter(f"{SITEMAP}loc")]
    assert all(loc.startswith(ROOT) and loc.isascii() for loc in found)
    ours = {loc.removeprefix(ROOT) for loc in found if "%" in loc.removeprefix(ROOT)}
    plan = "%E8%AE%A1%E5%88%92"
    assert ours == {
        "%D0%BE%20%D1%81%D0%B0%D0%B9%D1%82%D0%B5/", f"{plan}/", f"{plan}/100%25%20%28a%29%3F%23/"
    }  # fmt: skip


def test_feed_data_and_citations(named: Project) -> None:
    assert named.run("compile").exit_code == 0
    feed = elements(named, "build/docs/corrections/feed.xml")
    found = [e.text or "" for e in feed.iter(f"{ATOM}id")]
    found += [e.attrib["href"] for e in feed.iter(f"{ATOM}link")]
    assert len(found) == 5
    docs = named.root / "build" / "docs"
    found.append(json.loads((docs / "data/v1/manifest.json").read_text())["site"])
    found += [
        one["URL"] for one in json.loads((docs / "data/v1/citations/small.csl.json").read_text())
    ]
    assert all(one.startswith(ROOT) for one in found)


@pytest.mark.parametrize("engine", ["mkdocs", "zensical"])
def test_the_finished_pages(named: Project, engine: str) -> None:
    config = named.root / "mkdocs.yml"
    config.write_text(
        config.read_text(encoding="utf-8").replace("о нас", "о-нас"), encoding="utf-8"
    )
    (named.root / "docs/计划/100% (a)?#.md").unlink()
    result = named.run("build", "--engine", engine)
    assert result.exit_code == 0, result.stderr
    assert "leads nowhere" not in result.stderr
    head = (named.root / "site/о сайте/index.html").read_text(encoding="utf-8")
    root = ROOT.replace("%20", "-")
    canonical = f"{root}%D0%BE%20%D1%81%D0%B0%D0%B9%D1%82%D0%B5/"
    assert f'rel="canonical" href="{canonical}"' in head
    assert f'property="og:image" content="{root}' in head
    locs = {e.text for e in elements(named, "site/sitemap.xml").iter(f"{SITEMAP}loc")}
    assert canonical in locs


def test_mkdocs_alone_has_the_same_address(named: Project) -> None:
    (named.root / "docs/计划/100% (a)?#.md").unlink()
    config = (named.root / "mkdocs.yml").read_text(encoding="utf-8").replace("о нас", "о-нас")
    config = config.replace("plugins: []", "plugins: [briefbook]")
    whole = "extra: {briefbook: {theme: whole}}\n"
    named.write("mkdocs.yml", f"{config}theme: {{name: material, font: false}}\n{whole}")
    result = command("mkdocs", "build", cwd=named.root)
    assert result.returncode == 0, result.stderr
    head = (named.root / "site/briefings/small/index.html").read_text(encoding="utf-8")
    assert f'rel="canonical" href="{ROOT.replace("%20", "-")}briefings/small/"' in head


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("example.org", "it has no “https://”"),
        ("/briefs/", "it has no “https://”"),
        ("ftp://example.org/", "it begins with “ftp:”"),
        ("https://i❤.ws/", "it names a host that cannot be one: “❤”"),
        ("https://a..b/", "it names a host that cannot be one: a part between"),
        ("https://me@example.org/", "it holds a user name"),
    ],
)
def test_what_cannot_be_the_address_of_a_site(project: Project, url: str, said: str) -> None:
    project.write_standard()
    project.write("mkdocs.yml", f"site_name: T\nsite_url: '{url}'\n")
    for name in ("check", "compile"):
        result = project.run(name)
        assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
        assert said in result.stderr


# Without an address


@pytest.fixture
def nameless(project: Project) -> Project:
    """The same corrected brief on a site that does not know its address."""
    project.write_standard()
    project.write("briefings/small.yml", CORRECTED)
    project.write("docs/index.md", "# Front\n")
    return project


def test_without_its_address_a_site_has_no_feed_and_one_warning(nameless: Project) -> None:
    result = nameless.run("compile")
    assert result.exit_code == 0
    told = [line for line in result.stderr.splitlines() if "warning" in line]
    assert len(told) == 1
    assert told[0].startswith("mkdocs.yml: warning: there is no site_url")
    assert "corrections" in told[0]
    docs = nameless.root / "build" / "docs"
    assert not [path for path in docs.rglob("*") if path.name in ("feed.xml", "sitemap.xml")]
    page = (docs / "corrections" / "index.md").read_text()
    assert "feed" not in page.lower()


def test_the_warning_is_given_once_by_every_command(nameless: Project) -> None:
    assert nameless.run("build").stderr.count("no site_url") == 1
    strict = nameless.run("build", "--strict")
    assert (strict.exit_code, strict.stderr.count("no site_url")) == (1, 1)
    nameless.write(
        "mkdocs.yml",
        "site_name: T\nplugins: [briefbook]\ntheme: {name: material, font: false}\n",
    )
    assert command("mkdocs", "build", cwd=nameless.root).stderr.count("no site_url") == 1


def test_a_feed_cannot_be_exported_without_it(nameless: Project) -> None:
    result = nameless.run("export", "corrections")
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (2, "", 1)
    assert "site_url: https://example.org/" in result.stderr
    assert nameless.run("export", "manifest").exit_code == 0


def test_a_citation_names_no_address_that_nobody_knows(nameless: Project) -> None:
    nameless.run("compile")
    docs = nameless.root / "build/docs"
    (cited,) = re.findall(r'class="bb-citation">(.*)</p>', read(docs, "briefings/small"))
    assert "/" not in cited
    files = docs / "data/v1/citations"
    for form, words in (("bib", ("url",)), ("ris", ("UR  -", "Y2  -")), ("csl.json", ("URL",))):
        text = (files / f"small.{form}").read_text()
        assert "Small" in text or "small" in text
        assert not [word for word in (*words, "accessed") if word in text], form
    nameless.write("mkdocs.yml", "site_name: T\nsite_url: https://example.org/t/\n")
    nameless.run("compile")
    assert "https://example.org/t/briefings/small/" in read(docs, "briefings/small")


def read(docs: Path, page: str) -> str:
    """The Markdown of a page."""
    return (docs / page / "index.md").read_text()
