"""Pages that are put into the theme's shell are what MkDocs prints, byte for byte."""

from itertools import pairwise
from pathlib import Path

import pytest

from briefbook.project.edition import read_edition
from briefbook.project.project import open_project
from briefbook.publish.build import build_project
from briefbook.publish.engines.mkdocs import ENGINE
from briefbook.publish.shell import dress
from briefbook.publish.shell.contents import depths, steps
from briefbook.publish.shell.converted import Entry, converted
from harness import DAY, Project
from real_site import tree

CONFIG = """\
site_name: Desk & “Co”
site_url: https://example.org/desk/
theme: {name: material, font: false}
plugins: [briefbook]
markdown_extensions: [attr_list, tables, {toc: {permalink: true}}]
extra: {briefbook: {theme: whole}}
"""
BRIEF = """\
title: 'A <b>"title"</b> & more, it''s ×'
summary: What matters.
status: published
published: 2025-02-06
topics: [trade]
judgments:
  - {id: expected, statement: "It is ‘so’ — <i>perhaps</i>.", confidence: high}
claims:
  - {id: first, statement: "א ב ג said 5 # 6 { #x }", kind: fact, verdict: supported}
  - id: second
    statement: "Second\\n\\n## Forged { #forged }\\n\\ntext"
    kind: fact
    verdict: refuted
"""
SETTINGS: dict[str, dict[str, str | None]] = {
    "as it is": {},
    "contents of two levels": {"mkdocs.yml": CONFIG.replace("permalink: true", "toc_depth: 2")},
    "contents of one": {"mkdocs.yml": CONFIG.replace("permalink: true", "toc_depth: 1")},
    "no address of its own": {"mkdocs.yml": CONFIG.replace("site_url", "site_author")},
    "a brief in the navigation": {
        "mkdocs.yml": CONFIG
        + "nav: [index.md, Briefs: briefings/index.md, Odd: briefings/odd/index.md,"
        " {More: [about.md, sources/wire/index.md]}]\n"
    },
    "links to briefs around each page": {
        "mkdocs.yml": CONFIG.replace("font: false", "font: false, custom_dir: own"),
        "own/main.html": '{% extends "base.html" %}',
        "own/partials/logo.html":
        '<a href="{{ \'briefings/odd/#first\' | url }}">Odd</a>'
        "{% if page %}{{ page.meta.title }}{% endif %}",
    },
    "titles in capitals": {
        "mkdocs.yml": CONFIG.replace("font: false", "font: false, custom_dir: own"),
        "own/partials/logo.html": "{% if page %}{{ page.title | upper }} {{ page.url }}{% endif %}",
    },
    "no brief": {"briefings/odd.yml": None, "briefings/plain.yml": None},
    "nothing but a brief": {
        "briefings/_library/topics.yml": None, "briefings/_library/sources/a.yml": None,
        "briefings/plain.yml": None,
    },
    "another icon and style": {
        "mkdocs.yml": CONFIG + "extra_css: [own.css]\ncopyright: We\nrepo_url: https://e.example/r\n",
        "docs/own.css": "p {}",
    },
}  # fmt: skip
UNKNOWN = ("titles in capitals",)
"""What is printed in ways that are not known: MkDocs prints all pages itself."""


def project(folder: Path, files: dict[str, str | None]) -> Project:
    made = Project(folder)
    made.write("mkdocs.yml", CONFIG)
    made.write("docs/index.md", "# Home\n\nSee [a brief](briefings/odd/index.md#first).\n")
    made.write("docs/about.md", "# About\n\n```\n# no heading\n```\n")
    made.write("briefings/odd.yml", BRIEF)
    made.write("briefings/plain.yml", BRIEF.replace("A <b>", "Plain <b>").replace("topics", "#"))
    made.write("briefings/_library/topics.yml", "- {id: trade, name: Trade}\n")
    made.write("briefings/_library/sources/a.yml", "- {id: wire, title: Wire, publisher: W}\n")
    for name, text in files.items():
        if text is None:
            (folder / name).unlink()
        else:
            made.write(name, text)
    return made


def built(made: Project) -> dict[str, bytes]:
    opened = open_project(made.root)
    build_project(opened, read_edition(opened, DAY), ENGINE)
    return tree(made.root / "site")


@pytest.mark.parametrize("name", SETTINGS)
def test_the_same_bytes(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    printed: list[int] = []
    real = dress.Dressing._compare

    def compare(self: dress.Dressing, *arguments: object) -> None:
        real(self, *arguments)  # type: ignore[arg-type]
        printed.append(len(self.classes))

    monkeypatch.setattr(dress.Dressing, "_compare", compare)
    made = project(tmp_path / "p", SETTINGS[name])
    fast = built(made)
    assert bool(printed) == (name not in UNKNOWN)
    monkeypatch.setattr(dress, "why_not", lambda *_: "for this test")
    plain = built(made)
    assert fast.keys() == plain.keys()
    assert [one for one in plain if plain[one] != fast[one]] == []
    if name == "no brief":
        return
    page = fast["briefings/odd/index.html"].decode()
    assert 'id="forged"' not in page
    assert "&#35;# Forged" in page or "## Forged" not in page


def test_a_page_of_blocks_that_is_none_is_found_out(tmp_path: Path) -> None:
    """One real page of each class is compared: what would differ is printed by MkDocs."""
    made = project(tmp_path / "p", {})
    opened = open_project(made.root)
    wrong = dress.converted
    try:
        dress.converted = lambda *a, **k: wrong(*a, **k).__class__(  # type: ignore[assignment]
            wrong(*a, **k).meta, "other", wrong(*a, **k).contents, ()
        )
        build_project(opened, read_edition(opened, DAY), ENGINE)
    finally:
        dress.converted = wrong
    assert (made.root / "site/briefings/odd/index.html").read_bytes() != b"other"
    assert "What matters." in (made.root / "site/briefings/odd/index.html").read_text()


def test_how_deep_entries_stand() -> None:
    levels = [2, 3, 3, 2, 4, 3, 2]
    assert [*depths(Entry(level, "", "") for level in levels)] == [0, 1, 1, 0, 1, 1, 0]
    for depth in range(1, 6):
        made = steps(depth)
        pairs = {*pairwise(made)}
        assert pairs >= {(a, b) for a in range(depth) for b in range(a + 1)}
        assert max(made) == depth - 1


def test_a_heading_and_blocks() -> None:
    page = converted('---\ntitle: "T"\n---\n\n# A { #a }\n\n<p>1</p>\n\n## B <i>c</i> { #b .k }\n')
    assert page.meta == {"title": "T"}
    assert page.contents == (Entry(1, "A", "a"), Entry(2, "B c", "b"))
    assert page.content.startswith('<h1 id="a">A<a class="headerlink" href="#a"')
    assert '<p>1</p>\n\n<h2 class="k" id="b">B <i>c</i><a' in page.content
    with pytest.raises(ValueError, match="front matter"):
        converted("# A { #a }\n")
