"""Entries of a list read without the others say what they say when all is read."""

import pytest

from briefbook.corpus import ids_in, read_entries, read_file

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
