"""What was read of a file as plain data and back, so that the same file need not be read again.

It is in two parts: the head says of a brief by which names and signs others find it, the body all
the rest. Of most briefs nobody asks for more than the head.
"""

import json
from collections.abc import Callable
from functools import cached_property
from typing import Any, NamedTuple

from briefbook.corpus.file_read import FileRead, own_sources, read_file
from briefbook.corpus.file_roles import role_of
from briefbook.corpus.file_text import FileText
from briefbook.corpus.files import DEFINITION, BriefFile, LibraryFile, LibraryRecord
from briefbook.corpus.links import Target
from briefbook.findings import Kind
from briefbook.findings.plain import from_plain, to_plain
from briefbook.model import Brief, Edtf, finding_kinds
from briefbook.model.kept_form import kept, record_from
from briefbook.model.record import id_of
from briefbook.model.references import Reference
from briefbook.syntax import finding_kinds as syntax_kinds


class Kept(NamedTuple):
    """What was read of a file: two texts of JSON, each on one line."""

    head: str
    body: str


def kept_from(read: FileRead) -> Kept:
    """What was read as plain data; the file's own text is not in it."""
    head = [
        [to_plain(one) for one in read.findings],
        read.unread,
        read.brief and [
            read.brief.is_read, read.brief.text is not None, _plain(read.brief.references),
            sorted(read.brief.fields), read.brief.statement_signs,
            read.brief.day and read.brief.day.text, read.brief.topics,
        ],
        read.library and _plain(read.library.references),
        [[kept(one.record), one.route] for one in read.entries if one.owner is None],
    ]  # fmt: skip
    return Kept(_line(head), _line(read.brief and kept(read.brief.brief)))


def _line(plain: object) -> str:
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))


def read_from(
    head: str, body: Callable[[], str], path: str, raw: Callable[[str], bytes], text: FileText
) -> FileRead:
    """What `kept_from` kept of a file; its body, its bytes and its text are there on demand.

    Raises ValueError for another head; where the body is none, the file is read anew.
    """
    role = role_of(path)
    try:
        findings, unread, of_brief, of_list, entries = json.loads(head)
        if role is None:
            raise ValueError(path)
        brief = _KeptBrief(path, text, of_brief, body, raw) if of_brief else None
        return FileRead(
            path,
            tuple([from_plain(one, _KINDS) for one in findings]),
            tuple([Target(*one) for one in unread]),
            brief,
            LibraryFile(role.__name__.lower(), path, text, _references(of_list))
            if of_list is not None else None,
            own_sources(brief) if brief else tuple([
                LibraryRecord(id_of(record), record, path, tuple(route))
                for plain, route in entries
                for record in [record_from(role, plain)]
            ]),
            text,
        )  # fmt: skip
    except (KeyError, TypeError, RecursionError) as error:
        raise ValueError(path) from error


class _KeptBrief(BriefFile):
    """A brief's file of which only the head is read until somebody asks for more."""

    def __init__(
        self,
        path: str,
        text: FileText,
        head: Any,  # noqa: ANN401 plain data
        body: Callable[[], str],
        raw: Callable[[str], bytes],
    ) -> None:
        is_read, has_text, self._plain, fields, self._signs, self._day, self._topics = head
        self.fields = frozenset(fields)
        self._is_read, self._body, self._raw = bool(is_read), body, raw
        stem = path.rpartition("/")[2].removesuffix(".yml")
        super().__init__(stem, path, text if has_text else None, None)

    @property
    def is_read(self) -> bool:
        return self._is_read

    @cached_property
    def brief(self) -> Brief | None:
        if not self._is_read:
            return None
        try:
            return record_from(Brief, json.loads(self._body()))
        except ValueError:
            found = read_file(self.path, self._raw(self.path)).brief
            return found.brief if found else None
        finally:
            del self._body, self._raw  # they may hold the file

    @property
    def topics(self) -> tuple[str, ...]:
        return tuple(self._topics)

    @property
    def day(self) -> Edtf | None:
        return Edtf.parse(self._day) if self._day else None

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        return _references(self._plain)

    @cached_property
    def definitions(self) -> tuple[Reference, ...]:
        return _references([one for one in self._plain if one[0] == [*DEFINITION]])

    @cached_property
    def names(self) -> frozenset[str]:
        return frozenset([one[1] for one in self._plain])

    def under(self, field: str) -> tuple[Reference, ...]:
        return _references([one for one in self._plain if field in one[2]])

    @cached_property
    def statement_signs(self) -> tuple[tuple[int, ...], ...]:
        return tuple(map(tuple, self._signs))


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
