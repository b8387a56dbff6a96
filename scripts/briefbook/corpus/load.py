"""Reads briefings/: the only place of the program that does."""

import os
import stat
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import TypeVar

from briefbook.corpus.corpus import BriefFile, Corpus, Entry, LibraryFile
from briefbook.corpus.links import Target
from briefbook.corpus.walk import LIBRARY, MAKE_READABLE, files_below, not_plain, shown
from briefbook.findings import Finding, Place
from briefbook.model import Brief, Entity, Record, Source, Topic, decode_record
from briefbook.model.decode import first_of
from briefbook.model.kinds import BAD_ID, UNKNOWN_KEY, WRONG_FORM
from briefbook.model.references import Reference, references
from briefbook.model.scalars import is_id
from briefbook.syntax import MAX_BYTES, ListNode, Node, decode, follow, kinds, parse
from briefbook.syntax.decode import too_large
from briefbook.text.document import Document, Span

BRIEFINGS = "briefings"
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
    unread: set[Target] = field(default_factory=set)
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
    _read_library(reading, folder / LIBRARY)
    for found in files_below(root, folder, briefs=True):
        if isinstance(found, Finding):
            reading.findings.append(found)
            path = PurePosixPath(found.place.path)
            reading.unread.add(Target("brief", path.stem if path.suffix else ""))
        else:
            _read_brief(reading, found)
    return Corpus(
        tuple(sorted(reading.files, key=lambda file: file.path)),
        dict(sorted(reading.sources.items())),
        dict(sorted(reading.entities.items())),
        dict(sorted(reading.topics.items())),
        tuple(reading.library),
        frozenset(reading.unread),
        reading.documents,
        reading.nodes,
        tuple(reading.findings),
    )


def _read_library(reading: _Reading, folder: Path) -> None:
    for found in files_below(reading.root, folder, briefs=False):
        if isinstance(found, Finding):
            _pass_over(reading, found)
            continue
        name = found.relative_to(folder).as_posix()
        if name == "topics.yml":
            _read_list(reading, found, Topic, reading.topics)
        elif name == "entities.yml":
            _read_list(reading, found, Entity, reading.entities)
        elif name.startswith("sources/"):
            _read_list(reading, found, Source, reading.sources)
        else:
            place = Place(shown(reading.root, found), span=Span(0, 0))
            remedy = f"{LIBRARY}/ holds topics.yml, entities.yml, and the sources in sources/."
            _pass_over(
                reading, Finding(kinds.MISPLACED_FILE, "Nothing reads this file.", place, remedy)
            )
    if os.path.lexists(folder / "sources") and not (folder / "sources").is_dir():
        _pass_over(reading, not_plain(reading.root, folder / "sources", "no plain folder"))


def _pass_over(reading: _Reading, finding: Finding) -> None:
    """Keep a finding on something in the library that is not read, and what it may define."""
    reading.findings.append(finding)
    inner = finding.place.path.partition(f"{LIBRARY}/")[2]
    roles = [role for role, stem in _STEMS.items() if stem in inner] or list(_STEMS)
    reading.unread.update(Target(role, "") for role in roles)


_STEMS = {"topic": "topic", "entity": "entit", "source": "source"}


def _read(reading: _Reading, path: Path) -> Node | None:
    """A file's node tree, or None after a finding."""
    name = shown(reading.root, path)
    try:
        status = path.lstat()
        if not stat.S_ISREG(status.st_mode):
            reading.findings.append(not_plain(reading.root, path, "no plain file"))
            return None
        if status.st_size > MAX_BYTES:
            reading.findings.append(too_large(name, status.st_size))
            return None
        with path.open("rb") as stream:
            raw = stream.read(MAX_BYTES + 1)
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        reading.findings.append(
            not_plain(reading.root, path, f"a file that cannot be read ({reason})", MAKE_READABLE)
        )
        return None
    document, trouble = decode(name, raw)
    reading.documents[name] = document
    reading.findings += trouble
    if any(item.kind in _UNREADABLE for item in trouble):
        return None
    node, trouble = parse(document)
    reading.findings += trouble
    if node is not None:
        reading.nodes[name] = node
    return node


_UNREADABLE = (kinds.NOT_UTF8, kinds.FORBIDDEN_CHARACTER, kinds.CONFLICT_MARKERS)


def _read_list(reading: _Reading, path: Path, kind: type[R], into: dict[str, Entry[R]]) -> None:
    node, name, role = _read(reading, path), shown(reading.root, path), kind.__name__.lower()
    if not isinstance(node, ListNode):
        reading.unread.add(Target(role, ""))
    if node is None:
        return
    if not isinstance(node, ListNode):
        reading.findings.append(
            Finding(
                WRONG_FORM,
                "This file should be a list (lines that begin with “- ”).",
                Place(name),
                "Begin each entry with “- id: …”.",
            )
        )
        return
    found: list[Reference] = []
    trouble: list[Finding] = []
    for index, item in enumerate(node.items):
        found += references(item, kind, (index,))
        record, of_record = decode_record(item, kind, name, (index,))
        trouble += of_record
        if record is not None:
            entry = Entry(_id_of(record), record, name, (index,))
            into.setdefault(entry.id, entry)
    _add_of_form(reading, name, first_of(trouble, len(trouble)))
    reading.library.append(LibraryFile(role, name, node, tuple(found)))


def _add_of_form(reading: _Reading, path: str, trouble: list[Finding]) -> None:
    """Keep findings on fields; look-alike letters in an unknown key are that key's one mistake."""
    reading.findings += trouble
    unknown = [finding.place.route for finding in trouble if finding.kind is UNKNOWN_KEY]
    keys = {follow(reading.nodes[path], route, on_key=True) for route in unknown}
    if keys:
        reading.findings = [
            finding
            for finding in reading.findings
            if finding.kind is not kinds.CONFUSABLE_CHARACTERS
            or finding.place.path != path
            or finding.place.span not in keys
        ]


def _id_of(record: Record) -> str:
    return str(getattr(record, "id", ""))


def _read_brief(reading: _Reading, path: Path) -> None:
    name, stem = shown(reading.root, path), path.stem
    node = _read(reading, path)
    if not is_id(stem):
        reading.findings.append(
            Finding(
                BAD_ID,
                f"“{stem}” cannot be a brief's id.",
                Place(name, span=Span(0, 0)),
                "Rename the file: small letters a–z, digits and single hyphens, at most 80.",
            )
        )
    if node is None:
        reading.unread.add(Target("brief", stem))
        reading.files.append(BriefFile(stem, name, None, None))
        return
    brief, trouble = decode_record(node, Brief, name)
    _add_of_form(reading, name, trouble)
    found = tuple(references(node, Brief))
    reading.files.append(BriefFile(stem, name, node, brief, found))
    for index, source in enumerate(brief.sources if brief else ()):
        entry = Entry(source.id, source, name, ("sources", index), stem)
        reading.sources.setdefault(source.id, entry)
