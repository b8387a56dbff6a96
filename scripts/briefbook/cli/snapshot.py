"""`briefbook snapshot`: store the text of a source, so that quotations can be proven."""

import json
import sys
from datetime import date
from functools import partial
from pathlib import Path

import click

from briefbook.authoring.snapshot import MOST_OF_A_FILE
from briefbook.authoring.snapshot import snapshot as store_texts
from briefbook.cli.exit_codes import Command
from briefbook.cli.options import project_options
from briefbook.project.files import read_named
from briefbook.project.project import Project
from briefbook.project.wrong_use import WrongUse
from briefbook.text.terminal import visible


@click.command(
    "snapshot", cls=Command, one="The text of one of several sources could not be stored."
)
@click.argument("source", metavar="SOURCE", required=False)
@click.argument("file", metavar="FILE", required=False)
@click.option(
    "--map", "listed", metavar="FILE", help='Store many: a JSON file, {"source": "file"}.'
)
@click.option("--encoding", default="", metavar="NAME", help="Read the file in this encoding.")
@project_options
def snapshot(
    source: str | None,
    file: str | None,
    listed: str | None,
    encoding: str,
    project: Project,
    today: date,
) -> int:
    """Store the text of a source, and write its hash to the source.

    SOURCE is the id of a source; FILE is its page as it was saved (HTML, PDF, plain text, WARC or
    WACZ), or - for what comes in by standard input. The text stays on this machine, below
    .briefbook/snapshots/, and is no part of the site; “briefbook quotes” and “briefbook check” then
    prove quotations against it.
    """
    if listed:
        if source or file:
            raise WrongUse("--map names the sources and their files: give no others")
        files = _map(Path(listed))
    elif source and file:
        files = {source: sys.stdin.buffer.read(MOST_OF_A_FILE + 1) if file == "-" else Path(file)}
    else:
        raise WrongUse("name a source and a file, or many with --map FILE")
    done, failed = store_texts(project, files, today, encoding)
    for one in done:
        click.echo(f"{one.source}: {one.hash} ({one.characters:,} characters), in {one.path}")
        if one.before and one.before != one.day:
            click.echo(f"{one.source}: read on {one.day}, no longer on {one.before}", err=True)
    for name, why in failed.items():
        named = file or str(files[name])
        if len(files) == 1:
            raise WrongUse(f"{named}: {why}")
        click.echo(visible(f"{name}: {named}: {why}"), err=True)
    return int(bool(failed))


def _map(path: Path) -> dict[str, bytes | Path]:
    try:
        found = json.loads(read_named(path), object_pairs_hook=partial(_each_once, path))
    except OSError as error:
        raise WrongUse(f"{path} cannot be read: {(error.strerror or '').lower()}") from None
    except (ValueError, RecursionError):
        raise WrongUse(f"{path} is no JSON") from None
    if not isinstance(found, dict) or not all(isinstance(one, str) for one in found.values()):
        raise WrongUse(f'{path} should hold {{"source": "file", …}}')
    if not found:
        raise WrongUse(f"{path} names no source")
    return {name: _beside(path, file) for name, file in found.items()}


def _each_once(path: Path, pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise WrongUse(f"{path} names the source “{visible(twice)}” twice")
    return found


def _beside(path: Path, file: str) -> Path:
    """A file as it is named from here, else from beside the list."""
    try:
        return Path(file) if Path(file).exists() else path.parent / file
    except (OSError, ValueError):
        return Path(file)  # no name that a file can have: who reads it says so
