"""Small random corpora for property tests: sources that repeat each other, claims, judgments."""

from collections.abc import Iterator
from dataclasses import dataclass

from hypothesis import strategies as st

from briefbook.analysis.edition import Edition
from briefbook.corpus import Corpus
from briefbook.corpus.corpus import BriefFile, Entry
from briefbook.model import Brief, Source
from briefbook.model.settings import Settings
from harness import DAY

SOURCES = [f"s{number}" for number in range(5)]
PEOPLE = ["ann", "bob"]
CLAIMS = [f"c{number}" for number in range(4)]
JUDGMENTS = [f"j{number}" for number in range(3)]
VERDICTS = ["supported", "contested", "refuted", "unverified"]
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
            name: Entry(name, Source.model_validate(data), "library.yml", (index,))
            for index, (name, data) in enumerate(self.sources.items())
        }
        file = BriefFile("b", "briefings/b.yml", None, brief)
        return Edition(Corpus((file,), entries), DAY, Settings())


def _source(name: str, before: list[str]) -> st.SearchStrategy[dict[str, object]]:
    parents = st.lists(st.sampled_from(before), max_size=2) if before else st.just([])
    return st.fixed_dictionaries(
        {
            "id": st.just(name),
            "title": st.just(name),
            "derives_from": parents,
            "speaker": st.lists(st.sampled_from(PEOPLE), max_size=1),
            "reliability": st.lists(st.sampled_from("ABCDEF"), max_size=1),
        }
    )


ITEM = st.fixed_dictionaries(
    {"source": st.sampled_from(SOURCES), "stance": st.sampled_from(STANCES)},
    optional={
        "via": st.sampled_from(SOURCES),
        "origin": st.sampled_from([*PEOPLE, *SOURCES]),
        "also_in": st.lists(st.sampled_from(SOURCES), max_size=2),
        "credibility": st.sampled_from("123456"),
        "answered": st.just("Why."),
    },
)


def _claim(name: str, before: list[str]) -> st.SearchStrategy[dict[str, object]]:
    return st.fixed_dictionaries(
        {
            "id": st.just(name),
            "statement": st.just("S."),
            "kind": st.just("fact"),
            "verdict": st.sampled_from(VERDICTS),
            "confidence": st.sampled_from(["high", "moderate"]),
            "evidence": st.lists(ITEM, max_size=4),
            "depends_on": st.lists(st.sampled_from(before), max_size=2, unique=True),
        }
    )


def _judgment(name: str, before: list[str]) -> st.SearchStrategy[dict[str, object]]:
    return st.fixed_dictionaries(
        {
            "id": st.just(name),
            "statement": st.just("S."),
            "confidence": st.sampled_from(["high", "moderate"]),
            "depends_on": st.lists(st.sampled_from(before), max_size=3, unique=True),
        },
        optional={"forecast": st.just({"resolves_on": "2028-12-31"})},
    )


@st.composite
def worlds(draw: st.DrawFn) -> World:
    """Derivation and dependence without circles, as the rules demand."""
    sources = {name: draw(_source(name, SOURCES[:i])) for i, name in enumerate(SOURCES)}
    claims = [draw(_claim(name, ["a", *CLAIMS[:i]])) for i, name in enumerate(CLAIMS)]
    judgments = [
        draw(_judgment(name, ["a", *CLAIMS, *JUDGMENTS[:i]])) for i, name in enumerate(JUDGMENTS)
    ]
    brief = {
        "title": "T",
        "summary": "S.",
        "status": "draft",
        "claims": claims,
        "judgments": judgments,
        "assumptions": [{"id": "a", "statement": "S."}],
    }
    return World(sources, brief)


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
