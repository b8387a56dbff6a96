"""Hand-written pages are found by the search, in either way of living with a theme."""

from datetime import date

import pytest

from briefbook.analysis.edition import Edition
from briefbook.corpus import load
from briefbook.model.settings import Settings
from briefbook.pages import SearchRecord
from briefbook.project.project import open_project
from briefbook.publish.handwritten_search import page_records
from briefbook.text.artifact import Artifact
from harness import SOUND, Project

PAGE = """\
---
title: From the head
tags: [one]
---
# How we work { #work }

We read *slowly*, and `twice`.
In [two rooms](https://example.org/secret).

| Who | What |
|-----|------|
| Ann | reads |

```sh
briefbook check
```

<!-- a note -->
<div class="x">hidden</div>
"""


def _record(project: Project, path: str, text: str) -> SearchRecord | None:
    project.write_standard()
    project.write("briefings/small.yml", SOUND)
    edition = Edition(load(project.root), date(2026, 11, 23), Settings())
    return next(page_records([Artifact(path, text.encode())], edition, lambda _: False), None)


def test_a_page_is_found_by_what_readers_see_of_it(project: Project) -> None:
    record = _record(project, "guide/work.md", PAGE)
    assert record
    assert (record.address, record.title, record.kind) == ("guide/work/", "How we work", "page")
    assert record.facets == {"kind": ("page",)}
    words = record.content["en"]
    for part in ("We read slowly, and twice. In two rooms.", "Ann", "briefbook check"):
        assert part in words
    for part in ("secret", "a note", "hidden", "tags", "{ #", "|--"):
        assert part not in words


@pytest.mark.parametrize(
    ("path", "text", "title", "address"),
    [
        ("index.md", "Words.\n", "Index", ""),
        ("a/README.md", "# Приёмная\n", "Приёмная", "a/"),
        ("our-rules.md", "Words.\n", "Our rules", "our-rules/"),
        ("b.md", "---\ntitle: 'Head'\n---\n\n## Second\n", "Head", "b/"),
        ("c.md", "", "C", "c/"),
    ],
)
def test_titles_and_addresses(
    project: Project, path: str, text: str, title: str, address: str
) -> None:
    record = _record(project, path, text)
    assert record
    assert (record.title, record.address) == (title, address)


@pytest.mark.parametrize(
    "head",
    ["search:\n  exclude: true\n", "noindex: true\n", "robots: noindex\n", "draft: true\n",
     "search: {exclude: true}\n", "search:\n  boost: 2\n  exclude: true\n"],
)  # fmt: skip
def test_a_page_that_is_left_out_of_searches(project: Project, head: str) -> None:
    assert _record(project, "a.md", f"---\n{head}---\n# A\n") is None
    assert _record(project, "a.css", "x") is None


def test_a_large_page_ends(project: Project) -> None:
    record = _record(project, "a.md", "# A\n\n" + "word [" * 100_000)
    assert record
    assert len(record.content["en"]) < 300_000


def test_windows_lines_and_a_mark_at_the_beginning(project: Project) -> None:
    record = _record(project, "a.md", "\ufeff" + PAGE.replace("\n", "\r\n"))
    assert record
    assert (record.title, "tags" in record.content["en"]) == ("How we work", False)


def test_what_the_site_goes_without_is_not_found(project: Project) -> None:
    project.write_standard()
    project.write("briefings/small.yml", SOUND)
    project.write(
        "mkdocs.yml",
        "site_name: T\nplugins: [blog, briefbook]\nexclude_docs: |\n  secret.md\n"
        "draft_docs: drafts/\n",
    )
    opened = open_project(project.root)
    left = ["secret.md", "a/secret.md", "drafts/x.md", "blog/posts/first.md"]
    assert [name for name in left if not opened.leaves_out(name)] == []
    left += ["open.md", "blog/index.md"]
    for name in left:
        project.write(f"docs/{name}", f"# {name}\n")
    pages = [Artifact(name, b"# A\n") for name in left]
    edition = Edition(load(project.root), date(2026, 11, 23), Settings())
    found = [one.address for one in page_records(pages, edition, opened.leaves_out)]
    assert found == ["open/", "blog/"]
