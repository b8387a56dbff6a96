"""Data products: a folder for each, found by `discover`. An exporter yields artifacts, no files."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

from briefbook.analysis.edition import Edition
from briefbook.registry import discover
from briefbook.text.artifact import Artifact


@dataclass(frozen=True, slots=True)
class Exporter:
    """A data product: the name that `export` takes, what it is in a sentence, and what it yields.

    The first artifact is what `export` prints; all of them become a part of the site.
    """

    name: str
    about: str
    run: Callable[[Edition], Iterable[Artifact]]


@cache
def exporters() -> tuple[Exporter, ...]:
    """Every exporter of this package and of plug-ins, by name."""
    return tuple(sorted(discover(__name__, Exporter), key=lambda one: one.name))
