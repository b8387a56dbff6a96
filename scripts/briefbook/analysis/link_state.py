"""What the addresses of sources answered when they were asked: given from outside, like `today`."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class LinkState(StrEnum):
    """What an answer says about the page that was asked for."""

    there = "there"
    gone = "gone"
    unclear = "unclear"


@dataclass(frozen=True, slots=True)
class LinkAnswer:
    """The state of an address, and in plain words what was answered (“404 Not Found”).

    `moved` is the address to which its page has moved for good, empty if it has not. `again` says
    that it could not be asked this time, and may well answer later.
    """

    state: LinkState
    said: str
    moved: str = ""
    again: bool = False


LinkAnswers = Mapping[str, LinkAnswer]
"""Answers by the address as the brief writes it."""
