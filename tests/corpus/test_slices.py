"""Entries of a list read without the others say what they say when all is read."""

import pytest

from briefbook.corpus import read_file
from briefbook.corpus.slices import Slice, ids_in, read_entries

PATH = "briefings/_library/sources/sources.yml"
PLAIN = b"""\
# Sources
- id: one
  title: First
  derives_from: {id: two, how: copies}
- {id: two, title: "Second: with id: three in it"}

- title: Third
  id: three
"""


@pytest.mark.parametrize("wanted", [{"one"}, {"two"}, {"three"}, {"one", "three"}, {"nobody"}])
def test_what_is_wanted_is_there_as_it_stands_in_the_file(wanted: set[str]) -> None:
    whole = {entry.id: entry.record for entry in read_file(PATH, PLAIN).entries}
    some = {entry.id: entry.record for entry in read_entries(PATH, PLAIN, wanted).entries}
    assert wanted & whole.keys() <= some.keys() <= whole.keys()
    assert all(whole[name] == record for name, record in some.items())


@pytest.mark.parametrize(
    "raw",
    [b"[{id: one, title: First}, {id: two, title: Second}]\n",
     b"---\n- {id: one, title: First}\n",
     b"- {id: one, title: 'First\nline'}\n- {id: two, title: Second}\n",
     b"sources:\n  - {id: one, title: First}\n"],
)  # fmt: skip
def test_a_list_in_another_form_is_read_whole(raw: bytes) -> None:
    assert read_entries(PATH, raw, {"one"}).entries == read_file(PATH, raw).entries


def test_every_id_is_known() -> None:
    assert ids_in(PLAIN) >= {"one", "two", "three"}


def test_a_slice_grows_by_what_is_asked_and_by_what_that_leads_to() -> None:
    raw = (
        b"- id: one\n  name: The Bank\n  kind: organization\n"
        b"- id: two\n  name: Two\n  kind: organization\n"
        b"  affiliated_with: [{entity: three, how: controls}]\n"
        b"- id: three\n  name: Three of the bank\n  kind: organization\n"
        b"- id: four\n  name: Four\n  kind: organization\n"
    )
    path = "briefings/_library/entities.yml"
    whole = {entry.id: entry.record for entry in read_file(path, raw).entries}
    slice_ = Slice(path, raw)
    assert slice_.read((), ()).entries == ()
    first = slice_.read({"two", "nobody"}, ())
    assert [entry.id for entry in first.entries] == ["two", "three"]
    assert slice_.read({"two"}, ()) is first
    more = slice_.read({"two"}, {"the bank"})
    assert [entry.id for entry in more.entries] == ["two", "three", "one"]
    assert {entry.id: entry.record for entry in more.entries} == {
        name: whole[name] for name in ("one", "two", "three")
    }
    assert more.library
    routes = [entry.route for entry in more.entries]
    assert routes == sorted({*routes})
    named = {ref.route[0]: ref.target for ref in more.library.references
             if ref.roles == ("definition",)}  # fmt: skip
    assert named == {entry.route[0]: entry.id for entry in more.entries}


def test_a_slice_of_a_list_that_is_written_otherwise_is_all_of_it() -> None:
    raw = b"[{id: one, name: One, kind: organization}, {id: two, name: Two, kind: organization}]\n"
    path = "briefings/_library/entities.yml"
    slice_ = Slice(path, raw)
    assert {entry.id for entry in slice_.read({"one"}, ()).entries} == {"one", "two"}
    assert slice_.read({"two"}, ()).entries == read_file(path, raw).entries
