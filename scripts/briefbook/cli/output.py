"""Where a command's result goes: standard output or a file."""

from pathlib import Path

import click
from rich.console import Console
from rich.text import Text

from briefbook.site.files import write_whole

_STYLES = (
    (r"^[^\s:]+:\d+:\d+", "bold"),
    (r"(?<=: )error [A-Z]{3}\d{3} [a-z0-9-]+", "bold red"),
    (r"(?<=: )warning [A-Z]{3}\d{3} [a-z0-9-]+", "bold yellow"),
    (r"(?<=: )note [A-Z]{3}\d{3} [a-z0-9-]+", "bold blue"),
    (r"^ *\d* \| *\^+$", "red"),
    (r"^   (help|note|docs):", "bold"),
)


def emit(text: str, output: str | None, *, coloured: bool = False) -> None:
    """Print, in colour on a terminal only, or write to a file, whole or not at all.

    Raises WrongUse if the file cannot be written.
    """
    if output:
        write_whole(Path(output), text.encode())
        return
    console = Console(highlight=False, soft_wrap=True)
    if not (coloured and console.is_terminal):
        click.echo(text, nl=False)
        return
    for line in text.splitlines():
        shown = Text(line)
        for pattern, style in _STYLES:
            shown.highlight_regex(pattern, style)
        console.print(shown)
