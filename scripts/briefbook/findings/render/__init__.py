"""Forms in which findings leave: one module each, found by `discover`."""

from collections.abc import Callable
from dataclasses import dataclass

from briefbook.findings.located import Report


@dataclass(frozen=True, slots=True)
class Renderer:
    """A form with the name that `--format` takes; `render` returns the whole text.

    `summary`, if there is one, returns Markdown for the page that GitHub shows beside a run.
    With `for_hosts` it is read by a host of repositories, which names files from the top.
    """

    name: str
    render: Callable[[Report], str]
    summary: Callable[[Report], str] | None = None
    for_hosts: bool = False
