"""Small random corpora of three briefs whose records lean on each other, in circles too."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from brief_files import brief_file
from hypothesis import strategies as st
from short_records import TITLE

from briefbook.analysis.edition import Edition
from briefbook.corpus import Corpus, Target
from briefbook.model.settings import Settings
from harness import DAY

BRIEFS = ["p", "q", "r"]
NAMES = ["j1", "j2", "c1", "c2", "b1", "a1", "q1"]
"""Judgments, claims, a barrier, an assumption and a question of each brief."""
PAST, TODAY, AHEAD = "2026-11-22", "2026-11-23", "2026-11-24"
LISTS = {"j": "judgments", "c": "claims", "b": "barriers", "a": "assumptions", "q": "questions"}
PLAIN: dict[str, dict[str, object]] = {
    "j": {"statement": "S."},
    "c": {"statement": "S.", "kind": "fact", "verdict": "supported"},
    "b": {"statement": "S.", "kind": "trust"},
    "a": {"statement": "S."},
    "q": {"question": "Q?", "status": "open"},
}
Record = dict[str, Any]


@dataclass(frozen=True)
class Chains:
    """Briefs by id: their own fields, and their records by id, in the form of the files."""

    fields: Mapping[str, Mapping[str, Any]]
    records: Mapping[str, Mapping[str, Mapping[str, Any]]]

    def edition(self, today: date = DAY) -> Edition:
        """The same as an edition, without a file being read."""
        files = [brief_file(name, self._brief(name)) for name in self.records]
        return Edition(Corpus(tuple(files)), today, Settings())

    def _brief(self, name: str) -> dict[str, Any]:
        lists: dict[str, list[Record]] = {key: [] for key in LISTS.values()}
        for at, record in self.records[name].items():
            lists[LISTS[at[0]]].append({"id": at, **PLAIN[at[0]], **record})
        return {**TITLE, **self.fields.get(name, {}), **lists}

    def placed(self) -> Iterator[tuple[Target, Mapping[str, Any]]]:
        """Each record and what names it."""
        for name, records in self.records.items():
            for at, record in records.items():
                yield Target("record", at, name), record

    def leans(self, *fields: str) -> dict[Target, list[Target]]:
        """What each record names in these fields, each once, in the order of the fields."""
        return {
            target: list(
                dict.fromkeys(
                    named(str(reference), target.brief)
                    for field in fields
                    for reference in record.get(field, [])
                )
            )
            for target, record in self.placed()
        }


def named(reference: str, brief: str) -> Target:
    """What a reference names, seen from a brief."""
    owner, record = reference.split("#") if "#" in reference else (brief, reference)
    return Target("record", record, owner)


def chain(length: int, end: Record) -> Chains:
    """A brief in which each of many judgments leans on the next, the last one on `a1`."""
    records: dict[str, Record] = {
        f"j{n}": {"depends_on": [f"j{n + 1}" if n < length else "a1"]} for n in range(1, length + 1)
    }
    return Chains({}, {"p": {**records, "a1": end}})


STARTS = [
    ("j1", "depends_on"), ("j2", "depends_on"), ("c1", "depends_on"), ("c2", "depends_on"),
    ("c1", "limited_by"), ("b1", "rests_on"), ("q1", "bears_on"),
]  # fmt: skip
EDGES = st.lists(
    st.tuples(
        st.sampled_from(BRIEFS),
        st.sampled_from(STARTS),
        st.sampled_from(BRIEFS),
        st.sampled_from(["j1", "j2", "c1", "c2", "b1", "a1"]),
    ),
    max_size=16,
)
DATED = st.dictionaries(
    st.tuples(st.sampled_from(BRIEFS), st.sampled_from(["a1", "b1"])),
    st.sampled_from(
        [
            {"review_by": PAST},
            {"review_by": TODAY},
            {"review_by": AHEAD},
            {"in_force": f"2022/{PAST}"},
            {"in_force": f"2022/{TODAY}", "review_by": PAST},
        ]
    ),
    max_size=2,
)
REVIEWED = st.dictionaries(
    st.sampled_from(BRIEFS),
    st.sampled_from([{"review_by": PAST}, {"review_by": AHEAD}]),
    max_size=2,
)


@st.composite
def chains(draw: st.DrawFn) -> Chains:
    """Records of each kind in three briefs; a few of them, and of the briefs, past their day."""
    records = {brief: {name: Record() for name in NAMES} for brief in BRIEFS}
    for brief, (start, field), owner, end in draw(EDGES):
        ends = records[brief][start].setdefault(field, [])
        name = "b1" if field == "limited_by" else end
        ends.append(name if owner == brief else f"{owner}#{name}")
    for (brief, name), dates in draw(DATED).items():
        known = {"review_by"} if name == "a1" else set(dates)
        records[brief][name] |= {key: day for key, day in dates.items() if key in known}
    return Chains(draw(REVIEWED), records)
