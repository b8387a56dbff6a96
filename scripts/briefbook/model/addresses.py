"""Where a source is found: types of addresses, identifiers and hashes of stored texts."""

import re
from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from briefbook.model.scalars import TEXT_SCHEMA, one_text
from briefbook.text.doi import WrongDoi, bare_doi
from briefbook.text.isbn import bare_isbn
from briefbook.text.listing import opening
from briefbook.text.url import UnsafeUrl, safe_url


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
    if not bare_isbn(text):
        raise PydanticCustomError(
            "wrong_form",
            "“{value}” is no ISBN: that has ten or thirteen digits, and the last one checks them.",
            {"value": opening(text), "help": "It stands on the back of the title page."},
        )
    return text


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


Url = Annotated[
    str, BeforeValidator(_url), WithJsonSchema({"type": "string", "pattern": "^https?://"})
]
Doi = Annotated[str, BeforeValidator(_doi), WithJsonSchema(TEXT_SCHEMA)]
"""A DOI; `doi:` or the address of a resolver before it is understood, and left out."""
Isbn = Annotated[str, BeforeValidator(_isbn), WithJsonSchema(TEXT_SCHEMA)]
"""An ISBN of ten or thirteen digits, with or without hyphens."""
TextHash = Annotated[
    str,
    BeforeValidator(_text_hash),
    WithJsonSchema({"type": "string", "pattern": "^sha256:[0-9a-f]{64}$"}),
]
"""The SHA-256 of a stored text (UTF-8, lines end with LF)."""
