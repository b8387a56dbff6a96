"""Dates as the Extended Date/Time Format (EDTF, ISO 8601-2) writes them, to its level 1."""

import math
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from briefbook.model import moment
from briefbook.model.day_number import nearest_date
from briefbook.model.moment import Moment, Shape
from briefbook.text.listing import opening

_ONE = moment.PATTERN
PATTERN = rf"^(unknown|{_ONE}(/({_ONE}|\.\.)?)?|(\.\.)?/{_ONE})$"
_NO_DATE = ("", "..")


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date, as typed; its beginning and end, which are the same for a date that is no interval.

    An end that is open or unknown is None; both are for “unknown”.
    """

    text: str
    start: Moment | None
    end: Moment | None

    @property
    def first(self) -> int | None:
        """The first day that it can mean, as a day number; None: open or unknown."""
        return self.start.first if self.start else None

    @property
    def last(self) -> int | None:
        """The last day that it can mean, as a day number; None: open or unknown."""
        return self.end.last if self.end else None

    @property
    def earliest(self) -> date | None:
        """The first day; before the year 1 and after 9999 the nearest one that a `date` can say."""
        return nearest_date(self.start.first) if self.start else None

    @property
    def latest(self) -> date | None:
        """The last day; before the year 1 and after 9999 the nearest one that a `date` can say."""
        return nearest_date(self.end.last) if self.end else None

    @property
    def place(self) -> int | None:
        """The day at which it stands in time: its first, else its last; None for “unknown”."""
        return self.first if self.start else self.last

    def is_before(self, other: "Edtf") -> bool:
        """Whether the whole of it lies before the other begins; not where an end is unknown."""
        last, first = self.last, other.first
        return last is not None and first is not None and last < first

    @property
    def year(self) -> int | None:
        """The year in which it stands in time; 0 is 1 BC."""
        moment = self.start or self.end
        return moment.year if moment else None

    @property
    def qualifier(self) -> str:
        """“?” uncertain, “~” approximate, “%” both, or nothing."""
        return self.text[-1] if self.text[-1] in "?~%" else ""

    @property
    def is_interval(self) -> bool:
        """Whether two ends were given."""
        return "/" in self.text

    @property
    def numbers(self) -> tuple[int, ...]:
        """Year, month and day as far as they are known; nothing for an interval or a decade."""
        return () if self.is_interval or self.start is None else self.start.numbers

    @property
    def iso(self) -> str:
        """The same as ISO 8601 writes it without agreement of both sides, else nothing.

        A season is its year; decades, intervals and years that need more than four digits have no
        such form.
        """
        if not self.numbers or not -9999 <= self.numbers[0] <= 9999:
            return ""
        year, *rest = self.numbers
        sign, digits = ("-" if year < 0 else ""), f"{abs(year):04d}"
        return sign + "-".join([digits, *(f"{number:02d}" for number in rest)])

    @property
    def season(self) -> int:
        """1 for spring to 4 for winter; 0 for what is no season."""
        moment = None if self.is_interval else self.start
        return moment.month - 20 if moment and moment.shape is Shape.season else 0

    @property
    def sort_key(self) -> tuple[float, float, str]:
        """Orders by first possible day, then by last; unknown dates come last."""
        first = math.inf if self.place is None else self.place
        return (first, math.inf if self.last is None else self.last, self.text)

    @property
    def newest_key(self) -> tuple[float, float, str]:
        """The same for orders that begin with the greatest key: unknown dates come last again."""
        return self.sort_key if self.place is not None else (-math.inf, -math.inf, self.text)

    @classmethod
    def parse(cls, text: str) -> "Edtf":
        """Read a date.

        Raises ValueError whose message says what is wrong with it, or how to write what was meant.
        """
        try:
            return cls._read(text)
        except ValueError as error:
            # Most files have no date that is written wrongly: a score of patterns are not needed.
            from briefbook.model.date_suggestions import advice  # noqa: PLC0415

            raise ValueError(advice(text, cls._reads) or str(error)) from None

    @classmethod
    def _reads(cls, text: str) -> bool:
        try:
            cls._read(text)
        except ValueError:
            return False
        return True

    @classmethod
    def _read(cls, text: str) -> "Edtf":
        if text == "unknown":
            return cls(text, None, None)
        if "/" not in text:
            one = Moment.parse(text)
            return cls(text, one, one)
        start, _, end = text.partition("/")
        if start in _NO_DATE and end in _NO_DATE:
            raise ValueError("an interval needs at least one end that is a date")
        begun = None if start in _NO_DATE else Moment.parse(start)
        ended = None if end in _NO_DATE else Moment.parse(end)
        if begun and ended and ended.last < begun.first:
            raise ValueError("the interval ends before it begins")
        return cls(text, begun, ended)

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
            "impossible_date",
            "“{value}” is no date: {why}.",
            {"value": opening(value), "why": str(error)},
        ) from None
