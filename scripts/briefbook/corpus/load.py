"""Reads briefings/: the only place of the program that does."""

import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from briefbook.corpus.corpus import BriefFile, Corpus, Entry, LibraryFile
from briefbook.findings import Finding, Place
from briefbook.model import Brief, Entity, Record, Source, Topic, decode_record
from briefbook.model.kinds import BAD_ID, WRONG_FORM
from briefbook.model.references import Reference, references
from briefbook.model.scalars import ID_PATTERN, MAX_ID
from briefbook.syntax import MAX_BYTES, ListNode, Node, decode, kinds, parse
from briefbook.syntax.decode import too_large
from briefbook.text.document import Document, Span

BRIEFINGS = "briefings"
LIBRARY = "_library"
R = TypeVar("R", bound=Record)


@dataclass
class _Reading:
    """What has been read so far."""

    root: Path
    files: list[BriefFile] = field(default_factory=list)
    sources: dict[str, Entry[Source]] = field(default_factory=dict)
    entities: dict[str, Entry[Entity]] = field(default_factory=dict)
    topics: dict[str, Entry[Topic]] = field(default_factory=dict)
    library: list[LibraryFile] = field(default_factory=list)
    duplicates: list[tuple[str, Entry[object], Entry[object]]] = field(default_factory=list)
    documents: dict[str, Document] = field(default_factory=dict)
    nodes: dict[str, Node] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)


def load(root: Path) -> Corpus:
    """Read every brief and the library below `root`/briefings.

    All trouble with a file comes out as findings of that file; the others are read all the same.
    Symbolic links and other special files are refused unread.

    Raises FileNotFoundError if there is no briefings folder.
    """
    folder = root / BRIEFINGS
    if not folder.is_dir():
        raise FileNotFoundError(f"there is no folder “{BRIEFINGS}” in {root}")
    reading = _Reading(root)
    library = folder / LIBRARY
    for path in _single_file(library / "topics.yml"):
        _read_list(reading, path, Topic, reading.topics)
    for path in _single_file(library / "entities.yml"):
        _read_list(reading, path, Entity, reading.entities)
    for path in _walk(reading, library / "sources", below_library=True):
        _read_list(reading, path, Source, reading.sources)
    for path in _walk(reading, folder, below_library=False):
        _read_brief(reading, path)
    return Corpus(
        tuple(reading.files),
        dict(sorted(reading.sources.items())),
        dict(sorted(reading.entities.items())),
        dict(sorted(reading.topics.items())),
        tuple(reading.library),
        tuple(reading.duplicates),
        reading.documents,
        reading.nodes,
        tuple(reading.findings),
    )


def _single_file(path: Path) -> list[Path]:
    """The file, if anything stands at its path (a broken link too, so that it is reported)."""
    return [path] if os.path.lexists(path) else []


def _walk(reading: _Reading, folder: Path, *, below_library: bool) -> Iterator[Path]:
    """YAML files in the order of names; hidden and underscored ones are no briefs."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except FileNotFoundError:
        return
    for entry in entries:
        if entry.name.startswith("." if below_library else ("_", ".")):
            continue
        path = Path(entry.path)
        if entry.is_symlink():
            reading.findings.append(_not_plain(_shown(reading, path), "a symbolic link"))
        elif entry.is_dir(follow_symlinks=False):
            yield from _walk(reading, path, below_library=below_library)
        elif path.suffix == ".yml":
            yield path
        elif path.suffix.lower() in (".yaml", ".yml"):
            reading.findings.append(
                Finding(
                    kinds.WRONG_ENDING,
                    f"The file name ends in “{path.suffix}”, so it is not read.",
                    Place(_shown(reading, path), span=Span(0, 0)),
                    f"Rename it to {path.stem}.yml.",
                )
            )


def _shown(reading: _Reading, path: Path) -> str:
    return path.relative_to(reading.root).as_posix().encode(errors="replace").decode()


def _not_plain(path: str, what: str) -> Finding:
    return Finding(
        kinds.NOT_A_PLAIN_FILE,
        f"This is {what}, and only plain files are read.",
        Place(path, span=Span(0, 0)),
        "Put the file itself here.",
    )


def _read(reading: _Reading, path: Path) -> Node | None:
    """A file's node tree, or None after a finding."""
    shown = _shown(reading, path)
    try:
        status = path.lstat()
        if not stat.S_ISREG(status.st_mode):
            reading.findings.append(_not_plain(shown, "no plain file"))
            return None
        if status.st_size > MAX_BYTES:
            reading.findings.append(too_large(shown, status.st_size))
            return None
        with path.open("rb") as stream:
            raw = stream.read(MAX_BYTES + 1)
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        reading.findings.append(_not_plain(shown, f"a file that cannot be read ({reason})"))
        return None
    document, trouble = decode(shown, raw)
    reading.documents[shown] = document
    reading.findings += trouble
    if any(item.kind in _UNREADABLE for item in trouble):
        return None
    node, trouble = parse(document)
    reading.findings += trouble
    if node is not None:
        reading.nodes[shown] = node
    return node


_UNREADABLE = (kinds.NOT_UTF8, kinds.FORBIDDEN_CHARACTER, kinds.CONFLICT_MARKERS)


def _read_list(reading: _Reading, path: Path, kind: type[R], into: dict[str, Entry[R]]) -> None:
    node, shown, role = _read(reading, path), _shown(reading, path), kind.__name__.lower()
    if not isinstance(node, ListNode):
        reading.library.append(LibraryFile(role, shown, None))
    if node is None:
        return
    if not isinstance(node, ListNode):
        reading.findings.append(
            Finding(
                WRONG_FORM,
                "This file should be a list (lines that begin with “- ”).",
                Place(shown),
                "Begin each entry with “- id: …”.",
            )
        )
        return
    found: list[Reference] = []
    for index, item in enumerate(node.items):
        found += references(item, kind, (index,))
        record, trouble = decode_record(item, kind, shown, (index,))
        reading.findings += trouble
        if record is not None:
            _add(reading, Entry(_id_of(record), record, shown, (index,)), into)
    reading.library.append(LibraryFile(role, shown, node, tuple(found)))


def _id_of(record: Record) -> str:
    return str(getattr(record, "id", ""))


def _add(reading: _Reading, entry: Entry[R], into: dict[str, Entry[R]]) -> None:
    first = into.setdefault(entry.id, entry)
    if first is not entry:
        role = type(entry.record).__name__.lower()
        reading.duplicates.append((role, first, entry))  # type: ignore[arg-type]


def _read_brief(reading: _Reading, path: Path) -> None:
    shown, stem = _shown(reading, path), path.stem
    node = _read(reading, path)
    if not re.fullmatch(ID_PATTERN, stem) or len(stem) > MAX_ID:
        reading.findings.append(
            Finding(
                BAD_ID,
                f"“{stem}” cannot be a brief's id.",
                Place(shown, span=Span(0, 0)),
                "Rename the file: small letters a–z, digits and single hyphens, at most 80.",
            )
        )
    if node is None:
        reading.files.append(BriefFile(stem, shown, None, None))
        return
    brief, trouble = decode_record(node, Brief, shown)
    reading.findings += trouble
    found = tuple(references(node, Brief))
    reading.files.append(BriefFile(stem, shown, node, brief, found))
    for index, source in enumerate(brief.sources if brief else ()):
        _add(reading, Entry(source.id, source, shown, ("sources", index), stem), reading.sources)
