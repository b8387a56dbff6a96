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

    The first artifact is what `export` prints; all of them become a part of the site. `absolute`
    says that its standard wants full addresses: a site that does not know its own goes without.
    """

    name: str
    about: str
    run: Callable[[Edition], Iterable[Artifact]]
    absolute: bool = False

    def artifacts(self, edition: Edition) -> Iterable[Artifact]:
        """What it yields; nothing where it needs an address that the site does not have."""
        return self.run(edition) if self.fits(edition) else ()

    def fits(self, edition: Edition) -> bool:
        """Whether the site's settings say what it needs to know."""
        return bool(edition.settings.site_url) or not self.absolute


@cache
def exporters() -> tuple[Exporter, ...]:
    """Every exporter of this package and of plug-ins, by name."""
    return tuple(sorted(discover(__name__, Exporter), key=lambda one: one.name))
