"""A brief that examines one text: its claims need not name the text to be judged for its day."""

import re
from html import unescape

import pytest

from harness import Project

BRIEF = """\
title: What a paper said
summary: S.
status: published
published: 2026-11-01
language: en
reviews: {claimant: {name: A Paper}, appearance: seed}
claims:
  - id: old
    statement: The bank opened an office.
    said: {exact: Банк открыл офис, at: line 1}
    kind: fact
    verdict: contested
    evidence:
      - {source: early, stance: supports, note: It says so.}
      - {source: late, stance: disputes, note: It says no.}
sources:
  - {id: seed, title: Газета, url: "https://example.org/s", SEED: 2025-02-06, language: ru}
  - {id: early, title: Early, url: "https://example.org/e", published: 2025-01-01}
  - {id: late, title: Late, url: "https://example.org/l", published: 2025-06-01}
"""


@pytest.fixture(params=["published", "dated"])
def site(project: Project, request: pytest.FixtureRequest) -> Project:
    project.write("briefings/small.yml", BRIEF.replace("SEED", request.param))
    assert project.run("compile").exit_code == 0
    return project


def _page(site: Project, name: str) -> str:
    return (site.root / "build/docs/briefings/small" / name).read_text(encoding="utf-8")


def test_evidence_after_the_text_stands_under_since_then(site: Project) -> None:
    shown = re.sub(r"<script.*?</script>", "", _page(site, "index.md"))
    page = unescape(re.sub(r"<[^>]+>", " ", shown))
    assert page.index("It says so.") < page.rindex("Since then") < page.index("It says no.")


@pytest.mark.parametrize("name", ["index.md", "article/index.md"])
def test_the_wording_is_in_the_language_of_the_text(site: Project, name: str) -> None:
    marked = re.findall(
        r'<(?:q|blockquote)[^>]* lang="ru"[^>]*>.*?Банк открыл офис', _page(site, name)
    )
    assert marked


def test_the_claim_was_made_when_the_text_came_out(site: Project) -> None:
    data = _page(site, "old/index.md").partition('application/ld+json">')[2]
    assert '"datePublished":"2025-02-06"' in data.partition("</script>")[0]


OTHER = """\
  - id: other
    statement: The bank closed it.
    claimant: {name: A Reader}
    appearance: early
    kind: fact
    verdict: unverified
    reply: {asked: The reader, answer: We stand by our figure.}
sources:
"""


def test_it_is_not_said_of_each_claim_what_is_true_of_some(project: Project) -> None:
    project.write("briefings/small.yml", BRIEF.replace("SEED", "published"))
    assert project.run("compile").exit_code == 0
    assert "Each claim below is made in the text." in _page(project, "index.md")
    project.write(
        "briefings/small.yml", BRIEF.replace("SEED", "dated").replace("sources:\n", OTHER)
    )
    assert project.run("compile").exit_code == 0
    page = _page(project, "index.md")
    assert "Each claim below is made in" not in page
    shown = unescape(re.sub(r"<[^>]+>", "", page))
    assert "1 claim below is made in the text." in shown
    assert "Examines a text by A Paper" in shown


def test_whoever_is_accused_stands_on_the_page_that_is_shared(project: Project) -> None:
    text = BRIEF.replace("SEED", "published").replace("sources:\n", OTHER)
    project.write("briefings/small.yml", text)
    assert project.run("compile").exit_code == 0
    assert "We stand by our figure." in _page(project, "other/index.md")
