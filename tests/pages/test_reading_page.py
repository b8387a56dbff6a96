"""The page that explains the words and marks: every word of theirs, in the site's language."""

import re
from html import unescape
from pathlib import Path

import pytest

from briefbook.model import Verdict
from briefbook.model.claim import Confidence, Flaw
from briefbook.model.scales import scales
from briefbook.pages.localisation import locale_for
from harness import BRIEF, Project

ADDRESS = "build/docs/reference/reading/index.md"


def compiled(root: Path, language: str, scale: str) -> Path:
    project = Project(root)
    project.write(
        "mkdocs.yml",
        f"site_name: T\ntheme: {{name: material, language: {language}}}\n"
        f"extra: {{briefbook: {{scale: {scale}}}}}\n",
    )
    project.write("briefings/small.yml", BRIEF)
    result = project.run("compile", "--today", "2026-11-23")
    assert result.exit_code == 0, result.stdout + result.stderr
    return root


@pytest.mark.parametrize(("language", "scale"), [("en", "icd203"), ("ru", "phia"), ("zh", "ipcc")])
def test_every_word_is_explained(tmp_path: Path, language: str, scale: str) -> None:
    text = (compiled(tmp_path, language, scale) / ADDRESS).read_text(encoding="utf-8")
    rows = dict(
        re.findall(
            r'<th scope="row">(?:<svg.*?</svg>)?\s*(.*?)</th><td>(.*?)</td>', text, re.DOTALL
        )
    )
    meanings = {unescape(name).strip(): meaning.strip() for name, meaning in rows.items()}
    speaking = locale_for(language)
    for kind, values in (("verdict", Verdict), ("flaw", Flaw)):
        for value in values:
            assert meanings[speaking.word(kind, value)], value
    assert all(meanings[letter] for letter in "ABCDEF123456")
    shown = [word for name in meanings for word in name.split(speaking.comma)]
    for band in scales()[scale].bands:
        assert speaking.word("likelihood", band.term) in shown, band.term
    assert "&gt;50–100 %" in text or scale != "ipcc"
    assert len(Confidence) == text.count('<use href="#bb-m-c-')


def test_pages_link_to_what_they_use(tmp_path: Path) -> None:
    docs = compiled(tmp_path, "en", "icd203") / "build/docs"
    reading = (docs / "reference/reading/index.md").read_text()
    for page, anchors in {
        "briefings/small": ("verdicts", "flaws", "confidence", "origins", "grades"),
        "claims": ("verdicts",), "judgments": ("likelihood", "confidence"), "sources": ("grades",),
        "search": ("verdicts", "likelihood"), "forecasts": ("likelihood",),
    }.items():  # fmt: skip
        text = (docs / page / "index.md").read_text()
        for anchor in anchors:
            assert f'reference/reading/#{anchor}"' in text, (page, anchor)
            assert f"{{ #{anchor}" in reading
