"""What a field of a model takes, found by the way of a validation error to it."""

from enum import StrEnum
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from briefbook.findings import Route
from briefbook.model.record import Record


def words_of_field(annotation: Any) -> list[str]:  # noqa: ANN401 any annotation
    """The words that a field takes; none where it takes any text."""
    inner = unwrapped(annotation)
    if isinstance(inner, type) and issubclass(inner, StrEnum):
        return [item.value for item in inner]
    return []


def record_at(annotation: Any) -> type[Record] | None:  # noqa: ANN401
    """The record that an annotation holds, if it holds one."""
    inner = unwrapped(annotation)
    return inner if isinstance(inner, type) and issubclass(inner, Record) else None


def annotation_at(kind: Any, loc: Route) -> Any:  # noqa: ANN401
    """The annotation that a validation error's location leads to, or None."""
    current: Any = kind
    for step in loc:
        current = unwrapped(current)
        if isinstance(step, int):
            current = (get_args(current) or (None,))[0] if get_origin(current) is tuple else None
        elif get_origin(current) is dict:
            current = get_args(current)[1]
        elif isinstance(current, type) and issubclass(current, Record):
            info = current.model_fields.get(step)
            current = info.annotation if info else None
        else:
            return None
    return current


def unwrapped(annotation: Any) -> Any:  # noqa: ANN401
    """Without Annotated and Optional."""
    while True:
        origin = get_origin(annotation)
        if origin is Annotated:
            annotation = get_args(annotation)[0]
        elif origin in (Union, UnionType):
            rest = [arg for arg in get_args(annotation) if arg is not NoneType]
            if len(rest) != 1:
                return annotation
            annotation = rest[0]
        else:
            return annotation
