"""Where a command's result goes: standard output or a file."""

from collections.abc import Mapping
from pathlib import Path

import click

from briefbook.project.files import write_whole
from briefbook.project.wrong_use import WrongUse

_STYLES = (
    (r"^[^\s:]+:\d+:\d+", "bold"),
    (r"(?<=: )error [A-Z]{3}\d{3} [a-z0-9-]+", "bold red"),
    (r"(?<=: )warning [A-Z]{3}\d{3} [a-z0-9-]+", "bold yellow"),
    (r"(?<=: )note [A-Z]{3}\d{3} [a-z0-9-]+", "bold blue"),
    (r"^ *\d* \| *\^+$", "red"),
    (r"^   (help|note|why|docs):", "bold"),
)


def append_summary(text: str, environment: Mapping[str, str]) -> None:
    """Add to the page that GitHub shows beside a run, if the environment names its file.

    Raises WrongUse if that file cannot be written.
    """
    name = environment.get("GITHUB_STEP_SUMMARY")
    if not name:
        return
    try:
        with Path(name).open("a", encoding="utf-8") as stream:
            stream.write(text)
    except OSError as error:
        raise WrongUse(f"{name} cannot be written: {(error.strerror or '').lower()}") from None


def emit(text: str, output: str | None, *, coloured: bool = False) -> None:
    """Print, in colour on a terminal only, or write to a file, whole or not at all.

    Raises WrongUse if the file cannot be written.
    """
    if output:
        write_whole(Path(output), text.encode())
        return
    if not (coloured and _print_in_colour(text)):
        click.echo(text, nl=False)


def _print_in_colour(text: str) -> bool:
    """Print on a terminal; False where there is none."""
    from rich.console import Console  # noqa: PLC0415 slow to import
    from rich.text import Text  # noqa: PLC0415

    console = Console(highlight=False, soft_wrap=True)
    if not console.is_terminal:
        return False
    for line in text.splitlines():
        shown = Text(line)
        for pattern, style in _STYLES:
            shown.highlight_regex(pattern, style)
        console.print(shown)
    return True
