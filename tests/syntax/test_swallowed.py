"""SYN019: what stands behind “ #” in a text is told where it is lost; notes to editors are fine."""

import pytest

from harness import BRIEF, Project

LOST = [
    ("The council denied it # says the mayor", "# says the mayor"),
    ("The mayor promised # 1 priority for buses.", "# 1 priority for buses."),
    ("The tag was #budget", "#budget"),
    ("#Budget says nothing", "#Budget says nothing"),
    ("# 1 priority for buses", "# 1 priority for buses"),
    ("Бюджет № 5 # принят", "# принят"),
    ("It goes on\n      in the next line # and ends", "# and ends"),
    ("It goes on\n      #1 in the next line", "#1 in the next line"),
    ("It goes # on\n      in the next line", "# on"),
    ("It goes  # on\n      in the next line", "# on"),
    ("#Budget says\n      more", "#Budget says"),
]


@pytest.mark.parametrize(("typed", "lost"), LOST)
def test_lost_text_is_an_error_at_the_sign(project: Project, typed: str, lost: str) -> None:
    text = BRIEF.replace("The bank opened an office.", typed)
    project.write("briefings/small.yml", text)
    (found,) = project.check().findings
    at = text.index(lost)
    line = text.count("\n", 0, at) + 1
    column = at - text.rfind("\n", 0, at)
    assert (found["code"], found["severity"]) == ("SYN019", "error")
    assert (found["line"], found["column"], found["end_column"]) == (
        line, column, column + len(lost),
    )  # fmt: skip
    assert lost in found["message"]
    assert "quotation marks" in found["help"]


@pytest.mark.parametrize(
    "line",
    [
        "authors: [A reporter # 2, Another one]",
        "authors:\n  - A reporter # 2",
        "authors: A reporter # 2",
        "scope: This # that",
        "background: This # that",
        "hypotheses:\n  - {id: h, question: Which # one?,\n     options: []}",
        "reviews: {claimant: {name: Somebody # else}, appearance: x}",
        "events:\n  - date: 2025\n    what: It happened # again",
        "titel # two: x",
    ],
)
def test_it_is_found_in_lists_brackets_and_keys(project: Project, line: str) -> None:
    project.write("briefings/small.yml", f"{BRIEF}{line}\n")
    found = [item for item in project.check().findings if item["code"] == "SYN019"]
    at = f"{BRIEF}{line}".index("#")
    assert [item["line"] for item in found] == [f"{BRIEF}{line}".count("\n", 0, at) + 1]
    assert found[0]["column"] == at - f"{BRIEF}{line}".rfind("\n", 0, at)


def test_it_is_found_in_the_library(project: Project) -> None:
    project.write_standard()
    project.write(
        "briefings/_library/sources/more.yml", "- id: other\n  title: Route #7 is cancelled\n"
    )
    (found,) = project.check().findings
    assert (found["code"], found["path"], found["line"], found["column"]) == (
        "SYN019", "briefings/_library/sources/more.yml", 2, 16,
    )  # fmt: skip


NOTED = """\
# A note.
title: A small brief  # a working title
summary: >- # the bottom line
  One sentence # with a sign.
status: draft # or published
updated: 2026-11-20 # today
language: en # English
authors: [An Author] # who wrote it
# topics: [banking]
scope:  # still to be written
background: ~
claims: # what is said
  - id: first # its address
    statement: "The bank opened #1." # its first one
    # claimant: {name: Somebody}
    kind: fact # as agreed
    verdict: supported # for now
    established: 'Office #1 is open.'
    # reasoning: Why this verdict.
    evidence:
      - {source: agency-report, stance: supports, note: It is named.} # read
      - source: newspaper-copy # read
        stance: supports # but short
        credibility: 2 # probably
        note: |
          #1 is open.
        locator: p.#7
    entities: # who
      - bank # the bank
questions:
  - id: who
    question: Who?	# tabs set a note apart
    kind: other
    status: open
    bears_on: [first,  # and others
               first]
    indicators: [A letter,  # of the bank
                 Minutes]
sources:
  - id: own # ours
    title: Ours
    doi: 10.1000/182 # from the publisher
    key: Bryanski2025 # of Zotero
    url: https://example.org/#top # the address
    seen: not-seen # never
"""


def test_notes_to_editors_stay_without_a_finding(project: Project) -> None:
    project.write_standard()
    project.write("briefings/small.yml", NOTED.replace("    kind: other\n", ""))
    assert project.check().findings == []


def test_a_slip_below_a_note_is_not_blamed_on_the_note(project: Project) -> None:
    for text in ("title: A  # note\n summary: B\n", "title: A  # note\nB\nstatus: draft\n"):
        project.write("briefings/small.yml", text)
        (found,) = project.check().findings
        assert (found["code"], found["line"]) == ("SYN001", 2)


def test_a_note_below_a_text_of_one_line_is_a_note(project: Project) -> None:
    project.write("briefings/a.yml", BRIEF.replace("brief\n", "brief\n  # ask again\n", 1))
    assert "SYN019" not in project.check().codes
