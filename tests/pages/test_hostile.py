"""A stranger's brief with an attack in every field: shown as typed, inert, in every engine."""

import html
import re
import shutil
from html.parser import HTMLParser
from pathlib import Path

import pytest

from adopted import adopt
from real_site import command, copy_project

PAYLOADS = [
    '<script>alert("x")</script>',
    '"><img src=https://evil.invalid/x.png onerror=alert(1)>',
    "</title><script>alert(2)</script>",
    "{{ config }}{% raw %}",
    "[x](javascript:alert(3)) ![x](https://evil.invalid/y.png)",
    "{: onclick=alert(4) .x #__search }",
    "{ #stolen onfocus=alert(5) autofocus }",
    "--8<-- mkdocs.yml",
    "*[HTML]: gone\n[^1]: note",
    "<!-- briefbook: latest 5 -->",
    "`` ` <b>` </div></article>",
    "<base href=https://evil.invalid/>",
    "&lt;script&gt;alert(6)&lt;/script&gt;",
    "# heading\n\n<div markdown=1>",
    "\\<script>alert(7)\\</script>",
]


def block(text: str, indent: int) -> str:
    """A literal block, so that any text can stand in it."""
    pad = " " * indent
    return "|-\n" + "\n".join(pad + line if line else "" for line in text.split("\n"))


def hostile_brief() -> str:
    claims = "".join(
        f"""
  - id: claim-{number}
    statement: {block(text, 6)}
    said:
      exact: {block(text, 8)}
      at: {block(text, 8)}
    claimant:
      name: {block(text, 8)}
    kind: fact
    verdict: refuted
    established: {block(text, 6)}
    reasoning: {block(text, 6)}
    evidence:
      - source: bad-source
        stance: disputes
        note: {block(text, 10)}
        quote: {block(text, 10)}
        locator: {block(text, 10)}
        value:
          amount: 1
          unit: {block(text, 12)}
          basis: {block(text, 12)}"""
        for number, text in enumerate(PAYLOADS)
    )
    everything = " ".join(PAYLOADS).replace("\n", " ")
    return f"""title: {block(PAYLOADS[0] + PAYLOADS[2], 2)}
summary: {block(everything, 2)}
status: published
authors:
  - {block(everything, 4)}
generated_by: {block(everything, 2)}
scope: {block(everything, 2)}
judgments:
  - id: judged
    statement: {block(everything, 6)}
    confidence: low
    confidence_because: {block(everything, 6)}
    would_change: {block(everything, 6)}
questions:
  - id: asked
    question: {block(everything, 6)}
    status: open
    indicators:
      - {block(everything, 8)}
barriers:
  - id: barred
    kind: other
    statement: {block(everything, 6)}
    instrument: {block(everything, 6)}
events:
  - date: 2025
    what: {block(everything, 6)}
sources:
  - id: bad-source
    title: {block(PAYLOADS[0], 6)}
    publisher: {block(PAYLOADS[1], 6)}
    interest: {block(everything, 6)}
claims:{claims}
"""


class Elements(HTMLParser):
    """Names of elements and attributes, and addresses, of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.scripts = 0
        self.bad: list[str] = []
        self.text: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.scripts += tag == "script"
        if tag in ("base", "iframe", "object", "embed", "img"):
            self.bad.append(tag)
        for name, value in attrs:
            if name.startswith("on") or (name in ("style", "srcdoc") and "evil" in (value or "")):
                self.bad.append(f"{tag} {name}")
            if name in ("href", "src", "action") and re.match(
                r"\s*(javascript|data|vbscript):", value or "", re.I
            ):
                self.bad.append(f"{tag} {name}={value}")
            if name == "id" and value in ("stolen",):
                self.bad.append(f"id {value}")

    def handle_data(self, data: str) -> None:
        self.text.append(data)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = copy_project(tmp_path_factory.mktemp("hostile") / "project", small=True)
    (project / "briefings" / "hostile.yml").write_text(hostile_brief())
    result = command("briefbook", "build", cwd=project)
    assert result.returncode == 0, result.stderr
    broken = [line for line in result.stderr.splitlines() if "leads nowhere" in line]
    pages = ("docs/guide/", "docs/index.md")  # of a project with all our briefs
    assert not [line for line in broken if not line.startswith(pages)]
    return project


PAGES = {
    "briefings/hostile": "briefings/small",
    "sources/bad-source": "sources/agency-report",
    "claims/refuted": "claims/open",
    "questions": "questions/",
    "": "topics",
    "corrections": "topics",
    "search": "search",
}
"""Pages that print what was typed, each with one of the same make that does not."""


@pytest.mark.parametrize("page", PAGES)
def test_nothing_that_was_typed_acts(hostile: Path, page: str) -> None:
    made = (hostile / "site" / page / "index.html").read_text()
    clean = (hostile / "site" / PAGES[page] / "index.html").read_text()
    found = Elements(made)
    assert found.bad == []
    assert found.scripts == Elements(clean).scripts
    shown = re.sub(r">[^<]*<", "><", re.sub(r'"[^"]*"', '""', made))
    assert "evil.invalid" not in shown


def test_what_was_typed_is_shown(hostile: Path) -> None:
    found = Elements((hostile / "site" / "briefings" / "hostile" / "index.html").read_text())
    text = " ".join("".join(found.text).split())
    for payload in PAYLOADS:
        if "[x](" not in payload:  # a link of prose to an address that may be linked stays one
            assert " ".join(payload.split()) in text, payload


def test_the_title_is_a_text(hostile: Path) -> None:
    made = (hostile / "site" / "briefings" / "hostile" / "index.html").read_text()
    title = re.search(r"<title>(.*?)</title>", made, re.S)
    assert title
    assert "<" not in title[1]
    assert html.unescape(title[1]).startswith(PAYLOADS[0])


def test_zensical_shows_it_as_inert(hostile: Path, tmp_path: Path) -> None:
    project = tmp_path / "project"
    shutil.copytree(hostile, project, ignore=shutil.ignore_patterns("site", ".lock"))
    result = command("briefbook", "build", "--engine", "zensical", cwd=project)
    assert result.returncode == 0, result.stderr
    made = (project / "site" / "briefings" / "hostile" / "index.html").read_text()
    clean = (project / "site" / "briefings" / "small" / "index.html").read_text()
    assert Elements(made).bad == Elements(clean).bad
    assert Elements(made).scripts == Elements(clean).scripts


def test_within_a_theme_of_somebody_else_it_is_inert_too(tmp_path: Path) -> None:
    project = adopt(tmp_path / "project")
    project.write("briefings/hostile.yml", hostile_brief())
    result = command("mkdocs", "build", cwd=project.root)
    assert result.returncode == 0, result.stderr
    for page, clean in {
        "briefings/hostile": "briefings/small", "claims/refuted": "claims/open",
        "sources/bad-source": "sources/agency-report", "search": "search",
    }.items():  # fmt: skip
        made = Elements((project.root / "site" / page / "index.html").read_text())
        plain = Elements((project.root / "site" / clean / "index.html").read_text())
        assert (made.bad, made.scripts) == (plain.bad, plain.scripts)
    text = " ".join("".join(
        Elements((project.root / "site/briefings/hostile/index.html").read_text()).text
    ).split())  # fmt: skip
    assert " ".join(PAYLOADS[0].split()) in text
    assert PAYLOADS[3] in text
