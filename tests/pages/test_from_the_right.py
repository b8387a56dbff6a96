"""Names and statements in Arabic and Hebrew: whole and apart on pages, in contents and titles."""

import re
from html import unescape

import pytest

from harness import Project

pytestmark = pytest.mark.site

NAME = "الصحيفة اليومية (2025)"
SAID = "أعلنت الوزارة أن GPT-4 سيُستخدم في 12 مدرسة (على الأقل)."
TITLE = "هل بدأت الوزارة التعاون مع OpenAI (2025)؟"
BRIEF = f"""\
title: "TITLE"
summary: S.
status: published
published: 2026-11-01
language: LANGUAGE
topics: [banking]
claims:
  - id: c
    statement: "SAID"
    claimant: {{name: "{NAME}"}}
    kind: fact
    verdict: refuted
    evidence: [{{source: wire, stance: disputes, note: N., locator: "الفقرة 2"}}]
judgments:
  - {{id: j, statement: "{SAID}", depends_on: [c], because: "See [[c]] and [@wire]."}}
sources:
  - {{id: wire, title: "{TITLE}", publisher: "{NAME}", url: "https://example.org/w", language: ar}}
"""


@pytest.fixture(scope="module", params=["ar", "en"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A brief in Arabic, and one in English about what somebody with an Arabic name said."""
    project = Project(tmp_path_factory.mktemp("right"))
    project.write(
        "mkdocs.yml", "site_name: T\nsite_url: https://example.org/\ntheme: {name: material}\n"
    )
    project.write("briefings/_library/topics.yml", f"- {{id: banking, name: '{NAME}'}}\n")
    words = {"ar": (TITLE, SAID), "en": ("A title", "The bank opened in 1990.")}[request.param]
    text = BRIEF.replace("LANGUAGE", request.param)
    project.write(
        "briefings/b.yml",
        text.replace('"TITLE"', f'"{words[0]}"').replace('"SAID"', f'"{words[1]}"'),
    )
    project.write(f"language-{request.param}", "")
    result = project.run("build", "--today", "2026-11-23")
    assert result.exit_code == 0, result.stderr
    return project


def _page(site: Project, address: str) -> str:
    return unescape((site.root / "site" / address / "index.html").read_text(encoding="utf-8"))


def _is_apart(html: str, text: str) -> bool:
    """Whether a text stands alone in an element that isolates it."""
    plain = re.sub("[\u2068\u2069]", "", html)
    return re.search(rf'(<bdi>|dir="auto">){re.escape(text)}</', plain) is not None


def test_in_the_heading(site: Project) -> None:
    heading = re.search(r'<h3[^>]* id="c">.*?</h3>', _page(site, "briefings/b"), re.DOTALL)
    assert heading
    assert _is_apart(heading[0], NAME)
    if (site.root / "language-ar").exists():
        assert _is_apart(heading[0], SAID)


def test_in_the_contents(site: Project) -> None:
    page = _page(site, "briefings/b")
    entry = re.search(r'<a href="#c" class="md-nav__link">.*?</a>', page, re.DOTALL)
    assert entry
    assert _is_apart(entry[0], NAME)
    if (site.root / "language-ar").exists():
        assert _is_apart(entry[0], SAID)


@pytest.mark.parametrize("address", ["claims", "claims/refuted", "sources/wire"])
def test_in_lists(site: Project, address: str) -> None:
    lines = re.findall(r"<li[ >].*?</li>", _page(site, address), re.DOTALL)
    found = [line for line in lines if "#c" in line]
    assert found
    for line in found:
        assert _is_apart(line, NAME)


def test_in_prose_and_beside_evidence(site: Project) -> None:
    page = _page(site, "briefings/b")
    assert re.search(r'class="bb-cite"[^>]*>\[<bdi>', page)
    assert _is_apart(page, "الفقرة 2")


def test_in_titles_and_what_machines_read(site: Project) -> None:
    page = _page(site, "sources/wire")
    for tag in (r"<title>(.*?)</title>", r'property="og:title" content="([^"]*)"'):
        found = re.search(tag, page)
        assert found and f"\u2068{TITLE}\u2069" in found[1]
    files = site.root / "site/data/v1/citations"
    for ending in ("bib", "csl.json", "ris"):
        assert not re.search("[\u2066-\u2069]", (files / f"b.{ending}").read_text("utf-8"))


def test_in_pictures_by_isolates_alone(site: Project) -> None:
    drawn = re.findall(r"<(?:text|title|desc)\b[^>]*>[^<]*</", _page(site, "briefings/b"))
    with_names = [one for one in drawn if "الصحيفة" in one and "<title>\u2068" not in one]
    assert with_names
    assert all("\u2068" in one and "dir=" not in one for one in with_names)
    assert "<bdi" not in "".join(
        re.findall(r"<svg.*?</svg>", _page(site, "briefings/b"), re.DOTALL)
    )
