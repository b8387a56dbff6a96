"""The committed JSON Schemas: fresh, complete, and true to what the program accepts."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from briefbook.model.json_schema import schemas
from harness import BRIEF, STANDARD, Project

ROOT = Path(__file__).parent.parent
COMMITTED = ROOT / "docs" / "schema" / "v1"
LIBRARY = sorted((ROOT / "briefings" / "_library").rglob("*.yml"))
BRIEFS = sorted((ROOT / "briefings").glob("*.yml"))


def _refused(schema: str, *files: Path) -> set[str]:
    """The names of the files that check-jsonschema finds wrong; one process for all of them."""
    command = [str(Path(sys.executable).parent / "check-jsonschema"), "--output-format", "json"]
    done = subprocess.run(
        [*command, "--schemafile", str(COMMITTED / schema), *map(str, files)],
        check=False,
        capture_output=True,
        text=True,
    )
    report = json.loads(done.stdout)
    errors = report.get("errors", [])
    assert (done.returncode, report.get("parse_errors", [])) == (bool(errors), [])
    return {Path(error["filename"]).name for error in errors}


@pytest.mark.parametrize("name", schemas())
def test_committed_schemas_are_fresh(name: str) -> None:
    assert (COMMITTED / name).read_text(encoding="utf-8") == schemas()[name]


def test_no_schema_is_left_over() -> None:
    assert {path.name for path in COMMITTED.iterdir()} == set(schemas())


def test_schemas_are_the_same_each_time() -> None:
    assert schemas() == schemas()


def _objects(node: object, where: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every schema of a mapping, wherever it stands."""
    if isinstance(node, dict):
        if isinstance(node.get("properties"), dict):
            yield where, node
        for key, value in node.items():
            yield from _objects(value, f"{where}/{key}")
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from _objects(value, f"{where}/{index}")


@pytest.mark.parametrize("name", schemas())
def test_every_field_has_title_description_and_example(name: str) -> None:
    schema = json.loads((COMMITTED / name).read_text(encoding="utf-8"))
    found = list(_objects(schema))
    assert len(found) > 5
    lacking = [
        f"{where}.{field}: {word}"
        for where, shape in found
        for field, body in shape["properties"].items()
        for word in ("title", "description", "examples")
        if not body.get(word) or body[word] == [[]]
    ]
    assert lacking == []


@pytest.mark.parametrize("name", schemas())
def test_mappings_take_no_unknown_keys(name: str) -> None:
    schema = json.loads((COMMITTED / name).read_text(encoding="utf-8"))
    assert [where for where, shape in _objects(schema) if shape.get("additionalProperties")] == []
    assert all("additionalProperties" in shape for _, shape in _objects(schema))


def test_real_briefs_are_accepted() -> None:
    assert len(BRIEFS) >= 3
    assert _refused("brief.schema.json", *BRIEFS) == set()


def test_real_library_is_accepted() -> None:
    assert len(LIBRARY) >= 3
    assert _refused("library.schema.json", *LIBRARY) == set()


FORMS = """\
title: 2025
summary: yes
status: draft
published: 2025
updated: 2025-06-24
authors: A reporter
reviews: {claimant: {entity: bank}, appearance: agency-report}
claims:
  - id: 1
    statement: 2.5
    kind: fact
    verdict: supported
    claimant: bank
    relayed_by: {name: A reader}
    said: their words
    as_of: 2025?
    evidence:
      - source: agency-report
        stance: supports
        credibility: 2
        quote: their words
        value: {amount: 589, unit: billion USD}
      - source: newspaper-copy
        stance: context
        credibility: "2"
        quote: {exact: their words, language: ru}
        value: {amount: "589", unit: billion USD, as_of: 2025-01-27}
    judged_in: [2]
  - id: third
    statement: Text.
    kind: fact
    verdict: supported
    claimant:
    said: {exact: their words, at: bullet 1}
judgments:
  - {id: 2, statement: Text., likelihood: unlikely, key: false}
  - {id: b, statement: Text., likelihood: {term: unlikely, probability: 0.25}, key: "no"}
  - {id: c, statement: Text., likelihood: {range: [0.2, 0.35]}, key: yes}
relations:
  - {subject: officer, relation: leads, object: bank, when: 2022-04-06/..}
  - {subject: officer, relation: leads, object: {name: A club}, when: unknown}
sources:
  - {id: s1, title: T, reliability: B, derives_from: agency-report, speaker: officer}
  - {id: s2, title: T, reliability: {grade: B, because: x}, derives_from: {id: s1, how: copies}}
  - {id: s3, title: T, reliability: [C, {grade: B}], derives_from: [s1, {id: s2}], speaker: []}
  - {id: s4, title: T, authors: [A, B], derives_from: [s1], url: }
"""


def test_short_and_long_forms_are_accepted_by_program_and_schema(project: Project) -> None:
    project.write_standard()
    path = project.write("briefings/forms.yml", FORMS)
    assert project.check().findings == []
    assert _refused("brief.schema.json", path) == set()


def test_standard_library_is_accepted(project: Project) -> None:
    project.write_standard()
    files = [project.root / path for path in STANDARD if "_library" in path]
    assert _refused("library.schema.json", *files) == set()


WRONG = {
    "word": BRIEF.replace("status: draft", "status: drft"),
    "missing": BRIEF.replace("    verdict: supported\n", ""),
    "key": BRIEF + "colour: blue\n",
    "id": BRIEF.replace("id: first", "id: First claim"),
    "date": BRIEF + "published: 24 June 2025\n",
    "url": BRIEF + "sources: [{id: a, title: A, url: 'javascript:alert(1)'}]\n",
    "mapping-for-list": BRIEF + "topics: {a: banking}\n",
    "list-for-text": BRIEF.replace("title: A small brief", "title: [a]"),
    "empty": BRIEF.replace("title: A small brief", "title: ''"),
    "probability": BRIEF + "judgments: [{id: j, statement: s, likelihood: {probability: 25}}]\n",
    "nothing-said": "title: A\nsummary: B\nstatus: draft\n",
    "format": "format: 2\n" + BRIEF,
    "no-format": "format: one\n" + BRIEF,
}


def test_an_editor_with_the_schema_sees_what_the_program_refuses(project: Project) -> None:
    project.write_standard()
    files = [project.write(f"briefings/{name}.yml", text) for name, text in WRONG.items()]
    found = {Path(item["path"]).stem for item in project.check().findings}
    assert found == set(WRONG)
    assert _refused("brief.schema.json", *files) == {f"{name}.yml" for name in WRONG}


def test_command_writes_and_checks(project: Project) -> None:
    assert project.run("schema", "--check").exit_code == 1
    assert project.run("schema").exit_code == 0
    assert project.run("schema", "--check").exit_code == 0
    for name, text in schemas().items():
        path = project.root / "docs" / "schema" / "v1" / name
        assert path.read_text(encoding="utf-8") == text
    path.write_text("{}", encoding="utf-8")
    stale = project.run("schema", "--check")
    assert (stale.exit_code, name in stale.stderr) == (1, True)
    assert path.read_text(encoding="utf-8") == "{}"
