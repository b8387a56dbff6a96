"""The id of an entry of Wikidata."""

import re
from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from briefbook.model.scalars import one_text


def _wikidata(value: object) -> str:
    text = one_text(value)
    if not re.fullmatch(r"Q[1-9][0-9]{0,11}", text):
        inside = re.search(r"Q[1-9][0-9]{0,11}", text.upper())
        raise PydanticCustomError(
            "wrong_word",
            "“{value}” is no id of Wikidata.",
            {
                "value": text,
                "words": [],
                "help": f"Write {inside[0] if inside else 'Q and its number, such as Q205012'}: "
                "the last part of the entry's address.",
            },
        )
    return text


WikidataId = Annotated[
    str, BeforeValidator(_wikidata), WithJsonSchema({"type": "string", "pattern": "^Q[1-9][0-9]*$"})
]
"""The id of an entry of Wikidata."""
