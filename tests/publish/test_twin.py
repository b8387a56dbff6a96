"""The second copy of a site, one build behind, that becomes the next one."""

import os
from pathlib import Path

import pytest

from briefbook.analysis.remembered import Kept
from briefbook.publish.kept_pages import _TEXTS
from briefbook.publish.twin import Changes, advance, make_twin
from briefbook.registry import discover
from real_site import tree


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name in ("a/index.html", "b/index.html", "c.txt"):
        (tmp_path / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / name).write_text(name)
    return tmp_path / "site"


def test_each_build_finds_the_one_before_made_good(site: Path, tmp_path: Path) -> None:
    twin = tmp_path / "twin"
    assert make_twin(site, twin)
    first = Changes({"a/index.html": b"1", "d/new.html": b"2"}, frozenset({"b/index.html"}))
    advance(site, twin, (), first)
    assert tree(site) == {"a/index.html": b"1", "c.txt": b"c.txt", "d/new.html": b"2"}
    assert tree(twin)["a/index.html"] == b"a/index.html"
    advance(site, twin, first.names, Changes({"c.txt": b"3"}, frozenset({"d/new.html"})))
    assert tree(site) == {"a/index.html": b"1", "c.txt": b"3"}
    assert not (site / "b").exists()
    assert not (site / "d").exists()


def test_where_files_have_one_name_there_is_no_twin(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise OSError("Invalid cross-device link")

    monkeypatch.setattr(os, "link", refused)
    monkeypatch.setattr("briefbook.publish.twin.os.link", refused)
    assert not make_twin(site, tmp_path / "twin")
    assert not (tmp_path / "twin").exists()


def test_every_kind_of_kept_text_can_be_made_again() -> None:
    folders = ("briefbook.pages", "briefbook.exporters")
    kinds = {
        kind.name for folder in folders for kind in discover(folder, Kept, lambda k: (k.name,))
    }
    assert kinds == {*_TEXTS}
