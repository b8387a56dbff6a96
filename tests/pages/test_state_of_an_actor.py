"""An actor's page tells how things stand before it lists everything; so does a topic's."""

from harness import Project

BRIEF = """\
title: T
summary: S.
status: published
published: 2026-01-01
topics: [banking]
judgments:
  - {id: closes, statement: The bank closes., confidence: low, depends_on: [false-one]}
  - {id: other, statement: The moon rises., confidence: low}
claims:
  - {id: false-one, statement: The bank is empty., kind: fact, verdict: refuted, entities: [bank]}
  - {id: true-one, statement: The bank is old., kind: fact, verdict: supported, entities: [bank]}
  - {id: gone, statement: The bank flew., kind: fact, verdict: refuted, entities: [bank],
     withdrawn: {date: 2026-01-02, reason: mistake, notice: It did not.}}
  - {id: apart, statement: The moon is far., kind: fact, verdict: supported}
questions:
  - {id: why, question: Why would it close?, status: open, bears_on: [false-one]}
  - {id: moon, question: How far is the moon?, status: open, bears_on: [apart]}
barriers:
  - {id: law, kind: regulation, statement: A law forbids it.}
"""


def _page(project: Project, name: str) -> str:
    project.write_standard()
    project.write("briefings/small.yml", BRIEF)
    result = project.run("compile", "--today", "2026-11-20")
    assert result.exit_code == 0, result.stderr
    return (project.root / f"build/docs/{name}/index.md").read_text(encoding="utf-8")


def test_an_actor_has_a_tally_conclusions_and_open_questions(project: Project) -> None:
    page = _page(project, "entities/bank")
    head = page.partition("\n## ")[0]
    assert "1 refuted" in head and "1 supported" in head
    assert "search/?kind=claim&amp;verdict=refuted&amp;entity=The+Bank" in head
    concluded = page.partition("## What we conclude")[2].partition("\n## ")[0]
    assert "The bank closes" in concluded and "moon" not in concluded
    asked = page.partition("## What we don")[2].partition("\n## ")[0]
    assert "Why would it close?" in asked and "moon" not in asked
    assert page.index("## What we conclude") < page.index("## Claims about this actor")


def test_a_topic_tells_its_state_before_its_lists(project: Project) -> None:
    page = _page(project, "topics/banking")
    places = [
        page.index(f"## {words}")
        for words in ("What we conclude", "What stands in the way", "What we don", "Briefs")
    ]
    assert places == sorted(places)
