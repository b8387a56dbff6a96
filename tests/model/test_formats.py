"""The version of a brief: the one that is read, others, and how an older one is brought over."""

import json
import re
from pathlib import Path

import pytest

from briefbook.model.formats import CURRENT
from harness import BRIEF, SOUND, WITH_REFERENCE, Project, Result
from packages import Acme

OLD = '''\
"""A made-up version 0, in which a title was a heading and claims said a text."""

from dataclasses import replace

from briefbook.model.formats import Migration
from briefbook.syntax import ListNode, MappingNode
from briefbook.syntax.nodes import MappingEntry, TextNode


def renamed(node: MappingNode, old: str, new: str) -> MappingNode:
    entries = {}
    for key, entry in node.entries.items():
        if key == old:
            key, entry = new, MappingEntry(TextNode(new, entry.key.span), entry.value)
        entries[key] = entry
    return replace(node, entries=entries)


def bring(node: MappingNode) -> MappingNode:
    node = renamed(node, "heading", "title")
    claims = node.entries.get("claims")
    if claims is None or not isinstance(claims.value, ListNode):
        return node
    items = [renamed(item, "text", "statement") for item in claims.value.items]
    listed = MappingEntry(claims.key, replace(claims.value, items=items))
    return replace(node, entries={**node.entries, "claims": listed})


MIGRATION = Migration(0, bring)
'''

WRITTEN = "format: 0\n" + SOUND.replace("title:", "heading:").replace("statement:", "text:")
PATH = "briefings/small.yml"


@pytest.fixture
def small(project: Project) -> Project:
    project.write_standard()
    return project


@pytest.fixture
def acme(small: Project, tmp_path: Path) -> Acme:
    made = Acme(tmp_path / "packages", small)
    made.install({"acme.py": OLD}, {"briefbook.model.formats": "acme"})
    return made


def _check(project: Project, text: str) -> Result:
    project.write(PATH, text)
    return project.check()


@pytest.mark.parametrize(
    "line", ["format: 1", 'format: "1"', "format: '1'", "format:", "format: ~"]
)
def test_the_current_version_may_be_named(line: str, small: Project) -> None:
    assert _check(small, f"{line}\n{SOUND}").findings == []
    assert _check(small, f"{SOUND}{line}\n").findings == []


@pytest.mark.parametrize(
    ("line", "said", "remedy"),
    [
        ("format: 2", "“2” is", "update the program"),
        ("format: 9999", "“9999” is", "update the program"),
        ("format: 0", "“0” is", "Write “format: 1”"),
        ("format: 01", "“01” is", "Write “format: 1”"),
        ("format: 1.0", "“1.0” is", "Write “format: 1”"),
        ("format: -1", "“-1” is", "Write “format: 1”"),
        ("format: one", "“one” is", "Write “format: 1”"),
        ("format: ١", "“١” is", "Write “format: 1”"),
        (f"format: {'9' * 5000}", "“999", "Write “format: 1”"),
        ("format: [1]", "This is", "Write “format: 1”"),
        ("format: {version: 1}", "This is", "Write “format: 1”"),
        ("format: 000000001", "“000000001” is", "Write “format: 1”"),
    ],
)
def test_another_version_is_one_finding(line: str, said: str, remedy: str, small: Project) -> None:
    """The rest, which may mean something else there, is not judged; others refer to it in peace."""
    small.write("briefings/other.yml", f"{SOUND}superseded_by: small\n")
    result = _check(small, f"{line}\ntitel: A small brief\nclaims: 7\n")
    (found,) = result.findings
    column = 10 if "{" in line else 9
    place = (found["path"], found["line"], found["column"])
    assert (found["code"], place) == ("SCH010", (PATH, 1, column))
    assert len(found["message"]) < 120
    assert found["message"].startswith(said)
    assert "format 1 is read" in found["message"]
    assert remedy in found["help"] and "brought over" in found["help"]
    assert small.run("compile").exit_code == 1


def test_a_misspelt_key_is_met_with_it(small: Project) -> None:
    (found,) = _check(small, f"fromat: 1\n{SOUND}").findings
    assert (found["code"], "“format”" in found["help"]) == ("SCH001", True)


def test_the_version_is_no_content(small: Project) -> None:
    small.write(PATH, SOUND)
    small.run("export", "manifest", "-o", "before.json")
    small.commit("base")
    small.write(PATH, f"format: 1\n{SOUND}")
    small.run("export", "manifest", "-o", "after.json")
    assert (small.root / "before.json").read_bytes() == (small.root / "after.json").read_bytes()
    assert small.diff().json["changes"] == []


def test_the_schema_and_the_reference_know_it(small: Project) -> None:
    small.write(PATH, SOUND)
    small.write("mkdocs.yml", WITH_REFERENCE)
    assert small.run("compile").exit_code == 0
    compiled = small.root / "build/docs"
    schema = json.loads((compiled / "schema/v1/brief.schema.json").read_text())
    assert next(iter(schema["properties"])) == "format"
    assert schema["title"].endswith(f"version {CURRENT}")
    page = (compiled / "reference/fields/index.md").read_text()
    assert re.search(r"<dt><code>format</code> <span[^>]*>whole number</span></dt>", page)


def test_an_older_version_is_read_as_if_it_were_new(acme: Acme) -> None:
    acme.project.write(PATH, WRITTEN)
    run = acme.here("check")
    assert (run.code, run.stdout) == (0, "no findings\n")
    assert acme.here("compile").code == 0
    page = acme.project.root / "build/docs/briefings/small/index.md"
    assert "A small brief" in page.read_text()
    assert "The bank opened an office" in page.read_text()
    assert (acme.project.root / PATH).read_text() == WRITTEN


def test_findings_in_it_stand_where_they_were_typed(acme: Acme) -> None:
    acme.project.write(PATH, WRITTEN.replace("source: agency-report", "source: agency-reprot"))
    (found,) = json.loads(acme.here("check", "--format", "json", "--select", "REF").stdout)[
        "findings"
    ]
    line = WRITTEN.splitlines().index(
        "      - {source: agency-report, stance: supports, note: It names the street.}"
    )
    assert (found["line"], found["column"]) == (line + 1, 18)
    acme.project.write(PATH, WRITTEN.replace("heading: A small brief", "heading: [A, B]"))
    (found,) = json.loads(acme.here("check", "--format", "json", "--select", "SCH").stdout)[
        "findings"
    ]
    assert (found["code"], found["line"], found["column"]) == ("SCH004", 2, 10)


def test_bringing_a_file_over_changes_no_meaning(acme: Acme) -> None:
    acme.project.write(PATH, WRITTEN)
    acme.here("export", "manifest", "-o", "before.json")
    acme.project.commit("base")
    acme.project.write(PATH, SOUND)
    acme.here("export", "manifest", "-o", "after.json")
    run = acme.here("diff", "HEAD", "--format", "json")
    assert (run.code, json.loads(run.stdout)["changes"]) == (0, [])
    before, after = (acme.project.root / f"{name}.json" for name in ("before", "after"))
    assert before.read_bytes() == after.read_bytes() != b""


def test_a_brief_without_a_version_is_never_taken_for_an_old_one(acme: Acme) -> None:
    acme.project.write(PATH, BRIEF.replace("title:", "heading:"))
    run = acme.here("check", "--format", "json", "--select", "SCH")
    (found,) = json.loads(run.stdout)["findings"]
    assert (found["code"], "“title”" in found["help"]) == ("SCH001", True)


def test_what_is_read_is_said_with_the_older_versions(acme: Acme) -> None:
    acme.project.write(PATH, f"format: 7\n{SOUND}")
    (found,) = json.loads(acme.here("check", "--format", "json", "--select", "SCH").stdout)[
        "findings"
    ]
    assert "formats 0 and 1 are read" in found["message"]
