"""A source known by its DOI alone: a DOI is an address, wherever one is printed or asked."""

import json

import pytest

from briefbook.analysis.link_state import LinkAnswer, LinkState
from briefbook.lint.link_answers import AnswerFile, addresses, text
from harness import Project

ADDRESS = "https://doi.org/10.1000/182"
BRIEF = """\
title: On offices
summary: One sentence.
status: published
published: 2026-01-02
reviews: {claimant: officer, appearance: paper}
claims:
  - id: first
    statement: The bank opened an office.
    claimant: officer
    kind: fact
    verdict: supported
    reasoning: It says so [@paper].
    evidence:
      - {source: paper, stance: supports, note: It says so., locator: p. 1, quote: an office}
sources:
  - {id: paper, title: On offices, type: article-journal, published: 2025-02-06, doi: DOI}
"""


@pytest.fixture(params=["10.1000/182", "doi:10.1000/182", f"'{ADDRESS}'"])
def site(project: Project, request: pytest.FixtureRequest) -> Project:
    """A compiled project whose only cited source has a DOI, typed in one of three ways."""
    project.write_standard()
    project.write("briefings/offices.yml", BRIEF.replace("doi: DOI", f"doi: {request.param}"))
    assert project.run("compile").exit_code == 0
    return project


def page(site: Project, path: str) -> str:
    return (site.root / "build" / "docs" / path).read_text(encoding="utf-8")


def test_it_is_printed_and_linked_on_the_pages(site: Project) -> None:
    source = page(site, "sources/paper/index.md")
    assert f'<a href="{ADDRESS}" rel="noopener noreferrer nofollow ugc">{ADDRESS}</a>' in source
    assert "No address is known" not in source
    brief = page(site, "briefings/offices/index.md")
    assert f'<a class="bb-open" href="{ADDRESS}"' in brief
    assert f">{ADDRESS}</a>" in brief
    assert f'href="{ADDRESS}#:~:text=an%20office"' in brief
    assert f'href="{ADDRESS}"' in page(site, "briefings/offices/article/index.md")
    assert f">{ADDRESS}</a>" in page(site, "sources/index.md")


def test_machines_are_told_it(site: Project) -> None:
    (folder,) = (site.root / "build/docs/briefings/offices").glob("[!a]*/")
    claim = page(site, f"briefings/offices/{folder.name}/index.md")
    review = json.loads(claim.split('"application/ld+json">')[1].split("</script>")[0])
    assert review["@type"] == "ClaimReview"
    assert review["itemReviewed"]["appearance"]["url"] == ADDRESS


def test_it_is_searched_and_shown_among_results(site: Project) -> None:
    from briefbook.pages.page_types.source.page import PAGES

    pages = {one.address: one for one in PAGES.build(site.edition())}
    (record,) = pages["sources/paper/"].records
    assert "10.1000/182" in record.content["en"]
    assert record.meta["shown"].endswith(ADDRESS)


def test_it_is_asked_and_its_trouble_is_told(site: Project) -> None:
    assert ADDRESS in addresses(site.edition())
    answer = LinkAnswer(LinkState.gone, "404 Not Found")
    site.write("links.json", text(AnswerFile({ADDRESS: answer})))
    result = site.check("--select", "SRC011", "--links", "links.json")
    assert result.codes == ["SRC011"]
    assert (result.findings[0]["path"], result.findings[0]["line"]) == ("briefings/offices.yml", 16)


def test_no_rule_calls_it_a_source_without_address(site: Project) -> None:
    assert "SRC004" not in site.check("--select", "SRC").codes


def test_beside_an_address_it_is_printed_too(project: Project) -> None:
    project.write_standard()
    url = "https://example.org/paper"
    project.write(
        "briefings/offices.yml", BRIEF.replace("doi: DOI", f"doi: 10.1000/182, url: '{url}'")
    )
    assert project.run("compile").exit_code == 0
    source = page(project, "sources/paper/index.md")
    assert f'href="{url}" rel="noopener noreferrer nofollow ugc">Open the source</a>' in source
    assert f'<a href="{ADDRESS}" rel="noopener noreferrer nofollow ugc">{ADDRESS}</a>' in source


@pytest.mark.parametrize("typed", ["n/a", "182", "'https://example.org/10.1000/182'", "10.1000"])
def test_what_is_no_doi_says_how_to_write_one(project: Project, typed: str) -> None:
    project.write_standard()
    project.write("briefings/offices.yml", BRIEF.replace("doi: DOI", f"doi: {typed}"))
    result = project.check()
    assert result.codes == ["SCH008"]
    assert "is no DOI" in result.findings[0]["message"]
    assert "doi: 10.1000/182" in result.findings[0]["help"]
