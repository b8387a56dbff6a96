"""Reads one file of briefings/: what it holds, and everything that is wrong with it."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from briefbook.corpus.file_roles import role_of
from briefbook.corpus.file_text import FileText, HeldText, read_text
from briefbook.corpus.files import BriefFile, LibraryFile, LibraryRecord
from briefbook.corpus.links import Target
from briefbook.findings import Finding, Place
from briefbook.model import Brief, Record, decode_record
from briefbook.model.decode import first_of
from briefbook.model.finding_kinds import BAD_ID, UNKNOWN_KEY, WRONG_FORM
from briefbook.model.record import id_of
from briefbook.model.references import Reference, references
from briefbook.model.scalars import is_id
from briefbook.model.swallowed_text import with_swallowed_texts
from briefbook.syntax import ListNode, Node, finding_kinds, follow
from briefbook.text.document import Span


@dataclass(frozen=True)
class FileRead:
    """What one file says, as a brief or as a list of the library with its entries.

    `unread` names what it may define and nobody could read; `text` is None where there is none.
    """

    path: str
    findings: tuple[Finding, ...] = ()
    unread: tuple[Target, ...] = ()
    brief: BriefFile | None = None
    library: LibraryFile | None = None
    entries: tuple[LibraryRecord[Any], ...] = ()
    text: FileText | None = None


def read_file(name: str, raw: bytes, *, again: bool = False) -> FileRead:
    """Read a brief, or a list of the library, from its bytes; its name says which of them it is.

    `again` if it may be read soon once more. Raises ValueError if nothing reads such a file.
    """
    role = role_of(name)
    if role is None:
        raise ValueError(name)
    text, node, trouble = read_text(name, raw, again=again)
    if role is Brief:
        return _brief(name, text, node, trouble)
    return _list(name, text, trouble, role)


def unread_brief(path: str, finding: Finding) -> FileRead:
    """A brief of which there is nothing but the finding that says why it was not read."""
    place = PurePosixPath(path)
    return FileRead(path, (finding,), (Target("brief", place.stem if place.suffix else ""),))


def unread_list(path: str, finding: Finding, roles: Iterable[str]) -> FileRead:
    """The same for something in the library, with what it may define."""
    return FileRead(path, (finding,), tuple(Target(role, "") for role in roles))


def _brief(name: str, text: HeldText, node: Node | None, trouble: tuple[Finding, ...]) -> FileRead:
    stem = PurePosixPath(name).stem
    if not is_id(stem):
        trouble = (*trouble, _bad_name(name, stem))
    if node is None:
        file = BriefFile(stem, name, None, None)
        return FileRead(name, trouble, (Target("brief", stem),), file, text=text)
    brief, of_form = decode_record(node, Brief, name)
    told = with_swallowed_texts(of_form, node, Brief, text.document)
    file = BriefFile(stem, name, text, brief, tuple(references(node, Brief)))
    return FileRead(name, _with_form(trouble, told, name, node), (), file, None,
                    own_sources(file), text)  # fmt: skip


def own_sources(file: BriefFile) -> tuple[LibraryRecord[Any], ...]:
    """The sources that only this brief uses, as entries of the library."""
    if not any(one.route[0] == "sources" for one in file.definitions):
        return ()  # nearly everywhere: what it says need not be read
    return tuple(
        LibraryRecord(source.id, source, file.path, ("sources", index), file.id)
        for index, source in enumerate(file.brief.sources if file.brief else ())
    )


def _bad_name(name: str, stem: str) -> Finding:
    return Finding(
        BAD_ID,
        f"“{stem}” cannot be a brief's id.",
        Place(name, span=Span(0, 0)),
        "Rename the file: small letters a–z, digits and single hyphens, at most 80.",
    )


def _list(name: str, text: HeldText, trouble: tuple[Finding, ...], kind: type[Record]) -> FileRead:
    role = kind.__name__.lower()
    node = text.node
    if not isinstance(node, ListNode):
        if node is not None:
            trouble = (*trouble, _no_list(name))
        return FileRead(name, trouble, (Target(role, ""),), text=text)
    found: list[Reference] = []
    of_form: list[Finding] = []
    entries: list[LibraryRecord[Any]] = []
    for index, item in enumerate(node.items):
        found += references(item, kind, (index,))
        record, of_record = decode_record(item, kind, name, (index,))
        of_form += with_swallowed_texts(of_record, item, kind, text.document, (index,))
        if record is not None:
            entries.append(LibraryRecord(id_of(record), record, name, (index,)))
    trouble = _with_form(trouble, first_of(of_form, len(of_form)), name, node)
    file = LibraryFile(role, name, text, tuple(found))
    return FileRead(name, trouble, (), None, file, tuple(entries), text)


def _no_list(name: str) -> Finding:
    return Finding(
        WRONG_FORM,
        "This file should be a list (lines that begin with “- ”).",
        Place(name),
        "Begin each entry with “- id: …”.",
    )


def _with_form(
    trouble: tuple[Finding, ...], of_form: list[Finding], path: str, node: Node
) -> tuple[Finding, ...]:
    """Both, but look-alike letters in an unknown key are that key's one mistake."""
    unknown = [finding.place.route for finding in of_form if finding.kind is UNKNOWN_KEY]
    keys = {follow(node, route, on_key=True) for route in unknown}
    if keys:
        trouble = tuple(
            finding
            for finding in trouble
            if finding.kind is not finding_kinds.CONFUSABLE_CHARACTERS
            or finding.place.path != path
            or finding.place.span not in keys
        )
    return (*trouble, *of_form)
