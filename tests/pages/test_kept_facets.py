"""The facets of all records are kept as data."""

from datetime import date
from pathlib import Path

import pytest

from briefbook.analysis.facets import FacetedRecord, facets
from briefbook.corpus import Target
from briefbook.pages.kept_facets import plain_facets, read_facets
from briefbook.project.edition import read_edition
from briefbook.project.project import open_project

ROOT = Path(__file__).parents[2]


def test_facets_come_back_as_they_were() -> None:
    found = [*facets(read_edition(open_project(ROOT), date(2026, 11, 30)))]
    again = read_facets(plain_facets(found))
    assert len(again) > 300
    assert again == found
    assert [[*one.values] for one in again] == [[*one.values] for one in found]


def test_any_value_comes_back() -> None:
    odd = FacetedRecord(Target("record", "ünd", ""), {"topic": ("\n", '"'), "kind": ()})
    assert read_facets(plain_facets([odd])) == [odd]
    assert read_facets(plain_facets([])) == []


@pytest.mark.parametrize("plain", ["", "{", "1", "[1]", '[["record","a","b",1]]', '["a"]'])
def test_what_is_damaged_is_told(plain: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        read_facets(plain)
