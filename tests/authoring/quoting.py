"""A brief with wordings and a quotation, and the page and text that they are proven against."""

from hashlib import sha256

from harness import Project

LIBRARY = "briefings/_library/sources/sources.yml"
PAGE = "<!doctype html><title>T</title><p>The bank opened its new office on Monday.</p>"
TEXT = "The bank opened its new office on Monday.\n"


def hash_of(text: str) -> str:
    """The name of a text in the store."""
    return f"sha256:{sha256(text.encode()).hexdigest()}"


HASH = hash_of(TEXT)
BRIEF = """\
title: A small brief
summary: One sentence.
status: draft
claims:
  - id: first
    statement: The bank opened an office.
    said: [{exact: opened its new office, at: headline}, {exact: on Monday}]
    appearance: newspaper-copy
    kind: fact
    verdict: supported
    evidence:
      - {source: agency-report, stance: supports, note: It names the street.}
      - {source: agency-report, stance: supports, note: It names the day, quote: %s}
"""


def quoting_desk(project: Project) -> Project:
    """The standard library and that brief."""
    project.write_standard()
    project.write("briefings/small.yml", BRIEF % "on Monday")
    return project


def library_of(desk: Project) -> str:
    """The library as it stands."""
    return (desk.root / LIBRARY).read_text(encoding="utf-8")
