"""Slips of the hand are found where they were made, and the sign that is wrong is named."""

import pytest

from briefbook.syntax.folded import lost_lines
from briefbook.syntax.parse import parse
from briefbook.text.document import Document

BRIEF = """\
title: Was it?
summary: >-
  No. In the calendar it was not,
  whatever the programs say.
status: draft
topics: [time, days]
claims:
  - id: first
    statement: It was.
    kind: fact
    verdict: refuted
    evidence:
      - source: one
        note: By its rule it was not.
  - id: second
    statement: It is so on purpose.
    depends_on: [first]
events:
  - {id: e, date: 2002-07, what: It is published., sources: [one]}
"""
BLANK = "it looks like a blank"
SLIPS = [
    ("title: Was", "title： Was", 1, "：", "ordinary colon"),
    ("title: Was", "title：Was", 1, "：", "ordinary colon"),
    ("    kind: fact", "    kind：fact", 10, "：", "ordinary colon"),
    ("  - id: first", "  - id：first", 8, "：", "ordinary colon"),
    ("claims:", "claims：", 7, "：", "ordinary colon"),
    ("title: Was it?\nsummary: >-", "title：Was it?\nsummary：>-", 1, "：", "ordinary colon"),
    ("  - id: first", "  – id: first", 8, "–", "a dash"),
    ("  - id: second", "  — id: second", 15, "—", "a dash"),
    ("  - id: first", "  • id: first", 8, "•", "hyphen"),
    ("  - id: second", "  * id: second", 15, "*", "hyphen"),
    ("      - source", "      • source", 13, "•", "hyphen"),
    ("    kind", "\u00a0\u00a0\u00a0\u00a0kind", 10, "\u00a0" * 4, BLANK),
    ("    kind", "   \u00a0kind", 10, "\u00a0", BLANK),
    ("    kind", "\u3000\u3000kind", 10, "\u3000" * 2, BLANK),
    ("  - id: second", "  -\u00a0id: second", 15, "\u00a0", BLANK),
    ("kind: fact", "kind:\u00a0fact", 10, "\u00a0", BLANK),
    ("title: Was it?", 'title: "Was it?', 1, '"', "never ends"),
    ("note: By", 'note: "By', 14, '"', "never ends"),
    ("title: Was it?", 'title: "Was" it?', 1, " it?", "single quotation marks"),
    ("title: Was it?", 'title: "Was "it"?"', 1, 'it"?"', "single quotation marks"),
    ("status: draft", '"status": "draft",', 5, ",", "No comma"),
    ("title: Was", "title: [Update] Was", 1, "[", "taken for a list"),
    ("source: one", "source: [x](https://x.org/a)", 13, "[", "alone: https://x.org/a"),
    ("title: Was", "title: @x Was", 1, "@", "cannot begin with “@”"),
    ("title: Was", "title: % Was", 1, "%", "cannot begin with “%”"),
    ("title: Was", "title: `x` Was", 1, "`", "cannot begin with “`”"),
    ("title: Was", "title: > 5 Was", 1, ">", "on the next line"),
    ("title: Was", "title: ? Was", 1, "?", "cannot begin with “?”"),
    ("summary: >-\n  No.", "summary: >- No.", 2, ">", "on the next line"),
    ("topics: [time, days]", "topics: [time, days", 6, "[", "not closed"),
    ("sources: [one]}", "sources: [one]", 19, "{", "not closed"),
    ("depends_on: [first]", "depends_on: [#first]", 17, "#", "without “#”"),
    ("what: It is", "what: It: is", 19, ": ", "Within braces"),
    ("title: Was", "title:Was", 1, ":", "blank is missing"),
    ("  - id: second", "  - id:second", 15, ":", "“id: ”"),
    ("  - id: second", "  -id: second", 15, "-", "blank is missing"),
    ("  - id: second", "  -\tid: second", 15, "\t", "A tab"),
    ("status: draft", "status = draft", 5, "=", "“status: ”"),
    ("status: draft", "// not yet\nstatus: draft", 5, "//", "begin with “#”"),
    ("status: draft", "/* not yet */\nstatus: draft", 5, "/*", "begin with “#”"),
    ("status: draft", "<!-- not yet -->\nstatus: draft", 5, "<!--", "begin with “#”"),
    ("title: Was", "```yaml\ntitle: Was", 1, "```yaml", "Delete each line"),
    ("  whatever", "whatever", 4, "whatever the programs say.", "text above it"),
    ("    kind: fact", "     kind: fact", 10, "kind: fact", "column 5"),
    ("    kind: fact", "   kind: fact", 10, "kind: fact", "column 5"),
    ("    statement: It was", "   statement: It was", 9, "statement: It was.", "column 5"),
]


@pytest.mark.parametrize(("right", "wrong", "line", "sign", "says"), SLIPS)
def test_a_slip(right: str, wrong: str, line: int, sign: str, says: str) -> None:
    assert right in BRIEF
    document = Document("briefings/a.yml", BRIEF.replace(right, wrong, 1))
    _, (finding,) = parse(document)
    span = finding.place.span
    assert span is not None
    assert document.position(span.start).line == line
    assert document.text[span.start : span.end] == sign
    assert says in f"{finding.message} {finding.help}"


def test_signs_that_are_right_where_they_stand_are_not_blamed() -> None:
    """A list of the author's own and wide colons within a text, and the slip far below them."""
    text = BRIEF.replace("  whatever", "  – 项目：whatever • this\n  * “that”", 1)
    wrong = Document("briefings/a.yml", text.replace("    kind: fact", "    kind:fact", 1))
    _, (finding,) = parse(wrong)
    assert finding.message == "A blank is missing behind this colon."


def test_a_large_file_is_tried_a_few_times_only(monkeypatch: pytest.MonkeyPatch) -> None:
    tried = []
    parsed = __import__("yaml").parse
    monkeypatch.setattr(
        "briefbook.syntax.blame.yaml.parse",
        lambda *arguments, **more: tried.append(1) or parsed(*arguments, **more),
    )
    filler = "".join(f"# {'x' * 80}\n" for _ in range(20_000))
    _, (finding,) = parse(Document("briefings/a.yml", f"{filler}a: [b\nc: @d\n" + "- e\n" * 50))
    assert finding.kind.code == "SYN001"
    assert 0 < len(tried) <= 5


def test_a_forgotten_hyphen_is_one_finding_where_it_is_missing() -> None:
    document = Document("briefings/a.yml", BRIEF.replace("  - id: second", "    id: second"))
    _, (finding,) = parse(document)
    assert finding.place.span
    assert document.position(finding.place.span.start).line == 15
    assert "the hyphen before “id” is missing" in finding.message


def test_what_was_pasted_twice_is_one_finding() -> None:
    document = Document("briefings/a.yml", BRIEF + BRIEF)
    _, (finding,) = parse(document)
    assert finding.place.span
    assert document.position(finding.place.span.start).line == BRIEF.count("\n") + 1
    assert "a second time" in finding.message


def test_single_keys_that_stand_twice_are_told_one_by_one() -> None:
    twice = BRIEF.replace("status: draft\n", "status: draft\nstatus: draft\ntopics: [x]\n")
    _, found = parse(Document("briefings/a.yml", twice))
    assert [one.message.split("”")[0] for one in found] == ["“status", "“topics"]


INNOCENT = [
    "topics: [a, b]\nstatus draft\nnote: x\n",
    "grade: {grade: D, because: A}\nstatus draft\nnote: x\n",
    "summary: >-\n  first\n  – second\nstatus draft\nnote: x\n",
    "summary: >-\n  one\n  *b* is\nstatus draft\nnote: x\n",
    "summary: >-\n  a = b\nstatus draft\nnote: x\n",
    "title: one, two,\n  three\nstatus draft\nnote: x\n",
    "summary: >-\n  He said: no\nstatus draft\nnote: x\n",
]


@pytest.mark.parametrize("text", INNOCENT)
def test_a_forgotten_colon_blames_nothing_above_it(text: str) -> None:
    document = Document("briefings/a.yml", text)
    _, (finding,) = parse(document)
    span = finding.place.span
    assert span is not None
    assert document.line(document.position(span.start).line) == "status draft"
    assert "key: value" in finding.message


@pytest.mark.parametrize("text", ["a: [x]]\nb: c\n", 'a: ["x" y, z]\nb: c\n'])
def test_a_list_that_is_not_right_is_no_text(text: str) -> None:
    _, (finding,) = parse(Document("briefings/a.yml", text))
    assert "Put the whole text" not in finding.help


FINE = [
    "*very* well\n  *so* well", "**A** is\n  **B** is", "3.5 per cent\n  4.2 per cent",
    "-5 degrees\n  -3 degrees", "#12 and\n  #13 and", "one of\n  - a kind, that is",
]  # fmt: skip


@pytest.mark.parametrize("words", FINE)
def test_wrapped_words_are_no_lists(words: str) -> None:
    for mark in (">-\n  ", "") if words[0] not in "*#-" else (">-\n  ",):
        assert lost_lines("a.yml", f"{mark}{words}", 0, ()) is None


def test_a_note_below_a_text_begins_no_paragraph() -> None:
    assert lost_lines("a.yml", "one\n  # a note\n\n  # another", 0, ()) is None
