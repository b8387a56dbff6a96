"""What the format's text says of days, weak sides and outcomes, where counting alone is silent."""

import re

import pytest

from briefbook.analysis.sides import sides_of_day, sides_since
from briefbook.corpus import Target
from harness import Project

HEAD = "title: T\nsummary: S.\nstatus: published\nupdated: 2026-02-01\nlanguage: en\n"
SOURCES = """\
- {id: wire, title: W, url: 'https://w.example/', publisher: Agency, published: 2025-01-05}
- {id: late, title: L, url: 'https://l.example/', publisher: Z, published: 2025-03-01,
   derives_from: [wire]}
- {id: other, title: O, url: 'https://o.example/', publisher: Other, published: 2025-01-06}
- {id: unknown, title: U, url: 'https://u.example/', published: unknown, dated: 2025-06-01}
- {id: weak, title: D, url: 'https://d.example/', publisher: D,
   reliability: {grade: D, because: B.}}
- {id: weaker, title: E, url: 'https://e.example/', publisher: E,
   reliability: {grade: E, because: B.}}
"""


def _project(project: Project, claim: str) -> Project:
    project.write("briefings/_library/sources/all.yml", SOURCES)
    project.write("briefings/b.yml", f"{HEAD}claims:\n  - {{id: c, statement: S., {claim}}}\n")
    return project


@pytest.mark.parametrize("way", ["also_in: [late]", "via: late"])
def test_a_repeat_that_came_later_is_a_link_that_came_since(project: Project, way: str) -> None:
    item = f"{{source: wire, stance: supports, note: N., {way}}}"
    claim = f"kind: fact, verdict: supported, as_of: 2025-02-15, evidence: [{item}]"
    edition = _project(project, claim).edition()
    brief = edition.briefs["b"]
    day, since = (found(brief.claims[0], brief, edition) for found in (sides_of_day, sides_since))
    assert (day.supports.side.links, since.supports.side.links) == (("wire",), ("late",))
    assert project.run("compile").exit_code == 0
    page = (project.root / "build/docs/briefings/b/index.md").read_text()
    assert re.search(r"Since then</span> for it: 1 link, 1 independent origin", page)


def test_a_source_that_says_it_is_unknown_when_it_came_out_has_its_own_date(
    project: Project,
) -> None:
    claim = (
        "kind: fact, verdict: unverified, as_of: 2025-02-15, "
        "evidence: [{source: unknown, stance: supports, note: N.}]"
    )
    edition = _project(project, claim).edition()
    brief = edition.briefs["b"]
    assert sides_of_day(brief.claims[0], brief, edition).supports.links == 0


def test_what_an_outcome_rests_on_carries_its_claim(project: Project) -> None:
    claim = (
        "kind: forecast, verdict: supported, as_of: 2025-01-10, "
        "evidence: [{source: other, stance: supports, note: N.}], "
        "forecast: {resolves_on: 2025-12-31, criteria: C., resolution: {date: 2025-12-31, "
        "outcome: 'yes', because: B., evidence: [{source: wire, stance: supports, note: N.}]}}"
    )
    edition = _project(project, claim).edition()
    target = Target("record", "c", "b")
    assert target not in edition.linchpins.if_source_falls("other").unsupported
    assert target in {user.target for user in edition.blast_radius.users["wire"]}
    alone = claim.replace("evidence: [{source: other, stance: supports, note: N.}], ", "")
    edition = _project(project, alone).edition()
    assert target in edition.linchpins.if_source_falls("wire").unsupported


@pytest.mark.parametrize(
    ("evidence", "code"),
    [
        ("{source: wire, stance: supports, note: N.}, {source: other, stance: supports, note: N.}, "
         "{source: unknown, stance: disputes, note: N.}", "CLM003"),
        ("{source: wire, stance: supports, note: N.}, {source: other, stance: supports, note: N.}",
         "CLM004"),
    ],
)  # fmt: skip
def test_rules_look_at_the_claims_day(project: Project, evidence: str, code: str) -> None:
    def found(day: str) -> bool:
        claim = f"kind: fact, verdict: supported, as_of: {day}, evidence: [{evidence}]"
        return code in _project(project, claim).check("--select", "CLM").codes

    assert [found("2025-02-15"), found("2025-12-31")] == [False, code == "CLM003"]
    if code == "CLM004":  # on its day the second one was not known
        assert found("2025-01-05")


@pytest.mark.parametrize(
    ("verdict", "fits"), [("contested", True), ("partly-supported", True), ("refuted", False)]
)
def test_two_weak_sides_leave_room_for_what_they_suggest(
    project: Project, verdict: str, *, fits: bool
) -> None:
    def said(one: str, other: str) -> bool:
        items = (f"{{source: {one}, stance: supports, note: N.}}, "
                 f"{{source: {other}, stance: disputes, note: N.}}")  # fmt: skip
        claim = f"kind: fact, verdict: {verdict}, established: E., evidence: [{items}]"
        return "CLM002" not in _project(project, claim).check("--select", "CLM").codes

    assert said("weak", "weaker") is fits
    assert said("weaker", "weak")  # the dispute is graded better


def test_a_text_that_an_item_names_as_origin_stands_for_who_speaks_or_publishes(
    project: Project,
) -> None:
    claim = (
        "kind: fact, verdict: supported, evidence: ["
        "{source: wire, stance: supports, note: N.}, "
        "{source: other, origin: again, stance: supports, note: N.}]"
    )
    _project(project, claim)
    again = """\
- {id: again, title: A, url: 'https://a.example/', publisher: Agency, derives_from: [other]}
"""
    project.write("briefings/_library/sources/again.yml", again)
    edition = project.edition()
    side = edition.origins.supports(edition.briefs["b"].claims[0])
    assert (len(side.links), len(side.origins)) == (2, 1)


def test_who_leans_on_an_undecided_claim_leans_on_its_being_so(project: Project) -> None:
    """A claim that nothing decided has no support to lose; nothing that falls decides it."""
    _project(project, "kind: fact, verdict: supported, "
                      "evidence: [{source: wire, stance: supports, note: N.}]")  # fmt: skip
    more = (
        "  - {id: open, statement: S., kind: fact, verdict: unverified, depends_on: [c]}\n"
        "judgments:\n"
        "  - {id: no, statement: S., likelihood: very unlikely, depends_on: [open]}\n"
        "  - {id: 'yes', statement: S., depends_on: [c]}\n"
    )
    project.write("briefings/b.yml", (project.root / "briefings/b.yml").read_text() + more)
    edition = project.edition()
    effect = edition.linchpins.if_source_falls("wire")
    assert [one.id for one in effect.unsupported] == ["c", "yes"]
    assert [one.id for one in effect.shaken] == ["open"]
    radius = edition.blast_radius.of_withdrawal("wire")
    assert [one.id for one in radius.judgments] == ["yes"]
    said = edition.linchpins.if_record_falls(Target("record", "open", "b"))
    assert [one.id for one in said.unsupported] == ["no"]


def test_one_copy_less_moves_nothing_that_leans_on_the_claim(project: Project) -> None:
    item = "{source: wire, stance: supports, note: N., also_in: [late]}"
    _project(project, f"kind: fact, verdict: supported, evidence: [{item}]")
    more = "judgments:\n  - {id: j, statement: S., depends_on: [c]}\n"
    project.write("briefings/b.yml", (project.root / "briefings/b.yml").read_text() + more)
    radius = project.edition().blast_radius.of_withdrawal("late")
    assert ([one.id for one in radius.claims], radius.judgments) == (["c"], ())
