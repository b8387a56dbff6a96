"""A node tree to a record: pydantic checks it whole, and its errors become findings."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TypeVar, get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from briefbook.findings import Finding, Place, Route
from briefbook.model import finding_kinds
from briefbook.model.everyday_words import key_meant
from briefbook.model.field_types import annotation_at, record_at, unwrapped, words_of_field
from briefbook.model.how_to_write import how_to_name, other_form
from briefbook.model.nouns import noun_of
from briefbook.model.record import BLANK, Record
from briefbook.model.wrong_word import wrong_word
from briefbook.syntax import Node, to_texts
from briefbook.text.listing import counted, either
from briefbook.text.suggest import nearest

R = TypeVar("R", bound=Record)

_DATE_HELP = (
    "Dates are 2025, 2025-06 or 2025-06-24, with ? or ~ for uncertain or approximate ones, 185X "
    "for a decade, 2025-21 for spring, intervals such as 2022-04-06/.., or unknown."
)


_ADDRESS_HELP = "Give the full address as the browser shows it, beginning with https://."


_SHOWN = 200
"""Mistakes of one record that are told; who has more, mends these and asks again."""

_SLIP = 0.8
"""How near a misspelt key must be to count for the field that is missing."""


def decode_record(
    node: Node, kind: type[R], path: str, route: Route = ()
) -> tuple[R | None, list[Finding]]:
    """Read a node as a record of `kind`; `route` is where the node stands in its file.

    Returns the record, or None with every mistake that keeps it from being one.
    """
    try:
        return kind.model_validate(to_texts(node)), []
    except ValidationError as error:
        details = list(_once(error.errors(include_url=False), kind))
        found = [_finding(item, kind, path, route) for item in details[:_SHOWN]]
        return None, first_of(found, len(details))


def first_of(findings: list[Finding], number: int) -> list[Finding]:
    """The first 200 of a number of mistakes of form; the last one says how many are left out."""
    told = findings[:_SHOWN]
    if left := number - len(told):
        more = f" ({counted(left, 'more mistake')} of form here: mend these first.)"
        told[-1] = replace(told[-1], help=told[-1].help + more)
    return told


def _once(errors: list[ErrorDetails], kind: type[Record]) -> Iterator[ErrorDetails]:
    """Without fields that are missing only because their key is misspelt: that is one mistake."""
    meant = {
        (error["loc"][:-1], guess)
        for error in errors[:_SHOWN]
        if error["type"] == "extra_forbidden"
        for known in [_known(error["loc"][:-1], kind)]
        for guess in (
            nearest(str(error["loc"][-1]), known, _SLIP),
            key_meant(str(error["loc"][-1]), known),
        )
    }
    for error in errors:
        loc = error["loc"]
        if error["type"] != "missing" or not loc or (loc[:-1], loc[-1]) not in meant:
            yield error


def _known(loc: Route, kind: type[Record]) -> list[str]:
    parent = record_at(annotation_at(kind, loc))
    return list(parent.model_fields) if parent else []


def _finding(error: ErrorDetails, kind: type[Record], path: str, route: Route) -> Finding:
    loc: Route = tuple(error["loc"])
    place = Place(path, route + loc)
    context = error.get("ctx", {})
    if loc and loc[-1] == "[key]":  # how pydantic says that the key itself is wrong
        place = Place(path, route + loc[:-1], on_key=True)
    match "empty" if _is_blank(error) else error["type"]:
        case "missing" if not isinstance(loc[-1], str):
            short: ErrorDetails = {**error, "type": "too_short"}
            return _wrong_form(short, kind, loc[:-1], Place(path, route + loc[:-1]))
        case "extra_forbidden":
            return _unknown_key(loc, kind, Place(path, route + loc, on_key=True), error["input"])
        case "missing" | "empty":
            return _missing(loc, kind, place)
        case "enum" if isinstance(error["input"], str):
            return wrong_word(str(error["input"]), words_of_field(annotation_at(kind, loc)), place)
        case "wrong_word":
            word = wrong_word(str(error["input"]), context.get("words", []), place, error["msg"])
            return replace(word, help=context.get("help", word.help))
        case "impossible_date":
            return Finding(finding_kinds.IMPOSSIBLE_DATE, error["msg"], place, _DATE_HELP)
        case "not_a_number":
            how = context.get("help", "Write digits only: 2 or 0.25.")
            return Finding(finding_kinds.NOT_A_NUMBER, error["msg"], place, how)
        case "bad_id":
            how = how_to_name(str(context.get("value", "")), loc, kind)
            return Finding(finding_kinds.BAD_ID, error["msg"], place, how)
        case "unsafe_url":
            how = context.get("help", _ADDRESS_HELP)
            return Finding(finding_kinds.UNSAFE_URL, error["msg"], place, how)
        case _:
            return _wrong_form(error, kind, loc, place)


def _is_blank(error: ErrorDetails) -> bool:
    """Whether a known key stands there without a value."""
    last = error["loc"][-1] if error["loc"] else None
    named = isinstance(last, str) and last != "[key]"
    return named and error["input"] in BLANK and error["type"] != "extra_forbidden"


def _unknown_key(loc: Route, kind: type[Record], place: Place, value: object) -> Finding:
    key = str(loc[-1])
    if value in BLANK and not _LIKE_A_FIELD.fullmatch(key):
        return Finding(
            finding_kinds.UNKNOWN_KEY,
            f"“{key}” is no field: it seems to be the rest of a text. In braces a comma ends a "
            "text and begins the next field.",
            place,
            "Write the number without commas, as in 600000."
            if key.isdecimal()
            else "Put the whole text in quotation marks, from before the comma to its end.",
        )
    if wide := re.search("[：﹕꞉∶]", key):
        return Finding(
            finding_kinds.UNKNOWN_KEY,
            f"“{wide[0]}” in “{key}” is not the ordinary colon, and is taken for a letter.",
            place,
            "Type an ordinary colon and a blank: “: ”.",
        )
    parent = record_at(annotation_at(kind, loc[:-1]))
    known = _known(loc[:-1], kind)
    guess = key_meant(key, known) or nearest(key, known)
    where = f"in {noun_of(parent)}" if parent else "here"
    remedy = f"Did you mean “{guess}”?" if guess else f"Known here: {', '.join(known)}."
    return Finding(
        finding_kinds.UNKNOWN_KEY, f"“{key}” is not a field that is known {where}.", place, remedy
    )


_LIKE_A_FIELD = re.compile(r"[a-z][a-z_-]*")


def _missing(loc: Route, kind: type[Record], place: Place) -> Finding:
    parent = record_at(annotation_at(kind, loc[:-1]))
    field = str(loc[-1])
    if parent is None and (words := words_of_field(annotation_at(kind, loc))):
        return Finding(
            finding_kinds.MISSING_FIELD, f"“{field}” is empty.", place, f"Choose {either(words)}."
        )
    info = parent.model_fields.get(field) if parent else None
    what = f" {info.description}" if info and info.description else ""
    example = f" For example: {field}: {_typed(info.examples[0])}" if info and info.examples else ""
    return Finding(
        finding_kinds.MISSING_FIELD,
        f"{noun_of(parent).capitalize()} needs “{field}”, and it is missing or empty.",
        place,
        f"{what}{example}".strip(),
    )


def _typed(example: object) -> str:
    """An example as it can be typed: a text with a colon needs quotation marks."""
    text = str(example)
    return f'"{text}"' if isinstance(example, str) and ": " in text else text


_FORMS = {
    "model_type": "a mapping (lines of “key: value”)",
    "dict_type": "a mapping (lines of “key: value”)",
    "tuple_type": "a list (lines that begin with “- ”)",
    "enum": "a single word",
    "too_short": "a list of two numbers, such as [0.2, 0.35]",
    "too_long": "a list of two numbers, such as [0.2, 0.35]",
}


def _wrong_form(error: ErrorDetails, kind: type[Record], loc: Route, place: Place) -> Finding:
    if remedy := error.get("ctx", {}).get("help"):  # it is one text, but cannot be right
        return Finding(finding_kinds.WRONG_FORM, error["msg"], place, str(remedy))
    pair = _is_pair(kind, loc)
    wanted = _FORMS.get("too_long" if pair else error["type"])
    if wanted is None and error["type"] == "wrong_form":
        wanted = "a single text"
    if wanted is None:
        return Finding(
            finding_kinds.WRONG_FORM, error["msg"], place, "See the reference of fields."
        )
    field = next((str(step) for step in reversed(loc) if isinstance(step, str)), None)
    subject = f"“{field}”" if field else noun_of(kind).capitalize()
    if field and isinstance(loc[-1], int):
        subject = f"An item of {subject}"
    return Finding(
        finding_kinds.WRONG_FORM,
        f"{subject} should be {wanted}, not {_form(error['input'])}.",
        place,
        other_form(error["type"], error["input"], field, annotation_at(kind, loc), pair=pair),
    )


def _is_pair(kind: type[Record], loc: Route) -> bool:
    arguments = get_args(unwrapped(annotation_at(kind, loc)))
    return len(arguments) > 1 and arguments[-1] is not Ellipsis


def _form(value: object) -> str:
    match value:
        case list():
            return f"a list of {len(value)}"
        case Mapping():
            return "a mapping"
        case _:
            return "a single text"
