"""Generated briefs and their library, as plain data in the form of the files."""

from collections.abc import Iterator
from random import Random
from typing import Any

from made.prose import sentence, text

SOURCES_EACH = 6
CLAIMS = 10
Data = dict[str, Any]


def library(briefs: int) -> Iterator[Data]:
    """Six sources for each brief: half of them repeat others, up to a few steps deep."""
    random = Random(1)
    grades: list[str] = []
    for number in range(briefs * SOURCES_EACH):
        repeats = number > 0 and random.random() < 0.5
        parents = {random.randrange(max(0, number - 40), number)} if repeats else set()
        grades.append(max((grades[p] for p in parents), default=random.choice("AABBBCCD")))
        yield {
            "id": f"source-{number}",
            "title": sentence(random, 7),
            "type": random.choice(("article-newspaper", "webpage", "post-weblog")),
            "url": f"https://host-{number % 300}.example.org/articles/{number}",
            "publisher": f"Paper {number % 300}",
            "published": f"2025-{number % 12 + 1:02}-{number % 28 + 1:02}",
            "accessed": "2026-11-20",
            "language": "en",
            "reliability": {"grade": grades[-1], "on": "2026-11-20",
                            "because": text(random, "note")},
            "speaker": [] if parents or number % 3 else [f"actor-{number // SOURCES_EACH}"],
            "derives_from": [{"id": f"source-{p}", "how": "copies"} for p in sorted(parents)],
            "seen": "whole",
        }  # fmt: skip


def entities(briefs: int) -> Iterator[Data]:
    """One actor for each brief."""
    for number in range(briefs + 1):
        yield {"id": f"actor-{number}", "name": f"Actor {number}", "kind": "organization"}


def _item(random: Random, number: int, stance: str = "supports") -> Data:
    near = random.randrange(number * SOURCES_EACH, (number + 1) * SOURCES_EACH)
    shared = random.randrange(SOURCES_EACH * max(1, number // 10))
    return {
        "source": f"source-{near if random.random() < 0.7 else shared}",
        "stance": stance,
        "note": text(random, "note"),
        "locator": f"paragraph {random.randint(1, 40)}",
        "credibility": random.choice("2233"),
    }


def _claim(random: Random, number: int, index: int) -> Data:
    stances = random.choices(("supports", "supports", "disputes", "context"), k=3)[
        : random.randint(1, 3)
    ]
    return {
        "id": f"claim-{index}",
        "statement": sentence(random),
        "kind": "fact",
        "verdict": "contested" if "disputes" in stances else "supported",
        "established": text(random, "established"),
        "confidence": random.choice(("high", "moderate")),
        "as_of": "2026-11-01",
        "evidence": [_item(random, number, stance) for stance in ("supports", *stances)],
        "reasoning": f"{text(random, 'reasoning')} See [[claim-{random.randrange(CLAIMS)}]].",
        "entities": [f"actor-{number}", f"actor-{number // 2}"],
        "depends_on": [f"claim-{index - 1}"] if index % 3 else [],
        "contradicts": [f"brief-{number // 2}#claim-{index}"] if index == 9 and number else [],
        "limited_by": ["barrier-0"] if index == 5 else [],
    }  # fmt: skip


def judgment(random: Random, index: int, source: str) -> Data:
    """A judgment that cites a source and leans on three claims and the brief's assumption."""
    return {
        "id": f"judgment-{index}",
        "statement": sentence(random),
        "likelihood": {"term": "likely", "probability": "0.7"},
        "confidence": "moderate",
        "confidence_because": text(random, "confidence_because"),
        "because": f"{text(random, 'because')} [@{source}]",
        "depends_on": [f"claim-{index * 3 + step}" for step in range(3)] + ["assumption"],
        "would_change": text(random, "would_change"),
    }


def _judgment(random: Random, number: int, index: int) -> Data:
    made = judgment(random, index, f"source-{number * SOURCES_EACH + index}")
    if index == 2:
        history = [{"date": f"2026-{month:02}-01", "probability": "0.7"} for month in (3, 6, 9)]
        made["forecast"] = {"resolves_on": "2027-12-31", "criteria": text(random, "criteria"),
                            "history": history}  # fmt: skip
    return made


def brief(number: int) -> Data:
    """A brief of about the size of the smaller real ones; the same number gives the same one."""
    random = Random(number + 2)
    options = [{"id": f"option-{i}", "statement": sentence(random)} for i in range(3)]
    fits = ("inconsistent", "neutral", "consistent")
    return {
        "title": sentence(random, 7),
        "summary": sentence(random),
        "status": "draft",
        "updated": "2026-11-20",
        "review_by": "2027-05-20" if number % 5 else "2026-11-01",
        "language": "en",
        "authors": ["Bench"],
        "scope": text(random, "scope"),
        "background": text(random, "background"),
        "judgments": [_judgment(random, number, index) for index in range(3)],
        "claims": [_claim(random, number, index) for index in range(CLAIMS)],
        "barriers": [
            {"id": f"barrier-{i}", "kind": "sanctions", "statement": sentence(random),
             "rests_on": [f"claim-{i}"], "evidence": [_item(random, number)],
             "instrument": text(random, "instrument"), "in_force": "2022-04-06/..",
             "last_confirmed": "2026-10", "severity": "high", "review_by": "2027-01-31",
             "would_lift": text(random, "would_lift")}
            for i in range(2)
        ],
        "questions": [
            {"id": f"question-{i}", "question": sentence(random)[:-1] + "?", "status": "open",
             "why_it_matters": text(random, "why_it_matters"), "review_by": "2027-05-20",
             "bears_on": [f"judgment-{i}", f"claim-{i * 2}"],
             "indicators": [text(random, "indicators")]}
            for i in range(3)
        ],
        "assumptions": [{"id": "assumption", "statement": sentence(random)}],
        "hypotheses": [
            {"id": "explanations", "question": sentence(random)[:-1] + "?", "options": options,
             "matrix": [{"evidence": f"claim-{row}", "ratings": {o["id"]: random.choice(fits)
                         for o in options}} for row in range(5)]}
        ],
        "events": [{"date": f"2025-0{i + 1}-01", "what": sentence(random)} for i in range(3)],
    }  # fmt: skip
