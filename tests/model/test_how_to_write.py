"""What is typed in another shape, or by another name, is told how to write it."""

import pytest

from harness import BRIEF, SOUND, Project

CLAIM = "    verdict: supported\n"


def told(project: Project, text: str) -> list[str]:
    """Message and help of each finding of reading, with the line."""
    project.write_standard()
    project.write("briefings/a.yml", text)
    found = project.check().of("briefings/a.yml")
    return [f"{one['line']}: {one['message']} {one['help']}" for one in found]


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("    depends_on: one, two\n", "These are 2: write depends_on: [one, two]."),
        ("    entities: bank and officer\n", "entities: [bank, officer]"),
        ("    entities: [bank; officer]\n", "entities: [bank, officer]"),
        ("    entities: bank、officer\n", "entities: [bank, officer]"),
        ("    entities: （bank，officer）\n", "entities: [bank, officer]"),
        ("    claimant: Johnson & Johnson\n", "{name: Johnson & Johnson}"),
        ("    entities: Trinidad and Tobago\n", "{name: Trinidad and Tobago}"),
        ("    claimant: bank, officer\n", '{name: "bank, officer"}'),
        ("    claimant: Jane Doe\n", "{name: Jane Doe}"),
        ("    claimant: [bank, officer]\n", "Name one of them, or {name: …} with all names"),
        ("    claimed: {amount: [9, 3], unit: m}\n", "Of a range write both ends as values"),
        ("    evidence: newspaper-copy\n", "and give it source and stance."),
        ("    evidence: none\n", "Leave “evidence” out"),
        ("    evidence:\n      - source: https://example.org/x\n        stance: supports\n",
         "url: https://example.org/x"),
        ("    verdict2: [draft]\n", "“verdict2” is not a field"),
        ("    reasoning: [It did]\n", "Write reasoning: It did"),
        ("    reasoning: {He said: it did}\n", '"He said: it did"'),
        ("    flaw: misleading context\n", "“flaw”"),
        ("    confidence: low/medium/high\n", "Keep one of them: low, moderate or high."),
        ("    confidence: medium-high\n", "“moderate”"),
    ],
)  # fmt: skip
def test_in_a_claim(project: Project, line: str, says: str) -> None:
    found = told(project, BRIEF + line)
    assert len(found) == 1, found
    assert found[0].startswith(("9: ", "10: "))
    assert says in found[0]


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("misleading", "flaw: misleading"),
        ("refuted, contested", "Keep one of them: refuted or contested."),
        ("unverifiable", "“not-checkable”"),
        ("inconclusive", "“contested”"),
        ("Supported", "“supported”"),
    ],
)
def test_a_verdict(project: Project, typed: str, says: str) -> None:
    (found,) = told(project, BRIEF.replace("verdict: supported", f"verdict: {typed}"))
    assert "“verdict” knows" in found
    assert says in found


@pytest.mark.parametrize(
    ("key", "meant"),
    [("headline", "title"), ("abstract", "summary"), ("state", "status")],
)
def test_a_key_by_another_name_is_one_finding(project: Project, key: str, meant: str) -> None:
    (found,) = told(project, BRIEF.replace(f"{meant}:", f"{key}:", 1))
    assert f"Did you mean “{meant}”?" in found


@pytest.mark.parametrize(
    ("key", "meant"), [("text", "statement"), ("rating", "verdict"), ("type", "kind")]
)
def test_a_key_of_a_claim_by_another_name(project: Project, key: str, meant: str) -> None:
    (found,) = told(project, BRIEF.replace(f"    {meant}:", f"    {key}:", 1))
    assert f"Did you mean “{meant}”?" in found


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("60%", "Write 0.6 for 60 %."), ("60 %", "Write 0.6 for 60 %."),
        ("97", "Write 0.97 for 97 %."), ('"0,6"', "Write 0.6 for 60 %."),
        ("3/5", "Write 0.6 for 60 %."), ("33.5%", "0.335 for 33.5 %"),
    ],
)  # fmt: skip
def test_a_probability(project: Project, typed: str, says: str) -> None:
    judgment = (
        "judgments:\n  - id: j\n    statement: It will.\n    confidence: low\n"
        f"    confidence_because: So.\n    likelihood: {{term: likely, probability: {typed}}}\n"
    )
    (found,) = told(project, BRIEF + judgment)
    assert says in found


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("600,000", "Write the number without commas"),
        ("600.000", "600000 if that is meant, or 600."),
        ("1.234.567", "Write 1234567"), ('"0,6"', "Write 0.6."), ("600k", "Write 600000."),
        ('"1.234,56"', "Write 1234.56."), ("about 5", "Write 5, and say “about” in a note."),
        ("~5", "say “~” in a note"), (".x10^3", "Write digits only"),
    ],
)  # fmt: skip
def test_an_amount(project: Project, typed: str, says: str) -> None:
    value = f"        value: {{amount: {typed}, unit: homes}}\n"
    line = "        note: An officer shows the rooms.\n"
    (found,) = told(project, SOUND.replace(line, line + value))
    assert says in found


def test_one_half_of_the_advice_at_a_time(project: Project) -> None:
    (found,) = told(project, SOUND.replace("source: newspaper-copy", "source: newspaper-cpy"))
    assert "Did you mean “newspaper-copy”? If not: add it to briefings/_library/sources/" in found


def test_an_example_can_be_typed_as_it_stands(project: Project) -> None:
    (found,) = told(project, BRIEF.partition("\n")[2])
    assert 'title: "' in found


def test_no_source_is_called_unused_while_a_brief_cannot_be_read(project: Project) -> None:
    project.write_standard()
    project.write("briefings/a.yml", SOUND)
    project.write("briefings/b.yml", "title: [")
    assert "SRC001" not in {one["code"] for one in project.check("--select", "SRC001,SYN").findings}
    (project.root / "briefings/b.yml").unlink()
    (project.root / "briefings/a.yml").write_text(BRIEF)
    assert "SRC001" in project.check("--select", "SRC001").codes


def test_what_lies_elsewhere_is_no_brief(project: Project) -> None:
    project.write_standard()
    project.write("briefings/a.yml", SOUND)
    project.write("loose.yml", SOUND)
    result = project.run("check", "loose.yml")
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert "briefs lie in briefings/" in result.stderr


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"PK\x03\x04\x14", "word processor"), (b"{\\rtf1 x", "word processor"),
        (b"%PDF-1.7", "PDF"), (b"<!DOCTYPE html><p>", "web"),
        ("title: x".encode("utf-16"), "UTF-16"), ("title: x".encode("utf-16-le"), "UTF-16"),
    ],
)  # fmt: skip
def test_files_of_other_programs_are_named(project: Project, raw: bytes, says: str) -> None:
    project.write_standard()
    project.write("briefings/a.yml", raw)
    (found,) = project.check().of("briefings/a.yml")
    assert (found["code"], says in found["message"]) == ("SYN003", True)


def test_dates_with_dashes(project: Project) -> None:
    (found,) = told(project, BRIEF + "updated: 2026–11–28\n")
    assert "write 2026-11-28" in found


@pytest.mark.parametrize(
    ("authors", "says"),
    [
        ("Jane Doe, John Roe", "authors: [Jane Doe, John Roe]"),
        ("Jane Doe and John Roe", "For 2 authors"),
        ("Jane Doe; John Roe; Ann Poe", "For 3 authors"),
        ("Doe, Jane", ""),
        ('["Doe, Jane"]', "Write “Jane Doe” if it is one person"),
        ("[Smith, John, Doe, Jane]", "authors: [John Smith]"),
        ("[Jane Doe, John Roe]", ""),
        ('["Some House, Ltd.", Desk]', ""),
        ("[Редакция, Отдел]", ""),
    ],
)
def test_authors(project: Project, authors: str, says: str) -> None:
    project.write_standard()
    project.write("briefings/a.yml", f"{SOUND}authors: {authors}\n")
    found = project.check("--select", "BRF008").findings
    assert len(found) == bool(says or authors == "Doe, Jane")
    assert all(says in one["help"] for one in found)


@pytest.mark.parametrize(
    "items", ["[the European Union Commission, eu]", "[World Health Organization, iPhone]",
              "[A Long Title Here, de Gaulle]"],
)  # fmt: skip
def test_ordinary_lists_are_not_cut_in_two(project: Project, items: str) -> None:
    project.write_standard()
    question = f"questions:\n  - {{id: q, question: Who?, status: open, indicators: {items}}}\n"
    project.write("briefings/a.yml", SOUND + question)
    assert project.check("--select", "SYN021").findings == []
