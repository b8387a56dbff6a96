"""What pages are about is kept as data, and worked out again only where something of it changed."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from briefbook.analysis.edition import Edition
from briefbook.analysis.facets import FacetedRecord, within_brief
from briefbook.corpus import Target
from briefbook.model import Verdict
from briefbook.model.claim import Confidence
from briefbook.pages import PageType, Part, kept_facets
from briefbook.pages.paging import Slice
from briefbook.project.edition import read_edition, read_project
from briefbook.project.project import open_project
from briefbook.publish import page_maker
from briefbook.publish.compile import compile_kept
from briefbook.publish.kept_pages import KeptPages
from briefbook.publish.kept_parts import Parts, parts_of
from briefbook.registry import discover
from random_edits import Edited

ROOT = Path(__file__).parents[2]
KINDS = [one for one in discover("briefbook.pages.page_types", PageType) if one.parts]
OF_ITS_OWN = {"accuracy"}
"""Types that give pages what they alone know."""


def never() -> Parts:
    raise AssertionError("worked out again")


@pytest.fixture(scope="module")
def edition() -> Edition:
    return read_edition(open_project(ROOT), date(2026, 11, 30))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_parts_come_back_as_they_were(kind: PageType, edition: Edition) -> None:
    parts = parts_of(kind, edition)
    there = Parts.kept(parts.plain, (lambda: parts) if kind.name in OF_ITS_OWN else never)
    assert there is not None
    assert [*there.names] == [*parts.names] == [part.name for part in parts.all.values()]
    assert there.all == parts.all
    assert {name: there.digest(name) for name in there.names} == {
        name: parts.digest(name) for name in parts.names
    }


GIVEN = (
    None, True, 0, -1, "", "tuple", "ünd\n", (), [], ((), []), ("list", 1, None), ["Target"],
    Target("record", "a", "b"), (Verdict.refuted, Confidence.high),
    Slice("x/", (Target("brief", "b"),), 0, 1, None, "../", settles=True, total=3),
    Slice("x/", [("a", 1), [Verdict.contested]], 2, 0, "../", None),
)  # fmt: skip


@pytest.mark.parametrize("given", GIVEN, ids=repr)
def test_whatever_is_given_comes_back(given: object) -> None:
    parts = Parts.of([Part("x/", given)])
    there = Parts.kept(parts.plain, never)
    assert there is not None
    found = there.all["x/"].given
    assert (found, type(found)) == (given, type(given))


def test_what_is_not_known_is_worked_out_again() -> None:
    parts = Parts.of([Part("x/", {"a": 1})])
    there = Parts.kept(parts.plain, lambda: parts)
    assert there is not None and there.all == parts.all


@pytest.mark.parametrize("lines", [b"", b"[]x", b"[1]", b"null", b"{", b'[["a"]]'], ids=repr)
def test_what_is_damaged_counts_for_nothing(lines: bytes) -> None:
    assert Parts.kept(lines, never) is None


@pytest.mark.parametrize(
    "rest", [b"", b"[", b"[]", b"[1]", b'[["x"]]', b'[["Slice"]]', b"[[]]", b'[["Verdict","x"]]']
)
def test_damaged_gifts_are_worked_out_again(rest: bytes) -> None:
    parts = Parts.of([Part("x/", ("a", 1))])
    head = parts.plain.partition(b"\n")[0]
    there = Parts.kept(head + b"\n" + rest, lambda: parts)
    assert there is not None and there.all == parts.all


def _worked_out(edited: Edited, monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The types whose parts a build works out, and the briefs whose facets it does."""
    found = set[str]()

    def noted(kind: PageType, edition: Edition) -> Parts:
        found.add(kind.name)
        return parts_of(kind, edition)

    def gone_through(edition: Edition, name: str) -> Iterator[FacetedRecord]:
        found.add(f"facets of {name}")
        return within_brief(edition, name)

    monkeypatch.setattr(page_maker, "parts_of", noted)
    monkeypatch.setattr(kept_facets, "within_brief", gone_through)
    project = open_project(edited.root)
    read = read_project(project, edited.today)
    assert read.answers is not None
    compile_kept(project, read.edition, KeptPages(read.edition, read.answers, may_stay=True))
    assert read.save() == ""
    return found


def test_lists_are_worked_out_where_something_of_them_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edited = Edited(tmp_path / "project")
    brief = edited.root / "briefings" / "second.yml"

    def after(old: str, new: str) -> set[str]:
        text = brief.read_text()
        assert old in text
        brief.write_text(text.replace(old, new))
        return _worked_out(edited, monkeypatch)

    every = {*(kind.name for kind in KINDS), "facets of everything", "facets of second"}
    assert _worked_out(edited, monkeypatch) >= every
    some = {"claim", "claims_board", "forecasts_board", "facets of second"}
    assert after("It says so.", "It says precisely so.") <= some
    assert after("A second view", "Another view") <= some
    moved = after("verdict: unverified", "verdict: refuted")
    assert {"facets of second", "browse"} <= moved and "facets of everything" not in moved
