"""What fails, and how it is named, when a field or a record type is forgotten somewhere."""

import pytest
from fields import declared, lists_of
from pydantic import create_model
from surfaces import edition, every_field, noticed, pages, project

from briefbook.analysis.change_kinds import ChangeKind
from briefbook.diff.kinds_by_field import ChangeKinds
from briefbook.model import Brief, Claim
from briefbook.model.assumption import Assumption
from briefbook.model.record import Record, listed, optional
from briefbook.model.record_types import RECORD_TYPES, RecordType
from briefbook.model.scalars import Text
from briefbook.model.withdrawal import Identified
from briefbook.pages import records


class Promise(Identified):
    """A record type that somebody has just thought of."""

    statement: Text = optional("What was promised.", "It opens in May.")


class Nuanced(Claim):
    """A claim with a field that somebody has just thought of."""

    nuance: Text | None = optional("What else there is to say.", "Only on weekdays.")


def test_a_new_field_is_named_until_the_project_fills_it() -> None:
    filled = {field.name for _, field in every_field(project())}
    assert {*declared(Nuanced, "claim")} - filled == {"claim.nuance"}


def test_a_new_list_of_a_brief_is_named_until_the_table_has_it() -> None:
    wider = create_model(
        "Brief", __base__=Brief, promises=(tuple[Promise, ...], listed("Promises.", []))
    )
    known = {kind.listed for kind in RECORD_TYPES}
    assert lists_of(wider) - known == {"promises"}


def test_a_field_that_is_no_longer_printed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    fields = [one for one in every_field(project()) if one[1].name == "assumption.if_wrong"]
    assert "assumption.if_wrong" in noticed(fields)["page"]
    monkeypatch.setattr(
        "briefbook.pages.records.assumption.record.assumption_view",
        lambda assumption, context: _view(assumption.replace(if_wrong=None), context),
    )
    assert "assumption.if_wrong" not in noticed(fields)["page"]
    assert "assumption.if_wrong" in noticed(fields)["diff"]


def _view(assumption: Assumption, context: object) -> object:
    from briefbook.pages.records.assumption.card import assumption_view

    return assumption_view(assumption, context)


def test_a_type_that_no_folder_shows_is_no_silence(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = {kind: one for kind, one in records.record_displays().items() if kind is not Assumption}
    monkeypatch.setattr(records, "record_displays", lambda: shown)
    with pytest.raises(KeyError, match="Assumption"):
        pages(edition(project()))


def test_a_type_without_kinds_of_change_is_no_silence() -> None:
    promise: RecordType[Promise] = RecordType(
        Promise, "promise", "a promise", "statement", "promises"
    )
    with pytest.raises(ValueError, match="promise-added"):
        ChangeKinds(promise).kind("added")
    assert not [kind for kind in ChangeKind if kind.startswith("promise")]


def test_every_type_has_a_row_that_says_what_it_is() -> None:
    for kind in RECORD_TYPES:
        assert kind.field in kind.model.model_fields
        assert issubclass(kind.model, Record)
