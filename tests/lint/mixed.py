"""A brief in which many rules find something, and what a policy makes of it."""

from harness import Project

MIXED = """\
title: A small brief
summary: One sentence.
status: published
judgments:
  - id: it-stays-open
    statement: The office will stay open next year.
    likelihood: probable
    confidence: low
    confidence_because: One report stands behind it.
    depends_on: [first]
  - id: it-grows
    statement: The office will have more rooms next year.
    likelihood: likely
    depends_on: [first]
claims:
  - id: first
    statement: The bank opened an office.
    kind: fact
    verdict: supported
    evidence:
      - source: agency-report
        stance: supports
        note: It names the street.
        quote: The bank opened its new office in the main street on a Monday morning.
      - {source: yearbook, stance: context, note: It lists all offices of the bank.}
  - id: second
    statement: The office is large.
    kind: fact
    verdict: supported
sources:
  - {id: yearbook, title: The bank's yearbook, type: report, accessed: 2026-11-20}
  - id: evening-news
    title: News at six
    type: article-newspaper
    url: https://example.org/six
    accessed: 2026-11-20
    reliability: {grade: B, because: A named reporter was there.}
"""
"""Notes and warnings of many families, no error, and nobody who signed."""

DEFAULTS = {
    "CLM001": "warning",  # claim-without-evidence
    "CLM004": "note",  # single-origin
    "CNF004": "warning",  # unquestioned-key-judgment
    "EST003": "warning",  # mixed-term-rows
    "EVD002": "warning",  # long-quotation
    "EVD005": "note",  # evidence-without-locator
    "QUO008": "note",  # unstored-quotation
    "JDG003": "warning",  # judgment-without-confidence
    "SRC001": "note",  # unused-source
    "SRC002": "warning",  # ungraded-source
    "SRC004": "warning",  # source-without-address
    "SRC005": "warning",  # undated-news
}

BRIEF_PATH = "briefings/2026/mixed.yml"


def set_rules(project: Project, rules: str) -> None:
    """Write `extra.briefbook.rules`, given as one line of YAML."""
    project.write("mkdocs.yml", f"site_name: Test\nextra: {{briefbook: {{rules: {rules}}}}}\n")


def severities(project: Project, *paths: str) -> dict[str, str]:
    """The codes that are reported in files, and how grave each is."""
    found = project.run("check", "--format", "json", *paths).findings
    return {item["code"]: item["severity"] for item in found}
