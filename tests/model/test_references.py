"""Every field that holds an id or prose is found by its type, in every model."""

from collections.abc import Iterator
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from briefbook.model import Brief, Entity, Source, Topic
from briefbook.model.record import Record
from briefbook.model.references import Reference, references
from briefbook.model.scalars import Refers
from briefbook.syntax import parse
from briefbook.text.document import Document


def _found(text: str, kind: type[Record] = Brief) -> list[Reference]:
    node, findings = parse(Document("a.yml", text))
    assert node is not None
    assert findings == []
    return list(references(node, kind))


def _marks(annotation: Any) -> set[str]:
    """The roles that stand anywhere in an annotation: an independent, plain reading of it."""
    roles = set(annotation.roles) if isinstance(annotation, Refers) else set()
    for part in (*get_args(annotation), *getattr(annotation, "__metadata__", ())):
        roles |= _marks(part)
    return roles


def _records(annotation: Any) -> set[type[Record]]:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return {annotation}
    return {record for part in get_args(annotation) for record in _records(part)}


def _all_models() -> list[type[Record]]:
    """Every model that can stand in a brief or the library."""
    found: list[type[Record]] = []
    waiting: list[type[Record]] = [Brief, Source, Entity, Topic]
    while waiting:
        model = waiting.pop()
        if model not in found:
            found.append(model)
            for info in model.model_fields.values():
                waiting += sorted(_records(info.annotation), key=lambda item: item.__name__)
    return found


def _fields() -> Iterator[Any]:
    for model in _all_models():
        for name, info in model.model_fields.items():
            roles = _marks(info.annotation)
            for mark in info.metadata:
                roles |= _marks(mark)
            if roles:
                yield pytest.param(model, name, roles, id=f"{model.__name__}.{name}")


def test_models_are_all_found() -> None:
    names = {model.__name__ for model in _all_models()}
    assert {
        "Claim",
        "Evidence",
        "Judgment",
        "Actor",
        "Derivation",
        "Withdrawal",
        "MatrixRow",
    } <= names
    assert all(issubclass(model, BaseModel) for model in _all_models())


@pytest.mark.parametrize(("model", "name", "roles"), list(_fields()))
@pytest.mark.parametrize("written", ["{name}: {value}", "{name}: [{value}]"])
def test_every_typed_field_is_walked(
    model: type[Record], name: str, roles: set[str], written: str
) -> None:
    """As a single value, or as a list where the field is one."""
    value = "'see [@some-id] and [[some-id]]'" if "prose" in roles else "some-id"
    listed = "tuple" in str(model.model_fields[name].annotation)
    if "[" in written and not listed:
        return
    found = _found(written.format(name=name, value=value), model)
    assert {reference.target for reference in found} == {"some-id"}
    assert {reference.route[0] for reference in found} == {name}
    expected = {"source", "link"} if "prose" in roles else roles
    assert {role for reference in found for role in reference.roles} == expected


def test_names_of_id_fields_show_their_types() -> None:
    """A field that sounds like a reference and is none would go unchecked."""
    plain = {
        f"{model.__name__}.{name}"
        for model in _all_models()
        for name in model.model_fields
        if name in {"source", "via", "also_in", "sources", "entities", "depends_on", "record",
                    "records", "at", "id", "appearance", "entity", "between", "rests_on",
                    "superseded_by", "topics", "subject", "speaker", "origin", "part_of"}
        and not _marks(model.model_fields[name].annotation)
        and not any(_marks(mark) for mark in model.model_fields[name].metadata)
        and not _records(model.model_fields[name].annotation)
    }  # fmt: skip
    assert plain == {"Option.id", "Said.at"}


def test_routes_and_roles() -> None:
    found = _found(
        "reviews: {claimant: bank, appearance: report}\n"
        "claims:\n"
        "  - id: first\n"
        "    claimant: {entity: officer}\n"
        "    relayed_by: {name: Somebody}\n"
        "    evidence:\n"
        "      - {source: report, also_in: [copy], origin: bank}\n"
        "    depends_on: [second, other#third]\n"
        "sources:\n"
        "  - {id: own, derives_from: report, speaker: [officer]}\n"
        "  - {id: own-too, derives_from: [{id: own}]}\n"
    )
    assert [(ref.roles, ref.target, ref.route) for ref in found] == [
        (("entity",), "bank", ("reviews", "claimant", "entity")),
        (("source",), "report", ("reviews", "appearance")),
        (("definition",), "first", ("claims", 0, "id")),
        (("entity",), "officer", ("claims", 0, "claimant", "entity")),
        (("source",), "report", ("claims", 0, "evidence", 0, "source")),
        (("source",), "copy", ("claims", 0, "evidence", 0, "also_in", 0)),
        (("entity", "source"), "bank", ("claims", 0, "evidence", 0, "origin")),
        (("record",), "second", ("claims", 0, "depends_on", 0, "record")),
        (("record",), "other#third", ("claims", 0, "depends_on", 1, "record")),
        (("definition",), "own", ("sources", 0, "id")),
        (("source",), "report", ("sources", 0, "derives_from", 0, "id")),
        (("entity",), "officer", ("sources", 0, "speaker", 0)),
        (("definition",), "own-too", ("sources", 1, "id")),
        (("source",), "own", ("sources", 1, "derives_from", 0, "id")),
    ]


def test_prose_says_what_to_look_for() -> None:
    found = _found("summary: See [@a; @b], [[c]] and `[[d]]`.\n")
    assert [(ref.roles, ref.target, ref.text) for ref in found] == [
        (("source",), "a", "@a"),
        (("source",), "b", "@b"),
        (("link",), "c", "[[c]]"),
    ]


@pytest.mark.parametrize(
    "text",
    ["claims: {id: a}\n", "claims: text\n", "claims: [[a, b]]\n", "- a\n", "summary: [a]\n",
     "claims: [{evidence: [text, [x], {source: {a: b}}]}]\n", "topics: ~\n", "nothing: [a]\n"],
)  # fmt: skip
def test_wrong_forms_never_raise(text: str) -> None:
    _found(text)


def test_a_wrong_field_hides_no_reference_of_its_record() -> None:
    found = _found("claims: [{id: a, verdict: nonsense, colour: blue, entities: [bank]}]\n")
    assert [ref.target for ref in found] == ["a", "bank"]
