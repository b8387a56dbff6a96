"""Briefs to be mended, and what becomes of them."""

from harness import BRIEF, Project, Result

PATH = "briefings/small.yml"
OTHER = "  - {id: known, title: Another, url: https://example.org/known}\n"


def with_source(url: str, *, head: str = BRIEF) -> str:
    """A brief with two sources of its own, the second of which has this text for its address."""
    fields = ["  - id: mine", "    title: T", f"    url: {url}", "    publisher: P"]
    return f"{head}sources:\n{OTHER}" + "".join(f"{line}\n" for line in fields)


def fix(project: Project, *arguments: str) -> Result:
    return project.run("check", "--fix", *arguments)


def mended(project: Project, text: str | bytes, *arguments: str) -> bytes:
    """What becomes of the brief; mending it again changes nothing more."""
    place = project.write(PATH, text)
    fix(project, *arguments)
    after = place.read_bytes()
    again = fix(project, *arguments)
    assert again.stderr.startswith("0 findings mended in 0 files\n")
    assert place.read_bytes() == after
    return after


UNSORTED = """\
waivers:
  # Why the first is here.
  # In two lines.
  - rule: EVD003   # a rule
    at:   first

    reason: >-
      One line,
      and another.
    until: 2027-01-01
  - {rule: CLM001, until: 2027-01-01, reason: "So: #1."}

  # Beside the last one.
  -   rule: CLM001
      at: first
      reason: 'So.'
      until: 2027-01-01
scope: What comes after stays after.
"""

SORTED = """\
waivers:
  - {rule: CLM001, until: 2027-01-01, reason: "So: #1."}

  # Beside the last one.
  -   rule: CLM001
      at: first
      reason: 'So.'
      until: 2027-01-01
  # Why the first is here.
  # In two lines.
  - rule: EVD003   # a rule
    at:   first

    reason: >-
      One line,
      and another.
    until: 2027-01-01
scope: What comes after stays after.
"""
