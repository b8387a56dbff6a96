"""Takes references into the library: new ones get a readable id and their place, known ones are
renewed; everything else in a file stays byte for byte."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from briefbook.analysis.same_work import identifier, normal_url
from briefbook.authoring.known_works import KnownWorks
from briefbook.authoring.library_file import LibraryEdit
from briefbook.authoring.references import Reference, Unread, Value
from briefbook.authoring.references.ids import readable_id
from briefbook.corpus import BRIEFINGS, LIBRARY, Corpus
from briefbook.findings import Severity
from briefbook.model import Source
from briefbook.model.edtf import Edtf
from briefbook.model.scalars import is_id
from briefbook.project.edition import read_edition
from briefbook.project.lock import LOCK, locked
from briefbook.project.project import Project
from briefbook.project.wrong_use import WrongUse
from briefbook.syntax.finding_kinds import EMPTY_FILE
from briefbook.text.isbn import isbn_13
from briefbook.text.listing import opening

SOURCES = f"{BRIEFINGS}/{LIBRARY}/sources"
_LONGEST = 60
_SAME: Mapping[str, Callable[[str], str]] = {
    "doi": identifier, "url": normal_url, "archived_url": normal_url, "isbn": isbn_13,
}  # fmt: skip
"""Fields whose spellings count as one."""
BIBLIOGRAPHIC = (
    "title", "translated_title", "type", "url", "archived_url", "doi", "isbn", "publisher",
    "authors", "published", "dated", "accessed", "language", "key",
)  # fmt: skip
"""Fields that a reference may fill in, in the order in which they are written."""


@dataclass
class Added:
    """What became of references: ids that were added, renewed, or known already and left, each
    with what happened to it; entries that repeat one of the same file, with what is lost of them;
    what was not kept of each; what could not be read."""

    path: str = ""
    added: list[str] = field(default_factory=list)
    renewed: dict[str, tuple[str, ...]] = field(default_factory=dict)
    known: dict[str, tuple[str, ...]] = field(default_factory=dict)
    repeated: list[tuple[str, str, list[tuple[str, str]]]] = field(default_factory=list)
    left: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    unread: list[Unread] = field(default_factory=list)
    unseen: list[str] = field(default_factory=list)
    """Files with errors, in which a work may stand unseen."""


def add_references(
    project: Project,
    references: Iterable[Reference | Unread],
    today: date,
    *,
    to: str = "",
    update: bool = False,
    own_id: str = "",
) -> Added:
    """Take references into a file of the library (`to`, else the only one there is, else
    imported.yml). Of those that are known already the bibliographic fields are renewed if
    `update` says so.

    Raises WrongUse if a file cannot be written to, or the id that was asked for is taken.
    """
    if own_id and not is_id(own_id):
        raise WrongUse(f"“{own_id}” is no id: ids have small letters a–z, digits, single hyphens")
    with locked(project.root / LOCK):
        return _add(project, references, today, to, own_id, update=update)


def _add(
    project: Project, references: Iterable[Reference | Unread], today: date, to: str, own_id: str,
    *, update: bool,
) -> Added:  # fmt: skip
    corpus = read_edition(project, today).corpus
    done = Added(_file(corpus, to))
    known = KnownWorks({name: entry.record for name, entry in corpus.sources.items()})
    taken = ids_in_use(corpus)
    former = {old: name for name, entry in corpus.sources.items()
              for old in entry.record.renamed_from}  # fmt: skip
    edit = LibraryEdit(project, corpus)
    fresh: dict[str, Reference] = {}
    met: dict[str, Reference] = {}
    for one in references:
        if isinstance(one, Unread):
            done.unread.append(one)
            continue
        name = known.find(one, surely=bool(own_id))
        if name is None and not own_id:
            name = former.get(readable_id(one, taken - former.keys()))
        if name is not None:
            if (first := fresh.get(name) or met.get(name)) is not None:
                _repeat(name, one, first, done)
            else:
                met[name] = one
            continue
        name = _id(one, taken, own_id, corpus)
        taken.add(name)
        known.add(name, one)
        fresh[name] = one
        if one.left:
            done.left[name] = one.left
    for name, one in met.items():
        _meet(name, one, corpus.sources[name].record, edit, done, update=update)
    for name, one in fresh.items():
        edit.add(done.path, name, fields_of(one))
        done.added.append(name)
    edit.write()
    done.unseen = _with_errors(corpus)
    return done


def _with_errors(corpus: Corpus) -> list[str]:
    return sorted(
        {
            one.place.path
            for one in corpus.findings
            if one.kind.family in ("SYN", "SCH")
            and one.kind.severity is Severity.error
            and one.kind is not EMPTY_FILE
        }
    )


def ids_in_use(corpus: Corpus) -> set[str]:
    """Ids that a new source cannot have: of sources and actors, also in briefs that cannot be read
    whole, and those that were."""
    own = {name for names in corpus.links.own_sources.values() for name in names}
    former = {old for entry in corpus.sources.values() for old in entry.record.renamed_from}
    return {*corpus.links.ids_by_role["source"], *corpus.links.ids_by_role["entity"], *own, *former}


def _file(corpus: Corpus, to: str) -> str:
    """The file of the library that takes what is new."""
    if to:
        name = to.removeprefix(f"{SOURCES}/")
        stem = name.removesuffix(".yml")
        if "/" in stem or not stem or stem.startswith((".", "_")):
            raise WrongUse(f"--to “{to}” should name a file in {SOURCES}/, such as imported.yml")
        return f"{SOURCES}/{stem}.yml"
    files = [file.path for file in corpus.library if file.path.startswith(f"{SOURCES}/")]
    return files[0] if len(files) == 1 else f"{SOURCES}/imported.yml"


def _id(reference: Reference, taken: set[str], own_id: str, corpus: Corpus) -> str:
    if not own_id:
        return readable_id(reference, taken)
    if own_id in taken:
        holder = corpus.sources.get(own_id)
        by = f" by “{opening(holder.record.title, _LONGEST)}”" if holder else ""
        raise WrongUse(f"the id “{own_id}” is taken{by}")
    return own_id


def fields_of(reference: Reference) -> list[tuple[str, Value]]:
    """The fields of a source, in their order."""
    values = {**reference.fields, **({"key": reference.key} if reference.key else {})}
    return [(name, values[name]) for name in BIBLIOGRAPHIC if name in values]


def _repeat(name: str, one: Reference, first: Reference, done: Added) -> None:
    """An entry for a work that another one of the file was for: what that lacks is taken of it."""
    lost = list(one.left)
    for said, value in one.fields.items():
        if said not in first.fields:
            first.fields[said] = value
        elif first.fields[said] != value:
            lost.append((said, value if isinstance(value, str) else ", ".join(value)))
    done.repeated.append((name, one.key or one.text("title"), lost))


def _meet(
    name: str, one: Reference, source: Source, edit: LibraryEdit, done: Added, *, update: bool
) -> None:
    """A work that is known: what of it would be otherwise."""
    changed = [(said, value) for said, value in fields_of(one) if _differs(source, said, value)]
    names = tuple(said for said, _ in changed)
    if one.left:
        done.left[name] = one.left
    if update and changed:
        edit.set(name, changed)
        done.renewed[name] = names
    else:
        done.known[name] = names


def _differs(source: Source, field: str, value: Value) -> bool:
    has = getattr(source, field)
    if isinstance(has, Edtf):
        if field == "accessed":  # who reads it again writes a later day
            return has.text < str(value)
        return has.text != value
    if field == "authors":
        return [*has] != [*value]
    if field in _SAME and has and isinstance(value, str):
        return _SAME[field](has) != _SAME[field](value)
    if field == "key":
        return not has  # who has two managers keeps the key of the first
    return str(has.value if field == "type" and has else has or "") != value


def lines(values: Sequence[tuple[str, str]]) -> str:
    """What was left of a reference, in one line; of long values the beginning."""
    return "; ".join(f"{name}: {opening(value, _LONGEST)}" for name, value in values)
