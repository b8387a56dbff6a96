"""Gives something another id, through the whole corpus; the old address leads on."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import PurePosixPath
from typing import Any

from briefbook.authoring.reference_edits import Plan, ReferenceEdits
from briefbook.authoring.yaml_edits import descend, refused
from briefbook.corpus import Corpus, Link, Target
from briefbook.findings import Severity
from briefbook.model.record import id_of
from briefbook.model.record_types import of_library, with_permalinks
from briefbook.model.reserved import RESERVED
from briefbook.model.scalars import is_id
from briefbook.project.edition import read_edition
from briefbook.project.project import Project
from briefbook.project.wrong_use import WrongUse
from briefbook.syntax import MappingNode
from briefbook.text.document import Span
from briefbook.text.suggest import nearest
from briefbook.text.terminal import visible


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
    edits = ReferenceEdits(project, corpus)
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
    for derived, root in ((entry.record, stays), (kept.record, gone)):
        if any(item.id == root for item in derived.derives_from):
            raise WrongUse(
                f"“{derived.id}” says that it repeats “{root}”: then they are two works. If they "
                "are one, take that out first"
            )
    edits = ReferenceEdits(project, corpus)
    links = [*_links_to(corpus, one)]
    edits.doubles(links, _links_to(corpus, other), stays)
    for link in links:
        inside = link.path == entry.path and link.reference.route[: len(entry.route)] == entry.route
        if not inside:
            edits.point(link, one, stays)
    edits.take_out(entry.path, entry.route)
    former = (*kept.record.renamed_from, *entry.record.renamed_from, gone)
    edits.former(kept.path, kept.route, former)
    edits.fill(entry, kept)
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
        own = _record(corpus, target).renamed_from
        former = {
            one for record in with_permalinks(brief) for one in getattr(record, "renamed_from", ())
        }
        known = {*corpus.links.routes_by_brief[target.brief], *brief.renamed_from,
                 *(former - {*own})}  # fmt: skip
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


def _rename_record(corpus: Corpus, target: Target, new: str, edits: ReferenceEdits) -> None:
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


def _rename_brief(corpus: Corpus, target: Target, new: str, edits: ReferenceEdits) -> None:
    path = corpus.path_of[target.id]
    brief = corpus.brief(target.id)
    edits.former(path, (), (*brief.renamed_from, target.id), new)
    edits.moved[path] = str(PurePosixPath(path).with_name(f"{new}.yml"))
