"""Small random corpora for property tests: sources that repeat each other, claims, judgments."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from random import Random

from hypothesis import strategies as st

from briefbook.analysis.edition import Edition
from briefbook.corpus import Corpus
from briefbook.corpus.corpus import BriefFile, LibraryRecord
from briefbook.model import Brief, Source
from briefbook.model.settings import Settings
from examples import examples
from harness import DAY

SOURCES = [f"s{number}" for number in range(5)]
PEOPLE = ["ann", "bob"]
CLAIMS = [f"c{number}" for number in range(4)]
JUDGMENTS = [f"j{number}" for number in range(3)]
VERDICTS = ["supported", "contested", "refuted", "unverified"]
HOW_MANY = examples(10)
STANCES = ["supports", "disputes", "context", "silent", "misreports"]


@dataclass(frozen=True)
class World:
    """A brief and a library as plain data, in the form of the files."""

    sources: dict[str, dict[str, object]]
    brief: dict[str, object]

    def edition(self) -> Edition:
        """The same as an edition, without a file being read."""
        brief = Brief.model_validate(self.brief)
        entries = {
            name: LibraryRecord(name, Source.model_validate(data), "library.yml", (index,))
            for index, (name, data) in enumerate(self.sources.items())
        }
        file = BriefFile("b", "briefings/b.yml", None, brief)
        return Edition(Corpus((file,), entries), DAY, Settings())


def _source(chance: Random, name: str, before: list[str]) -> dict[str, object]:
    return {
        "id": name,
        "title": name,
        "derives_from": _some(chance, before, 2),
        "speaker": _some(chance, PEOPLE, 1),
        "reliability": _some(chance, list("ABCDEF"), 1),
    }


def _item(chance: Random) -> dict[str, object]:
    optional: dict[str, object] = {
        "via": chance.choice(SOURCES),
        "origin": chance.choice([*PEOPLE, *SOURCES]),
        "also_in": _some(chance, SOURCES, 2),
        "credibility": chance.choice("123456"),
        "answered": "Why.",
    }
    kept = {key: value for key, value in optional.items() if chance.random() < 0.5}
    return {"source": chance.choice(SOURCES), "stance": chance.choice(STANCES), **kept}


def _claim(chance: Random, name: str, before: list[str], most: int) -> dict[str, object]:
    return {
        "id": name,
        "statement": "S.",
        "kind": "fact",
        "verdict": chance.choice(VERDICTS),
        "confidence": chance.choice(["high", "moderate"]),
        "evidence": [_item(chance) for _ in range(chance.randint(0, most))],
        "depends_on": sorted(set(_some(chance, before, 2))),
    }


def _judgment(chance: Random, name: str, before: list[str]) -> dict[str, object]:
    forecast = {"forecast": {"resolves_on": "2028-12-31"}} if chance.random() < 0.5 else {}
    return {
        "id": name,
        "statement": "S.",
        "confidence": chance.choice(["high", "moderate"]),
        "depends_on": sorted(set(_some(chance, before, 3))),
        **forecast,
    }


def _some(chance: Random, names: list[str], most: int) -> list[str]:
    """Up to so many of the names, of which one may come twice."""
    return chance.choices(names, k=chance.randint(0, most)) if names else []


def _world(seed: int) -> World:
    chance = Random(seed)
    most = chance.randint(1, 4)
    sources = {name: _source(chance, name, SOURCES[:i]) for i, name in enumerate(SOURCES)}
    brief = {
        "title": "T",
        "summary": "S.",
        "status": "draft",
        "claims": [_claim(chance, name, ["a", *CLAIMS[:i]], most) for i, name in enumerate(CLAIMS)],
        "judgments": [
            _judgment(chance, name, ["a", *CLAIMS, *JUDGMENTS[:i]])
            for i, name in enumerate(JUDGMENTS)
        ],
        "assumptions": [{"id": "a", "statement": "S."}],
    }
    return World(sources, brief)


@cache
def _drawn() -> list[World]:
    """All worlds of this run, the small ones first, so that a failing test ends at a small one."""
    return sorted(map(_world, range(HOW_MANY)), key=lambda world: len(str(world)))


def worlds() -> st.SearchStrategy[World]:
    """Derivation and dependence without circles, as the rules demand; drawn once for all tests."""
    return st.integers(0, HOW_MANY - 1).map(lambda number: _drawn()[number])


def roots(world: World, source: str, gone: set[str]) -> set[str]:
    """By the definition: whatever is reached upwards and stands on nothing that is left."""
    parents = [p for p in world.sources[source]["derives_from"] if p not in gone]  # type: ignore[union-attr,attr-defined]
    if not parents:
        return {source}
    return {root for parent in parents for root in roots(world, parent, gone)}


def fallen(world: World, source: str) -> set[str]:
    """By the definition, round by round: a source falls when all that it derives from has."""
    gone = {source}
    while True:
        more = {
            name
            for name, data in world.sources.items()
            if name not in gone and data["derives_from"] and set(data["derives_from"]) <= gone  # type: ignore[call-overload]
        }
        if not more:
            return gone
        gone |= more


def origins(world: World, item: dict[str, object], gone: set[str], without: str = "") -> set[str]:
    """The origins that are left of an item."""
    if item["source"] in gone or item.get("via") in gone or item.get("origin") in gone:
        return set()
    if item.get("origin"):
        return {str(item["origin"])} - {without}
    found: set[str] = set()
    for root in roots(world, str(item["source"]), gone):
        found |= set(world.sources[root]["speaker"]) or {root}  # type: ignore[call-overload]
    return found - {without}


def records(world: World) -> Iterator[dict[str, object]]:
    """Judgments and claims."""
    yield from world.brief["judgments"]  # type: ignore[misc]
    yield from world.brief["claims"]  # type: ignore[misc]
