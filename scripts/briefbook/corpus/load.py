"""Reads briefings/: the only place of the program that does."""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import Any, Protocol

from briefbook.corpus.corpus import Corpus
from briefbook.corpus.file_content import content
from briefbook.corpus.file_read import FileRead, read_file, unread_brief, unread_list
from briefbook.corpus.file_roles import BRIEFINGS, reading_order, role_of
from briefbook.corpus.files import BriefFile, LibraryRecord
from briefbook.corpus.links import Target
from briefbook.corpus.walk import LIBRARY, display_path, files_below, not_plain
from briefbook.findings import Finding, Place
from briefbook.model import Brief, Entity, Record, Source, Topic
from briefbook.syntax import finding_kinds
from briefbook.text.document import Span


class KeptFiles(Protocol):
    """What earlier runs read, by name and content."""

    def find(self, name: str, raw: bytes) -> FileRead | None:
        """What reading a file of this name and content yields, if that is known."""

    def keep(self, read: FileRead, raw: bytes) -> None:
        """Know from now on what reading this content yielded."""


ReadMany = Callable[[Iterable[tuple[str, bytes]]], Iterator[FileRead]]
"""Reads files, by name and content, in their order."""


def read_each(files: Iterable[tuple[str, bytes]]) -> Iterator[FileRead]:
    """Read one after the other."""
    return (read_file(name, raw) for name, raw in files)


def corpus_of(files: Iterable[FileRead]) -> Corpus:
    """What was read of all files, in the order in which they are read: of two records of one id
    the first counts."""
    files = list(files)
    library: dict[type[Record], dict[str, LibraryRecord[Any]]] = {Source: {}, Entity: {}, Topic: {}}
    second = []
    for file in files:
        for entry in file.entries:
            if library[type(entry.record)].setdefault(entry.id, entry) is not entry:
                second.append(entry)
    briefs = [file.brief for file in files if file.brief is not None]
    return Corpus(
        tuple(sorted(briefs, key=lambda file: file.path)),
        dict(sorted(library[Source].items())),
        dict(sorted(library[Entity].items())),
        dict(sorted(library[Topic].items())),
        tuple(file.library for file in files if file.library),
        frozenset(target for file in files for target in file.unread),
        {file.path: file.text for file in files if file.text},
        tuple(finding for file in files for finding in file.findings),
        tuple(second),
    )


def load(root: Path, kept: KeptFiles | None = None, read_many: ReadMany = read_each) -> Corpus:
    """Read every brief and the library below `root`/briefings.

    All trouble with a file comes out as findings of that file; the others are read all the same.
    Symbolic links and other special files are refused unread. A file that `kept` knows need not be
    read again; the others are read by `read_many`.

    Raises FileNotFoundError if there is no briefings folder.
    """
    folder = root / BRIEFINGS
    if not folder.is_dir():
        raise FileNotFoundError(f"there is no folder “{BRIEFINGS}” in {root}")
    return corpus_of(_read_all(root, kept, read_many))


def _read_all(root: Path, kept: KeptFiles | None, read_many: ReadMany) -> Iterator[FileRead]:
    """All files in their order; what is not known is given away to be read, a few at a time."""
    ahead: deque[FileRead | bytes] = deque()

    def unknown() -> Iterator[tuple[str, bytes]]:
        for name, held in _all(root):
            if isinstance(held, FileRead):
                ahead.append(held)
            elif known := kept.find(name, held) if kept else None:
                ahead.append(known)
            else:
                ahead.append(held)
                yield name, held

    for read in read_many(unknown()):
        while not isinstance(before := ahead.popleft(), bytes):
            yield before
        if kept:
            kept.keep(read, before)
        yield read
    yield from (one for one in ahead if not isinstance(one, bytes))


def _all(root: Path) -> Iterator[tuple[str, bytes | FileRead]]:
    """Every file with its name and content, or what there is to say of one that is not read."""
    folder = root / BRIEFINGS
    for found in files_below(root, folder / LIBRARY, briefs=False):
        if isinstance(found, Finding):
            yield found.place.path, _unread_list(found)
            continue
        name = display_path(root, found)
        if role_of(name) is None:
            yield name, _unread_list(_misplaced(name))
        else:
            yield name, _held(name, content(root, found))
    sources = folder / LIBRARY / "sources"
    if os.path.lexists(sources) and not sources.is_dir():
        yield "", _unread_list(not_plain(root, sources, "no plain folder"))
    for found in files_below(root, folder, briefs=True):
        if isinstance(found, Finding):
            yield found.place.path, unread_brief(found.place.path, found)
        else:
            name = display_path(root, found)
            yield name, _held(name, content(root, found))


def read_files(root: Path) -> Iterator[tuple[str, bytes | Finding]]:
    """Every file of the library and every brief below `root`/briefings, as `gather` takes them."""
    folder = root / BRIEFINGS
    for below, briefs in ((folder / LIBRARY, False), (folder, True)):
        for found in files_below(root, below, briefs=briefs):
            if isinstance(found, Finding):
                yield found.place.path, found
            else:
                yield display_path(root, found), content(root, found)


ReadFile = Callable[[str, bytes], FileRead]
"""Reads one file, by name and content."""


def read_again(name: str, raw: bytes) -> FileRead:
    """Read a file that may be read soon once more."""
    return read_file(name, raw, again=True)


def gather(files: Iterable[tuple[str, bytes | Finding]], read: ReadFile = read_again) -> Corpus:
    """The corpus of these files: names below the project, and what they hold.

    A finding in the place of a content says why it was not read. Names decide what a file is, as
    they do on disk: what begins with “_” or “.” is no brief, and other endings than .yml are
    passed over. `read` may know what reading a file yields.
    """
    return corpus_of(
        _gathered(name, held, read)
        for name, held in sorted(files, key=lambda item: reading_order(item[0]))
        if role_of(name) is not None
    )


def _gathered(name: str, held: bytes | Finding, read: ReadFile) -> FileRead:
    if isinstance(held, Finding):
        return unread_brief(held.place.path, held) if role_of(name) is Brief else _unread_list(held)
    return read(name, held)


def _held(name: str, held: bytes | Finding) -> bytes | FileRead:
    """What a file holds, or what there is to say of one without a text."""
    if isinstance(held, bytes):
        return held
    # It has no text, so there is no brief and no list either; that has its own finding.
    role = role_of(name)
    if role is Brief:
        stem = PurePosixPath(name).stem
        return FileRead(name, (held,), (Target("brief", stem),), BriefFile(stem, name, None, None))
    return FileRead(name, (held,), (Target(role.__name__.lower() if role else "", ""),))


def _unread_list(finding: Finding) -> FileRead:
    """Something in the library that is not read, and what it may define."""
    inner = finding.place.path.partition(f"{LIBRARY}/")[2]
    roles = [role for role, stem in _STEMS.items() if stem in inner] or list(_STEMS)
    return unread_list(finding.place.path, finding, roles)


_STEMS = {"topic": "topic", "entity": "entit", "source": "source"}


def _misplaced(name: str) -> Finding:
    return Finding(
        finding_kinds.MISPLACED_FILE,
        "Nothing reads this file.",
        Place(name, span=Span(0, 0)),
        f"{LIBRARY}/ holds topics.yml, entities.yml, and the sources in sources/.",
    )
