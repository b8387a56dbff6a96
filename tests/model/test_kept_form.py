"""What was read once comes back as it was."""

from pathlib import Path
from typing import Any

import pytest

from briefbook.corpus import FileRead, kept_from, load, read_from
from briefbook.corpus.file_read import read_file
from briefbook.corpus.file_text import TextOnDemand
from briefbook.model import Brief, Record, Source
from briefbook.model.kept_form import _record_reader, kept, record_from

COMPLETE = Path(__file__).parents[1] / "complete" / "project"
BRIEF = "briefings/a.yml"


def _all_records(kind: type[Record]) -> list[type[Record]]:
    return [kind, *(deeper for one in kind.__subclasses__() for deeper in _all_records(one))]


@pytest.mark.parametrize("kind", _all_records(Record), ids=lambda kind: kind.__name__)
def test_every_field_of_every_record_can_be_kept(kind: type[Record]) -> None:
    _record_reader(kind)


def test_records_come_back_as_they_were() -> None:
    corpus = load(COMPLETE)
    for file in corpus.files:
        assert file.brief is not None
        found = record_from(Brief, kept(file.brief))
        assert found == file.brief
        assert found.model_fields_set == file.brief.model_fields_set
        assert found.model_dump() == file.brief.model_dump()
    for entry in corpus.sources.values():
        assert record_from(Source, kept(entry.record)) == entry.record


@pytest.mark.parametrize(
    "plain", [None, [], "x", {}, {"title": "T"}, {"id": "a", "title": "T", "unknown": 1},
              {"id": "a", "title": "T", "type": "no type"}, {"id": "a", "title": "T", "on": []}]
)  # fmt: skip
def test_what_is_no_record_is_none(plain: Any) -> None:
    with pytest.raises(ValueError, match="no Source"):
        record_from(Source, plain)


FILES = {
    "a brief": "title: T\nsummary: S [@x] [[y#z]].\nstatus: draft\nclaims:\n  - id: a\n"
    "    statement: S.\n    kind: fact\n    verdict: open\n",
    "mistakes": "title: T\nstatus: nonsense\nclaims: [{id: A b}]\ncolour: red\n",
    "no YAML": "title: [",
    "another version": "format: 99\ntitle: T\nsummary: S\n",
    "nothing": "",
    "a list": "- a\n",
    "hidden signs": "title: T\u200be\nsummary: \u202eS\nstatus: draft\n",
}


@pytest.mark.parametrize("text", FILES.values(), ids=FILES.keys())
@pytest.mark.parametrize("name", [BRIEF, "briefings/_library/topics.yml"])
def test_files_come_back_as_they_were_read(name: str, text: str) -> None:
    raw = text.encode()
    read = read_file(name, raw)
    head, body = kept_from(read)
    again = read_from(head, lambda: body, name, lambda _: raw, TextOnDemand(name, lambda _: raw))
    assert _plain(again) == _plain(read)
    assert again.text is not None
    assert read.text is not None
    assert again.text.document.text == read.text.document.text
    assert again.text.node == read.text.node
    if read.brief and again.brief:
        assert again.brief.node == read.brief.node


def _plain(read: FileRead) -> list[object]:
    brief, library = read.brief, read.library
    return [
        read.path, read.findings, read.unread, read.entries,
        brief and (brief.id, brief.path, brief.is_read, brief.brief, brief.references,
                   brief.definitions, brief.names, brief.under("claims"), brief.fields,
                   brief.statement_signs, brief.day, brief.topics),
        library and (library.role, library.path, library.references),
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["", "{}", "[]", "[1,2,3,4,5]", "[[],[],[{}],null,[]]", "null"])
def test_what_is_no_file_is_none(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        read_from(text, str, BRIEF, lambda _: b"", TextOnDemand(BRIEF, lambda _: b""))


@pytest.mark.parametrize("body", ["", "null", "[]", '{"title": 1', '{"nothing": "of it"}'])
def test_a_brief_whose_kept_body_is_none_is_read_anew(body: str) -> None:
    raw = FILES["a brief"].encode()
    read = read_file(BRIEF, raw)
    again = read_from(kept_from(read).head, lambda: body, BRIEF, lambda _: raw,
                      TextOnDemand(BRIEF, lambda _: raw))  # fmt: skip
    assert read.brief is not None
    assert again.brief is not None
    assert read.brief.brief is not None
    assert again.brief.brief == read.brief.brief
