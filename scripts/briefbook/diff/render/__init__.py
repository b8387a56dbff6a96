"""Forms in which changes leave: one module each, found by `discover`."""

from collections.abc import Callable
from dataclasses import dataclass

from briefbook.diff.report import DiffReport


@dataclass(frozen=True, slots=True)
class DiffRenderer:
    """A form with the name that `--format` takes; `render` returns the whole text.

    `summary`, if there is one, returns Markdown for the page that GitHub shows beside a run.
    """

    name: str
    render: Callable[[DiffReport], str]
    summary: Callable[[DiffReport], str] | None = None
