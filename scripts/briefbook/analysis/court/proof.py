"""What the court is asked, and what it answers."""

import json
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from pydantic import TypeAdapter


class QuotationState(StrEnum):
    """Whether the words of a quotation stand in a stored text of its source."""

    verbatim = "verbatim"
    altered = "altered"
    elsewhere = "elsewhere"
    spliced = "spliced"
    absent = "absent"
    unpinned = "unpinned"
    unavailable = "unavailable"


FAULTS = (
    QuotationState.altered, QuotationState.elsewhere, QuotationState.spliced, QuotationState.absent
)  # fmt: skip
"""Answers that accuse."""
UNCHECKED = (QuotationState.unpinned, QuotationState.unavailable)
"""Answers for want of a text."""


class Lack(StrEnum):
    """Why a quotation could not be checked although texts of its source were stored."""

    not_here = "not-here"
    damaged = "damaged"
    opening = "opening"


class Slip(StrEnum):
    """What was slipped in while the words were typed: without it they stand there."""

    quotation_marks = "quotation-marks"
    folded_hyphen = "folded-hyphen"


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words and where they should stand.

    `own` names the sources whose texts they may stand in, the likeliest first; `opening_only` says
    that of these no more than the beginning is stored.
    """

    exact: str
    own: tuple[str, ...]
    prefix: str = ""
    suffix: str = ""
    opening_only: bool = False

    def __str__(self) -> str:
        """All that it is, as JSON."""
        return json.dumps([getattr(self, name) for name in self.__slots__], ensure_ascii=False)

    @classmethod
    def read(cls, text: str) -> "Quotation":
        """What `str` gave. Raises ValueError or TypeError for anything else."""
        exact, own, *rest = json.loads(text)
        return cls(exact, tuple(own), *rest)


@dataclass(frozen=True, slots=True)
class Proof:
    """What the court found.

    `found` is what stands in the text in its own signs, `at` its offset there (characters, from
    0), `text` the hash of that text. `difference` is the offset in the quotation of the first
    character that differs; `edge`: nothing differs, but a word or a number goes on there.
    `found_in` names another source that has the words. `places` counts where they stand. `omitted`
    is a negation that an omission swallows, `gap` what stands between the parts of a splice.
    `edited`: it stands there but for what its editor left out or put into brackets; `added` is a
    negation in these. `stored` is the day on which the text was stored.
    """

    state: QuotationState
    found: str = ""
    at: int | None = None
    text: str = ""
    difference: int | None = None
    edge: bool = False
    found_in: str = ""
    places: int = 0
    omitted: str = ""
    gap: str = ""
    lack: Lack | None = None
    slip: Slip | None = None
    edited: bool = False
    added: str = ""
    stored: str = ""

    def __str__(self) -> str:
        """All that it is, as JSON."""
        return json.dumps(
            {name: getattr(self, name) for name in self.__slots__}, ensure_ascii=False
        )

    @classmethod
    def read(cls, text: str) -> "Proof":
        """What `str` gave. Raises ValueError for anything else."""
        return _form().validate_json(text)

    @property
    def is_fault(self) -> bool:
        """Whether the words do not stand where they should."""
        return self.state in FAULTS


@cache
def _form() -> TypeAdapter[Proof]:
    return TypeAdapter(Proof)


UNPINNED = Proof(QuotationState.unpinned)
"""For a quotation of whose source nothing is stored."""
