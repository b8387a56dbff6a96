"""The scalar types of fields: every value arrives as text and is read by the type of its field."""

import re
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from briefbook.model.numerals import PLACES_OF_PROBABILITY, probability_meant, read_number
from briefbook.text.doi import WrongDoi, bare_doi
from briefbook.text.listing import opening
from briefbook.text.url import UnsafeUrl, safe_url

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
REF_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*(#[a-z0-9]+(-[a-z0-9]+)*)?$"
MAX_ID = 80
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_WINDOWS_DEVICES = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])")

# YAML-aware editors see `title: 2025` as a number; it is text all the same.
_TEXT_TYPES = {"type": ["string", "number", "boolean"], "minLength": 1}


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


def _url(value: object) -> str:
    text = one_text(value)
    try:
        safe_url(text)
    except UnsafeUrl as error:
        raise PydanticCustomError(
            "unsafe_url", "“{value}” cannot be linked: {why}.", {"value": text, "why": str(error)}
        ) from None
    return text


def _doi(value: object) -> str:
    text = one_text(value)
    try:
        return bare_doi(text)
    except WrongDoi:
        raise PydanticCustomError(
            "unsafe_url",
            "“{value}” is no DOI: that begins with “10.” and has a slash.",
            {
                "value": text,
                "help": "Write it alone, as in doi: 10.1000/182, or as its address at doi.org. "
                "An address of another site belongs under `url`.",
            },
        ) from None


def _isbn(value: object) -> str:
    text = one_text(value)
    if not is_isbn(text):
        raise PydanticCustomError(
            "wrong_form",
            "“{value}” is no ISBN: that has ten or thirteen digits, and the last one checks them.",
            {"value": opening(text), "help": "It stands on the back of the title page."},
        )
    return text


def is_isbn(text: str) -> bool:
    """Whether a text is an ISBN (ISO 2108) whose check digit is right."""
    digits = re.sub("[ \u2010-\u2013-]", "", text.strip().removeprefix("ISBN").strip(" :"))
    if re.fullmatch("[0-9]{9}[0-9Xx]", digits):
        values = [10 if sign in "Xx" else int(sign) for sign in digits]
        return sum((10 - at) * value for at, value in enumerate(values)) % 11 == 0
    if re.fullmatch("97[89][0-9]{10}", digits):
        return sum((3 if at % 2 else 1) * int(sign) for at, sign in enumerate(digits)) % 10 == 0
    return False


def _text_hash(value: object) -> str:
    text = one_text(value)
    if not re.fullmatch("sha256:[0-9a-f]{64}", text):
        raise PydanticCustomError(
            "wrong_form",
            "“{value}” is no hash of a stored text: that is “sha256:” and 64 digits and letters "
            "from a to f.",
            {"value": opening(text), "help": "“briefbook snapshot SOURCE FILE” stores the text of "
                                             "a source and writes its hash here."},
        )  # fmt: skip
    return text


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


Text = Annotated[str, BeforeValidator(_filled), WithJsonSchema(_TEXT_TYPES), FreeText()]
"""Plain text: shown as typed."""

Code = Annotated[str, BeforeValidator(_filled), WithJsonSchema(_TEXT_TYPES)]
"""A sign from elsewhere, such as a DOI or a hash: no words of the author's."""

Prose = Annotated[
    str, BeforeValidator(_filled), WithJsonSchema(_TEXT_TYPES), Refers("prose"), FreeText()
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

Url = Annotated[
    str, BeforeValidator(_url), WithJsonSchema({"type": "string", "pattern": "^https?://"})
]
Doi = Annotated[str, BeforeValidator(_doi), WithJsonSchema(_TEXT_TYPES)]
"""A DOI; `doi:` or the address of a resolver before it is understood, and left out."""
Isbn = Annotated[str, BeforeValidator(_isbn), WithJsonSchema(_TEXT_TYPES)]
"""An ISBN of ten or thirteen digits, with or without hyphens."""
TextHash = Annotated[
    str,
    BeforeValidator(_text_hash),
    WithJsonSchema({"type": "string", "pattern": "^sha256:[0-9a-f]{64}$"}),
]
"""The SHA-256 of a stored text (UTF-8, lines end with LF)."""
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
