"""Every page of a whole site ends with who made it, how to reach them, and what may be done."""

import json
import re

import pytest

from harness import BRIEF, Project
from real_site import tree

pytestmark = pytest.mark.site

FORM = "https://tracker.example/new?form=error&record="
SETTINGS = f"""
site_name: Test
site_url: https://briefs.example/
theme: {{name: material}}
plugins: [briefbook]
extra:
  briefbook:
    theme: whole
    report_url: {FORM}
    contact_url: https://tracker.example/
    license: CC-BY-4.0
"""
ABOUT = "# About { #about }\n\n## Who we are { #who-we-are }\n\nWords.\n"


@pytest.fixture
def site(project: Project) -> Project:
    project.write("mkdocs.yml", SETTINGS)
    project.write("docs/index.md", "# Home { #home }\n")
    project.write("docs/about.md", ABOUT)
    project.write("briefings/small.yml", BRIEF)
    return project


def _foot(project: Project, page: str) -> list[tuple[str, str]]:
    text = (project.root / "site" / page / "index.html").read_text()
    (foot,) = re.findall(r'<p class="bb-foot">(.*?)</p>', text)
    return [(words, href) for href, words in re.findall(r'href="([^"]*)"[^>]*>([^<]*)', foot)]


PAGES = ["briefings/small", "claims", "about", "", "search"]


@pytest.mark.parametrize("page", PAGES)
def test_every_page_ends_with_them(site: Project, page: str) -> None:
    assert site.run("build").exit_code == 0
    found = dict(_foot(site, page))
    up = "../" * len([*filter(None, page.split("/"))]) if page else ""
    about = "" if page == "about" else f"{up}about/"
    assert found["Who we are"] == f"{about}#who-we-are"
    assert found["How we correct"] == (about or "./")  # nobody says it there yet
    assert found["Contact"] == "https://tracker.example/"
    assert found["CC BY 4.0"] == "https://creativecommons.org/licenses/by/4.0/"
    there = found["Report an error"].replace("&amp;", "&").removeprefix(FORM)
    where = f"{page}/" if page else ""
    assert there.replace("%2F", "/") == f"https%3A//briefs.example/{where}"


def test_it_follows_the_page_about_the_site(site: Project) -> None:
    assert site.run("build").exit_code == 0
    site.write("docs/about.md", f"{ABOUT}\n## Errors {{ #corrections }}\n\nWords.\n")
    assert site.run("build").exit_code == 0
    for page in ("briefings/small", "claims"):
        assert dict(_foot(site, page))["How we correct"].endswith("about/#corrections")
    followed = tree(site.root / "site")
    assert site.run("build", "--no-cache").exit_code == 0
    assert tree(site.root / "site") == followed


def test_what_a_site_does_not_say_is_left_out(site: Project) -> None:
    site.write("mkdocs.yml", SETTINGS.partition("    report_url")[0])
    (site.root / "docs/about.md").unlink()
    assert site.run("build").exit_code == 0
    assert "bb-foot" not in (site.root / "site/claims/index.html").read_text()


def test_machines_are_told_the_licence(site: Project) -> None:
    assert site.run("build").exit_code == 0
    page = (site.root / "site/briefings/small/index.html").read_text()
    data = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.S)[0]
    (report,) = [one for one in json.loads(data)["@graph"] if one["@type"] == "Report"]
    assert report["license"] == "https://creativecommons.org/licenses/by/4.0/"


@pytest.mark.parametrize("typed", ["desk@news.example", "mailto:desk@news.example"])
def test_mail_reaches_the_editors_too(site: Project, typed: str) -> None:
    site.write("mkdocs.yml", SETTINGS.replace("https://tracker.example/\n", f"{typed}\n"))
    assert site.run("build").exit_code == 0
    assert dict(_foot(site, "claims"))["Contact"] == "mailto:desk@news.example"


@pytest.mark.parametrize("typed", ["mailto:a@b.example?subject=x", "desk@news", "javascript:x@y.z"])
def test_what_is_no_address_of_mail_is_refused(site: Project, typed: str) -> None:
    site.write("mkdocs.yml", SETTINGS.replace("https://tracker.example/\n", f"'{typed}'\n"))
    refused = site.run("build")
    assert refused.exit_code == 2
    assert "contact_url" in refused.stderr
