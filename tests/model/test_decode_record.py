"""Nodes to records: short and long forms mean the same, and every mistake is told."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefbook.findings import Finding
from briefbook.model import Brief, Source, decode_record
from briefbook.model.record import Record
from briefbook.syntax import follow, parse
from briefbook.text.document import Document
from harness import BRIEF, Project


def _decode(text: str, kind: type[Record] = Brief) -> tuple[Any, list[Finding]]:
    node, findings = parse(Document("a.yml", text))
    assert node is not None
    record, more = decode_record(node, kind, "a.yml")
    return record, [*findings, *more]


SOURCE = "id: a\ntitle: A\n"
SAME = [
    (Source, "reliability: B", "reliability: [{grade: B}]"),
    (Source, "reliability: B", "reliability: {grade: B}"),
    (Source, "reliability: B", "reliability: [B]"),
    (Source, "reliability: B", 'reliability: "B"'),
    (Source, "speaker: x", "speaker: [x]"),
    (Source, "authors: A B", "authors: [A B]"),
    (Source, "derives_from: x", "derives_from: [x]"),
    (Source, "derives_from: x", "derives_from: {id: x}"),
    (Source, "derives_from: x", "derives_from: [{id: x}]"),
    (Source, "url:", ""),
    (Source, "url: ~", ""),
    (Source, "url: ''", ""),
    (Source, "authors:", ""),
    (Source, "derives_from: ~", ""),
]
CLAIM_SAME = [
    ("claimant: bank", "claimant: {entity: bank}"),
    ("said: words", "said: {exact: words}"),
    ("evidence: [{source: a, stance: supports, quote: w}]",
     "evidence: [{source: a, stance: supports, quote: {exact: w}}]"),
    ("evidence: [{source: a, stance: supports, credibility: 2}]",
     'evidence: [{source: a, stance: supports, credibility: "2"}]'),
    ("evidence: [{source: a, stance: supports, note: ~}]",
     "evidence: [{source: a, stance: supports}]"),
    ("evidence:", ""),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "short", "long"), SAME)
def test_forms_of_a_source_mean_the_same(kind: type[Record], short: str, long: str) -> None:
    (one, none), (two, nothing) = (_decode(f"{SOURCE}{form}\n", kind) for form in (short, long))
    assert one is not None
    assert (one, none) == (two, nothing)


@pytest.mark.parametrize(("short", "long"), CLAIM_SAME)
def test_forms_of_a_claim_mean_the_same(short: str, long: str) -> None:
    (one, none), (two, nothing) = (_decode(f"{BRIEF}    {form}\n") for form in (short, long))
    assert one is not None
    assert (one, none) == (two, nothing)


def test_likelihood_forms() -> None:
    judgment = "judgments: [{{id: j, statement: s, likelihood: {}}}]\n"
    brief, _ = _decode(BRIEF + judgment.format("unlikely"))
    assert brief.judgments[0].likelihood.term == "unlikely"
    assert brief.judgments[0].key is True
    brief, _ = _decode(BRIEF + judgment.format("{range: [0.2, 0.35]}"))
    assert [str(bound) for bound in brief.judgments[0].likelihood.range] == ["0.2", "0.35"]


def test_records_are_frozen() -> None:
    brief, _ = _decode(BRIEF)
    with pytest.raises(Exception, match="frozen"):
        brief.title = "x"
    assert brief.replace(title="x").title == "x"
    assert brief.title == "A small brief"


def test_every_mistake_of_a_record_is_told() -> None:
    _, findings = _decode(
        "title: ''\nstatus: x\ncolour: blue\nclaims: [{id: A, kind: fact, verdict: y}]\n"
    )
    assert sorted(f.kind.code for f in findings) == sorted(
        ["SCH002", "SCH002", "SCH003", "SCH001", "SCH007", "SCH002", "SCH003"]
    )


def test_missing_field_is_explained_with_an_example() -> None:
    _, (finding,) = _decode(BRIEF.replace("    verdict: supported\n", ""))
    assert "A claim needs “verdict”" in finding.message
    assert "verdict: contested" in finding.help


KEYS = st.sampled_from(
    ["title", "summary", "status", "claims", "id", "statement", "kind", "verdict", "evidence",
     "source", "stance", "judgments", "likelihood", "range", "term", "scale", "authors", "said",
     "reviews", "claimant", "forecast", "published", "hypotheses", "matrix", "ratings", "options",
     "relations", "object", "sources", "reliability", "derives_from", "credibility", "odd key"]
)  # fmt: skip
LEAVES = st.sampled_from(["", "~", "a", "A b", "draft", "fact", "2026", "2", "-1", "[x", "{value}"])
TREES = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=5),
    max_leaves=20,
)


def _written(value: object) -> str:
    """A tree in YAML's flow style with every text in quotes."""
    match value:
        case dict():
            return "{" + ", ".join(f'"{k}": {_written(v)}' for k, v in value.items()) + "}"
        case list():
            return "[" + ", ".join(map(_written, value)) + "]"
    return f'"{value}"'


@given(st.dictionaries(KEYS, TREES, max_size=8))
def test_any_tree_gives_a_record_or_findings_with_a_place(tree: dict[str, object]) -> None:
    text = _written(tree)
    node, _ = parse(Document("a.yml", text))
    assert node is not None
    for kind in (Brief, Source):
        record, findings = decode_record(node, kind, "a.yml")
        assert (record is None) == bool(findings)
        for finding in findings:
            assert finding.message.endswith((".", "”"))
            assert "input_value" not in finding.message
            span = follow(node, finding.place.route, on_key=finding.place.on_key)
            assert 0 <= span.start <= span.end <= len(text)


@settings(max_examples=40)
@given(st.dictionaries(KEYS, TREES, max_size=8))
def test_the_command_survives_any_tree(
    tmp_path_factory: pytest.TempPathFactory, tree: dict[str, object]
) -> None:
    """Rules and renderers too."""
    folder: Path = tmp_path_factory.mktemp("tree")
    project = Project(folder)
    project.write_standard()
    project.write("briefings/a.yml", _written(tree))
    result = project.check()
    assert result.exit_code in (0, 1)
    assert result.stderr == ""
