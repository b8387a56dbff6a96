"""What takes the text out of a file, as a reader sees it: a module for each kind of file."""

import importlib.metadata
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from briefbook.project.wrong_use import WrongUse
from briefbook.registry import discover

INSTALL = 'pip install "briefbook[snapshots]"'


@dataclass(frozen=True, slots=True)
class Taken:
    """A text, the media type of what it was taken from and the ending of its file; `address` and
    `day` are those of a capture."""

    text: str
    media_type: str
    ending: str
    extractor: str
    original: bytes
    address: str = ""
    day: str = ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked of a file: its name, the encoding where somebody named one, and whether an
    address (of a page in a capture) is that of the source."""

    name: str = ""
    encoding: str = ""
    is_its_own: Callable[[str], bool] = bool


@dataclass(frozen=True, slots=True)
class Extractor:
    """Takes the text out of one kind of file.

    `knows` says whether a file is of this kind, by its first bytes and its name. `take` raises
    NoText where there is none to take.
    """

    name: str
    knows: Callable[[bytes, str], bool]
    take: Callable[[bytes, Wanted], Taken]
    last: bool = False
    """Whether it is asked when no other one knows a file."""


class NoText(Exception):
    """A file out of which no text can be taken; the message says why, and what helps."""


@cache
def all_extractors() -> tuple[Extractor, ...]:
    """Every extractor of this package and of plug-ins; those for what nobody knows come last."""
    found = discover(__name__, Extractor, lambda one: (one.name,))
    return tuple(sorted(found, key=lambda one: (one.last, one.name)))


def take(raw: bytes, wanted: Wanted) -> Taken:
    """The text of a file.

    Raises NoText.
    """
    if not raw.strip():
        raise NoText("it is empty")
    taken = next(one for one in all_extractors() if one.knows(raw, wanted.name)).take(raw, wanted)
    if not taken.text.strip("\ufeff \n\t"):
        raise NoText("it is empty")
    return taken


def version_of(package: str) -> str:
    """A library and its version: “selectolax 1.0.2”."""
    return f"{package} {importlib.metadata.version(package)}"


def lacking(package: str, kind: str) -> WrongUse:
    """That the plain install lacks what reads this kind of file."""
    return WrongUse(f"{package} reads {kind}, and is not installed: {INSTALL}")
