"""What all records share: frozen, no unknown keys, blanks are absent, short forms made long."""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Self, TypeVar

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

BLANK = ("", "~")


class Record(BaseModel):
    """A mapping of the format. `short` names the field that a plain text stands for, if any."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)
    short: ClassVar[str | None] = None

    @model_validator(mode="before")
    @classmethod
    def _as_written(cls, data: Any) -> Any:  # noqa: ANN401 whatever the file holds
        if cls.short and isinstance(data, str):
            return {cls.short: data}
        if not isinstance(data, Mapping):
            return data
        fields = cls.model_fields
        return {
            key: value
            for key, value in data.items()
            if not (
                isinstance(value, str)
                and value in BLANK
                and key in fields
                and not fields[key].is_required()
            )
        }

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        shape = handler.resolve_ref_schema(handler(schema))
        for name, info in cls.model_fields.items():
            # A field that refers to a shared definition would lose what is said of it here.
            shape["properties"][name] |= {
                "title": name.replace("_", " ").capitalize(),
                "description": info.description,
                "examples": info.examples,
            }
        if cls.short:
            field = shape["properties"][cls.short]
            brief = {k: v for k, v in field.items() if k not in ("title", "examples", "default")}
            return {"title": cls.__name__, "anyOf": [brief, shape]}
        return shape

    def replace(self, **changes: object) -> Self:
        """A copy with some fields changed, unchecked."""
        return self.model_copy(update=changes)


def required(description: str, example: object) -> Any:  # noqa: ANN401 as pydantic's Field
    """A field that must be there."""
    return Field(description=description, examples=[example])


def optional(description: str, example: object) -> Any:  # noqa: ANN401
    """A field that may be absent."""
    return Field(default=None, description=description, examples=[example])


def listed(description: str, example: object) -> Any:  # noqa: ANN401
    """A list that may be absent."""
    return Field(default=(), description=description, examples=[example])


def mapped(description: str, example: object) -> Any:  # noqa: ANN401
    """A mapping that may be absent."""
    return Field(default_factory=dict, description=description, examples=[example])


def id_of(record: object) -> str:
    """A record's own id; empty if it has none."""
    return str(getattr(record, "id", None) or "")


T = TypeVar("T")


def _as_list(value: object) -> object:
    return value if isinstance(value, list | tuple) else [value]


class _OneOrMany:
    """Marks a list that may be written as its only item."""

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        many = handler(schema)
        return {"anyOf": [many["items"], many]}


OneOrMany = Annotated[tuple[T, ...], BeforeValidator(_as_list), _OneOrMany()]
"""A list of T, or a single T."""
