"""The scalar types of fields: every value arrives as text and is read by the type of its field."""

import re
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from briefbook.model.numerals import PLACES_OF_PROBABILITY, probability_meant, read_number
from briefbook.text.listing import opening

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
REF_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*(#[a-z0-9]+(-[a-z0-9]+)*)?$"
MAX_ID = 80
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_WINDOWS_DEVICES = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])")

# YAML-aware editors see `title: 2025` as a number; it is text all the same.
TEXT_SCHEMA = {"type": ["string", "number", "boolean"], "minLength": 1}


class Refers:
    """Marks a field as a reference: what its value may name (source, entity, record …).

    “prose” marks text that holds references; “definition” the id that a record defines.
    """

    __slots__ = ("roles",)

    def __init__(self, *roles: str) -> None:
        self.roles = roles


class FreeText:
    """Marks a field whose text is an author's own words."""

    __slots__ = ()


def one_text(value: object) -> str:
    """A value as one text. Raises PydanticCustomError for a list or a mapping."""
    if isinstance(value, str):
        return value
    shape = "a number or something else"
    if isinstance(value, list | dict):
        shape = "a list" if isinstance(value, list) else "a mapping"
    raise PydanticCustomError("wrong_form", "A single text was expected here, not {shape}.",
                              {"shape": shape})  # fmt: skip


def _id(value: object) -> str:
    text = one_text(value)
    if not re.fullmatch(ID_PATTERN, text):
        raise PydanticCustomError(
            "bad_id",
            "“{value}” is no id: ids have small letters a–z, digits and single hyphens.",
            {"value": text},
        )
    if len(text) > MAX_ID:
        raise PydanticCustomError("bad_id", "This id has {n} characters; at most 80 are allowed.",
                                  {"n": len(text)})  # fmt: skip
    if _WINDOWS_DEVICES.fullmatch(text):
        raise PydanticCustomError(
            "bad_id", "“{value}” cannot be an id: Windows reserves it as a file name.",
            {"value": text},
        )  # fmt: skip
    return text


def is_id(text: str) -> bool:
    """Whether a text can be an id."""
    try:
        _id(text)
    except PydanticCustomError:
        return False
    return True


def _ref(value: object) -> str:
    text = one_text(value)
    if not re.fullmatch(REF_PATTERN, text):
        raise PydanticCustomError(
            "bad_id",
            "“{value}” names no record: write record-id, or brief-id#record-id for another brief.",
            {"value": text},
        )
    return text


def _number(value: object) -> Decimal:
    text = one_text(value)
    try:
        return read_number(text)
    except ValueError as error:
        raise PydanticCustomError(
            "not_a_number", "“{value}” is not a number that can be read here.",
            {"value": opening(text), "help": str(error)},
        ) from None  # fmt: skip


def _probability(value: object) -> Decimal:
    text = one_text(value)
    meant = probability_meant(text)
    if meant:
        raise PydanticCustomError(
            "not_a_number",
            "“{value}” is no probability: that is a number from 0 to 1.",
            {"value": opening(text), "help": f"Write {meant}."},
        )
    number = _number(text) if not text.startswith("-") else Decimal(-1)
    if not 0 <= number <= 1:
        raise PydanticCustomError(
            "not_a_number",
            "“{value}” is no probability: that is a number from 0 to 1.",
            {"value": opening(text), "help": "Write 0.25 for 25 %."},
        )
    if number != round(number, PLACES_OF_PROBABILITY):
        raise PydanticCustomError(
            "not_a_number",
            "“{value}” is more exact than anybody can be about what is likely.",
            {"value": opening(text), "help": f"Write at most {PLACES_OF_PROBABILITY} digits after "
                                             "the point: 0.25 for 25 %, or 0 or 1."},
        )  # fmt: skip
    return number


def _credibility(value: object) -> int:
    text = one_text(value)
    if text not in ("1", "2", "3", "4", "5", "6"):
        raise PydanticCustomError(
            "wrong_word",
            "“{value}” is no credibility of the Admiralty scale.",
            {"value": text, "words": ["1", "2", "3", "4", "5", "6"]},
        )
    return int(text)


def _flag(value: object) -> bool:
    text = one_text(value).lower()
    if text not in ("true", "false", "yes", "no"):
        raise PydanticCustomError("wrong_word", "“{value}” is neither true nor false.",
                                  {"value": value, "words": ["true", "false"]})  # fmt: skip
    return text in ("true", "yes")


def _language(value: object) -> str:
    text = one_text(value)
    if not _LANGUAGE.fullmatch(text):
        raise PydanticCustomError(
            "wrong_word", "“{value}” is no language tag (BCP 47), such as en, ru or zh-Hant.",
            {"value": text, "words": [], "help": "For example: en for English, ru for Russian."},
        )  # fmt: skip
    return text


def _filled(value: object) -> str:
    text = one_text(value)
    if not text.strip():
        raise PydanticCustomError("empty", "A text is missing here.")
    return text


Text = Annotated[str, BeforeValidator(_filled), WithJsonSchema(TEXT_SCHEMA), FreeText()]
"""Plain text: shown as typed."""

Code = Annotated[str, BeforeValidator(_filled), WithJsonSchema(TEXT_SCHEMA)]
"""A sign from elsewhere, such as a DOI or a hash: no words of the author's."""

Prose = Annotated[
    str, BeforeValidator(_filled), WithJsonSchema(TEXT_SCHEMA), Refers("prose"), FreeText()
]
"""Text in our small subset of Markdown, with `[@source]` and `[[record]]`."""

Id = Annotated[
    str,
    BeforeValidator(_id),
    WithJsonSchema({"type": ["string", "integer"], "pattern": ID_PATTERN, "maxLength": MAX_ID}),
]
"""The id of a record, source, entity or topic."""

Ref = Annotated[
    str,
    BeforeValidator(_ref),
    WithJsonSchema({"type": ["string", "integer"], "pattern": REF_PATTERN}),
    Refers("record"),
]
"""A record of this brief (`id`) or of another (`brief-id#id`)."""

OwnId = Annotated[Id, Refers("definition")]
"""The id that a record defines."""

SourceId = Annotated[Id, Refers("source")]
EntityId = Annotated[Id, Refers("entity")]
TopicId = Annotated[Id, Refers("topic")]
BriefId = Annotated[Id, Refers("brief")]
OriginId = Annotated[Id, Refers("entity", "source")]
EvidenceRef = Annotated[Ref, Refers("source")]
"""A claim, or a source, as an item of a hypotheses matrix."""

Language = Annotated[str, BeforeValidator(_language), WithJsonSchema({"type": "string"})]
_NUMBER_SCHEMA: dict[str, Any] = {"type": ["number", "string"]}
Number = Annotated[Decimal, BeforeValidator(_number), WithJsonSchema(_NUMBER_SCHEMA)]
Credibility = Annotated[
    int,
    BeforeValidator(_credibility),
    WithJsonSchema({"enum": [*range(1, 7), *map(str, range(1, 7))]}),
]
Probability = Annotated[
    Decimal,
    BeforeValidator(_probability),
    WithJsonSchema({"type": ["number", "string"], "minimum": 0, "maximum": 1}),
]
Flag = Annotated[bool, BeforeValidator(_flag), WithJsonSchema({"enum": [True, False, "yes", "no"]})]
