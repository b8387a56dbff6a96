"""A link of a hand-written page that leads nowhere is named with its file and line."""

from pathlib import Path

import pytest

from briefbook.publish.handwritten_links import HandwrittenLink, locate_in_docs
from briefbook.publish.link_check import BrokenLink
from harness import BRIEF, Project
from real_site import command

PAGE = """\
﻿---
title: О сайте
---
# О сайте

<!-- briefbook: latest 2 -->

См. [нет](#нет), [план](计划/方案.md#нет "План"), `[код](нет.md)`,
[нет](нет.md), [[small]].

```
[нет](нет.md)
```

<img src="нет.png" alt=""> [ссылка][1] [угол](<нет ли.md>) [скобки](a_(b).md)

[1]: https:нет.html
"""


@pytest.fixture
def site(project: Project) -> Project:
    project.write("mkdocs.yml", "site_name: T\nsite_url: https://example.org/t/\nplugins: []\n")
    project.write("briefings/small.yml", BRIEF)
    project.write("docs/index.md", "# Front\n")
    project.write("docs/о сайте.md", PAGE.replace("https:нет.html", "нет.html"))
    project.write("docs/计划/方案.md", "# 方案\n\n见 [об](../о%20сайте.md#нет)。\n")
    project.write("docs/计划/README.md", "[об](нет.md)\n")
    return project


def test_file_and_line(site: Project) -> None:
    result = command("briefbook", "build", cwd=site.root)
    assert result.returncode == 0, result.stderr
    told = [line for line in result.stderr.splitlines() if "leads nowhere" in line]
    assert told == [
        f"docs/{place}: warning: the link {link} leads nowhere"
        for place, link in [
            ("о сайте.md:8", "#нет"),
            ("о сайте.md:8", "计划/方案.md#нет"),
            ("о сайте.md:9", "нет.md"),
            ("о сайте.md:15", "a_(b).md"),
            ("о сайте.md:15", "нет ли.md"),
            ("о сайте.md:15", "нет.png"),
            ("о сайте.md:17", "нет.html"),
            ("计划/README.md:1", "нет.md"),
            ("计划/方案.md:3", "../о%20сайте.md#нет"),
        ]
    ]
    said = [line for line in result.stderr.splitlines() if "Doc file" in line]
    assert said
    assert all(line.startswith("MkDocs: docs/") for line in said)
    assert any(line.startswith("MkDocs: docs/о сайте.md:9: Doc file") for line in said)


def test_a_page_whose_link_is_typed_elsewhere(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "a.md").write_text("# A\n")
    (docs / "README.md").write_text("[x](b.md)\n")
    links = [
        BrokenLink("a/index.html", "../nav/"),
        BrokenLink("briefings/x/index.html", "#no"),
        BrokenLink("index.html", "b/"),
    ]
    assert list(locate_in_docs(links, docs)) == [
        HandwrittenLink("docs/a.md", 0, "../nav/"),
        HandwrittenLink("briefings/x/index.html", 0, "#no"),
        HandwrittenLink("docs/README.md", 1, "b.md"),
    ]
