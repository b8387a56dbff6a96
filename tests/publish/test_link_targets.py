"""To which files the links of a page lead: quick for the usual form, and the same for all."""

import random
from urllib.parse import unquote

import pytest

from briefbook.publish.link_check import LinkedSite, _plain_target
from briefbook.publish.site_scan import Marks, SiteScan, marks

SITE = LinkedSite(SiteScan(), frozenset(), "/b/")
PIECES = ["a", "b", "..", ".", "", "c.html", "x%20y", "é"]


@pytest.mark.parametrize("seed", range(4))
def test_the_quick_way_leads_where_the_other_does(seed: int) -> None:
    chance, quick = random.Random(seed), 0
    for _ in range(5000):
        page = "/".join([*chance.choices("abc", k=chance.randint(0, 3)), "index.html"])
        path = "/".join(chance.choices(PIECES, k=chance.randint(1, 5)))
        plain = _plain_target(page.split("/")[:-1], path) if path else None
        if plain is not None:
            quick += 1
            assert plain == SITE._target(page, unquote(path)), (page, path)
    assert quick > 500


def test_files_and_folders_that_would_be_there_count() -> None:
    links = "\0../../x/#y\0../pic.png\0https://example.org/\0mailto:a@b\0#here\0/b/z/\0?q=1\0"
    found = SITE.targets("briefings/one/index.html", Marks("", links, frozenset(), frozenset()))
    assert found == {
        "x", "x/index.html", "briefings/pic.png", "briefings/pic.png/index.html", "z",
        "z/index.html",
    }  # fmt: skip


def test_what_stands_in_the_value_of_another_attribute_is_no_link() -> None:
    found = marks("<meta content=\"The page set src=y and id='z' in it.\"><a href='x' id=w>")
    assert [*found.addresses()] == ["x"]
    assert "\0w\0" in found.ids
    assert "z" not in found.ids
