"""BRF006: blanks go where they mean nothing, and stay where they belong to a text."""

from harness import Project

BEFORE = """\
# a comment··
title: A small brief \t
summary: |
  A line that breaks··
  here.
status: draft
judgments:
  - id: it-stays···
    statement: It
      stays.
    because: Why.""".replace("·", " ")

AFTER = """\
# a comment
title: A small brief
summary: |
  A line that breaks··
  here.
status: draft
judgments:
  - id: it-stays
    statement: It
      stays.
    because: Why.
""".replace("·", " ")


def test_only_blanks_without_meaning_are_taken_out(project: Project) -> None:
    path = project.write("briefings/small.yml", BEFORE.replace("\n", "\r\n"))
    (found,) = project.check("--select", "BRF006").findings
    assert found["message"] == "3 lines end in blanks and the last line has no end."
    assert (found["line"], found["column"]) == (1, 12)
    assert project.run("check", "--select", "BRF006", "--fix").exit_code == 0
    assert path.read_bytes().decode() == AFTER.replace("\n", "\r\n")
    assert project.check("--select", "BRF006").findings == []
