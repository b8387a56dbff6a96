"""Bad input: exact code and place, exit 1, no traceback, and the other brief's findings too."""

import os
from dataclasses import dataclass
from pathlib import Path

import pytest

from briefbook.corpus import load
from harness import BRIEF, Project, Result

OTHER = BRIEF.replace("status: draft", "status: drft")
CLAIM = BRIEF[BRIEF.index("claims:") :]


@dataclass(frozen=True)
class Case:
    """A bad file and the one finding that it must give."""

    name: str
    content: str | bytes
    code: str
    line: int
    column: int
    says: str = ""
    path: str = "briefings/bad.yml"


def _swap(old: str, new: str) -> str:
    assert old in BRIEF
    return BRIEF.replace(old, new)


CASES = [
    Case("not yaml", _swap("A small brief", "The bank: a history"), "SYN001", 1, 16),
    Case("tab indentation", BRIEF + "\tscope: All of it.\n", "SYN002", 9, 1),
    Case("latin-1", _swap("A", "Café, a").encode("latin-1"), "SYN003", 1, 11, "0xe9"),
    Case("empty file", b"", "SYN004", 1, 1),
    Case("blank file", " \n\n", "SYN004", 1, 1),
    Case("comments only", "# to do\n", "SYN004", 1, 1),
    Case("list for a brief", "- title: A small brief\n", "SCH004", 1, 1, "mapping"),
    Case("text for a list", BRIEF + "topics: {a: banking}\n", "SCH004", 9, 10, "not a mapping"),
    Case("duplicate key", BRIEF + "status: published\n", "SYN005", 9, 1, "status"),
    Case("duplicate claims", BRIEF + CLAIM, "SYN005", 9, 1, "claims"),
    Case("anchor", _swap("One", "&x One"), "SYN006", 2, 10, "&x"),
    Case("alias", _swap("One sentence.", "*x"), "SYN006", 2, 10, "*x"),
    Case("tag", _swap("A small", "!!python/object:os.system A small"), "SYN007", 1, 8, "!!python"),
    Case("100,000 brackets", "[" * 100_000, "SYN008", 1, 33),
    Case("100,000 braces", "{a: " * 100_000, "SYN008", 1, 129),
    Case("100,000 dashes", "- " * 100_000, "SYN008", 1, 65),
    Case("merge bomb", "a: {x: 1}\nb:\n  <<: [{y: 1}, {y: 1}]\n", "SYN016", 3, 3),
    Case(
        "alias bomb",
        "a: &a [x, x]\n" + "".join(f"b{n}: &b{n} [*a, *a]\n" for n in range(99)),
        "SYN006",
        1,
        4,
    ),
    Case("10 MB", BRIEF.encode() + b"# pad\n" * 1_700_000, "SYN009", 1, 1, "10,2"),
    Case("control character", _swap("One", "\x1b[31mOne"), "SYN010", 2, 10, "U+001B"),
    Case("bidi control", _swap("One", "\u202eOne"), "SYN010", 2, 10, "U+202E"),
    Case("lone carriage return", _swap("One", "\rOne"), "SYN010", 2, 10, "U+000D"),
    Case("two documents", BRIEF + "---\n" + BRIEF, "SYN011", 9, 1),
    Case("complex key", BRIEF + "? [a, b]\n: c\n", "SYN015", 9, 3),
    Case("near miss", _swap("status:", "statsu: draft\nstatus:"), "SCH001", 3, 1, "“status”"),
    Case("no near miss", BRIEF + "colour: blue\n", "SCH001", 9, 1, "Known here"),
    Case("missing verdict", _swap("    verdict: supported\n", ""), "SCH002", 5, 5, "verdict"),
    Case("missing title", _swap("title: A small brief\n", ""), "SCH002", 1, 1, "title"),
    Case("empty title", _swap("title: A small brief", "title:"), "SCH002", 1, 7, "title"),
    Case("empty quotes", _swap("One sentence.", '""'), "SCH002", 2, 10, "summary"),
    Case("blank title", _swap("A small brief", '"  "'), "SCH002", 1, 8, "title"),
    Case("empty verdict", _swap("verdict: supported", "verdict:"), "SCH002", 8, 13, "verdict"),
    Case("empty author", BRIEF + 'authors: [A reporter, ""]\n', "SCH002", 9, 23),
    Case("wrong word", _swap("verdict: supported", "verdict: suported"), "SCH003", 8, 14,
         "“supported”"),
    Case("impossible date", BRIEF + "published: 2026-02-30\n", "SCH005", 9, 12, "28 days"),
    Case("a list for a word", _swap("status: draft", "status: [draft]"), "SCH004", 3, 9),
    Case("a list for a scale", BRIEF + "scale: [icd203]\n", "SCH004", 9, 8),
    Case("a mapping for a scale", BRIEF + "scale: {a: icd203}\n", "SCH004", 9, 9),
    Case("a range of one number",
         BRIEF + "judgments:\n  - {id: j, statement: s, likelihood: {range: [0.2]}}\n",
         "SCH004", 10, 47, "two numbers"),
    Case("a text for a claim", "title: t\nsummary: s\nstatus: draft\nclaims: [hello]\n",
         "SCH004", 4, 10, "mapping"),
    Case("claim id used twice", BRIEF + CLAIM.removeprefix("claims:\n"), "REF006", 9, 9, "first"),
    Case("unknown source",
         BRIEF + "    evidence: [{source: agency-reprot, stance: silent}]\n",
         "REF001", 9, 25, "“agency-report”"),
    Case("unknown source in prose", _swap("One", "One [@agency-reprot]"), "REF001", 2, 15,
         "“agency-report”"),
    Case("unknown entity", BRIEF + "    entities: [oficer]\n", "REF002", 9, 16, "“officer”"),
    Case("unknown topic", BRIEF + "topics: [bankng]\n", "REF003", 9, 10, "“banking”"),
    Case("unknown record", BRIEF + "    depends_on: [frist]\n", "REF004", 9, 18, "“first”"),
    Case("unknown brief", BRIEF + "superseded_by: othr\n", "REF005", 9, 16, "“other”"),
    Case("dangling link", _swap("One", "One [[frist]]"), "REF009", 2, 14, "“first”"),
    Case("javascript address",
         BRIEF + "sources:\n  - {id: s, title: t, url: 'JavaScript:alert(1)'}\n",
         "SCH008", 10, 28),
    Case("claim with a reserved id", _swap("id: first", "id: timeline"), "REF010", 5, 9),
    Case("real merge key", "title: t\n<<: {a: b}\n" + BRIEF[22:], "SYN016", 2, 1),
    Case("colon without a space", _swap("status: draft", "status:draft"), "SYN001", 3, 7,
         "blank is missing"),
    Case("quotation mark never closed", _swap("One", "'One"), "SYN001", 2, 10, "never ends"),
    Case("apostrophe in single quotes", _swap("One sentence.", "'The bank's office'"),
         "SYN001", 2, 20, "apostrophe"),
    Case("text that begins with a link", _swap("One", "[[first]] says one"), "SYN001", 2, 10,
         "taken for a list"),
    Case("one space too many", _swap("summary", " summary"), "SYN001", 2, 2, "column 1"),
    Case("empty unknown key", BRIEF + "colour:\n", "SCH001", 9, 1, "Known here"),
    Case("empty misspelt key", _swap("status: draft", "statsu:"), "SCH001", 3, 1, "“status”"),
    Case("nested unknown key", BRIEF + "    evidance: []\n", "SCH001", 9, 5, "“evidence”"),
    Case("nested duplicate key", BRIEF + "    kind: fact\n", "SYN005", 9, 5, "kind"),
    Case("key with a Cyrillic letter", _swap("title", "tit\u0435le"), "SCH001", 1, 1, "“title”"),
    Case("nothing said", "title: t\nsummary: s\nstatus: draft\nclaims: []\n", "SCH009", 4, 1),
    Case("capital in an id", BRIEF + "topics: [Banking]\n", "SCH007", 9, 10, "“banking”"),
    Case("language by its name", BRIEF + "language: english\n", "SCH003", 9, 11, "en for English"),
    Case("citation that is no id", _swap("One", "One [@Agency_Report]"), "REF001", 2, 15,
         "“agency-report”"),
    Case("link that is no id", _swap("One", "One [[First]]"), "REF009", 2, 14, "“first”"),
    Case("citation after code", _swap("One", "One `[@nope]` [@nope]"), "REF001", 2, 25),
    Case("citation among 500 brackets", _swap("One", "One " + "[" * 500 + " [@nope]"),
         "REF001", 2, 516),
    Case("record of no brief", BRIEF + "    depends_on: ['othr#first']\n", "REF004", 9, 18,
         "no brief “othr”"),
    Case("unknown record of another brief", BRIEF + "    depends_on: ['other#frist']\n", "REF004",
         9, 18, "“other#first”"),
    Case("javascript in an archived address",
         BRIEF + "sources:\n  - {id: s, title: t, archived_url: 'javascript:alert(1)'}\n",
         "SCH008", 10, 37),
    Case("two options of one id",
         BRIEF + "hypotheses:\n  - {id: h, question: Q?, options: [{id: a, statement: A.}, "
         "{id: a, statement: B.}]}\n", "REF006", 10, 66, "“a”"),
    Case("rating that is no id",
         BRIEF + "hypotheses:\n  - {id: h, question: Q?, options: [{id: a, statement: A.}], "
         "matrix: [{evidence: first, ratings: {A B: neutral}}]}\n", "SCH007", 10, 99),
    Case("empty rating",
         BRIEF + "hypotheses:\n  - {id: h, question: Q?, options: [{id: a, statement: A.}], "
         "matrix: [{evidence: first, ratings: {a: }}]}\n", "SCH002", 10, 102, "very inconsistent"),
    Case("accents stacked", _swap("One", "One" + "\u0730\u0731" * 20), "SYN010", 2, 13, "30"),
    Case("accents stacked by escapes", _swap("One sentence.", '"One' + "\\u0f71\\u0f72" * 20 + '"'),
         "SYN010", 2, 10, "30"),
    Case("no UTF-8 after CRLF and a mark",
         b"\xef\xbb\xbftitle: t\r\nsummary: caf\xe9\r\n", "SYN003", 2, 13, "0xe9"),
    Case("brief named like a Windows device", BRIEF, "SCH007", 1, 1, "con", "briefings/con.yml"),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_one_finding_at_its_place(case: Case, project: Project) -> None:
    project.write_standard()
    project.write(case.path, case.content)
    project.write("briefings/other.yml", OTHER)
    result = project.check()
    _assert_other_brief_is_still_checked(result)
    found = result.of(case.path)
    assert [(f["code"], f["line"], f["column"]) for f in found] == [
        (case.code, case.line, case.column)
    ]
    assert case.says in found[0]["message"] + found[0]["help"]
    assert result.exit_code == 1


def _assert_other_brief_is_still_checked(result: Result) -> None:
    assert "Traceback" not in result.stderr
    assert [f["code"] for f in result.of("briefings/other.yml")] == ["SCH003"]


@pytest.mark.parametrize(
    "escape",
    ["\\0", "\\e", "\\a", "\\x7f", "\\N", "\\L", "\\P", "\\u202E", "\\u2066", "\\uFFFE",
     "\\U000E0041"],
)  # fmt: skip
def test_forbidden_characters_written_as_yaml_escapes(escape: str, project: Project) -> None:
    project.write_standard()
    project.write("briefings/bad.yml", _swap("A small brief", f'"A {escape} brief"'))
    found = project.check().findings
    assert [(f["code"], f["line"]) for f in found] == [("SYN010", 1)]


def test_keys_are_compared_after_normalization(project: Project) -> None:
    """Both spellings of é are one key, also when one of them is written as an escape."""
    project.write_standard()
    options = "options: [{id: a, statement: s}]"
    project.write(
        "briefings/bad.yml",
        BRIEF + f"hypotheses: [{{id: h, question: q, {options}}}]\n" + '"e\\u0301": 1\né: 2\n',
    )
    assert "SYN005" in project.check().codes


def test_confusable_characters_are_found_in_escapes(project: Project) -> None:
    project.write_standard()
    project.write("briefings/bad.yml", _swap("A small brief", '"Sb\\u0435rbank"'))
    assert project.check().codes == ["SYN014"]


def test_brief_id_used_twice_in_two_folders(project: Project) -> None:
    """One finding, and each of the two may still refer to its own records."""
    project.write_standard()
    second = "  - {id: second, statement: s, kind: fact, verdict: supported, depends_on: [first]}\n"
    project.write("briefings/2025/twin.yml", BRIEF + second)
    project.write("briefings/2026/twin.yml", (BRIEF + second).replace("first", "other"))
    project.write("briefings/other.yml", OTHER)
    result = project.check()
    _assert_other_brief_is_still_checked(result)
    (found,) = [f for f in result.findings if f["path"] != "briefings/other.yml"]
    assert (found["code"], found["line"], found["column"]) == ("REF007", 1, 1)
    assert {found["path"], found["related"][0]["path"]} == {
        "briefings/2025/twin.yml",
        "briefings/2026/twin.yml",
    }


def test_brief_id_used_twice_beside_a_folder_of_that_name(project: Project) -> None:
    project.write_standard()
    second = "  - {id: second, statement: s, kind: fact, verdict: supported, depends_on: [%s]}\n"
    project.write("briefings/twin.yml", BRIEF + second % "first")
    project.write("briefings/twin/twin.yml", BRIEF.replace("first", "other") + second % "other")
    assert project.check().codes == ["REF007"]


def test_derivation_cycle(project: Project) -> None:
    project.write_standard("briefings/_library/sources/sources.yml")
    project.write(
        "briefings/_library/sources/sources.yml",
        "- {id: c, title: C, derives_from: a}\n"
        "- {id: b, title: B, derives_from: c}\n"
        "- id: a\n  title: A\n  derives_from:\n    - id: b\n      how: copies\n",
    )
    project.write("briefings/other.yml", OTHER)
    result = project.check()
    _assert_other_brief_is_still_checked(result)
    (found,) = result.of("briefings/_library/sources/sources.yml")
    assert (found["code"], found["line"], found["column"]) == ("REF008", 6, 7)
    assert "a → b → c → a" in found["message"]


@pytest.mark.parametrize(
    "place",
    ["briefings/bad.yml", "briefings/folder", "briefings/_library/entities.yml",
     "briefings/_library/sources/more.yml"],
)  # fmt: skip
def test_symlinks_are_refused(place: str, project: Project) -> None:
    project.write_standard(place)
    project.write("briefings/other.yml", OTHER)
    link = project.root / place
    link.parent.mkdir(parents=True, exist_ok=True)
    link.symlink_to("/etc/hosts" if place.endswith(".yml") else "/etc")
    result = project.check()
    _assert_other_brief_is_still_checked(result)
    assert [(f["code"], f["line"], f["column"]) for f in result.of(place)] == [("SYN012", 1, 1)]


@pytest.mark.parametrize("place", ["briefings/_library", "briefings/_library/sources"])
def test_symlinked_library_folders_are_refused(place: str, project: Project) -> None:
    """Only files below briefings/ are read: a folder of the library may not lead elsewhere."""
    elsewhere = Project(project.root.parent / "elsewhere")
    elsewhere.write_standard()
    library = elsewhere.root / "briefings" / "_library"
    project.write("briefings/other.yml", OTHER)
    link = project.root / place
    link.parent.mkdir(parents=True, exist_ok=True)
    link.symlink_to(library if link.name == "_library" else library / "sources")
    result = project.check()
    _assert_other_brief_is_still_checked(result)
    assert [f["code"] for f in result.of(place)] == ["SYN012"]
    assert not load(project.root).sources


def test_special_files_are_refused(project: Project) -> None:
    project.write("briefings/other.yml", OTHER)
    os.mkfifo(project.root / "briefings/pipe.yml")
    result = project.check()
    _assert_other_brief_is_still_checked(result)
    assert [f["code"] for f in result.of("briefings/pipe.yml")] == ["SYN012"]


def test_library_sources_that_are_no_folder(project: Project) -> None:
    """A mistake in the library is a finding, and hides nothing else."""
    project.write("briefings/other.yml", OTHER)
    project.write("briefings/_library/sources", "- {id: a, title: A}\n")
    result = project.check()
    assert result.exit_code == 1
    _assert_other_brief_is_still_checked(result)


def test_folders_nested_deeply(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """Git can hold paths that are deeper than Python recurses."""
    project.write("briefings/other.yml", OTHER)
    monkeypatch.chdir(project.root / "briefings")
    steps = 1100
    for _ in range(steps):
        Path("d").mkdir()
        os.chdir("d")
    result = project.check()
    for _ in range(steps):  # pytest's own cleaning recurses
        os.chdir("..")
        Path("d").rmdir()
    assert result.exit_code == 1
    _assert_other_brief_is_still_checked(result)


@pytest.mark.parametrize(
    "title", ["no", "012", "12:30:45", "1e3", "~", "null", "2026-11-23", "0x1"]
)
def test_titles_stay_what_was_typed(title: str, project: Project) -> None:
    project.write_standard()
    project.write("briefings/a.yml", BRIEF.replace("A small brief", title))
    project.write("briefings/b.yml", BRIEF.replace("A small brief", f'"{title}"'))
    assert project.check().findings == []
    corpus = load(project.root)
    assert [corpus.brief(name).title for name in ("a", "b")] == [title, title]


SEVEN = """\
title: A small brief
summary: An agency wrote so [@agency-reprot].
status: drft
published: 2026-02-30
autors: [A reporter]
topics: [bankng]
claims:
  - id: first
    statement: The bank opened an office.
    kind: fact
    verdict: supported
    entities: [bnak]
    depends_on: [frist]
"""


def test_seven_mistakes_in_one_run(project: Project) -> None:
    project.write_standard()
    project.write("briefings/seven.yml", SEVEN)
    result = project.check()
    assert [(f["code"], f["line"], f["column"], f["end_column"]) for f in result.findings] == [
        ("REF001", 2, 30, 44),
        ("SCH003", 3, 9, 13),
        ("SCH005", 4, 12, 22),
        ("SCH001", 5, 1, 7),
        ("REF003", 6, 10, 16),
        ("REF002", 12, 16, 20),
        ("REF004", 13, 18, 23),
    ]
    assert result.exit_code == 1
    assert all("Did you mean" in f["help"] for f in result.findings if f["code"] != "SCH005")


def test_citation_is_marked_where_it_stands(project: Project) -> None:
    """Not at a longer id that begins alike."""
    project.write_standard()
    project.write("briefings/bad.yml", _swap("One", "One [@agency-report], [@agency]"))
    (found,) = project.check().findings
    assert (found["code"], found["line"], found["column"]) == ("REF001", 2, 33)


def test_unreadable_library_file_hides_no_other_finding_and_invents_none(project: Project) -> None:
    project.write_standard("briefings/_library/topics.yml")
    project.write("briefings/_library/topics.yml", "- id: [\n")
    project.write("briefings/bad.yml", BRIEF + "topics: [banking]\nauthor: x\n")
    result = project.check()
    assert [(f["path"], f["code"]) for f in result.findings] == [
        ("briefings/_library/topics.yml", "SYN001"),
        ("briefings/bad.yml", "SCH001"),
    ]


def test_wrong_entry_of_the_library_is_called_what_it_is(project: Project) -> None:
    project.write_standard("briefings/_library/topics.yml")
    project.write("briefings/_library/topics.yml", "- banking\n")
    (found,) = project.check().findings
    assert (found["code"], found["line"], found["column"]) == ("SCH004", 1, 3)
    assert "brief" not in found["message"].lower()


def test_wrong_item_of_a_list_is_not_taken_for_the_list(project: Project) -> None:
    """Else the advice for `claims: [text]` contradicts the advice for `claims: {…}`."""
    project.write("briefings/bad.yml", "title: t\nsummary: s\nstatus: draft\nclaims: [hello]\n")
    (found,) = project.check().findings
    assert not found["message"].startswith("“claims” should be a mapping")


@pytest.mark.parametrize("name", ["topics.yaml", "entities.YML"])
def test_wrong_ending_in_the_library(name: str, project: Project) -> None:
    project.write(f"briefings/_library/{name}", "- {id: banking, name: Banking}\n")
    assert [(f["path"], f["code"]) for f in project.check().findings] == [
        (f"briefings/_library/{name}", "SYN017")
    ]


def test_messages_show_no_python(project: Project) -> None:
    project.write("briefings/bad.yml", _swap("status: draft", "status: [draft]"))
    (found,) = project.check().findings
    assert "['draft']" not in found["message"] + found["help"]
