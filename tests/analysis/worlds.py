"""Small random corpora for property tests: sources that repeat each other and share publishers,
people tied to each other, claims of different days, judgments that lean with a sign."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from random import Random

from brief_files import brief_file
from hypothesis import strategies as st

from briefbook.analysis.edition import Edition
from briefbook.corpus import Corpus
from briefbook.corpus.corpus import LibraryRecord
from briefbook.model import Entity, Source
from briefbook.model.settings import Settings
from examples import examples
from harness import DAY

SOURCES = [f"s{number}" for number in range(5)]
PEOPLE = ["ann", "bob", "firm"]
PUBLISHERS = {"Daily": "publisher: daily", "The Firm": "publisher: the firm"}
"""Names of publishers, and the origins that these are; an entity bears the second one."""
CLAIMS = [f"c{number}" for number in range(4)]
JUDGMENTS = [f"j{number}" for number in range(3)]
VERDICTS = ["supported", "partly-supported", "contested", "refuted", "unverified", "open"]
HOW_MANY = examples(10)
STANCES = ["supports", "disputes", "context", "silent", "absent", "misreports"]
DAYS = ["2024", "2024-12", "2025-01-15", "2025-02", "2025-02-20"]


@dataclass(frozen=True)
class World:
    """A brief and a library as plain data, in the form of the files."""

    sources: dict[str, dict[str, object]]
    entities: dict[str, dict[str, object]]
    brief: dict[str, object]

    def edition(self) -> Edition:
        """The same as an edition, without a file being read."""
        entries = {
            name: LibraryRecord(name, Source.model_validate(data), "library.yml", (index,))
            for index, (name, data) in enumerate(self.sources.items())
        }
        entities = {
            name: LibraryRecord(name, Entity.model_validate(data), "entities.yml", (index,))
            for index, (name, data) in enumerate(self.entities.items())
        }
        return Edition(Corpus((brief_file("b", self.brief),), entries, entities), DAY, Settings())


def _source(chance: Random, name: str, before: list[str]) -> dict[str, object]:
    return {
        "id": name,
        "title": name,
        "derives_from": _some(chance, before, 2),
        "speaker": _some(chance, PEOPLE, 2) if chance.random() < 0.4 else [],
        **({"publisher": chance.choice([*PUBLISHERS])} if chance.random() < 0.7 else {}),
        **({"independent": {"because": "W."}} if chance.random() < 0.2 else {}),
        **({"published": chance.choice(DAYS)} if chance.random() < 0.7 else {}),
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
        "depends_on": _leans(chance, before, 2),
        **({"as_of": chance.choice(DAYS)} if chance.random() < 0.7 else {}),
    }


def _judgment(chance: Random, name: str, before: list[str]) -> dict[str, object]:
    forecast = {"forecast": {"resolves_on": "2028-12-31"}} if chance.random() < 0.5 else {}
    return {
        "id": name,
        "statement": "S.",
        "confidence": chance.choice(["high", "moderate"]),
        "depends_on": _leans(chance, before, 3),
        **forecast,
    }


def _leans(chance: Random, names: list[str], most: int) -> list[object]:
    """Plain ids and leanings with a sign, each record once."""
    return [
        name if (sign := chance.choice([None, None, True, False])) is None
        else {"record": name, "holds": "yes" if sign else "no"}
        for name in sorted(set(_some(chance, names, most)))
    ]  # fmt: skip


def leans(record: dict[str, object]) -> list[tuple[str, bool | None]]:
    """What a record leans on, and with which sign."""
    return [
        (one, None) if isinstance(one, str) else (one["record"], one["holds"] == "yes")
        for one in record["depends_on"]  # type: ignore[attr-defined]
    ]


def _entity(chance: Random, name: str) -> dict[str, object]:
    ties = [
        {"entity": other, "how": chance.choice(["controls", "owns", "employs", "member-of"]),
         **({"when": chance.choice(["2024", "2025-02/..", "../2025-01"])}
            if chance.random() < 0.5 else {})}
        for other in _some(chance, [one for one in PEOPLE if one != name], 1)
    ]  # fmt: skip
    said = "The Firm" if name == "firm" else name
    return {"id": name, "name": said, "kind": "organization", "affiliated_with": ties}


def _some(chance: Random, names: list[str], most: int) -> list[str]:
    """Up to so many of the names, of which one may come twice."""
    return chance.choices(names, k=chance.randint(0, most)) if names else []


def world_of(seed: int) -> World:
    """The world of a number, always the same one."""
    chance = Random(seed)
    most = chance.randint(1, 4)
    sources = {name: _source(chance, name, SOURCES[:i]) for i, name in enumerate(SOURCES)}
    entities = {name: _entity(chance, name) for name in PEOPLE}
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
    return World(sources, entities, brief)


@cache
def _drawn() -> list[World]:
    """All worlds of this run, the small ones first, so that a failing test ends at a small one."""
    return sorted(map(world_of, range(HOW_MANY)), key=lambda world: len(str(world)))


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


_ENDS = {
    "2024": "2024-12-31", "2024-12": "2024-12-31", "2025-01-15": "2025-01-15",
    "2025-02": "2025-02-28", "2025-02-20": "2025-02-20",
}  # fmt: skip
"""The last day of each of `DAYS`."""


def last_day(record: dict[str, object]) -> str | None:
    """The day for which a claim is judged; None: none is given."""
    return _ENDS.get(str(record.get("as_of")))


def is_later(world: World, record: dict[str, object], item: dict[str, object]) -> bool:
    """Whether an item came after the day of its claim: of a month or a year the last day must be
    past, a day itself must have come."""
    then, out = last_day(record), str(world.sources[str(item["source"])].get("published"))
    if then is None or out not in _ENDS:
        return False
    return _ENDS[out] > then or (len(out) < len("2025-01-15") and _ENDS[out] == then)


def deciding(world: World, record: dict[str, object]) -> list[dict[str, object]]:
    """The items that a verdict stands on: known on its day, answered disputes left out; all of them
    where none was known then."""
    items: list[dict[str, object]] = record.get("evidence", [])  # type: ignore[assignment]
    counted = [i for i in items if i["stance"] != "disputes" or not i.get("answered")]
    known = [i for i in counted if not is_later(world, record, i)]
    return known if any(i["stance"] in ("supports", "disputes") for i in known) else counted


def origins(world: World, item: dict[str, object], gone: set[str], without: str = "") -> set[str]:
    """The origins that are left of an item."""
    if item["source"] in gone or item.get("via") in gone or item.get("origin") in gone:
        return set()
    if item.get("origin"):
        return {named(world, str(item["origin"]))} - {without}
    found = {_behind(world, root) for root in roots(world, str(item["source"]), gone)}
    return found - {without}


def _behind(world: World, root: str) -> str:
    data = world.sources[root]
    if data["speaker"]:
        return "+".join(sorted(set(data["speaker"])))  # type: ignore[call-overload]
    if "publisher" in data and "independent" not in data:
        return PUBLISHERS[str(data["publisher"])]
    return root


def named(world: World, origin: str) -> str:
    """An origin that an item names; of a text whoever speaks in it, else its publisher."""
    return _behind(world, origin) if origin in world.sources else origin


def records(world: World) -> Iterator[dict[str, object]]:
    """Judgments and claims."""
    yield from world.brief["judgments"]  # type: ignore[misc]
    yield from world.brief["claims"]  # type: ignore[misc]
