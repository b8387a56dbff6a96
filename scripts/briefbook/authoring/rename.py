"""Gives something another id, through the whole corpus; the old address leads on."""

import difflib
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any

from briefbook.authoring.yaml_edits import Change, descend, flow_list, refused, with_field
from briefbook.corpus import Corpus, Link, Places, Target, gather
from briefbook.findings import Severity
from briefbook.model.record import id_of
from briefbook.model.record_types import of_library, with_permalinks
from briefbook.model.reserved import RESERVED
from briefbook.model.scalars import is_id
from briefbook.project.edition import read_edition
from briefbook.project.files import write_whole
from briefbook.project.project import Project
from briefbook.project.wrong_use import WrongUse
from briefbook.syntax import MappingNode
from briefbook.text.document import Span
from briefbook.text.edits import apply_edits
from briefbook.text.suggest import nearest
from briefbook.text.terminal import visible

_ID = "[a-z0-9-]"


@dataclass
class Plan:
    """What a renaming or a merger writes: whole files by path, and files that move.

    `links` counts the references that follow.
    """

    files: dict[str, bytes] = field(default_factory=dict)
    moved: dict[str, str] = field(default_factory=dict)
    links: int = 0
    notes: list[str] = field(default_factory=list)

    def difference(self, root: Path) -> str:
        """What would change, as a unified diff."""
        return "".join(self._differences(root))

    def _differences(self, root: Path) -> Iterator[str]:
        for path, content in sorted(self.files.items()):
            old = (root / path).read_bytes().decode("utf-8", "replace").splitlines(keepends=True)
            new = content.decode("utf-8", "replace").splitlines(keepends=True)
            after = self.moved.get(path, path)
            for line in difflib.unified_diff(old, new, path, after):
                yield visible(line.rstrip("\n")) + "\n"

    def carry_out(self, root: Path) -> None:
        """Write all files; if one cannot be, those that were are put back.

        Raises WrongUse.
        """
        before = {path: (root / path).read_bytes() for path in self.files}
        written: list[str] = []
        try:
            for path, content in self.files.items():
                write_whole(root / self.moved.get(path, path), content)
                written.append(path)
        except WrongUse:
            for path in written:
                if path in self.moved:
                    (root / self.moved[path]).unlink(missing_ok=True)
                else:
                    write_whole(root / path, before[path])
            raise
        for path in self.moved:
            (root / path).unlink(missing_ok=True)


def _read(project: Project, today: date) -> Corpus:
    """The corpus, of which every file can be read: what stands in others could not follow.

    Raises WrongUse.
    """
    corpus = read_edition(project, today, anew=True).corpus
    wrong = sorted(
        {
            one.place.path
            for one in corpus.findings
            if one.kind.family == "SYN" and one.kind.severity is Severity.error
        }
    )
    if wrong:
        raise WrongUse(
            f"{wrong[0]} cannot be read, so nothing in it could follow; mend it first: briefbook "
            f"check {wrong[0]}"
        )
    return corpus


def plan_renaming(project: Project, what: str, new: str, today: date) -> Plan:
    """What it takes to give WHAT (“brief:ID”, “BRIEF#RECORD”, “source:ID” …) a new id.

    Raises WrongUse for what is not there, an id that cannot be, and files that cannot be changed.
    """
    corpus = _read(project, today)
    target = _target(corpus, what)
    if not is_id(new):
        raise WrongUse(f"“{visible(new)}” is no id: small letters a–z, digits, single hyphens")
    if new == target.id:
        raise WrongUse(f"it is called “{new}” already")
    _refuse_taken(corpus, target, new)
    edits = _Edits(project, corpus)
    for link in _links_to(corpus, target):
        edits.point(link, target, new)
    if target.role == "brief":
        _rename_brief(corpus, target, new, edits)
    else:
        _rename_record(corpus, target, new, edits)
    edits.documents(project.docs, target, new)
    return edits.plan()


def plan_merger(project: Project, gone: str, stays: str, today: date) -> Plan:
    """What it takes that everything which names one source names another one, and the first goes.

    Raises WrongUse as `plan_renaming` does.
    """
    corpus = _read(project, today)
    one, other = (_target(corpus, f"source:{name}") for name in (gone, stays))
    if one == other:
        raise WrongUse("these are one source")
    entry, kept = corpus.sources[gone], corpus.sources[stays]
    if entry.owner != kept.owner and kept.owner is not None:
        raise WrongUse(f"“{stays}” is a source of one brief: keep “{gone}” in its place")
    edits = _Edits(project, corpus)
    for link in _links_to(corpus, one):
        inside = link.path == entry.path and link.reference.route[: len(entry.route)] == entry.route
        if not inside:
            edits.point(link, one, stays)
    edits.take_out(entry.path, entry.route)
    edits.former(
        kept.path, kept.route, (*kept.record.renamed_from, *entry.record.renamed_from, gone)
    )
    edits.note_lost(gone, entry.record, stays, kept.record)
    return edits.plan()


def _target(corpus: Corpus, what: str) -> Target:
    role, colon, name = what.partition(":")
    brief, mark, record = what.partition("#")
    roles: Mapping[str, Any] = {
        "brief": corpus.briefs, "source": corpus.sources, "entity": corpus.entities,
        "topic": corpus.topics,
    }  # fmt: skip
    if mark:
        if brief not in corpus.briefs:
            raise WrongUse(f"there is no brief “{visible(brief)}”{_near(brief, corpus.briefs)}")
        known = corpus.links.routes_by_brief.get(brief, {})
        if record not in known:
            raise WrongUse(
                f"the brief “{brief}” has no record “{visible(record)}”{_near(record, known)}"
            )
        return Target("record", record, brief)
    if not colon or role not in roles:
        raise WrongUse(
            f"“{visible(what)}” is none of brief:ID, BRIEF#RECORD, source:ID, entity:ID, topic:ID"
        )
    if name not in roles[role]:
        raise WrongUse(f"there is no {role} “{visible(name)}”{_near(name, roles[role])}")
    return Target(role, name)


def _near(name: str, known: Mapping[str, Any]) -> str:
    guess = nearest(name, known)
    return f"; did you mean “{guess}”?" if guess else ""


def _refuse_taken(corpus: Corpus, target: Target, new: str) -> None:
    """An id that something has, or had: it is never used twice."""
    if target.role == "record":
        brief = corpus.brief(target.brief)
        known = {*corpus.links.routes_by_brief[target.brief], *brief.renamed_from}
        reserved = new in RESERVED
    elif target.role == "brief":
        files = {file.id for file in corpus.files}
        former = {one for name in corpus.briefs for one in corpus.brief(name).renamed_from}
        known, reserved = (
            files | (former - {*corpus.brief(target.id).renamed_from}),
            new in RESERVED,
        )
    else:
        entries = corpus.library_records(next(k for k in of_library() if k.noun == target.role))
        former = {one for name, entry in entries.items() if name != target.id
                  for one in entry.record.renamed_from}  # fmt: skip
        known, reserved = {*corpus.links.ids_by_role[target.role], *entries} | former, False
    if reserved:
        raise WrongUse(f"the id “{new}” is reserved for the site's own addresses")
    if new in known:
        raise WrongUse(f"the id “{new}” is taken, or was; an id is never used twice")


def _links_to(corpus: Corpus, target: Target) -> Iterator[Link]:
    """What names it; of a brief also what names a record of it by both ids."""
    for link in corpus.links.all:
        if link.target == target:
            yield link
        elif (
            target.role == "brief" and link.target is not None and link.target.role == "record"
            and link.target.brief == target.id and "#" in link.reference.target
        ):  # fmt: skip
            yield link


def _rename_record(corpus: Corpus, target: Target, new: str, edits: "_Edits") -> None:
    if target.role == "record":
        path = corpus.path_of[target.brief]
        routes = [route[:-1] for route in corpus.links.routes_by_brief[target.brief][target.id]]
    else:
        entry = corpus.library_records(next(k for k in of_library() if k.noun == target.role))
        path, routes = entry[target.id].path, [entry[target.id].route]
    if len(routes) != 1:
        raise WrongUse(f"{path} has the id “{target.id}” twice; mend that first")
    node = descend(corpus.node(path), routes[0])
    if target.role == "record" and routes[0][0] in ("events", "corrections"):
        raise WrongUse(
            "an event or a correction keeps its id: nothing could lead from the old one to it"
        )
    if not isinstance(node, MappingNode) or "id" not in node.entries:
        raise refused(path, f"rename “{target.id}” yourself")
    value = node.entries["id"].value
    edits.replace(path, Span(value.span.start, value.span.end), target.id, new)
    record = _record(corpus, target)
    edits.former(path, routes[0], (*record.renamed_from, target.id), new)


def _record(corpus: Corpus, target: Target) -> Any:  # noqa: ANN401 of any type that has ids
    if target.role != "record":
        kind = next(k for k in of_library() if k.noun == target.role)
        return corpus.library_records(kind)[target.id].record
    brief = corpus.brief(target.brief)
    return next(one for one in with_permalinks(brief) if id_of(one) == target.id)


def _rename_brief(corpus: Corpus, target: Target, new: str, edits: "_Edits") -> None:
    path = corpus.path_of[target.id]
    brief = corpus.brief(target.id)
    edits.former(path, (), (*brief.renamed_from, target.id), new)
    edits.moved[path] = str(PurePosixPath(path).with_name(f"{new}.yml"))


class _Edits:
    """Changes to the files of a corpus and of docs/."""

    def __init__(self, project: Project, corpus: Corpus) -> None:
        self._project, self._corpus = project, corpus
        self._changes = defaultdict[str, list[Change]](list)
        self._places = Places(corpus)
        self._texts: dict[str, bytes] = {}
        self._links = 0
        self.moved: dict[str, str] = {}
        self._notes: list[str] = []

    def point(self, link: Link, target: Target, new: str) -> None:
        """A reference names the new id."""
        span = self._places.span(link.place)
        owner = target.role == "brief" and "#" in link.reference.target
        self.replace(link.path, span, target.id, new, owner=owner)
        self._links += 1

    def replace(self, path: str, span: Span, old: str, new: str, *, owner: bool = False) -> None:
        """In a stretch of a file an id becomes another: the one before a “#” if it is the owner's,
        else the last one."""
        document = self._corpus.document(path)
        if document is None:
            raise refused(path, f"write “{new}” for “{old}” yourself")
        text = document.text[span.start : span.end]
        end = "(?=#)" if owner else f"(?!{_ID}|#)"
        found = re.search(f"(?<!{_ID}){re.escape(old)}{end}", text)
        if found is None:
            raise refused(path, f"write “{new}” for “{old}” yourself")
        at = Span(span.start + found.start(), span.start + found.end())
        self._changes[path].append((at, new))

    def former(
        self, path: str, route: tuple[str | int, ...], ids: tuple[str, ...], now: str = ""
    ) -> None:
        """A record, or a brief, notes what it was called and is not `now`."""
        ids = tuple(one for one in dict.fromkeys(ids) if one != now)
        document, node = self._corpus.document(path), descend(self._corpus.node(path), route)
        if document is None or not isinstance(node, MappingNode):
            raise refused(path, f"add “renamed_from: {flow_list(ids)}” yourself")
        beside = ("id", "title", "summary", "status") if not route else ("id",)
        value = f"[{', '.join(ids)}]"
        self._changes[path].append(with_field(document, node, "renamed_from", value, beside))

    def take_out(self, path: str, route: tuple[str | int, ...]) -> None:
        """An entry of a list goes, with its comment and the empty line above it."""
        document, node = self._corpus.document(path), descend(self._corpus.node(path), route)
        if document is None or node is None:
            raise refused(path, "take it out yourself")
        text = document.text
        start = text.rfind("\n", 0, text.rfind("-", 0, node.span.start + 1)) + 1
        end = node.span.start + len(text[node.span.start : node.span.end].rstrip())
        line = text.find("\n", end)
        end = len(text) if line < 0 else line + 1
        while text[end:].startswith("\n"):
            end += 1
        if text[start : node.span.start].strip() != "-":
            raise refused(path, "take it out yourself")
        self._changes[path].append((Span(start, end), ""))

    def documents(self, docs: Path, target: Target, new: str) -> None:
        """Links in hand-written pages follow, too."""
        if target.role not in ("brief", "record"):
            return
        old = re.escape(target.id)
        if target.role == "brief":
            pattern = re.compile(rf"(?<=\[\[){old}(?=[\]#|])")
        else:
            pattern = re.compile(rf"(?<=\[\[{re.escape(target.brief)}#){old}(?=[\]|])")
        for path in sorted(docs.rglob("*.md")):
            raw = path.read_bytes()
            made, number = pattern.subn(new, raw.decode("utf-8", "surrogateescape"))
            if number:
                self._links += number
                within = path.relative_to(self._project.root).as_posix()
                self._texts[within] = made.encode("utf-8", "surrogateescape")

    def note_lost(self, gone: str, one: Any, stays: str, other: Any) -> None:  # noqa: ANN401
        """Say what of a source that goes the other one does not have."""
        lost = [
            name
            for name in type(one).model_fields
            if name not in ("id", "renamed_from") and getattr(one, name)
            and getattr(one, name) != getattr(other, name)
        ]  # fmt: skip
        if lost:
            self._notes.append(f"“{stays}” keeps its own; “{gone}” had other {', '.join(lost)}")

    def plan(self) -> Plan:
        """All files as they would be."""
        files = dict(self._texts)
        for path, changes in self._changes.items():
            document = self._corpus.document(path)
            raw = (self._project.root / path).read_bytes()
            made = apply_edits(raw, document, changes) if document else None
            if made is None or _is_worse(path, raw, made):
                raise refused(path, "change it yourself")
            files[path] = made
        return Plan(files, self.moved, self._links, self._notes)


def _is_worse(path: str, before: bytes, after: bytes) -> bool:
    """Whether a file reads with errors that it did not have."""
    found = [
        sum(one.kind.family in ("SYN", "SCH") and one.kind.severity is Severity.error
            for one in gather([(path, raw)]).findings)
        for raw in (before, after)
    ]  # fmt: skip
    return found[1] > found[0]
