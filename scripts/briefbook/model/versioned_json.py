"""Reads JSON that this program writes: form and version are checked before anything is used."""

import json
from typing import Annotated, TypeVar

from pydantic import BaseModel, BeforeValidator, ValidationError
from pydantic_core import PydanticCustomError

from briefbook.text.terminal import visible

M = TypeVar("M", bound=BaseModel)


_LONGEST = 100
"""Characters of a way to a value: its keys may be anybody's."""


def _one(value: object) -> int:
    if type(value) is not int or value != 1:
        raise PydanticCustomError("version", "only version 1 is read")
    return value


Version1 = Annotated[int, BeforeValidator(_one)]
"""The whole number 1, and neither true nor 1.0."""


class UnreadableJson(ValueError):
    """A file that is not what it should be; the message is one line that says what is wrong."""


def read_versioned(
    kind: type[M], raw: bytes | str, refusal: type[UnreadableJson] = UnreadableJson
) -> M:
    """The content of a file as a model; its `version` is a field of the model.

    Raises `refusal`. The text may come from a stranger: whatever it holds, that is all it raises.
    """
    try:
        json.loads(raw)
        return kind.model_validate_json(raw)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = visible(".".join(map(str, first["loc"])))[:_LONGEST]
        raise refusal(f"{where}: {first['msg']}" if where else first["msg"]) from None
    except (ValueError, RecursionError):
        raise refusal("it is no JSON") from None
