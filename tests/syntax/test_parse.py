"""YAML text to nodes: never raises, every position lies in the file, bombs are refused."""

import unicodedata
from collections.abc import Iterator
from functools import partial

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from bombs import outcomes
from briefbook.findings import Finding
from briefbook.syntax import ListNode, MappingNode, Node, parse, to_data
from briefbook.text.document import Document, Span


def _parse(text: str) -> tuple[Node | None, list[Finding]]:
    return parse(Document("a.yml", text))


def _spans(node: Node) -> Iterator[Span]:
    yield node.span
    if isinstance(node, ListNode):
        for item in node.items:
            yield from _spans(item)
    elif isinstance(node, MappingNode):
        for entry in node.entries.values():
            yield entry.key.span
            yield from _spans(entry.value)


PIECES = st.sampled_from(
    ["a", "b", "key", ": ", ":", "- ", "-", "\n", "\n  ", "\n    ", " ", "\t", "[", "]", "{", "}",
     ",", '"', "'", "|", ">-", "#", " #", "&a ", "*a", "!!str ", "!", "<<: ", "? ", "---\n",
     "...\n", "%YAML 1.2\n", "@", "`", "\\", "\\x", "\\U00110000", "é", "银", "𝔸", "~", "1",
     "\ufeff", "\x85", "\u2028", "\r", "\x00"]
)  # fmt: skip
YAMLISH = st.lists(PIECES, max_size=30).map("".join)


@given(YAMLISH | st.text())
@example('a: "\\U00110000"')
@example("\r\r\r-\t- x: [")
@example("\ufeff\ufeffa: b")
@example("%TAG ! tag:x,2000:\n--- !a b")
def test_random_text_never_raises_and_stays_in_the_file(text: str) -> None:
    node, findings = _parse(text)
    assert node is not None or findings
    spans = [finding.place.span for finding in findings]
    spans += [label.place.span for finding in findings for label in finding.related]
    for span in [*spans, *(_spans(node) if node else ())]:
        assert span is not None
        assert 0 <= span.start <= span.end <= len(text)


@given(YAMLISH)
def test_same_data_as_the_yaml_library(text: str) -> None:
    """Where both take a text, they read the same; all scalars as text."""
    node, findings = _parse(text)
    if node is None or findings:
        return
    assert to_data(node) == yaml.load(text, Loader=yaml.CBaseLoader)


VALUES = st.recursive(
    st.text(st.characters(exclude_categories=["Cs", "Cc", "Co", "Cn", "Zl", "Zp"]), min_size=1).map(
        partial(unicodedata.normalize, "NFC")
    ),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(
        st.text(st.sampled_from("abcdé-_ "), min_size=1), inner, max_size=4
    ),
    max_leaves=12,
)  # fmt: skip


@given(VALUES, st.booleans())
def test_what_a_yaml_writer_writes_is_read_back(value: object, flow: bool) -> None:
    written = yaml.dump(
        value, allow_unicode=True, default_flow_style=flow, default_style='"', sort_keys=False
    ).replace("!!str ", "")  # fmt: skip
    node, findings = _parse(written)
    blank = isinstance(value, str) and not value.strip()
    codes = [finding.kind.code for finding in findings if finding.kind.code != "SYN014"]
    assert codes == (["SYN004"] if blank else [])
    assert blank or (node is not None and to_data(node) == value)


SAMPLE = """\
title: A "small" brief
list:
  - plain
  - 'single'
  - "double"
flow: [a, {b: c}]
fold: >-
  two
  lines
empty:
last: é银𝔸 end
"""


def test_spans_are_what_stands_there() -> None:
    node, findings = _parse(SAMPLE)
    assert isinstance(node, MappingNode)
    assert findings == []
    shown = {
        key: SAMPLE[entry.value.span.start : entry.value.span.end].rstrip()
        for key, entry in node.entries.items()
    }
    assert shown == {
        "title": 'A "small" brief',
        "list": "- plain\n  - 'single'\n  - \"double\"",
        "flow": "[a, {b: c}]",
        "fold": ">-\n  two\n  lines",
        "empty": "",
        "last": "é银𝔸 end",
    }
    assert [SAMPLE[e.key.span.start : e.key.span.end] for e in node.entries.values()] == list(shown)


def test_scalars_are_text() -> None:
    node, _ = _parse("[no, 012, 12:30:45, 1e3, ~, null, 0x1F, 2026-11-23, .inf, '', =]")
    assert node is not None
    assert to_data(node) == ["no", "012", "12:30:45", "1e3", "~", "null", "0x1F", "2026-11-23",
                             ".inf", "", "="]  # fmt: skip


def test_every_duplicate_key_is_reported_and_the_first_one_kept() -> None:
    node, findings = _parse("a: 1\nb: {c: 1, c: 2}\na: 3\na: 4\n")
    assert [(f.kind.code, f.place.span) for f in findings] == [
        ("SYN005", Span(15, 16)),
        ("SYN005", Span(21, 22)),
        ("SYN005", Span(26, 27)),
    ]
    assert node is not None
    assert to_data(node) == {"a": "1", "b": {"c": "1"}}


@pytest.mark.parametrize(("depth", "codes"), [(32, []), (33, ["SYN008"])])
def test_depth(depth: int, codes: list[str]) -> None:
    _, findings = _parse("[" * depth + "a" + "]" * depth)
    assert [finding.kind.code for finding in findings] == codes


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("a: b: c\n", "second “: ”"),
        ("a: b\nc\n", "key: value"),
        ("a: [b\nc: d\n", "closed"),
        ("a: 'b\n", "quotation mark here"),
        ("a:\n  b: c\n d: e\n", "column 3"),
        ("- a\nb: c\n", "item"),
        ('a: "\\q"\n', "backslash"),
        ("a: - b\n", "list item"),
        ("a: *b*\n", "“*”"),
        ("a: @b\n", "quotation marks"),
        ("a: %b\n", "quotation marks"),
        ("a: `b`\n", "quotation marks"),
    ],
)
def test_common_slips_are_explained(text: str, says: str) -> None:
    _, (finding,) = _parse(text)
    assert finding.kind.code in ("SYN001", "SYN006")
    assert says in finding.message + finding.help


BOMBS = {
    "brackets": "'[' * n",
    "braces": "'{a: ' * n",
    "dashes": "'- ' * n",
    "question marks": "'? ' * n",
    "anchors": "'a: ' + '&x ' * n",
    "aliases": "'a: &a [x]\\n' + ''.join(f'b{i}: &b{i} [*a, *a]\\n' for i in range(n))",
    "merges": "'a: &a {x: 1}\\n' + '<<: *a\\n' * n",
    "duplicate keys": "'a: 1\\n' * n",
    "keys": "''.join(f'k{i}: 1\\n' for i in range(n))",
    "items": "'- a\\n' * n",
    "flow items": "'[' + 'a,' * n + ']'",
    "quotes": "chr(39) * n",
    "open quote": "chr(34) + 'a ' * n",
    "spaces": "' ' * n",
    "lines": "'\\n' * n",
    "tabs": "'\\t' * n",
    "comments": "'#\\n' * n",
    "colons": "'a: ' * n",
    "documents": "'---\\n' * n",
    "tags": "'!!a ' * n",
    "percent": "'%a\\n' * n",
    "indentation": "''.join(' ' * i + 'a:\\n' for i in range(1000))",
    "folded": "'a: >\\n' + '  b\\n' * n",
    "combining marks": "'a: b' + '\\u0300\\u0316' * 500_000",
    "conflict marks": "'<' * n + '\\n' + '<<<<<<< \\n' * (n // 10)",
    "zero width": "'a: ' + '\\u200b' * n",
    "surrogate pairs": "'a: ' + chr(34) + '\\\\ud83d\\\\ude00' * n + chr(34)",
    "half signs": "'a: ' + chr(34) + '\\\\ud83d' * n + chr(34)",
    "swallowed": "'a: b # c\\n' * 1000 + '- b # c\\n' * n",
    "swallowed in brackets": "'[b # c,\\n' * n",
    "quotes before a comment": "'a: [' + (chr(34) + ' ') * n + '\\n# b]\\nc'",
    "wrapped": "'a: >-\\n' + '  中\\n' * n",
    "joiners": "'a: ' + 'a\\u200da' * n",
    "marks of direction": "'a: ' + '\\u200eb' * n",
    "symbols": "'a: ' + 'αa' * n",
    "mixed script": "'bа ' * n",
}
ANSWER = """
from briefbook.syntax import decode, parse
def answer(text):
    document, findings = decode("a.yml", text.encode())
    node, more = parse(document)
    return len(findings) + len(more), node is not None
"""


@pytest.fixture(scope="module")
def answers() -> dict[str, list[str]]:
    return outcomes(ANSWER, BOMBS)


@pytest.mark.parametrize("bomb", BOMBS)
def test_bombs_end(bomb: str, answers: dict[str, list[str]]) -> None:
    """In a process of its own, since a crash of the C library cannot be caught."""
    assert bomb in answers, "no answer: this one or one before it crashed or did not end"
    found, read = answers[bomb]
    assert int(found) or read == "True"
