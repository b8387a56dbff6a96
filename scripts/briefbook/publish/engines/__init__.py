"""Site engines: one file each; each makes a site from the compiled folder."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from briefbook.project.project import Project
from briefbook.publish.shell.frame import Frame
from briefbook.publish.site_scan import SiteScan


@dataclass(frozen=True, slots=True)
class Made:
    """What an engine has made: what the pages hold, mended, where it knows that; and what it has
    said on standard error, a line each."""

    scan: SiteScan | None = None
    said: tuple[str, ...] = ()
    frame: Frame | None = None
    """How pages are put into the theme, where they were."""


@dataclass(frozen=True, slots=True)
class Engine:
    """An engine with the name that `--engine` takes.

    `build` makes the whole site of a compiled project in a new folder; it is told which pages are
    headings and HTML blocks alone, by their files below build/docs, and how many processes it may
    use. It raises WrongUse for what the
    user can put right (a wrong setting, an engine that is not installed).
    """

    name: str
    build: Callable[[Project, Path, frozenset[str], int], Made]
