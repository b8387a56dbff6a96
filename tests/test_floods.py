"""Floods: files with mistakes by the ten thousand are told in time and in a length to be read."""

import pytest

from briefbook.text.suggest import nearest
from harness import BRIEF, Project

MANY = 60_000


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("briefings/bad.yml", BRIEF + "".join(f"k{n}: 1\n" for n in range(MANY))),
        ("briefings/bad.yml", BRIEF[: BRIEF.index("  - id")] + "- a\n" * MANY),
        ("briefings/_library/sources/bad.yml", "- a\n" * MANY),
    ],
    ids=["unknown keys", "claims", "sources"],
)
def test_mistakes_of_form_are_told_up_to_a_number(
    path: str, content: str, project: Project
) -> None:
    project.write(path, content)
    project.write("briefings/other.yml", BRIEF.replace("draft", "drft"))
    result = project.check()
    (other,) = result.of("briefings/other.yml")
    assert other["code"] == "SCH003"
    found = result.of(path)
    assert len(found) == 200
    assert [f"{MANY - 200:,} more mistakes" in item["help"] for item in found].count(True) == 1


def test_references_that_lead_nowhere_are_all_told(project: Project) -> None:
    """With a suggestion for the first 200, since more of them are another mistake."""
    items = "".join(f"      - {{source: agency-reprt-{n}, stance: silent}}\n" for n in range(3000))
    project.write_standard()
    project.write("briefings/bad.yml", BRIEF + "    evidence:\n" + items)
    found = project.check().findings
    assert len(found) == 3000
    assert sum("Did you mean" in item["help"] for item in found) == 200


def test_the_same_citation_many_times_is_told_each_time(project: Project) -> None:
    """Each at its own place; a text is searched for its citations once, however many it has."""
    many = "".join(f"[@nope] [@nope{1000 + n}] " for n in range(1500))
    project.write_standard()
    project.write("briefings/bad.yml", BRIEF.replace("One", f"One {many}"))
    found = project.check().findings
    assert [item["column"] for item in found] == [
        15 + 20 * (n // 2) + 8 * (n % 2) for n in range(3000)
    ]


def test_what_was_typed_is_cut_where_it_would_hide_the_message(project: Project) -> None:
    project.write("briefings/bad.yml", BRIEF.replace("draft", "d" * 100_000))
    (found,) = project.check().findings
    assert len(found["message"]) < 1000
    assert found["message"].endswith("is not a word that “status” knows.")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("suported", "supported"),
        ("Supported", "supported"),
        ("un_verified", "unverified"),
        ("even chance", "roughly even chance"),
        ("banana", None),
        ("", None),
    ],
)
def test_the_nearest_word(typed: str, meant: str | None) -> None:
    known = ["supported", "refuted", "unverified", "roughly even chance", "remote chance"]
    assert nearest(typed, known) == meant
    assert nearest(typed, reversed(known)) == meant


def test_the_nearest_of_very_many(project: Project) -> None:
    known = [f"source-number-{n}" for n in range(20_000)]
    assert nearest("source-numbr-777", known) == "source-number-777"
