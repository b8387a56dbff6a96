"""A comparison reads of the library what it takes to count institutions, as if it read it whole."""

import pytest

from briefbook.analysis.edition import Edition
from briefbook.corpus.slices import ids_naming
from briefbook.diff import compare
from briefbook.diff.git import Repository
from briefbook.diff.revisions import compare_revisions
from briefbook.model.settings import Settings
from harness import Project

_ACTORS = """\
- {id: ministry, name: Ministry of Fairs, kind: organization}
- {id: agency, name: National  Agency, kind: organization,
   affiliated_with: [{entity: holding, how: owns}]}
- {id: holding, name: The Holding, kind: organization,
   affiliated_with: [{entity: ministry, how: controls}]}
- id: daily
  name: Daily Sheet
  kind: organization
  aliases: [The Sheet]
  affiliated_with: [{entity: middle, how: controls}]
- {id: middle, name: Middle, kind: other, affiliated_with: [{entity: ministry, how: controls}]}
- {id: child, name: Child, kind: organization,
   affiliated_with: [{entity: far, how: owns}, {entity: near, how: owns}]}
- {id: far, name: Far News, kind: organization}
- {id: near, name: Near News, kind: organization}
- {id: free, name: Free Press, kind: organization}
"""
_SOURCES = "".join(
    f"- {{id: s{at}, title: T{at}, url: 'https://{at}.example/', publisher: {publisher}}}\n"
    for at, publisher in enumerate(
        ("NATIONAL agency", "the sheet", "Far News", "Near News", "Free Press", "Nobody known")
    )
)
_BRIEF = """\
title: T
summary: S.
status: published
updated: 2026-01-02
language: en
claims:
  - {id: c, statement: S., kind: fact, verdict: supported, evidence: [%s]}
"""


def _cites(*sources: int) -> str:
    items = (f"{{source: s{one}, stance: supports, note: N.}}" for one in sources)
    return _BRIEF % ", ".join(items)


def _moved(found: object) -> list[tuple[str | None, str | None]]:
    changes = found.changes  # type: ignore[attr-defined]
    return [(one.before, one.after) for one in changes if one.kind == "origins-moved"]


@pytest.mark.parametrize(
    ("was", "now", "told"),
    [
        ((0,), (0, 1), "2 links, 2 independent origins in 1 institution for"),
        ((2,), (2, 3), "2 links, 2 independent origins in 1 institution for"),
        ((0,), (0, 4), "2 links, 2 independent origins for"),
        ((0, 1, 2, 3, 4), (0, 1, 2, 3, 5), "5 links, 5 independent origins in 3 institutions for"),
    ],
)
def test_publishers_of_one_hand_are_one_institution(
    project: Project, was: tuple[int, ...], now: tuple[int, ...], told: str
) -> None:
    project.write("briefings/_library/entities.yml", _ACTORS)
    project.write("briefings/_library/sources/all.yml", _SOURCES)
    project.write("briefings/b.yml", _cites(*was))
    project.commit("base")
    before = project.edition()
    project.write("briefings/b.yml", _cites(*now))
    repository = Repository.of(project.root)
    found = compare_revisions(repository, "HEAD", None, before.today, Settings())
    assert _moved(found) == _moved(compare(before, project.edition()))
    assert isinstance(found.after, Edition)
    if len(was) < len(now):
        assert _moved(found)[0][1] == told


def test_entries_are_found_by_names_in_them() -> None:
    raw = (
        b"# Actors\n- {id: one, name: The Bank, Inc., kind: other}\n"
        b"- id: two\n  name: 'the\n    BANK'\n"
        b"- {id: three, name: The Banker}\n- {id: four, affiliated_with: [{entity: one}]}\n"
    )
    assert ids_naming(raw, ["the  bank"]) == {"one", "two", "three"}
    assert ids_naming(raw, ["The Bank, Inc."]) == {"one"}
    assert ids_naming(raw, ["one"]) == {"one", "four"}
    assert ids_naming(raw, []) == ids_naming(raw, ["\u2014", "nobody"]) == frozenset()


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("affiliated_with: [{entity: ministry, how: controls}]}", "}"),  # of the holding
        ("affiliated_with: [{entity: middle, how: controls}]", "note: N."),  # of the daily
        ("name: Middle, kind", "name: Free Press Group, aliases: [], kind"),
    ],
)
def test_an_actor_that_leaves_a_hand_moves_claims_that_nobody_touched(
    project: Project, was: str, now: str
) -> None:
    assert was in _ACTORS
    project.write("briefings/_library/entities.yml", _ACTORS)
    project.write("briefings/_library/sources/all.yml", _SOURCES)
    project.write("briefings/b.yml", _cites(0, 1, 4))
    project.commit("base")
    before = project.edition()
    project.write("briefings/_library/entities.yml", _ACTORS.replace(was, now, 1))
    found = compare_revisions(
        Repository.of(project.root), "HEAD", None, before.today, Settings()
    )  # fmt: skip
    assert _moved(found) == _moved(compare(before, project.edition()))
    apart = was.startswith("affiliated")
    assert bool(_moved(found)) is apart
