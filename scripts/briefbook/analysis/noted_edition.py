"""An edition that notes what is looked up in it.

Whatever is reached past the table of look-ups counts as a reading of everything.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cached_property, partial
from types import FunctionType
from typing import Any, TypeVar

from briefbook.analysis.blast_radius import BlastRadius
from briefbook.analysis.dependencies import DependencyGraph
from briefbook.analysis.edition import Edition
from briefbook.analysis.institutions import Institutions
from briefbook.analysis.involvement import Involvement
from briefbook.analysis.linchpins import Linchpins
from briefbook.analysis.look_ups import MAPS, SETS, TODAY
from briefbook.analysis.name_index import NameIndex
from briefbook.analysis.noted_briefs import NotedBriefs
from briefbook.analysis.origins import Origins
from briefbook.analysis.reads import EVERYTHING, NotedMap, NotedSet, Reads
from briefbook.analysis.signoffs import SignedBrief
from briefbook.analysis.staleness import Staleness
from briefbook.analysis.verdicts import Verdicts
from briefbook.corpus import Corpus, Links
from briefbook.model.record_types import of_library

T = TypeVar("T")


_see = object.__getattribute__


class _Noted:
    """What stands in its table is given as it stands there; its methods see the table, too.

    Anything else is what the whole has, and counts as a reading of everything.
    """

    def __init__(self, whole: object, table: Mapping[str, object], reads: Reads) -> None:
        for name, value in (("_whole", whole), ("_table", table), ("_reads", reads)):
            object.__setattr__(self, name, value)

    def __getattribute__(self, name: str) -> Any:  # noqa: ANN401 whatever is there
        table = _see(self, "_table")
        if name in table:
            found = table[name]
            return found() if name == "today" else found
        if name.startswith("__"):
            return _see(self, name)
        whole = _see(self, "_whole")
        method = getattr(type(whole), name, None)
        if isinstance(method, FunctionType):
            return method.__get__(self)
        _see(self, "_reads").note(*EVERYTHING)
        return getattr(whole, name)


class _NotedEdition(_Noted, Edition):
    pass


class _NotedCorpus(_Noted, Corpus):
    pass


class _NotedLinks(_Noted, Links):
    pass


class _Day:
    """The day: who asks for it has read it."""

    def __init__(self, today: date, reads: Reads) -> None:
        self._today, self._reads = today, reads

    def __call__(self) -> date:
        self._reads.note(*TODAY)
        return self._today


def noted(edition: Edition, reads: Reads, **more: object) -> Edition:
    """The same edition; what is looked up in it is noted. `more` takes the place of its own."""
    maps = {name: NotedMap(name, partial(of, edition), reads) for name, of in MAPS.items()}
    sets = {name: NotedSet(name, partial(of, edition), reads) for name, of in SETS.items()}
    day = _Day(edition.today, reads)
    links = _NotedLinks(edition.corpus.links, _links(maps, sets), reads)
    corpus = _NotedCorpus(edition.corpus, _corpus(maps, sets, links), reads)
    table = {
        **_of_records(edition, maps, sets, reads),
        **_of_analyses(maps, corpus, day, reads),
        "corpus": corpus, "today": day, "settings": edition.settings,
        "remembered": reads.remembered, **more,
    }  # fmt: skip
    return _NotedEdition(edition, table, reads)


Maps = Mapping[str, NotedMap[Any, Any]]


def _of_records(
    edition: Edition, maps: Maps, sets: Mapping[str, NotedSet[str]], reads: Reads
) -> dict[str, object]:
    """Records, their names and their order."""
    whole = maps["whole brief"]
    return {
        "briefs": NotedBriefs(edition.briefs, reads),
        "sources": maps["source"], "entities": maps["entity"],
        "topics": maps["topic"], "records": maps["record"], "faceted": maps["facet"],
        "in_order": maps["order"], "briefs_by_topic": maps["filed"],
        "neighbours": maps["neighbour"], "proofs": maps["proof"],
        "translations": maps["translation"],
        "name_kinds": maps["kind of name"],
        "known_names": sets["known name"], "name_index": NameIndex(maps["actor named"]),
        "proper_nouns": _OfBriefs(lambda: edition.proper_nouns, whole),
        "signed": _Signed(whole, maps["source"]), "people": edition.people,
        "corrections": _OfBriefs(lambda: edition.corrections, whole),
    }  # fmt: skip


def _of_analyses(maps: Maps, corpus: Corpus, day: _Day, reads: Reads) -> dict[str, object]:
    """What is computed from records."""
    origins = Origins(maps["source"])
    origins.__dict__.update(
        roots_by_source=maps["root"], repeats=maps["repeat"], of_publisher=maps["publisher"]
    )
    institutions = Institutions(maps["entity"], origins)
    institutions.__dict__.update(tied=maps["tied"], by_name=maps["bearer of name"])
    dependencies = DependencyGraph(corpus)
    dependencies.__dict__.update(
        basis=maps["basis"], limits=maps["limit"], dependents=maps["dependent"],
        leaners=maps["leaner"], waiting=maps["waiting"],
    )  # fmt: skip
    verdicts = Verdicts(maps["source"], origins, day)
    linchpins = Linchpins(maps["bearer"], maps["leaner"], institutions, reads.remembered)
    of_bearers = {"by_source": maps["bearer by source"], "by_origin": maps["bearer by origin"]}
    linchpins.__dict__.update(of_bearers)
    radius = BlastRadius(corpus, dependencies, verdicts, reads.remembered)
    radius.__dict__.update(users=maps["user"], supported=maps["supported"])
    return {
        "origins": origins, "institutions": institutions, "dependencies": dependencies,
        "verdicts": verdicts,
        "linchpins": linchpins, "blast_radius": radius,
        "staleness": Staleness(maps["stale"], maps["stale through"]),
        "involvement": Involvement(
            maps["claims of actor"], maps["relations of actor"], maps["events of actor"],
            maps["examined"],
        ),
    }  # fmt: skip


def _links(maps: Maps, sets: Mapping[str, NotedSet[str]]) -> dict[str, object]:
    known = {kind.noun: sets[f"known {kind.noun}"] for kind in of_library()}
    return {
        "backlinks": maps["link"], "own_sources": maps["own source"],
        "routes_by_brief": maps["route in brief"], "routes_by_path": maps["route in file"],
        "records_at": maps["record at"], "ids_by_role": {**known, "brief": sets["known brief"]},
    }  # fmt: skip


def _corpus(maps: Maps, sets: Mapping[str, NotedSet[Any]], links: Links) -> dict[str, object]:
    return {
        "links": links, "briefs": maps["file of brief"], "path_of": maps["path of brief"],
        "placed_at": maps["placed"], "file_at": maps["file"], "findings_at": maps["finding"],
        "texts": maps["text"], "unread": sets["unread"], "paths_by_id": maps["path of id"],
        "library_ids": maps["library id"],
    }  # fmt: skip


class _Signed(Mapping[str, SignedBrief]):
    """What can be signed: whoever asks has read the brief, and the sources that a hash binds."""

    def __init__(self, briefs: Mapping[str, Any], sources: Mapping[str, Any]) -> None:
        self._briefs, self._sources = briefs, sources

    def __getitem__(self, name: str) -> SignedBrief:
        return SignedBrief(self._briefs[name], self._sources)

    def __iter__(self) -> Iterator[str]:
        return iter(self._briefs)

    def __len__(self) -> int:
        return len(self._briefs)


class _OfBriefs(Mapping[str, T]):
    """What is worked out of each brief alone: whoever asks for it has read that brief."""

    def __init__(self, of: Callable[[], Mapping[str, T]], briefs: Mapping[str, object]) -> None:
        self._of, self._briefs = of, briefs

    @cached_property
    def _map(self) -> Mapping[str, T]:
        return self._of()

    def __getitem__(self, name: str) -> T:
        self._briefs.get(name)
        return self._map[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._briefs)

    def __len__(self) -> int:
        return len(self._briefs)
