"""Reads briefings/: the only place of the program that does."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any, TypeVar

from briefbook.corpus.corpus import Corpus
from briefbook.corpus.file_content import content
from briefbook.corpus.file_roles import BRIEFINGS, reading_order, role_of
from briefbook.corpus.files import BriefFile, LibraryFile, LibraryRecord
from briefbook.corpus.links import Target
from briefbook.corpus.parsed import parsed, parsed_once
from briefbook.corpus.walk import LIBRARY, display_path, files_below, not_plain
from briefbook.findings import Finding, Place
from briefbook.model import Brief, Entity, Record, Source, Topic, decode_record
from briefbook.model.decode import first_of
from briefbook.model.finding_kinds import BAD_ID, UNKNOWN_KEY, WRONG_FORM
from briefbook.model.formats import brought_over
from briefbook.model.record import id_of
from briefbook.model.references import Reference, references
from briefbook.model.scalars import is_id
from briefbook.model.swallowed_text import with_swallowed_texts
from briefbook.syntax import ListNode, Node, finding_kinds, follow
from briefbook.text.document import Document, Span

R = TypeVar("R", bound=Record)


@dataclass
class _Reading:
    """What has been read so far."""

    files: list[BriefFile] = field(default_factory=list)
    sources: dict[str, LibraryRecord[Source]] = field(default_factory=dict)
    entities: dict[str, LibraryRecord[Entity]] = field(default_factory=dict)
    topics: dict[str, LibraryRecord[Topic]] = field(default_factory=dict)
    library: list[LibraryFile] = field(default_factory=list)
    unread: set[Target] = field(default_factory=set)
    documents: dict[str, Document] = field(default_factory=dict)
    nodes: dict[str, Node] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    @property
    def lists(self) -> dict[type[Record], dict[str, LibraryRecord[Any]]]:
        """The entries of the library by their type."""
        return {Source: self.sources, Entity: self.entities, Topic: self.topics}

    def corpus(self) -> Corpus:
        """What was read, in the order of ids and paths."""
        return Corpus(
            tuple(sorted(self.files, key=lambda file: file.path)),
            dict(sorted(self.sources.items())),
            dict(sorted(self.entities.items())),
            dict(sorted(self.topics.items())),
            tuple(self.library),
            frozenset(self.unread),
            self.documents,
            self.nodes,
            tuple(self.findings),
        )


def load(root: Path) -> Corpus:
    """Read every brief and the library below `root`/briefings.

    All trouble with a file comes out as findings of that file; the others are read all the same.
    Symbolic links and other special files are refused unread.

    Raises FileNotFoundError if there is no briefings folder.
    """
    folder = root / BRIEFINGS
    if not folder.is_dir():
        raise FileNotFoundError(f"there is no folder “{BRIEFINGS}” in {root}")
    reading = _Reading()
    _read_library(reading, root, folder / LIBRARY)
    for found in files_below(root, folder, briefs=True):
        if isinstance(found, Finding):
            _pass_over_brief(reading, found)
        else:
            name = display_path(root, found)
            _take_brief(reading, name, _node(reading, name, content(root, found)))
    return reading.corpus()


def read_files(root: Path) -> Iterator[tuple[str, bytes | Finding]]:
    """Every file of the library and every brief below `root`/briefings, as `gather` takes them."""
    folder = root / BRIEFINGS
    for below, briefs in ((folder / LIBRARY, False), (folder, True)):
        for found in files_below(root, below, briefs=briefs):
            if isinstance(found, Finding):
                yield found.place.path, found
            else:
                yield display_path(root, found), content(root, found)


def gather(files: Iterable[tuple[str, bytes | Finding]]) -> Corpus:
    """The corpus of these files: names below the project, and what they hold.

    A finding in the place of a content says why it was not read. Names decide what a file is, as
    they do on disk: what begins with “_” or “.” is no brief, and other endings than .yml are
    passed over.
    """
    reading = _Reading()
    for name, held in sorted(files, key=lambda item: reading_order(item[0])):
        role = role_of(name)
        if role is not None and isinstance(held, Finding):
            (_pass_over_brief if role is Brief else _pass_over)(reading, held)
        elif role is Brief:
            _take_brief(reading, name, _node(reading, name, held, again=True))
        elif role is not None:
            _take_list(
                reading, name, _node(reading, name, held, again=True), role, reading.lists[role]
            )
    return reading.corpus()


def _pass_over_brief(reading: _Reading, finding: Finding) -> None:
    reading.findings.append(finding)
    path = PurePosixPath(finding.place.path)
    reading.unread.add(Target("brief", path.stem if path.suffix else ""))


def _read_library(reading: _Reading, root: Path, folder: Path) -> None:
    for found in files_below(root, folder, briefs=False):
        if isinstance(found, Finding):
            _pass_over(reading, found)
            continue
        name = display_path(root, found)
        role = role_of(name)
        if role is not None:
            _take_list(
                reading, name, _node(reading, name, content(root, found)), role,
                reading.lists[role],
            )  # fmt: skip
        else:
            remedy = f"{LIBRARY}/ holds topics.yml, entities.yml, and the sources in sources/."
            place = Place(name, span=Span(0, 0))
            _pass_over(
                reading,
                Finding(finding_kinds.MISPLACED_FILE, "Nothing reads this file.", place, remedy),
            )
    if os.path.lexists(folder / "sources") and not (folder / "sources").is_dir():
        _pass_over(reading, not_plain(root, folder / "sources", "no plain folder"))


def _pass_over(reading: _Reading, finding: Finding) -> None:
    """Keep a finding on something in the library that is not read, and what it may define."""
    reading.findings.append(finding)
    inner = finding.place.path.partition(f"{LIBRARY}/")[2]
    roles = [role for role, stem in _STEMS.items() if stem in inner] or list(_STEMS)
    reading.unread.update(Target(role, "") for role in roles)


_STEMS = {"topic": "topic", "entity": "entit", "source": "source"}


def _node(
    reading: _Reading, name: str, held: bytes | Finding, *, again: bool = False
) -> Node | None:
    """A file's node tree, or None after a finding; `again` where it may be read again soon."""
    if isinstance(held, Finding):
        reading.findings.append(held)
        return None
    document, trouble, node = (parsed_once if again else parsed)(name, held)
    reading.documents[name] = document
    reading.findings += trouble
    if node is not None:
        reading.nodes[name] = node
    return node


def _take_list(
    reading: _Reading,
    name: str,
    node: Node | None,
    kind: type[R],
    into: dict[str, LibraryRecord[R]],
) -> None:
    role = kind.__name__.lower()
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
        trouble += with_swallowed_texts(of_record, item, kind, reading.documents[name], (index,))
        if record is not None:
            entry = LibraryRecord(id_of(record), record, name, (index,))
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
            if finding.kind is not finding_kinds.CONFUSABLE_CHARACTERS
            or finding.place.path != path
            or finding.place.span not in keys
        ]


def _take_brief(reading: _Reading, name: str, node: Node | None) -> None:
    stem = PurePosixPath(name).stem
    if not is_id(stem):
        reading.findings.append(
            Finding(
                BAD_ID,
                f"“{stem}” cannot be a brief's id.",
                Place(name, span=Span(0, 0)),
                "Rename the file: small letters a–z, digits and single hyphens, at most 80.",
            )
        )
    if node is not None:
        node, trouble = brought_over(node, name)
        reading.findings += trouble
    if node is None:
        reading.unread.add(Target("brief", stem))
        reading.files.append(BriefFile(stem, name, None, None))
        return
    reading.nodes[name] = node
    brief, trouble = decode_record(node, Brief, name)
    document = reading.documents[name]
    _add_of_form(reading, name, with_swallowed_texts(trouble, node, Brief, document))
    found = tuple(references(node, Brief))
    reading.files.append(BriefFile(stem, name, node, brief, found))
    for index, source in enumerate(brief.sources if brief else ()):
        entry = LibraryRecord(source.id, source, name, ("sources", index), stem)
        reading.sources.setdefault(source.id, entry)
