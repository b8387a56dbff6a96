"""Words that people use: each is told the word of the format, and short forms are read alike."""

import pytest

from briefbook.model.everyday_words import meant
from harness import Project

BRIEF = """\
title: T
summary: S.
status: draft
authors: Jane Doe
claims:
  - id: a
    statement: S.
    kind: fact
    verdict: unverified
    confidence: moderate
    evidence:
      - {source: s, stance: supports, note: N., credibility: 2}
  - {id: b, statement: S., kind: fact, verdict: unverified, depends_on: a, entities: bank}
questions:
  - {id: q, question: Why?, status: open, bears_on: a, indicators: A sign.}
barriers:
  - {id: w, kind: trust, statement: S., between: bank, rests_on: a}
events:
  - {date: 2025, what: It rained., sources: s, entities: bank}
sources:
  - {id: s, title: T, type: webpage, reliability: A, published: 2025-03-14, seen: whole}
"""
SLIPS = [
    ("status: draft", "status: final", "published"),
    ("status: draft", "status: Work in progress", "draft"),
    ("kind: fact", "kind: prediction", "forecast"),
    ("verdict: unverified", "verdict: false", "refuted"),
    ("verdict: unverified", "verdict: Debunked", "refuted"),
    ("verdict: unverified", "verdict: mostly-false", "partly-supported"),
    ("verdict: unverified", "verdict: true", "supported"),
    ("verdict: unverified", "verdict: suported", "supported"),
    ("confidence: moderate", "confidence: medium", "moderate"),
    ("stance: supports", "stance: against", "disputes"),
    ("stance: supports", "stance: no", "disputes"),
    ("stance: supports", "stance: for", "supports"),
    ("type: webpage", "type: newspaper", "article-newspaper"),
    ("seen: whole", "seen: full", "whole"),
    ("status: open", "status: closed", "answered"),
]


def _mended(project: Project, old: str, new: str) -> dict[str, str]:
    project.write_standard()
    assert old in BRIEF
    project.write("briefings/slip.yml", BRIEF.replace(old, new, 1))
    (found,) = project.check("--select", "SYN,SCH,REF").findings
    return found


@pytest.mark.parametrize(("old", "new", "word"), SLIPS)
def test_the_word_that_is_meant_is_told(project: Project, old: str, new: str, word: str) -> None:
    found = _mended(project, old, new)
    assert found["code"] == "SCH003"
    assert found["help"].startswith(f"Did you mean “{word}”?")


@pytest.mark.parametrize(
    ("old", "new"), [("reliability: A", "reliability: A1"), ("credibility: 2", "credibility: B2")]
)
def test_letter_and_number_of_a_grade_are_told_apart(project: Project, old: str, new: str) -> None:
    found = _mended(project, old, new)
    letter, number = new[-2:]
    assert f"reliability: {letter} with the source" in found["help"]
    assert f"credibility: {number} beside its name" in found["help"]


def test_a_word_counts_only_where_the_field_knows_what_it_means() -> None:
    assert meant("false", ["high", "moderate", "low"]) is None
    assert meant("Very_High", ["high", "moderate", "low"]) == "high"
    assert meant("opinion", ["fact", "opinion"]) == "opinion"
    assert meant("", ["open"]) is None


@pytest.mark.parametrize(
    "text", ["{name: Reader's letter, Northfield Gazette}", "{name: A town, 600 homes}"]
)
def test_a_text_that_a_comma_split_is_said_to_be_one(project: Project, text: str) -> None:
    found = _mended(project, "    confidence: moderate\n", f"    claimant: {text}\n")
    assert found["code"] == "SCH001"
    assert "the rest of a text" in found["message"]
    assert "quotation marks" in found["help"]


def test_a_field_that_is_none_is_still_a_field(project: Project) -> None:
    found = _mended(project, "    confidence: moderate\n", "    colour:\n")
    assert (found["code"], "no field" in found["message"]) == ("SCH001", False)


def test_a_likelihood_with_its_number_behind_it(project: Project) -> None:
    judgment = "judgments:\n  - {id: j, statement: S., likelihood: very likely (60%)}\nclaims:\n"
    found = _mended(project, "claims:\n", judgment)
    assert found["help"] == "Did you mean “very likely”? The reference of fields has all of them."


@pytest.mark.parametrize(("role", "file"), [("topics", "topics"), ("entities", "entities")])
def test_what_the_library_lacks_is_written_out(project: Project, role: str, file: str) -> None:
    old = "status: draft\n" if role == "topics" else "entities: bank}\nquestions"
    new = "status: draft\ntopics: sea-ice\n" if role == "topics" else "entities: ice-co}\nquestions"
    found = _mended(project, old, new)
    assert f"briefings/_library/{file}.yml: - {{id: " in found["help"]


def test_one_item_may_stand_for_a_list_everywhere(project: Project) -> None:
    project.write_standard()
    project.write("briefings/short.yml", BRIEF)
    assert project.check("--select", "SYN,SCH,REF").findings == []
    brief = project.edition().briefs["short"]
    assert brief.authors == ("Jane Doe",)
    assert [one.record for one in brief.claims[1].depends_on] == ["a"]
    assert brief.questions[0].bears_on == ("a",)
    assert brief.events[0].entities == brief.barriers[0].between == ("bank",)
    assert project.run("compile").exit_code == 0
