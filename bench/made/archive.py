"""A made archive: a whole project of any number of briefs, like that of a newsroom of many years.

Deterministic: the same number gives the same files, and a brief is the same in archives of any
size as far as it can be (what it links to stands before it).
"""

from collections.abc import Iterator
from pathlib import Path
from random import Random

import yaml

from made.briefs import Data, judgment
from made.prose import sentence, text

CLAIMS, SOURCES_EACH, QUESTIONS = 8, 3, 2
_SYLLABLES = ("ba", "ro", "lin", "ke", "dor", "mi", "san", "tu", "vel", "ga", "hun", "pri")
_RUSSIAN = ("ба", "ро", "лин", "ке", "дор", "ми", "сан", "ту", "вел", "га", "хун", "при")
_CHINESE = "巴罗林科多米桑图维加洪普国银行学院科技能源"
_SETTINGS = {
    "site_name": "Archive",
    "site_description": "Briefs of many years, made to be measured.",
    "site_url": "https://archive.example.org/",
    "theme": {"name": "material", "font": False},
    "plugins": ["briefbook"],
    "validation": {"nav": {"omitted_files": "ignore"}},
    "markdown_extensions": [
        "attr_list", "tables", {"toc": {"toc_depth": 2, "permalink": True}},
    ],
    "extra": {"briefbook": {"theme": "whole", "rules": {"profile": "relaxed"}}},
}  # fmt: skip
_FLAWS = ("overstated", "wrong-date", "wrong-figure", "misattributed", "outdated")
_VERDICTS = ("supported", "supported", "supported", "contested", "refuted", "unverified")


def archive(folder: Path, briefs: int) -> Path:
    """Write the project to an empty folder."""
    write(folder / "mkdocs.yml", _SETTINGS)
    (folder / "docs").mkdir(parents=True)
    (folder / "docs/index.md").write_text("# Archive\n\nBriefs of many years.\n")
    (folder / "docs/about.md").write_text("# About\n\nWho we are, and how to reach us.\n")
    library = folder / "briefings" / "_library"
    write(library / "topics.yml", list(topics(briefs)))
    write(library / "entities.yml", [entity(number) for number in range(actors(briefs))])
    for start in range(0, briefs, 50):
        some = [one for n in range(start, min(start + 50, briefs)) for one in sources(n)]
        write(library / "sources" / f"from-{start:05}.yml", some)
    for number in range(briefs):
        write(folder / "briefings" / f"{_year(number)}" / f"{name(number)}.yml", brief(number))
    return folder


def actors(briefs: int) -> int:
    """How many entities an archive has."""
    return 20 + briefs // 4


def topics(briefs: int) -> Iterator[Data]:
    """Twelve subjects, and one more for each fifty briefs."""
    for number in range(12 + briefs // 50):
        random = Random(f"topic-{number}")
        yield {"id": f"topic-{number}", "name": _name(random), "description": sentence(random)}


def entity(number: int) -> Data:
    """An actor with names in three scripts."""
    random = Random(f"actor-{number}")
    kind = random.choice(("organization", "organization", "person", "state", "model"))
    return {
        "id": f"actor-{number}",
        "name": _name(random),
        "kind": kind,
        "aliases": [
            {"name": "".join(random.choices(_RUSSIAN, k=3)).capitalize(), "language": "ru"},
            {"name": "".join(random.choices(_CHINESE, k=3)), "language": "zh"},
        ],
    }


def sources(number: int) -> Iterator[Data]:
    """The sources that came into the library with a brief; a third of them repeat another."""
    random = Random(f"sources-{number}")
    for index in range(SOURCES_EACH):
        made: Data = {
            "id": f"source-{number}-{index}",
            "title": sentence(random, 7),
            "type": random.choice(("article-newspaper", "webpage", "post-weblog", "report")),
            "url": f"https://host-{random.randrange(300)}.example.org/{number}/{index}",
            "publisher": f"The {_name(Random(f'paper-{random.randrange(300)}'))} Post",
            "published": _day(number, index),
            "accessed": _day(number, 20),
            "language": random.choice(("en", "en", "en", "ru", "zh")),
            "reliability": {"grade": random.choice("ABBBCCD"), "on": _day(number, 20),
                            "because": text(random, "note")},
            "seen": random.choice(("whole", "whole", "opening")),
        }  # fmt: skip
        if index == 2:
            made["derives_from"] = [{"id": f"source-{number}-0", "how": "copies"}]
        elif number and random.random() < 0.1:
            made["derives_from"] = [f"source-{random.randrange(number)}-0"]
        elif random.random() < 0.2:
            made["speaker"] = [_actor(random, number)]
        yield made


def name(number: int) -> str:
    """A brief's id."""
    random = Random(f"name-{number}")
    return f"{_name(random).lower()}-{_name(random).lower()}-{number}"


def brief(number: int) -> Data:
    """One brief of eight claims."""
    random = Random(f"brief-{number}")
    own = [_actor(random, number) for _ in range(3)]
    made: Data = {
        "title": sentence(random, 7).rstrip("."),
        "summary": f"{sentence(random)} {sentence(random)}",
        "status": "published",
        "published": _day(number),
        "updated": _day(number, 9),
        "review_by": "2027-05-20" if number % 7 else _day(number, 27),
        "language": "en",
        "authors": [_name(Random(f"author-{number % 40}"))],
        "topics": sorted({f"topic-{random.randrange(12)}", f"topic-{12 + number // 50 - 1}"}),
        "scope": text(random, "scope"),
        "background": text(random, "background"),
        "judgments": [_judgment(random, number, index) for index in range(2)],
        "claims": [_claim(random, number, index, own) for index in range(CLAIMS)],
        "barriers": [
            {"id": "barrier", "kind": "sanctions", "statement": sentence(random),
             "between": own[:2], "rests_on": ["claim-0"], "severity": "high",
             "instrument": text(random, "instrument"), "in_force": f"{_year(number)}-04-06/..",
             "last_confirmed": "2026-10", "review_by": "2027-01-31"}
        ],
        "questions": [
            {"id": f"question-{i}", "question": sentence(random)[:-1] + "?", "status": "open",
             "why_it_matters": text(random, "why_it_matters"), "review_by": "2027-05-20",
             "bears_on": [f"judgment-{i}"]}
            for i in range(QUESTIONS)
        ],
        "assumptions": [{"id": "assumption", "statement": sentence(random)}],
        "events": [
            {"date": _day(number, -i), "what": sentence(random), "entities": own[:1],
             "sources": [f"source-{number}-0"]}
            for i in range(3)
        ],
    }  # fmt: skip
    if number % 4 == 0:
        made["hypotheses"] = [_hypotheses(random)]
    return made


def _claim(random: Random, number: int, index: int, own: list[str]) -> Data:
    verdict = random.choice(_VERDICTS)
    stances = {
        "supported": ("supports", "supports"),
        "contested": ("supports", "disputes"),
        "refuted": ("disputes",),
        "unverified": ("context",),
    }[verdict]
    made: Data = {
        "id": f"claim-{index}",
        "statement": sentence(random),
        "kind": "fact",
        "verdict": verdict,
        "established": text(random, "established"),
        "confidence": random.choice(("high", "moderate")),
        "as_of": _day(number),
        "evidence": [_item(random, number, stance) for stance in stances],
        "reasoning": f"{text(random, 'reasoning')} See [[claim-{random.randrange(CLAIMS)}]].",
        "entities": [own[index % 3]],
        "depends_on": [f"claim-{index - 1}"] if index % 4 == 3 else [],
        "contradicts": _elsewhere(random, number) if index == 7 else [],
        "limited_by": ["barrier"] if index == 5 else [],
    }
    if verdict == "refuted":
        made |= {"flaw": random.choice(_FLAWS), "claimant": own[0]}
    return made


def _elsewhere(random: Random, number: int) -> list[str]:
    return [f"{name(random.randrange(number))}#claim-{random.randrange(CLAIMS)}"] if number else []


def _item(random: Random, number: int, stance: str) -> Data:
    near = number if random.random() < 0.85 else random.randrange(number + 1)
    return {
        "source": f"source-{near}-{random.randrange(SOURCES_EACH)}",
        "stance": stance,
        "note": text(random, "note"),
        "locator": f"paragraph {random.randint(1, 40)}",
        **({} if stance == "context" else {"credibility": random.choice("2233")}),
    }


def _judgment(random: Random, number: int, index: int) -> Data:
    made = judgment(random, index, f"source-{number}-{index}")
    if index == 1:
        made["forecast"] = {
            "resolves_on": f"{_year(number) + 2}-12-31",
            "criteria": text(random, "criteria"),
            "history": [{"date": _day(number, 9), "probability": "0.7"}],
        }
    return made


def _hypotheses(random: Random) -> Data:
    options = [{"id": f"option-{i}", "statement": sentence(random)} for i in range(3)]
    fits = ("inconsistent", "neutral", "consistent")
    rows = [
        {"evidence": f"claim-{row}",
         "ratings": {f"option-{i}": random.choice(fits) for i in range(3)}}
        for row in range(4)
    ]  # fmt: skip
    return {"id": "explanations", "question": sentence(random)[:-1] + "?", "options": options,
            "matrix": rows}  # fmt: skip


def _actor(random: Random, number: int) -> str:
    """A few actors are in many briefs, most in few; all stood in the library before."""
    known = actors(number)
    return f"actor-{min(int(random.paretovariate(0.6)) - 1, known - 1)}"


def _name(random: Random) -> str:
    return "".join(random.choices(_SYLLABLES, k=3)).capitalize()


def _year(number: int) -> int:
    return 2018 + number * 7 % 8


def _day(number: int, later: int = 0) -> str:
    """A day of a brief's year, some days later or (below nothing) earlier."""
    return (
        f"{_year(number)}-{number % 10 + 2:02}-{15 + later % 13 if later >= 0 else 15 + later:02}"
    )


def write(path: Path, data: object) -> None:
    """A file of the project."""
    path.parent.mkdir(parents=True, exist_ok=True)
    printed = yaml.dump(data, Dumper=yaml.CSafeDumper, sort_keys=False, allow_unicode=True)
    path.write_text(printed, encoding="utf-8")
