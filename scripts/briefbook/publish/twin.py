"""A second copy of the published site, one build behind, that becomes the next one.

Its files are those of the site (hard links) but for what the last build changed. A build that
changes little brings it up to date and exchanges the two in one step: nobody ever sees half a site,
and thousands of files that stay as they are are neither written nor copied.
"""

import os
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from briefbook.project.files import remove_empty
from briefbook.publish.swap import exchange

TWIN = "build/.site-before"
"""Where it lies, from the project's folder on."""


@dataclass(frozen=True, slots=True)
class Changes:
    """Files of a site by their names: what is new in them, and those that are gone."""

    written: Mapping[str, bytes]
    deleted: frozenset[str]

    @property
    def names(self) -> frozenset[str]:
        """All of them."""
        return frozenset({*self.written, *self.deleted})


def make_twin(site: Path, twin: Path) -> bool:
    """Make the twin anew; False where files cannot have two names, and there is none then."""
    shutil.rmtree(twin, ignore_errors=True)
    try:
        shutil.copytree(site, twin, copy_function=os.link, symlinks=True)
    except (OSError, shutil.Error):
        shutil.rmtree(twin, ignore_errors=True)
        return False
    return True


def advance(site: Path, twin: Path, behind: Iterable[str], changes: Changes) -> None:
    """Bring the twin up to date and exchange it with the site, which is then the one behind.

    `behind` names the files in which the two differ. Raises OSError; the site is then as it was.
    """
    for name in {*behind} - changes.names:
        _unlink(twin / name)
        if (site / name).exists():
            (twin / name).parent.mkdir(parents=True, exist_ok=True)
            os.link(site / name, twin / name)
    for name in changes.deleted:
        _unlink(twin / name)
    for name, content in changes.written.items():
        place = twin / name
        _unlink(place)  # a name of a file that the site has, too: written to, it would change there
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
    for name in sorted({*behind, *changes.deleted}):
        remove_empty((twin / name).parent, twin)
    exchange(twin, site)


def _unlink(path: Path) -> None:
    path.unlink(missing_ok=True)
