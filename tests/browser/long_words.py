"""A project in which every text field holds words that nothing breaks."""

from typing import Any

import yaml

from harness import Project

WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
PATH = "https://example.org/" + "very-long-path-segment-without-any-break/" * 5
TEXT = f"{WORD * 2} {PATH}"
PROSE = f"{TEXT} `{'x' * 160}` [[{'l' * 80}#{'c' * 80}]] [@{'s' * 80}]"
CLAIM, JUDGMENT, SOURCE, ACTOR, TOPIC, BARRIER = (letter * 80 for letter in "cjsatb")
QUESTION, OTHER = "q" * 80, "o" * 80
DAY = "2025-02-06"

EVIDENCE: dict[str, Any] = {
    "source": SOURCE, "via": OTHER, "stance": "supports", "credibility": 2, "note": PROSE,
    "quote": {"exact": TEXT, "prefix": WORD, "suffix": WORD, "translation": TEXT},
    "locator": TEXT, "origin": ACTOR, "also_in": [OTHER],
    "value": {"amount": 1234567890123456, "unit": WORD, "as_of": "2025", "basis": TEXT},
}  # fmt: skip
AGAINST = {
    **EVIDENCE, "stance": "disputes", "answered": PROSE, "source": OTHER, "via": SOURCE,
    "also_in": [SOURCE],
}  # fmt: skip
FORECAST: dict[str, Any] = {
    "resolves_on": "2028-12-31", "criteria": PROSE,
    "history": [{"date": "2026-11-01", "probability": 0.6, "because": PROSE},
                {"date": "2026-11-10", "probability": 0.7, "because": PROSE}],
}  # fmt: skip


def _claim(name: str, **fields: Any) -> dict[str, Any]:
    return {
        "id": name, "statement": TEXT, "said": {"exact": TEXT, "at": WORD, "translation": TEXT},
        "claimant": ACTOR, "relayed_by": {"name": WORD}, "as_of": DAY, "kind": "fact",
        "verdict": "contested", "flaw": "overstated", "established": TEXT, "confidence": "high",
        "evidence": [EVIDENCE, AGAINST], "reasoning": PROSE, "entities": [ACTOR],
        "limited_by": [BARRIER], "judged_in": [JUDGMENT], "appearance": SOURCE,
        "reply": {"asked": TEXT, "on": DAY, "answer": PROSE}, **fields,
    }  # fmt: skip


def brief() -> dict[str, Any]:
    """A brief with every section."""
    return {
        "title": TEXT, "summary": PROSE, "status": "published", "published": "2026-11-01",
        "updated": "2026-11-20", "language": "de", "authors": [WORD * 2], "owner": WORD,
        "topics": [TOPIC], "generated_by": TEXT, "scope": PROSE, "background": PROSE,
        "reviews": {"claimant": ACTOR, "appearance": SOURCE},
        "judgments": [{
            "id": JUDGMENT, "statement": TEXT, "likelihood": "likely", "confidence": "low",
            "confidence_because": PROSE, "because": PROSE, "depends_on": [CLAIM],
            "would_change": PROSE, "entities": [ACTOR], "forecast": FORECAST,
        }],
        "claims": [
            _claim(CLAIM), _claim("two", verdict="refuted", depends_on=[CLAIM]),
            _claim("three", verdict="supported"), _claim("four", contradicts=[CLAIM]),
            _claim("gone", withdrawn={"date": DAY, "reason": PROSE, "notice": PROSE}),
        ],
        "barriers": [{
            "id": BARRIER, "kind": "sanctions", "statement": TEXT, "between": [ACTOR, "other"],
            "rests_on": [CLAIM], "instrument": PROSE, "in_force": "2022/..", "severity": "high",
            "would_lift": PROSE, "evidence": [EVIDENCE],
        }, {"id": "wall", "kind": "trust", "statement": TEXT, "between": [ACTOR, "third"]}],
        "questions": [{
            "id": QUESTION, "question": TEXT, "kind": "technology", "why_it_matters": PROSE,
            "bears_on": [CLAIM], "indicators": [PROSE], "status": "partly-answered",
            "searched": [{"date": DAY, "where": TEXT, "found": PROSE}], "answer": PROSE,
            "evidence": [EVIDENCE],
        }],
        "assumptions": [{"id": "assumed", "statement": TEXT, "if_wrong": PROSE}],
        "hypotheses": [{
            "id": "why", "question": TEXT,
            "options": [{"id": "one", "statement": TEXT}, {"id": "none", "statement": TEXT}],
            "matrix": [{"evidence": CLAIM, "note": PROSE,
                        "ratings": {"one": "inconsistent", "none": "consistent"}}],
        }],
        "events": [{"id": "day", "date": DAY, "what": TEXT, "sources": [SOURCE],
                    "entities": [ACTOR]}],
        "relations": [{"subject": ACTOR, "relation": WORD, "object": "other", "when": "2023/..",
                       "sources": [SOURCE]}, {"subject": ACTOR, "relation": WORD,
                                              "object": {"name": WORD}}],
        "corrections": [{"date": "2026-11-20", "kind": "correction", "severity": "critical",
                         "records": [CLAIM], "was": PROSE, "now": PROSE, "reason": PROSE}],
        "signoffs": [{"by": WORD * 2, "on": DAY}],
    }  # fmt: skip


SOURCES: list[dict[str, Any]] = [
    {
        "id": name, "title": TEXT, "translated_title": TEXT, "type": "article-newspaper",
        "url": f"{PATH}{name}", "archived_url": f"{PATH}copy-{name}",
        "publisher": f"{WORD}{name[:3]}",
        "authors": [WORD], "published": DAY, "accessed": "2026-11-20", "language": "de",
        "reliability": [{"grade": "B", "on": DAY, "because": PROSE}], "interest": PROSE,
        "speaker": [ACTOR], "seen": "whole", "key": WORD,
        **({"derives_from": [{"id": SOURCE, "how": "copies", "because": PROSE}]}
           if name == OTHER else {}),
    }
    for name in (SOURCE, OTHER)
]  # fmt: skip
ENTITIES: list[dict[str, Any]] = [
    {"id": name, "name": f"{WORD}{WORD}{name[:5]}", "kind": "organization", "note": PROSE,
     "aliases": [{"name": WORD, "language": "de"}], "wikidata": "Q1"}
    for name in (ACTOR, "other", "third")
]  # fmt: skip
TOPICS = [{"id": TOPIC, "name": WORD * 2, "description": PROSE, "aliases": [WORD]}]
HAND = f"""\
# {WORD * 2}

## {WORD * 2}

{TEXT} `{"x" * 160}` [[{"l" * 80}]]

#### {WORD * 2}

- {WORD * 2}

| {WORD} | {WORD} |
|---|---|
| {WORD} | {PATH} |

> {WORD * 2}

    {WORD * 3}
"""


class _Plain(yaml.SafeDumper):
    def ignore_aliases(self, data: object) -> bool:
        return True


def _yaml(data: object) -> str:
    return yaml.dump(data, Dumper=_Plain, allow_unicode=True, sort_keys=False, width=10_000)


def write(project: Project) -> None:
    """Write it all, under the path of a project site."""
    project.write(
        "mkdocs.yml",
        f"site_name: {WORD}\nsite_description: {WORD}\n"
        "site_url: https://example.org/briefbook/\ntheme: {name: material, font: false}\n"
        "markdown_extensions: [tables, toc]\n",
    )
    newer = brief()
    del newer["hypotheses"]
    project.write(f"briefings/{'l' * 80}.yml", _yaml(newer))
    older = brief() | {"status": "superseded", "superseded_by": "l" * 80, "review_by": DAY}
    del older["corrections"], older["signoffs"]
    project.write("briefings/older.yml", _yaml(older))
    project.write("briefings/_library/sources/all.yml", _yaml(SOURCES))
    project.write("briefings/_library/entities.yml", _yaml(ENTITIES))
    project.write("briefings/_library/topics.yml", _yaml(TOPICS))
    slots = ("latest", "judgments", "questions", "forecasts", "moved")
    front = "".join(f"<!-- briefbook: {slot} 5 -->\n\n" for slot in slots)
    project.write("docs/index.md", f"# {WORD}\n\n{front}")
    project.write("docs/hand.md", HAND)
