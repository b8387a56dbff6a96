"""Dates as the Extended Date/Time Format (EDTF, ISO 8601-2) writes them, as far as briefs need."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?([?~%])?")
_ONE = r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?[?~%]?"
PATTERN = rf"^(unknown|{_ONE}(/({_ONE}|\.\.)?)?|(\.\.)?/{_ONE})$"


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date, as typed, and the first and last day that it can mean (None: open or unknown)."""

    text: str
    earliest: date | None
    latest: date | None

    @property
    def qualifier(self) -> str:
        """“?” uncertain, “~” approximate, “%” both, or nothing."""
        return self.text[-1] if self.text[-1] in "?~%" else ""

    @property
    def is_interval(self) -> bool:
        """Whether two ends were given."""
        return "/" in self.text

    @property
    def sort_key(self) -> tuple[date, date, str]:
        """Orders by first possible day; unknown dates come last."""
        last = date.max
        return (self.earliest or (self.latest or last), self.latest or last, self.text)

    @classmethod
    def parse(cls, text: str) -> "Edtf":
        """Read a date.

        Raises ValueError whose message says what is wrong with it.
        """
        if text == "unknown":
            return cls(text, None, None)
        if "/" not in text:
            return cls(text, *_single(text))
        start, _, end = text.partition("/")
        if start in ("", "..") and end in ("", ".."):
            raise ValueError("an interval needs at least one end that is a date")
        earliest = None if start in ("", "..") else _single(start)[0]
        latest = None if end in ("", "..") else _single(end)[1]
        if earliest and latest and latest < earliest:
            raise ValueError("the interval ends before it begins")
        return cls(text, earliest, latest)

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: type[Any], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            _validate, serialization=core_schema.plain_serializer_function_ser_schema(_text)
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {"type": ["string", "integer"], "pattern": PATTERN}


def _text(value: Edtf) -> str:
    return value.text


def _validate(value: object) -> Edtf:
    if isinstance(value, Edtf):
        return value
    if not isinstance(value, str):
        raise PydanticCustomError("wrong_form", "A date was expected here, as one text.")
    try:
        return Edtf.parse(value)
    except ValueError as error:
        raise PydanticCustomError(
            "impossible_date", "“{value}” is no date: {why}.", {"value": value, "why": str(error)}
        ) from None


def _single(text: str) -> tuple[date, date]:
    match = _DATE.fullmatch(text)
    if not match:
        raise ValueError("write it as 2025, 2025-06 or 2025-06-24")
    year, month, day = (int(part) if part else None for part in match.groups()[:3])
    if not year:
        raise ValueError("years begin at 0001")
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if not 1 <= month <= 12:
        raise ValueError(f"there is no month {month}")
    days = monthrange(year, month)[1]
    if day is None:
        return date(year, month, 1), date(year, month, days)
    if not 1 <= day <= days:
        raise ValueError(f"that month has {days} days")
    return date(year, month, day), date(year, month, day)
