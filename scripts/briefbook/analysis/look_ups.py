"""What can be looked up in an edition, and what of it two editions answer differently.

Every look-up stands in one table here: under its name readings are noted (`noted_edition`), and
under its name two editions are compared.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from briefbook.analysis.edition import Edition
from briefbook.analysis.noted_briefs import BRIEF, differing_briefs
from briefbook.analysis.reads import EVERYTHING, Read
from briefbook.corpus import BriefFile, Links
from briefbook.corpus.links import defined
from briefbook.model import Brief
from briefbook.model.record_types import of_library

MAPS: Mapping[str, Callable[[Edition], Mapping[Any, Any]]] = {
    "whole brief": lambda edition: edition.briefs,
    "source": lambda edition: edition.sources,
    "entity": lambda edition: edition.entities,
    "topic": lambda edition: edition.topics,
    "record": lambda edition: edition.records,
    "file of brief": lambda edition: edition.corpus.briefs,
    "path of brief": lambda edition: edition.corpus.path_of,
    "proof": lambda edition: edition.proofs,
    "finding": lambda edition: edition.corpus.findings_at,
    "file": lambda edition: edition.corpus.file_at,
    "placed": lambda edition: edition.corpus.placed_at,
    "text": lambda edition: edition.corpus.texts,
    "link": lambda edition: edition.corpus.links.backlinks,
    "own source": lambda edition: edition.corpus.links.own_sources,
    "route in brief": lambda edition: edition.corpus.links.routes_by_brief,
    "route in file": lambda edition: edition.corpus.links.routes_by_path,
    "path of id": lambda edition: edition.corpus.paths_by_id,
    "library id": lambda edition: edition.corpus.library_ids,
    "record at": lambda edition: edition.corpus.links.records_at,
    "root": lambda edition: edition.origins.roots_by_source,
    "repeat": lambda edition: edition.origins.repeats,
    "publisher": lambda edition: edition.origins.of_publisher,
    "tied": lambda edition: edition.institutions.tied,
    "bearer of name": lambda edition: edition.institutions.by_name,
    "basis": lambda edition: edition.dependencies.basis,
    "limit": lambda edition: edition.dependencies.limits,
    "dependent": lambda edition: edition.dependencies.dependents,
    "leaner": lambda edition: edition.dependencies.leaners,
    "waiting": lambda edition: edition.dependencies.waiting,
    "bearer": lambda edition: edition.linchpins.bearers,
    "bearer by source": lambda edition: edition.linchpins.by_source,
    "bearer by origin": lambda edition: edition.linchpins.by_origin,
    "user": lambda edition: edition.blast_radius.users,
    "supported": lambda edition: edition.blast_radius.supported,
    "stale": lambda edition: edition.staleness.itself,
    "stale through": lambda edition: edition.staleness.through,
    "claims of actor": lambda edition: edition.involvement.claims,
    "relations of actor": lambda edition: edition.involvement.relations,
    "events of actor": lambda edition: edition.involvement.events,
    "examined": lambda edition: edition.involvement.examined,
    "facet": lambda edition: edition.faceted,
    "order": lambda edition: edition.in_order,
    "filed": lambda edition: edition.briefs_by_topic,
    "neighbour": lambda edition: edition.neighbours,
    "translation": lambda edition: edition.translations,
    "kind of name": lambda edition: edition.name_kinds,
    "actor named": lambda edition: edition.name_index.by_first_word,
}
SETS: Mapping[str, Callable[[Edition], frozenset[Any]]] = {
    "unread": lambda edition: edition.corpus.unread,
    "known name": lambda edition: edition.known_names,
    **{
        f"known {kind.noun}": lambda edition, role=kind.noun: edition.corpus.links.ids_by_role[role]  # type: ignore[misc]
        for kind in of_library()
    },
    "known brief": lambda edition: edition.corpus.links.ids_by_role["brief"],
}


_BY_FILE = frozenset({
    "whole brief",
    "link", "basis", "limit", "dependent", "leaner", "bearer", "bearer by source",
    "bearer by origin", "user",
    "supported", "facet", "own source", "route in brief", "route in file", "record at",
    "claims of actor", "relations of actor", "events of actor", "examined", "record", "placed",
})  # fmt: skip
"""Maps to whose entries each file adds what follows from itself and from the library alone."""
_OF_SOURCES = frozenset({
    "source", "entity", "topic", "root", "repeat", "publisher", "tied", "bearer of name",
    "kind of name", "actor named", "library id",
})  # fmt: skip
"""Maps that follow from the library and from the sources of briefs alone."""
_OF_DAYS = frozenset({"order", "path of id", "path of brief"})
"""Maps that follow from the ids and days of briefs alone."""
_OF_FILING = frozenset({"filed", "neighbour", "translation"})
"""Maps that follow from these, and from where briefs are filed."""
_OF_LEANINGS = frozenset({"stale", "stale through", "waiting"})
"""Maps that follow from what leans on what, and from what of that is past its day or withdrawn."""
_LEANING_FIELDS = ("status", "withdrawn", "review_by", "barriers", "assumptions", "questions")
TODAY = Read("today")
_ABSENT = object()


def differing(old: Edition, new: Edition, maps: Iterable[str]) -> frozenset[Read]:
    """Everything that whoever reads an edition finds otherwise in the new one, within these maps.

    For who has read everything all files are compared.
    """
    found: set[Read] = set()
    some = _only_what_changed(old, new)
    maps = frozenset(maps)
    for within in maps - _same(some):
        if within == BRIEF:
            sides = some or (old, new)
            found.update(differing_briefs(*(side.briefs for side in sides)))
        elif of := MAPS.get(within):
            sides = some if some and within in _BY_FILE else (old, new)
            found.update(_differing(within, *map(of, sides)))
        elif (names := SETS.get(within)) and (changed := names(old) ^ names(new)):
            found.update(Read(within, name) for name in (None, *changed))
    if old.today != new.today:
        found.add(TODAY)
    if EVERYTHING.within in maps and (old.corpus.file_at != new.corpus.file_at or found):
        found.add(EVERYTHING)
    return frozenset(found)


def _differing(within: str, old: Mapping[Any, Any], new: Mapping[Any, Any]) -> set[Read]:
    found = {
        Read(within, name)
        for name, value in new.items()
        if (before := old.get(name, _ABSENT)) is not value and before != value
    }
    found.update(Read(within, name) for name in old.keys() - new.keys())
    if found or [*old] != [*new]:
        found.add(Read(within))
    return found


def _only_what_changed(old: Edition, new: Edition) -> tuple[Edition, Edition] | None:
    """Both editions with the briefs alone that differ, where nothing else does: neither the library
    nor the day, no id, and no brief's place among others. Else None."""
    before, after = old.corpus.file_at, new.corpus.file_at
    if before.keys() != after.keys() or old.today != new.today:
        return None
    changed = [path for path, file in after.items() if before[path] is not file]
    if not all(_alike(path, old, new) for path in changed):
        return None
    return _some(old, changed, new.corpus.links), _some(new, changed, new.corpus.links)


def _same(some: tuple[Edition, Edition] | None) -> frozenset[str]:
    """The maps that cannot differ where nothing but these briefs does."""
    if some is None:
        return frozenset()
    pairs = list(zip(*(edition.corpus.files for edition in some), strict=True))

    def alike(what: Callable[[Brief | None], object]) -> bool:
        return all(what(before.brief) == what(after.brief) for before, after in pairs)

    found = _OF_SOURCES | _OF_DAYS
    found |= _OF_LEANINGS if alike(_leaning) else frozenset()
    return found | (_OF_FILING if alike(_filing) else frozenset())


def _filing(brief: Brief | None) -> object:
    """What of a brief decides where it is filed."""
    return brief and (brief.topics, brief.translation_of)


def _leaning(brief: Brief | None) -> object:
    """What of a brief decides what leans on what, and what of that is out of date."""
    return brief and (
        [getattr(brief, field) for field in _LEANING_FIELDS],
        [(one.id, one.withdrawn, one.depends_on, one.limited_by) for one in brief.claims],
        [(one.id, one.withdrawn, one.depends_on) for one in brief.judgments],
    )


def _alike(path: str, old: Edition, new: Edition) -> bool:
    """Whether a file is a readable brief with the same ids, sources and days as before."""
    before, after = old.corpus.file_at[path], new.corpus.file_at[path]
    if not isinstance(before, BriefFile) or not isinstance(after, BriefFile):
        return False
    one, other = before.brief, after.brief
    if one is None or other is None:
        return False
    return (
        defined(before) == defined(after)
        and one.sources == other.sources
        and (one.published, one.updated) == (other.published, other.updated)
    )


def _some(edition: Edition, paths: Iterable[str], whole: Links) -> Edition:
    """An edition with some of its briefs, whose links lead to all."""
    corpus = edition.corpus
    files = [file for path in paths if isinstance(file := corpus.file_at[path], BriefFile)]
    some = replace(corpus, files=tuple(files), library=(), texts={}, findings=())
    some.__dict__["links"] = Links.within(files, whole)
    return Edition(some, edition.today, edition.settings, lambda _: edition.proofs)
