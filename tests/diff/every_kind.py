"""A small project with every record type, and edits that make every kind of change."""

from collections.abc import Iterable, Mapping
from datetime import date

from briefbook.analysis.edition import Edition
from briefbook.corpus import gather
from briefbook.model.settings import Settings

DAY = date(2026, 11, 23)
OFFICE = "briefings/office.yml"
OTHER = "briefings/other.yml"
SOURCES = "briefings/_library/sources/sources.yml"
ENTITIES = "briefings/_library/entities.yml"
TOPICS = "briefings/_library/topics.yml"

Files = Mapping[str, str]
Replacement = tuple[str, str, str]
"""A file, what stands there, and what comes in its place."""

BASE: Files = {
    OFFICE: """\
title: The bank's new office
summary: It opened, and it is small.
status: published
published: 2026-10-01
topics: [banking]
judgments:
  - id: second-office
    statement: A second office opens by the end of 2027.
    likelihood: {term: likely, probability: 0.6}
    confidence: moderate
    because: Two offices were planned.
    depends_on: [opened, stays-so]
    forecast:
      resolves_on: 2027-12-31
      criteria: It opens its doors.
      history:
        - {date: 2026-10-01, probability: 0.6, because: Two were planned.}
  - id: small-bank
    statement: The bank stays small.
    confidence: low
  - id: dropped-idea
    statement: A third office was an idea that nobody follows any more.
    confidence: high
    withdrawn: {date: 2026-10-05, reason: Nobody remembers it.}
claims:
  - id: opened
    statement: The bank opened an office.
    kind: fact
    verdict: contested
    flaw: overstated
    established: A room was rented.
    confidence: high
    evidence:
      - source: agency-report
        stance: supports
        credibility: 2
        note: It names the street.
        quote: a bright room
      - {source: newspaper-copy, stance: supports, note: It repeats the agency.}
      - {source: critic, stance: disputes, note: The door was locked., answered: On a Sunday.}
    reasoning: The reports agree.
    limited_by: [licence]
    entities: [bank]
  - id: ten-rooms
    statement: The office has ten rooms and a hall.
    kind: fact
    verdict: unverified
  - id: old-tale
    statement: The house was a cinema.
    kind: fact
    verdict: open
    withdrawn: {date: 2026-10-05, reason: It was a guess.}
barriers:
  - id: licence
    kind: regulation
    statement: A licence is needed.
    between: [bank]
    in_force: 2026-01-01/..
    severity: high
  - {id: strike, kind: market, statement: The builders strike., in_force: 2026-02-01/2026-03-01}
questions:
  - {id: who-pays, question: Who pays the rent?, kind: market, status: open}
  - {id: how-long, question: For how long?, status: answered, answer: For ten years.}
  - {id: which-floor, question: On which floor?, status: open}
assumptions:
  - {id: stays-so, statement: Rents stay as they are., if_wrong: The estimate falls.}
hypotheses:
  - id: why-there
    question: Why was this street chosen?
    options:
      - {id: cheap, statement: It was cheap.}
      - {id: near, statement: It is near.}
    matrix:
      - {evidence: opened, ratings: {cheap: neutral, near: consistent}}
events:
  - {id: opening, date: 2026-01-10, what: The office opens., sources: [agency-report]}
  - {date: 2026-01-12, what: A newspaper repeats the report.}
relations:
  - {subject: officer, relation: works for, object: bank}
corrections:
  - {date: 2026-10-02, kind: update, severity: minor, records: [opened], reason: A copy was added.}
signoffs:
  - {by: A Colleague, on: 2026-10-01}
sources:
  - {id: handout, title: Handout of the opening}
waivers:
  - {rule: CLM003, at: opened, reason: The critic saw one Sunday., until: 2027-10-01}
""",
    OTHER: """\
title: What banks do
summary: They open offices and a café.
status: published
claims:
  - id: banks-open
    statement: Banks open offices.
    kind: fact
    verdict: supported
    depends_on: [office#opened]
    evidence:
      - {source: agency-report, stance: supports, note: One of them.}
      - {source: newspaper-copy, stance: supports, note: The same.}
      - {source: blog, stance: supports, note: Another one.}
""",
    SOURCES: """\
- id: agency-report
  title: The bank opens an office
  url: https://example.org/agency
  publisher: An agency
  published: 2026-01-10
  reliability: {grade: B, because: A named reporter was there.}
- id: newspaper-copy
  title: Bank opens office
  url: https://example.org/newspaper
  reliability: C
  derives_from: agency-report
- id: critic
  title: No office yet
  reliability: C
- {id: blog, title: Offices everywhere, reliability: D}
- {id: leaflet, title: A leaflet}
- {id: forged, title: A forged letter, withdrawn: {date: 2026-10-05, reason: Forged.}}
""",
    ENTITIES: """\
- {id: bank, name: The Bank, kind: organization}
- {id: officer, name: An Officer, kind: person}
- {id: ghost, name: A Ghost, kind: other, withdrawn: {date: 2026-10-05, reason: No such.}}
""",
    TOPICS: """\
- {id: banking, name: Banking}
- {id: streets, name: Streets}
""",
}


def edited(*replacements: Replacement, base: Files = BASE) -> dict[str, str]:
    """The project with some texts in the place of others; each must stand there."""
    files = dict(base)
    for path, old, new in replacements:
        if old not in files[path]:
            raise AssertionError(f"{path} does not hold {old!r}")
        files[path] = files[path].replace(old, new, 1)
    return {path: text for path, text in files.items() if text}


def with_edits(kinds: Iterable[str]) -> dict[str, str]:
    """The project with the edits of some kinds, as far as one leaves room for the next."""
    files = dict(BASE)
    for kind in kinds:
        if all(old in files.get(path, "") for path, old, _ in EDITS[kind]):
            files = edited(*EDITS[kind], base=files)
    return files


def edition(files: Files) -> Edition:
    """The project read on a fixed day."""
    held = ((path, text.encode()) for path, text in files.items())
    return Edition(gather(held), DAY, Settings())


def _drop(path: str, start: str, end: str) -> Replacement:
    """A replacement that takes away everything from `start` up to `end`."""
    text = BASE[path]
    begin = text.index(start)
    return path, text[begin : text.index(end, begin + len(start))], ""


_CLAIM = (
    "  - id: third\n    statement: A guard sits at the door.\n    kind: fact\n    verdict: open\n"
)
_GONE = "{date: 2026-11-20, reason: It was wrong.}"

EDITS: Mapping[str, tuple[Replacement, ...]] = {
    "brief-reworded": ((OFFICE, "It opened, and it is small.", "It opened."),),
    "status-changed": ((OFFICE, "status: published", "status: in-review"),),
    "brief-changed": ((OFFICE, "topics: [banking]", "topics: [banking, streets]"),),
    "record-renamed": ((OFFICE, "id: ten-rooms", "id: many-rooms"),),
    "claim-added": ((OFFICE, "barriers:\n", f"{_CLAIM}barriers:\n"),),
    "claim-removed": (_drop(OFFICE, "  - id: ten-rooms", "  - id: old-tale"),),
    "claim-withdrawn": (
        (OFFICE, "verdict: unverified\n", f"verdict: unverified\n    withdrawn: {_GONE}\n"),
    ),
    "claim-restored": (
        (OFFICE, "    withdrawn: {date: 2026-10-05, reason: It was a guess.}\n", ""),
    ),
    "claim-reworded": ((OFFICE, "The bank opened an office.", "The bank opened two offices."),),
    "claim-changed": ((OFFICE, "reasoning: The reports agree.", "reasoning: Two reports agree."),),
    "verdict-moved": ((OFFICE, "verdict: contested", "verdict: supported"),),
    "flaw-changed": ((OFFICE, "flaw: overstated", "flaw: outdated"),),
    "established-changed": ((OFFICE, "A room was rented.", "Two rooms were rented."),),
    "judgment-added": (
        (OFFICE, "claims:\n", "  - {id: no-third, statement: No third office., confidence: low}\n"
         "claims:\n"),
    ),
    "judgment-removed": (_drop(OFFICE, "  - id: small-bank", "  - id: dropped-idea"),),
    "judgment-withdrawn": (
        (OFFICE, "confidence: low\n", f"confidence: low\n    withdrawn: {_GONE}\n"),
    ),
    "judgment-restored": (
        (OFFICE, "    withdrawn: {date: 2026-10-05, reason: Nobody remembers it.}\n", ""),
    ),
    "judgment-reworded": ((OFFICE, "The bank stays small.", "The bank remains a small one."),),
    "judgment-changed": ((OFFICE, "because: Two offices were", "because: Two more were"),),
    "likelihood-moved": ((OFFICE, "{term: likely, probability: 0.6}", "unlikely"),),
    "confidence-moved": ((OFFICE, "confidence: moderate", "confidence: high"),),
    "evidence-added": (
        (OFFICE, "    reasoning: The", "      - {source: blog, stance: disputes, note: Closed.}\n"
         "    reasoning: The"),
    ),
    "evidence-removed": (
        _drop(OFFICE, "      - {source: newspaper-copy", "      - {source: critic"),
    ),
    "evidence-changed": ((OFFICE, "It names the street.", "It names the street and the house."),),
    "stance-changed": (
        (OFFICE, "newspaper-copy, stance: supports", "newspaper-copy, stance: context"),
    ),
    "credibility-changed": ((OFFICE, "credibility: 2", "credibility: 3"),),
    "quotation-changed": ((OFFICE, "quote: a bright room", "quote: a dark room"),),
    "source-added": (
        (SOURCES, "- {id: leaflet", "- {id: poster, title: A poster}\n- {id: leaflet"),
    ),
    "source-removed": ((SOURCES, "- {id: leaflet, title: A leaflet}\n", ""),),
    "source-withdrawn": (
        (SOURCES, "title: A leaflet}", f"title: A leaflet, withdrawn: {_GONE}}}"),
    ),
    "source-restored": ((SOURCES, ", withdrawn: {date: 2026-10-05, reason: Forged.}", ""),),
    "source-regraded": (
        (SOURCES, "reliability: {grade: B, because: A named reporter was there.}",
         "reliability: [{grade: B}, {grade: D, on: 2026-11-20, because: It was invented.}]"),
    ),
    "source-redated": ((SOURCES, "published: 2026-01-10", "published: 2026-01-11"),),
    "origin-changed": (
        (SOURCES, "title: Offices everywhere", "title: Offices everywhere, "
         "derives_from: agency-report"),
    ),
    "address-changed": ((SOURCES, "https://example.org/agency", "https://example.org/agency-2"),),
    "source-changed": ((SOURCES, "publisher: An agency", "publisher: The agency"),),
    "question-opened": (
        (OFFICE, "assumptions:", "  - {id: what-for, question: What for?, status: open}\n"
         "assumptions:"),
    ),
    "question-removed": (
        (OFFICE, "  - {id: which-floor, question: On which floor?, status: open}\n", ""),
    ),
    "question-withdrawn": (
        (OFFICE, "On which floor?, status: open}",
         f"On which floor?, status: open, withdrawn: {_GONE}}}"),
    ),
    "question-partly-answered": (
        (OFFICE, "kind: market, status: open", "kind: market, status: partly-answered"),
    ),
    "question-answered": (
        (OFFICE, "kind: market, status: open", "kind: market, status: answered"),
    ),
    "question-reopened": ((OFFICE, "status: answered", "status: open"),),
    "question-moot": ((OFFICE, "kind: market, status: open", "kind: market, status: moot"),),
    "question-reworded": ((OFFICE, "Who pays the rent?", "Who pays the rent and the heating?"),),
    "question-changed": ((OFFICE, "answer: For ten years.", "answer: For nine years."),),
    "barrier-added": (
        (OFFICE, "questions:", "  - {id: noise, kind: other, statement: The street is loud.}\n"
         "questions:"),
    ),
    "barrier-removed": (_drop(OFFICE, "  - {id: strike", "questions:"),),
    "barrier-withdrawn": (
        (OFFICE, "severity: high", f"severity: high\n    withdrawn: {_GONE}"),
    ),
    "barrier-in-force": ((OFFICE, "2026-02-01/2026-03-01", "2026-02-01/.."),),
    "barrier-lifted": ((OFFICE, "2026-01-01/..", "2026-01-01/2026-11-01"),),
    "barrier-redated": ((OFFICE, "2026-01-01/..", "2026-01-05/.."),),
    "barrier-reworded": ((OFFICE, "A licence is needed.", "A city licence is needed."),),
    "barrier-changed": ((OFFICE, "severity: high", "severity: low"),),
    "forecast-created": (
        (OFFICE, "confidence: low", "confidence: low\n    forecast: {resolves_on: 2028-01-01}"),
    ),
    "forecast-removed": (_drop(OFFICE, "    forecast:", "  - id: small-bank"),),
    "forecast-changed": ((OFFICE, "It opens its doors.", "It opens its doors to customers."),),
    "probability-moved": (
        (OFFICE, "because: Two were planned.}\n", "because: Two were planned.}\n"
         "        - {date: 2026-11-20, probability: 0.7, because: Rooms were rented.}\n"),
    ),
    "probability-rewritten": (
        (OFFICE, "2026-10-01, probability: 0.6", "2026-10-01, probability: 0.4"),
    ),
    "forecast-resolved": (
        (OFFICE, "criteria: It opens its doors.", "criteria: It opens its doors.\n"
         "      resolution: {date: 2026-11-20, outcome: 'yes', because: It opened.}"),
    ),
    "assumption-added": (
        (OFFICE, "hypotheses:", "  - {id: no-crisis, statement: No crisis comes.}\nhypotheses:"),
    ),
    "assumption-removed": (_drop(OFFICE, "assumptions:", "hypotheses:"),),
    "assumption-withdrawn": (
        (OFFICE, "{id: stays-so,", f"{{withdrawn: {_GONE}, id: stays-so,"),
    ),
    "assumption-reworded": ((OFFICE, "Rents stay as they are.", "Rents stay where they are."),),
    "assumption-changed": ((OFFICE, "The estimate falls.", "The estimate rises."),),
    "hypotheses-added": (
        (OFFICE, "events:\n", "  - {id: why-now, question: Why now?}\nevents:\n"),
    ),
    "hypotheses-removed": (_drop(OFFICE, "hypotheses:", "events:"),),
    "hypotheses-withdrawn": (
        (OFFICE, "    options:\n", f"    withdrawn: {_GONE}\n    options:\n"),
    ),
    "hypotheses-reworded": (
        (OFFICE, "Why was this street chosen?", "Why was just this street chosen?"),
    ),
    "hypotheses-changed": ((OFFICE, "cheap: neutral", "cheap: inconsistent"),),
    "event-added": (
        (OFFICE, "relations:", "  - {date: 2026-01-20, what: The first customer.}\nrelations:"),
    ),
    "event-removed": (
        (OFFICE, "  - {date: 2026-01-12, what: A newspaper repeats the report.}\n", ""),
    ),
    "event-withdrawn": (
        (OFFICE, "The office opens., sources", f"The office opens., withdrawn: {_GONE}, sources"),
    ),
    "event-reworded": ((OFFICE, "what: The office opens.", "what: The office opens at noon."),),
    "event-changed": ((OFFICE, "{date: 2026-01-12, what", "{date: 2026-01-13, what"),),
    "relation-added": (
        (OFFICE, "corrections:", "  - {subject: bank, relation: pays, object: officer}\n"
         "corrections:"),
    ),
    "relation-removed": (_drop(OFFICE, "relations:", "corrections:"),),
    "relation-changed": ((OFFICE, "object: bank}", "object: bank, when: 2020/..}"),),
    "entity-added": ((ENTITIES, "- {id: officer", "- {id: guard, name: A Guard, kind: person}\n"
                      "- {id: officer"),),
    "entity-removed": ((ENTITIES, "- {id: officer, name: An Officer, kind: person}\n", ""),),
    "entity-withdrawn": ((ENTITIES, "kind: person}", f"kind: person, withdrawn: {_GONE}}}"),),
    "entity-restored": ((ENTITIES, ", withdrawn: {date: 2026-10-05, reason: No such.}", ""),),
    "entity-reworded": ((ENTITIES, "name: An Officer", "name: The Officer"),),
    "entity-changed": ((ENTITIES, "kind: person", "kind: other"),),
    "topic-added": ((TOPICS, "- {id: streets", "- {id: rents, name: Rents}\n- {id: streets"),),
    "topic-removed": ((TOPICS, "- {id: streets, name: Streets}\n", ""),),
    "topic-reworded": ((TOPICS, "name: Streets", "name: Streets and squares"),),
    "topic-changed": ((TOPICS, "name: Streets", "name: Streets, description: Of the city."),),
    "correction-added": (
        (OFFICE, "signoffs:", "  - {date: 2026-11-20, kind: correction, severity: minor, "
         "reason: A typing error.}\nsignoffs:"),
    ),
    "correction-removed": (_drop(OFFICE, "corrections:", "signoffs:"),),
    "correction-rewritten": (
        (OFFICE, "reason: A copy was added.", "reason: Two copies were added."),
    ),
    "signoff-added": (
        (OFFICE, "sources:\n  - {id: handout", "  - {by: An Editor, on: 2026-11-20}\n"
         "sources:\n  - {id: handout"),
    ),
    "signoff-removed": (_drop(OFFICE, "signoffs:", "sources:\n  - {id: handout"),),
    "waiver-added": (
        (OFFICE, "waivers:\n", "waivers:\n  - {rule: CHG001, at: ten-rooms, reason: A slip.}\n"),
    ),
    "waiver-removed": (
        (OFFICE, "waivers:\n  - {rule: CLM003, at: opened, reason: The critic saw one Sunday., "
         "until: 2027-10-01}\n", ""),
    ),
    "waiver-changed": ((OFFICE, "until: 2027-10-01", "until: 2028-10-01"),),
    "attribution-changed": (
        (OFFICE, "    verdict: unverified", "    claimant: officer\n    verdict: unverified"),
    ),
    "brief-removed": ((OTHER, BASE[OTHER], ""),),
}  # fmt: skip
"""For each kind of change an edit that makes it; more kinds come about in ways of their own."""
