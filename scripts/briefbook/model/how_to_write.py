"""How to write what was meant: ids and names where one of them is wanted, and other shapes."""

import re
from collections.abc import Mapping
from typing import Any, get_args, get_origin

from briefbook.findings import Route
from briefbook.model.field_types import annotation_at, record_at, unwrapped
from briefbook.model.record import Record
from briefbook.model.scalars import Refers, is_id
from briefbook.text.listing import both

_SHORT = 60
_NOTHING = ("none", "no", "n/a", "na", "-", "nothing", "null", "nil")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.I)
_SEVERAL = re.compile(r"\s*[,;，；、|]\s*|\s+(?:and|&)\s+")
_BRACKETS = "()[]{}（）［］【】「」"


def how_to_name(typed: str, loc: Route, kind: type[Record]) -> str:
    """What to write in place of a text that is no id; `loc` leads to its field in a record."""
    field = next((step for step in reversed(loc) if isinstance(step, str)), "")
    roles = _roles(kind, loc)
    if "source" in roles and _ADDRESS.match(typed):
        return (
            "A source is named by its id, which is yours to choose. Add it under `sources:` with "
            f"an id, a title and url: {typed}, and write the id here."
        )
    parts = [part for part in _SEVERAL.split(typed.strip(_BRACKETS)) if part]
    several = _several(kind, loc)
    if len(parts) > 1 and all(map(is_id, parts)) and several:
        return f"These are {len(parts)}: write {several}: [{', '.join(parts)}]."
    guess = _as_id(typed)
    if {"definition", "brief"} & {*roles} or field == "id":
        hint = f"Did you mean “{guess}”?" if guess else "For example: already-partners."
        return f"{hint} An id becomes part of an address and never changes again."
    if "entity" in roles and not is_id(typed) and re.search(r"[A-Z\s]", typed):
        name = f'"{typed}"' if re.search(r"[,:#{}\[\]]", typed) else typed
        where = f"{{name: {name}}}" if len(typed) < _SHORT else "{name: …}"
        known = f" (“{guess}”, perhaps)" if guess else ""
        return f"Somebody of the library is named by the id{known}; write anybody else as {where}."
    return f"Did you mean “{guess}”?" if guess else "For example: already-partners."


def _several(kind: type[Record], loc: Route) -> str:
    """The list in which a text stands, also one of records whose short form it is; or nothing."""
    parent = record_at(annotation_at(kind, loc[:-1]))
    if parent and parent.short == loc[-1]:
        loc = loc[:-1]
    whole = loc[:-1] if isinstance(loc[-1], int) else loc
    return str(whole[-1]) if get_origin(unwrapped(annotation_at(kind, whole))) is tuple else ""


def _roles(kind: type[Record], loc: Route) -> tuple[str, ...]:
    """What a field's text may name."""
    parent = record_at(annotation_at(kind, loc[:-1]))
    info = parent.model_fields.get(str(loc[-1])) if parent and loc else None
    found = [role for mark in (info.metadata if info else ()) if isinstance(mark, Refers)
             for role in mark.roles]  # fmt: skip
    waiting = [annotation_at(kind, loc)]
    while waiting:
        one = waiting.pop()
        for mark in getattr(one, "__metadata__", ()):
            if isinstance(mark, Refers):
                found += mark.roles
        waiting += get_args(one)
    return tuple(found)


def _as_id(typed: str) -> str:
    """The id that somebody may have meant; empty if none can be made of it."""
    if not re.search(r"[a-z0-9]", typed.casefold()) or re.search(r"[^\W\d_a-z]", typed.casefold()):
        return ""  # letters of other scripts or with accents would be lost
    guess = re.sub(r"[^a-z0-9#]+", "-", typed.casefold()).strip("-")
    return guess if is_id(guess) else ""


def other_form(
    wanted: str,
    typed: object,
    field: str | None,
    annotation: Any,  # noqa: ANN401
    *,
    pair: bool,
) -> str:
    """How to write a value in the shape that its field takes; `wanted` is pydantic's type of it."""
    name = field or "it"
    match typed:
        case str() if typed.strip().casefold() in _NOTHING:
            return f"Leave “{name}” out where there is nothing to say."
        case str() if wanted == "tuple_type" and not pair and field and len(typed) < _SHORT:
            record = record_at((get_args(unwrapped(annotation)) or (None,))[0])
            if record is None:
                return f"Write {field}: [{typed}] if it is only one."
            needed = [key for key, info in record.model_fields.items() if info.is_required()]
            return f"Begin each on a line of its own with “- ”, and give it {both(needed)}."
        case list() if field == "amount":
            return "Of a range write both ends as values: value: [{amount: 3, …}, {amount: 9, …}]."
        case list() if field in ("claimant", "relayed_by"):
            return "Name one of them, or {name: …} with all names; the source has all its speakers."
        case list() if len(typed) == 1 and isinstance(typed[0], str) and wanted == "wrong_form":
            return f"Write {name}: {typed[0]}"
        case list() if wanted == "wrong_form":
            return "Keep one of them, or join them in one text."
        case Mapping() if wanted == "wrong_form" and len(typed) == 1:
            ((key, value),) = typed.items()
            if isinstance(value, str) and len(key) + len(value) < 2 * _SHORT:
                return f'If this is one text, put it in quotation marks: "{key}: {value}".'
    if get_origin(unwrapped(annotation)) is tuple and isinstance(typed, Mapping):
        return "Begin each item with “- ”."
    return "Compare with the reference of fields, or with another brief."
