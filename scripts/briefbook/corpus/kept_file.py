"""What was read of a file as plain data and back, so that the same file need not be read again."""

import json
from typing import Any

from briefbook.corpus.file_read import FileRead, own_sources
from briefbook.corpus.file_roles import role_of
from briefbook.corpus.file_text import FileText
from briefbook.corpus.files import BriefFile, LibraryFile, LibraryRecord
from briefbook.corpus.links import Target
from briefbook.findings import Kind
from briefbook.findings.plain import from_plain, to_plain
from briefbook.model import Brief, finding_kinds
from briefbook.model.kept_form import kept, record_from
from briefbook.model.record import id_of
from briefbook.model.references import Reference
from briefbook.syntax import finding_kinds as syntax_kinds


def text_of(read: FileRead) -> str:
    """What was read, as one line of JSON; the file's own text is not in it."""
    return json.dumps(
        [
            [to_plain(one) for one in read.findings],
            read.unread,
            read.brief and [
                kept(read.brief.brief), read.brief.text is not None, _plain(read.brief.references)
            ],
            read.library and _plain(read.library.references),
            [[kept(one.record), one.route] for one in read.entries if one.owner is None],
        ],
        ensure_ascii=False,
        separators=(",", ":"),
    )  # fmt: skip


def read_from(text: str, path: str, on_demand: FileText) -> FileRead:
    """What `text_of` wrote of a file; its own text is there on demand.

    Raises ValueError for anything else.
    """
    role = role_of(path)
    try:
        findings, unread, of_brief, of_list, entries = json.loads(text)
        if role is None:
            raise ValueError(path)
        brief = _brief(path, of_brief, on_demand) if of_brief else None
        return FileRead(
            path,
            tuple([from_plain(one, _KINDS) for one in findings]),
            tuple([Target(*one) for one in unread]),
            brief,
            LibraryFile(role.__name__.lower(), path, on_demand, _references(of_list))
            if of_list is not None else None,
            own_sources(brief) if brief else tuple([
                LibraryRecord(id_of(record), record, path, tuple(route))
                for plain, route in entries
                for record in [record_from(role, plain)]
            ]),
            on_demand,
        )  # fmt: skip
    except (KeyError, TypeError, RecursionError) as error:
        raise ValueError(path) from error


def _brief(path: str, plain: Any, text: FileText) -> BriefFile:  # noqa: ANN401 plain data
    record, is_readable, references = plain
    stem = path.rpartition("/")[2].removesuffix(".yml")
    brief = None if record is None else record_from(Brief, record)
    return BriefFile(stem, path, text if is_readable else None, brief, _references(references))


def _plain(references: tuple[Reference, ...]) -> list[list[object]]:
    """Most references are whole values: what stands for a part of a text only is left out."""
    return [
        [one.roles, one.target, one.route, *([one.text, one.nth] if one.text is not None else ())]
        for one in references
    ]


def _references(plain: Any) -> tuple[Reference, ...]:  # noqa: ANN401
    return tuple([
        Reference(tuple(roles), target, tuple(route), *rest)
        for roles, target, route, *rest in plain
    ])  # fmt: skip


_KINDS = {
    one.code: one
    for module in (finding_kinds, syntax_kinds)
    for one in vars(module).values()
    if isinstance(one, Kind)
}
