"""Facets: by which values a record is found, alike for the search and the prepared pages."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from worlds import World, worlds

from briefbook.analysis.facets import FACETS, RANGES, _ranges, by_value, facets
from harness import Project

BRIEF = """\
title: T
summary: S.
status: published
updated: 2025-03-04
language: ru
topics: [banking]
reviews: {claimant: bank, appearance: agency-report}
judgments:
  - {id: j, statement: S., likelihood: unlikely, confidence: low, entities: [officer]}
  - id: f
    statement: S.
    likelihood: {probability: 0.5}
    forecast: {resolves_on: 2026-01-01, history: [{date: 2025-01-01, probability: 0.5}]}
claims:
  - id: c
    statement: S.
    as_of: 2024-05
    kind: fact
    verdict: contested
    confidence: high
    entities: [officer]
    evidence:
      - {source: agency-report, stance: supports, note: N.}
      - {source: newspaper-copy, stance: disputes, note: N.}
questions:
  - {id: q, question: Why?, status: partly-answered}
barriers:
  - {id: b, kind: trust, statement: S., between: [bank, officer], in_force: 2020/2021}
"""


@pytest.fixture
def values(project: Project) -> dict[str, dict[str, tuple[str, ...]]]:
    project.write_standard()
    project.write("briefings/small.yml", BRIEF)
    return {one.target.id: dict(one.values) for one in facets(project.edition())}


ABOUT = """\
title: T
summary: S.
status: published
updated: 2025-03-04
language: en
topics: [banking]
claims:
  - {id: own, statement: S., kind: fact, verdict: open, entities: [court], topics: [streets]}
  - {id: through, statement: S., kind: fact, verdict: open, entities: [court, officer]}
  - {id: filed, statement: S., kind: fact, verdict: open, entities: [officer]}
barriers:
  - {id: b, kind: trust, statement: S., entities: [court]}
judgments:
  - {id: leaning, statement: S., likelihood: likely, confidence: low, depends_on: [own, filed]}
questions:
  - {id: bearing, question: Why?, status: open, bears_on: [through, own]}
  - {id: of-its-own, question: Why?, status: open, bears_on: [filed]}
"""


def test_what_a_record_is_about(project: Project) -> None:
    """Its own topics, else those of its entities, else those of what it leans or bears on; the
    brief's only where nothing else is known."""
    project.write_standard()
    project.write(
        "briefings/_library/topics.yml",
        "".join(f"- {{id: {one}, name: {one}}}\n" for one in ("banking", "law", "streets")),
    )
    project.write(
        "briefings/_library/entities.yml",
        """\
- {id: court, name: The Court, kind: organization, topics: [law]}
- {id: officer, name: An Officer, kind: person}
""",
    )
    project.write("briefings/about.yml", ABOUT)
    edition = project.edition()
    found = facets(edition)
    topics = {one.target.id: one.values["topic"] for one in found if "topic" in one.values}
    assert topics == {
        "own": ("streets",), "through": ("law",), "filed": ("banking",), "b": ("law",),
        "about": ("banking",), "leaning": ("streets",), "bearing": ("streets", "law"),
        "of-its-own": ("banking",),
    }  # fmt: skip


def test_a_claim(values: dict[str, dict[str, tuple[str, ...]]]) -> None:
    assert values["c"] == {
        "kind": ("claim",),
        "verdict": ("contested",),
        "confidence": ("high",),
        "topic": ("banking",),
        "entity": ("officer", "bank"),
        "grade": ("B", "C"),
        "status": ("published",),
        "year": ("2024",),
        "language": ("ru",),
    }


def test_judgments_by_what_they_overlap(values: dict[str, dict[str, tuple[str, ...]]]) -> None:
    assert values["j"]["likelihood"] == ("20-45",)
    assert values["f"]["likelihood"] == ("45-55",)
    assert values["f"]["status"] == ("overdue",)
    assert values["j"]["status"] == ("published",)


def test_questions_barriers_sources_briefs(values: dict[str, dict[str, tuple[str, ...]]]) -> None:
    assert values["q"]["status"] == ("partly-answered",)
    assert values["b"]["status"] == ("ended",)
    assert values["b"]["entity"] == ("bank", "officer")
    assert values["agency-report"]["grade"] == ("B",)
    assert values["agency-report"]["year"] == ("2026",)
    assert values["small"]["entity"] == ("bank",)


@pytest.mark.parametrize(
    ("low", "high", "found"),
    [
        (20, 45, ["20-45"]),
        (0, 20, ["0-20"]),
        (10, 60, ["0-20", "20-45", "45-55", "55-80"]),
        (100, 100, ["80-100"]),
        (20, 20, ["20-45"]),
        (80, 95, ["80-100"]),
        (33, 66, ["20-45", "45-55", "55-80"]),
    ],
)
def test_ranges(low: int, high: int, found: list[str]) -> None:
    assert list(_ranges(Decimal(low), Decimal(high))) == found


@given(st.decimals(0, 100, places=2), st.decimals(0, 100, places=2))
def test_every_likelihood_is_in_a_range(first: Decimal, second: Decimal) -> None:
    low, high = sorted((first, second))
    assert set(_ranges(low, high)) <= set(RANGES)
    assert list(_ranges(low, high))


@given(worlds())
def test_every_record_is_found_by_each_of_its_values(world: World) -> None:
    edition = world.edition()
    every = list(facets(edition))
    lists = by_value(every)
    for one in every:
        assert set(one.values) <= set(FACETS)
        for facet, found in one.values.items():
            assert len(set(found)) == len(found) > 0
            for value in found:
                assert one in lists[one.kind, facet, value]
    assert sum(len(items) for (_, facet, _), items in lists.items() if facet == "kind") == len(
        every
    )
