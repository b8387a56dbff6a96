"""Records as plain data and back, quickly: what was checked once need not be checked again.

Unlike the canonical form this loses nothing: the record that comes back equals the one that went.
Fields that nobody gave are left out.
"""

from collections.abc import Callable
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, TypeVar, get_args, get_origin

from briefbook.model.edtf import Edtf
from briefbook.model.field_types import unwrapped
from briefbook.model.record import Record

R = TypeVar("R", bound=Record)
Reader = Callable[[Any], Any]


def kept(value: object) -> object:
    """A record, or the value of a field, as lists, mappings, texts, numbers and flags."""
    if isinstance(value, Record):
        given = value.model_fields_set
        return {name: kept(getattr(value, name)) for name in type(value).model_fields
                if name in given}  # fmt: skip
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Edtf):
        return value.text
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, tuple | list):
        return [kept(item) for item in value]
    if isinstance(value, dict):
        return {name: kept(item) for name, item in value.items()}
    return value


def record_from(kind: type[R], plain: object) -> R:
    """The record that `kept` made plain.

    Raises ValueError for what is no plain form of this type.
    """
    try:
        record: R = _record_reader(kind)(plain)
    except (KeyError, TypeError, AttributeError, ArithmeticError) as error:
        raise ValueError(f"this is no {kind.__name__}") from error
    return record


@cache
def _record_reader(kind: type[Record]) -> Reader:
    fields = kind.model_fields
    absent = {
        name: info.get_default(call_default_factory=True)
        for name, info in fields.items()
        if not info.is_required()
    }
    required = frozenset(fields) - absent.keys()
    readers = {name: _reader(info.annotation) for name, info in fields.items()}
    given: dict[tuple[str, ...], set[str]] = {}
    put = object.__setattr__

    def read(plain: Any) -> Record:  # noqa: ANN401 plain data
        if not required <= plain.keys():
            raise KeyError(kind)
        values = absent.copy()
        for name, value in plain.items():
            reader = readers[name]
            values[name] = value if reader is None or value is None else reader(value)
        record = kind.__new__(kind)
        # What pydantic's own model_construct does, without looking at each field once more. No
        # record is ever changed: those to which the same was given share the set of it.
        put(record, "__dict__", values)
        put(record, "__pydantic_fields_set__", given.setdefault(names := tuple(plain), {*names}))
        put(record, "__pydantic_extra__", None)
        put(record, "__pydantic_private__", None)
        return record

    return read


def _reader(annotation: object) -> Reader | None:
    """What makes a field's value of plain data; None where it is plain as it is."""
    inner: Any = unwrapped(annotation)
    origin = get_origin(inner)
    if origin is tuple:
        return _list_reader(_reader(get_args(inner)[0]))
    if origin is dict:
        return _mapping_reader(_reader(get_args(inner)[1]))
    if inner is Edtf:
        return _date
    if inner is Decimal:
        return Decimal
    if issubclass(inner, Record):
        return _record_reader(inner)
    if issubclass(inner, Enum):
        return {item.value: item for item in inner}.__getitem__
    if inner in (str, int, bool):
        return None
    raise TypeError(f"no field of the format is a {inner}")


def _list_reader(reader: Reader | None) -> Reader:
    return tuple if reader is None else lambda plain: tuple([reader(item) for item in plain])


def _mapping_reader(reader: Reader | None) -> Reader | None:
    if reader is None:
        return None
    return lambda plain: {name: reader(item) for name, item in plain.items()}


@cache
def _date(text: str) -> Edtf:
    return Edtf.parse(text)
