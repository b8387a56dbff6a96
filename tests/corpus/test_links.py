"""References resolved, backlinks, definitions, and lines looked up."""

from pathlib import Path

import pytest

from briefbook.corpus import Corpus, Target, load, locate
from briefbook.findings import Finding, Kind, Label, Place, Severity
from briefbook.lint import Selection, blocking_findings
from briefbook.text.document import Span
from harness import BRIEF, Project

ONE = """\
title: One
summary: See [[second]], [[two#first]], [[two]] and [@agency-report].
status: draft
topics: [banking]
claims:
  - id: first
    statement: The bank opened an office.
    kind: fact
    verdict: supported
    entities: [bank]
    evidence:
      - {source: agency-report, stance: supports, also_in: [own], origin: officer}
  - id: second
    statement: The office serves customers.
    kind: fact
    verdict: supported
    depends_on: [first, two#first]
    entities: [bank]
sources:
  - {id: own, title: Own, derives_from: newspaper-copy}
"""


@pytest.fixture
def corpus(project: Project) -> Corpus:
    """Two briefs that refer to each other and to the library."""
    project.write_standard()
    project.write("briefings/one.yml", ONE)
    project.write("briefings/folder/two.yml", BRIEF + "    contradicts: [one#second]\n")
    edition = project.edition()
    assert blocking_findings(edition).findings == ()
    return edition.corpus


def _backlinks(corpus: Corpus, target: Target) -> list[tuple[str, str]]:
    return [(link.brief, link.record) for link in corpus.links.to(target)]


def test_backlinks(corpus: Corpus) -> None:
    assert _backlinks(corpus, Target("record", "first", "one")) == [("one", "second")]
    assert _backlinks(corpus, Target("record", "second", "one")) == [("two", "first"), ("one", "")]
    assert _backlinks(corpus, Target("record", "first", "two")) == [("one", ""), ("one", "second")]
    assert _backlinks(corpus, Target("brief", "two")) == [("one", "")]
    assert _backlinks(corpus, Target("entity", "bank")) == [("one", "first"), ("one", "second")]
    assert _backlinks(corpus, Target("entity", "officer")) == [("one", "first")]
    assert _backlinks(corpus, Target("topic", "banking")) == [("one", "")]
    assert _backlinks(corpus, Target("source", "agency-report")) == [
        *(("one", ""), ("one", "first"), ("", ""))
    ]
    assert _backlinks(corpus, Target("source", "own")) == [("one", "first")]
    assert _backlinks(corpus, Target("record", "nothing", "one")) == []


def test_links_and_backlinks_are_each_other_s_inverse(corpus: Corpus) -> None:
    links = corpus.links
    assert links.dangling == ()
    assert {link for found in links.backlinks.values() for link in found} == {*links.all}
    assert all(link.target == target for target, found in links.backlinks.items() for link in found)


def test_definitions(corpus: Corpus) -> None:
    assert corpus.links.routes_by_brief == {
        "one": {"first": (("claims", 0, "id"),), "second": (("claims", 1, "id"),)},
        "two": {"first": (("claims", 0, "id"),)},
    }
    assert corpus.links.ids_by_role == {
        "source": {"agency-report", "newspaper-copy"},
        "entity": {"bank", "officer"},
        "topic": {"banking"},
        "brief": {"one", "two"},
    }
    assert corpus.links.own_sources == {"one": {"own"}, "two": frozenset()}


def test_sources_of_a_brief_are_its_own(project: Project) -> None:
    project.write_standard()
    project.write("briefings/one.yml", ONE)
    project.write("briefings/two.yml", BRIEF + "    evidence: [{source: own, stance: supports}]\n")
    (link,) = load(project.root).links.dangling
    assert (link.brief, link.record, link.reference.target) == ("two", "first", "own")


def test_every_definition_of_an_id_is_kept(project: Project) -> None:
    project.write(
        "briefings/a.yml", BRIEF + "questions: [{id: first, question: q, status: open}]\n"
    )
    assert load(project.root).links.routes_by_brief["a"]["first"] == (
        ("claims", 0, "id"),
        ("questions", 0, "id"),
    )


def test_an_unreadable_record_is_known_all_the_same(project: Project) -> None:
    """Else one mistake in it would make every reference to it dangle."""
    project.write_standard("briefings/_library/entities.yml")
    project.write("briefings/_library/entities.yml", "- {id: bank, name: Bank, kind: shop}\n")
    project.write(
        "briefings/a.yml",
        BRIEF.replace("supported", "yes") + "    entities: [bank]\njudgments:\n"
        "  - {id: j, statement: s, depends_on: [first]}\n",
    )
    edition = project.edition()
    corpus = edition.corpus
    assert corpus.links.dangling == ()
    assert "bank" not in corpus.entities
    assert "a" not in corpus.briefs
    with pytest.raises(KeyError):
        corpus.brief("a")
    assert sorted(item.finding.kind.code for item in blocking_findings(edition).findings) == [
        "SCH003",
        "SCH003",
    ]


def test_maps_are_in_the_order_of_ids_and_hold_the_first_of_each(project: Project) -> None:
    project.write("briefings/_library/sources/a.yml", "- {id: z, title: Z}\n- {id: b, title: B}\n")
    project.write("briefings/_library/sources/b/c.yml", "- {id: z, title: Y}\n")
    project.write("briefings/b.yml", BRIEF)
    project.write("briefings/a/c.yml", BRIEF)
    corpus = load(project.root)
    assert list(corpus.sources) == ["b", "z"]
    assert corpus.sources["z"].record.title == "Z"
    assert list(corpus.briefs) == ["b", "c"]


def test_loading_twice_gives_the_same(corpus: Corpus, project: Project) -> None:
    assert load(project.root) == corpus


def test_loading_needs_a_briefings_folder(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="briefings"):
        load(tmp_path)


KIND = Kind("TST001", "a-test", Severity.note)


def _finding(place: Place, *labels: Label) -> Finding:
    return Finding(KIND, "A test.", place, "", labels)


@pytest.mark.parametrize(
    ("place", "region"),
    [
        (Place("briefings/one.yml", ("title",)), (1, 8, 1, 11)),
        (Place("briefings/one.yml", ("title",), on_key=True), (1, 1, 1, 6)),
        (Place("briefings/one.yml", ("claims", 1, "depends_on", 1)), (17, 25, 17, 34)),
        (Place("briefings/one.yml", ("summary",), text="[[two]]"), (2, 41, 2, 48)),
        (Place("briefings/one.yml", ("summary",), text="not there"), (2, 10, 2, 70)),
        (Place("briefings/one.yml", ("claims", 0, "verdict", "x")), (9, 14, 9, 23)),
        (Place("briefings/one.yml", ("claims", 0, "reasoning")), (6, 5, 6, 7)),
        (Place("briefings/one.yml", span=Span(0, 0)), (1, 1, 1, 1)),
        (Place("briefings/nothing.yml", ("title",)), (1, 1, 1, 1)),
        (Place("briefings/nothing.yml", span=Span(7, 9)), (1, 1, 1, 1)),
    ],
)
def test_locate(place: Place, region: tuple[int, ...], corpus: Corpus) -> None:
    (found,) = locate(corpus, [_finding(place)]).findings
    assert (
        *(found.region.line, found.region.column),
        *(found.region.end_line, found.region.end_column),
    ) == region


def test_locate_marks_the_first_line_of_a_long_text(project: Project) -> None:
    project.write("briefings/a.yml", BRIEF.replace("One sentence.", ">-   \n  One\n  sentence."))
    (found,) = locate(
        load(project.root), [_finding(Place("briefings/a.yml", ("summary",)))]
    ).findings
    assert (found.region.line, found.region.end_line) == (2, 2)


def test_locate_orders_and_drops_what_is_twice(corpus: Corpus) -> None:
    places = [Place("briefings/one.yml", (key,)) for key in ("status", "title", "status")]
    label = Label(Place("briefings/one.yml", ("topics",)), "here")
    report = locate(corpus, [_finding(place, label) for place in places])
    assert [item.region.line for item in report.findings] == [1, 3]
    assert [item.related[0].region.line for item in report.findings] == [4, 4]
    assert (report.count(Severity.note), report.count(Severity.error), report.waived) == (2, 0, 0)
    assert report.fails(Severity.note)
    assert not report.fails(Severity.warning)


@pytest.mark.parametrize(
    ("selection", "wanted"),
    [
        (Selection(), True),
        (Selection(select=("TST",)), True),
        (Selection(select=("TST002",)), False),
        (Selection(ignore=("TST001",)), False),
        (Selection(select=("TST",), ignore=("TST001",)), False),
        (Selection(paths=("briefings",)), True),
        (Selection(paths=(".",)), True),
        (Selection(paths=("briefings/one.yml",)), True),
        (Selection(paths=("briefings/one",)), False),
        (Selection(paths=("brief",)), False),
    ],
)
def test_selection(selection: Selection, wanted: bool) -> None:
    assert selection.wants(_finding(Place("briefings/one.yml"))) is wanted


def test_circles_are_told_briefly(project: Project) -> None:
    """A library of one chain with a way back from each link: the text stays in proportion."""
    lines = [f"- {{id: s{i}, title: t, derives_from: [s{i + 1}, s0]}}\n" for i in range(500)]
    text = "".join(lines) + "- {id: s500, title: t}\n"
    project.write("briefings/_library/sources/a.yml", text)
    findings = [item.finding for item in blocking_findings(project.edition()).findings]
    assert {finding.kind.code for finding in findings} == {"REF008"}
    assert sum(len(finding.message) for finding in findings) <= 10 * len(text)
