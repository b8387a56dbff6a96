"""Two states of a project as editions, read as far as a comparison needs and no further.

Parsed are the files that changed and, round by round, those that name what changed: briefs that
refer to a changed record, what cites or repeats a changed source. Of the library's other files only
those entries are read that a touched claim cites, and what those repeat.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from briefbook.analysis.change_kinds import ChangeKind
from briefbook.analysis.changes import Change, Comparison
from briefbook.analysis.court.proof import Proof, Quotation
from briefbook.analysis.edition import Edition, no_texts
from briefbook.analysis.origins import links_of, publisher_key
from briefbook.corpus import (
    ENTITIES,
    Corpus,
    Target,
    gather,
)
from briefbook.diff.compare import compare
from briefbook.diff.git import Repository
from briefbook.diff.knock_on_sources import joins
from briefbook.diff.sides_reader import Known, SidesReader, nothing_known
from briefbook.diff.signing import signing
from briefbook.model import Claim, Source
from briefbook.model.canonical_form import APART
from briefbook.model.settings import Settings

_ROUNDS = 16
"""A chain of leaning or deriving files that is longer than this is followed no further."""
_OF_SOURCES = ("source-", "origin-", "address-")


def compare_revisions(
    repository: Repository,
    base: str,
    head: str | None,
    today: date,
    settings: Settings,
    written: str | None = None,
    prove: Callable[[Edition], Mapping[Quotation, Proof]] = no_texts,
    known: Known = nothing_known,
) -> Comparison:
    """What changed between two revisions, or a revision and the working tree (`head` None).

    `written` is the commit whose history tells who wrote a file (else `head`, else HEAD); `prove`
    asks the stored texts for quotations; `known` may have read files already.

    Raises GitTrouble.
    """
    before_id = repository.commit(base)
    after_id = repository.commit(head) if head is not None else None
    reader = SidesReader(repository, before_id, after_id, known)
    found = _in_rounds(reader, lambda read: Edition(read, today, settings, prove))
    if any(change.kind == ChangeKind.signoff_added for change in found.changes):
        history = repository.commit(written) if written else after_id
        found = replace(found, signing=signing(repository, found, before_id, history))
    return found


def _in_rounds(reader: SidesReader, edition_of: Callable[[Corpus], Edition]) -> Comparison:
    """Compares what changed, then what that leans on and what leans on it, until all is there."""
    repository, base, head = reader.repository, reader.base, reader.head
    changed = [name for name in repository.changed(base, head) if name.endswith(".yml")]
    old, new = reader.of_commit(base, changed), reader.of_head(changed)
    asked: set[str] = set()
    for _ in range(_ROUNDS):
        before = edition_of(gather(old.items(), reader.read))
        after = edition_of(gather(new.items(), reader.read))
        found = compare(before, after)
        wanted = _wanted(found)
        actors = _actors(found, wanted)
        cited = {one for one in (*wanted, *actors) if one not in _known(found) | asked}
        hands = _hands(found) - reader.hands
        names = _candidates(repository, found, asked, cited, head) | reader.translated(found)
        names |= set(repository.files_containing(sorted(hands), head, library=True))
        naming = {*_publishers(found, wanted), *actors} - reader.naming
        names |= {ENTITIES} if naming else set()
        context = reader.of_head(names - old.keys() - new.keys())
        if not context and not cited and not naming and not hands:
            break
        reader.hands |= hands
        reader.cited |= cited
        reader.naming |= naming
        reader.context |= context.keys()
        old.update(context)
        new.update(context)
    return found


def _candidates(
    repository: Repository, found: Comparison, asked: set[str], cited: set[str],
    commit: str | None,
) -> set[str]:  # fmt: skip
    """Files that may name what changed, or define what that leans on, not asked for before."""
    moved = dict.fromkeys(word for word in _moved(found) if word not in asked)
    asked.update(moved)
    names = set(repository.files_containing(list(moved), commit)) if moved else set[str]()
    asked.update(cited)
    if cited:
        names |= set(repository.files_containing(sorted(cited), commit, library=True))
    return {name for name in names if name.endswith(".yml")}


def _moved(found: Comparison) -> Iterator[str]:
    """Words by which other files name what moved: a brief's records, sources and their repeats."""
    sources: dict[str, None] = {}
    for change in found.changes:
        if change.kind.startswith(_OF_SOURCES):
            if change.field not in APART[Source]:  # what nobody else leans on
                sources[change.record] = None
        elif change.brief and change.record:
            yield f"{change.brief}#"
            yield f"translation_of: {change.brief}"
    sources.update(dict.fromkeys(_in_hands(found)))
    repeats = found.after.origins.repeats
    front = list(sources)
    while front:
        yield from front
        front = list(dict.fromkeys(name for one in front for name in repeats.get(one, ())
                                   if name not in sources))  # fmt: skip
        sources.update(dict.fromkeys(front))


def _wanted(found: Comparison) -> Mapping[str, None]:
    """Sources that must be known to say what changed: of new evidence, and beside moved sources.

    How many independent origins a claim has takes all that it cites, and what those repeat.
    """
    known = found.after.sources
    wanted: dict[str, None] = {}
    for change in found.changes:
        if change.kind in (
            ChangeKind.evidence_added,
            ChangeKind.evidence_removed,
            ChangeKind.origin_changed,
            ChangeKind.quotation_changed,
            ChangeKind.attribution_changed,
        ):
            wanted.update(dict.fromkeys(_of_change(found, change)))
    moved = {change.record for change in found.changes
             if change.kind.startswith(_OF_SOURCES)}  # fmt: skip
    moved.update(_in_hands(found))
    touched = {(change.brief, change.record) for change in found.changes}
    for edition in (found.before, found.after):
        for placed in edition.corpus.placed(Claim):
            links = [link for item in placed.record.evidence for link in links_of(item)]
            own = (placed.brief_id, placed.id) in touched
            if own or (moved and any(_leads_to(edition, link, moved) for link in links)):
                wanted.update(dict.fromkeys(links))
        for name, brief in edition.briefs.items():
            for item in brief.signoffs:  # they bind what their sources are worth
                wanted.update(dict.fromkeys(edition.signed[name].cited(item.record)))
    front = list(wanted)
    while front:
        parents = (parent.id for name in front if (source := known.get(name))
                   for parent in source.derives_from)  # fmt: skip
        front = [name for name in dict.fromkeys(parents) if name not in wanted]
        wanted.update(dict.fromkeys(front))
    return wanted


def _known(found: Comparison) -> set[str]:
    return {*found.after.sources, *found.after.entities}


def _publishers(found: Comparison, wanted: Iterable[str]) -> Iterator[str]:
    """Names of publishers of sources without a speaker: an actor that bears one holds them."""
    sources = (found.after.sources.get(name) for name in wanted)
    yield from (one.publisher for one in sources if one and one.publisher and not one.speaker)


def _actors(found: Comparison, wanted: Iterable[str]) -> Mapping[str, None]:
    """Actors that must be known to say how many institutions stand behind a claim: those who speak
    or publish, and whoever is joined with them over any number of steps."""
    known, institutions = found.after.entities, found.after.institutions
    sources = [source for name in wanted if (source := found.after.sources.get(name))]
    bearers = (institutions.bearer(name) for name in _publishers(found, wanted))
    seen = dict.fromkeys(one for source in sources for one in source.speaker)
    seen.update(dict.fromkeys(name for name in bearers if name in known))
    front = list(seen)
    while front:
        tied = (tie.entity for name in front for tie in institutions.tied.get(name, ()))
        front = [name for name in dict.fromkeys(tied) if name not in seen]
        seen.update(dict.fromkeys(front))
    return seen


def _hands(found: Comparison) -> set[str]:
    """The actors whose institution may be another now, by id and by all their names: those of which
    affiliations or names changed, and whoever is joined with them on one of the sides."""
    front = {change.record for change in found.changes if joins(change)}
    ids = set[str]()
    while front:
        ids |= front
        sides = (found.before.institutions.tied, found.after.institutions.tied)
        front = {tie.entity for side in sides for one in front for tie in side.get(one, ())} - ids
    names = set(ids)
    for edition in (found.before, found.after):
        for entity in (edition.entities[one] for one in ids if one in edition.entities):
            names |= {entity.name, *(alias.name for alias in entity.aliases)}
    return names


def _in_hands(found: Comparison) -> Iterator[str]:
    """The sources in which one of these speaks, or that one of these publishes."""
    hands = _hands(found)
    keys = {publisher_key(one) for one in hands}
    for edition in (found.before, found.after) if hands else ():
        for name, source in edition.sources.items():
            if (
                not hands.isdisjoint(source.speaker)
                or publisher_key(source.publisher or "") in keys
            ):
                yield name


def _of_change(found: Comparison, change: Change) -> Iterator[str]:
    """The sources that a change of evidence or origin names."""
    edition = found.before if change.gone else found.after
    if change.kind == ChangeKind.origin_changed:
        source = edition.sources.get(change.record)
        yield from (parent.id for parent in (source.derives_from if source else ()))
        return
    target = Target("record", change.record, change.brief)
    record = edition.records.get(target)
    index = change.place.route[-1]
    items = getattr(record, "evidence", ())
    if isinstance(index, int) and index < len(items):
        yield from links_of(items[index])


def _leads_to(edition: Edition, source: str, moved: set[str]) -> bool:
    """Whether a source is one of these, or repeats one."""
    seen, front = {source}, [source]
    while front:
        if not moved.isdisjoint(front):
            return True
        front = [p for name in front for p in edition.origins.parents(name) if p not in seen]
        seen.update(front)
    return False
