"""`briefbook add`: takes sources into the library."""

import re
from datetime import date
from pathlib import Path

import click

from briefbook.authoring.add_source import Added, add_references, lines
from briefbook.authoring.references import Reference, Unread
from briefbook.authoring.references.file import read_reference_file
from briefbook.authoring.references.filling import Filling, reversed_name
from briefbook.cli.exit_codes import Command
from briefbook.cli.options import project_options
from briefbook.cli.stderr import say_unread
from briefbook.project.project import Project
from briefbook.project.wrong_use import WrongUse
from briefbook.text.terminal import visible

_ADDRESS = re.compile(r"(?i)(?:https?://|(?:doi:|10\.\d{4,}/))\S+")


@click.group("add")
def add() -> None:
    """Take something into the library without typing it."""


@add.command("source", cls=Command, one="An entry could not be read; the others were taken.")
@click.argument("what", metavar="FILE|ADDRESS")
@click.option(
    "--to", default="", metavar="FILE", help="Write new sources to this file of the library."
)
@click.option(
    "--update", is_flag=True, help="Renew the bibliographic fields of sources that are known."
)
@click.option("--id", "own_id", default="", metavar="ID", help="Give the source this id.")
@click.option("--title", default="", help="Its title, for an address.")
@click.option("--author", "authors", multiple=True, help="Who wrote it; may be given again.")
@click.option("--publisher", default="", help="Who published it.")
@click.option("--published", default="", metavar="DATE", help="When it came out.")
@click.option(
    "--accessed", default="", metavar="DATE", help="When it was read; today, if not given."
)
@click.option(
    "--type", "kind", default="", metavar="TYPE", help="What it is: a CSL type, such as report."
)
@click.option("--language", default="", metavar="TAG", help="The language in which it is written.")
@click.option("--archived-url", default="", metavar="ADDRESS", help="A copy in a web archive.")
@click.option("--encoding", default="", metavar="NAME", help="Read the file in this encoding.")
@project_options
def source(
    what: str, to: str, update: bool, own_id: str, title: str, authors: tuple[str, ...],
    publisher: str, published: str, accessed: str, kind: str, language: str, archived_url: str,
    encoding: str, project: Project, today: date,
) -> int:  # fmt: skip
    """Take sources from a file or an address into the library.

    FILE is a BibTeX, RIS or CSL-JSON file as Zotero, EndNote or Mendeley write it, the record of a
    DOI, a saved web page, or a capture (WACZ). ADDRESS is that of a page, or a DOI: what else is
    known of it is told by options. What is there already is not added again; everything that a
    source cannot hold is named.
    """
    options: dict[str, str | tuple[str, ...]] = {
        "title": title, "authors": tuple(map(reversed_name, authors)), "publisher": publisher,
        "published": published,
        "accessed": accessed, "type": kind, "language": language, "archived_url": archived_url,
    }  # fmt: skip
    if _ADDRESS.fullmatch(what):
        references: list[Reference | Unread] = [_typed(what, options, today)]
    else:
        references = read_reference_file(Path(what), encoding)
        _fill_in(references, options, own_id)
    done = add_references(project, references, today, to=to, update=update, own_id=own_id)
    _tell(done, update=update)
    return int(bool(done.unread))


def _typed(address: str, options: dict[str, str | tuple[str, ...]], today: date) -> Reference:
    filling = Filling()
    scheme, colon, rest = address.partition(":")
    plain = f"{scheme.lower()}{colon}{rest}".removeprefix("doi:")
    if not (filling.address(plain) if plain.startswith("http") else filling.take("doi", plain)):
        raise WrongUse(f"“{visible(address)}” cannot be the address of a source")
    if not options["title"]:
        raise WrongUse("a source needs a title: give --title")
    _apply(filling, {"accessed": today.isoformat(), **{k: v for k, v in options.items() if v}})
    return filling.reference


def _apply(filling: Filling, options: dict[str, str | tuple[str, ...]]) -> None:
    for name, value in options.items():
        if not value:
            continue
        filling.reference.fields.pop(name, None)
        if name in ("published", "accessed"):
            kept = filling.date(name, str(value), name)
        elif name == "language":
            kept = filling.language(str(value))
        else:
            kept = filling.take(name, value)
        if not kept:
            raise WrongUse(f"--{name.replace('_', '-')}: “{visible(str(value))}” cannot be that")


def _fill_in(
    references: list[Reference | Unread], options: dict[str, str | tuple[str, ...]], own_id: str
) -> None:
    """What options say of the single source of a file."""
    given = {name: value for name, value in options.items() if value}
    good = [one for one in references if isinstance(one, Reference)]
    if (given or own_id) and len(good) != 1:
        raise WrongUse("options that describe a source need a file with a single one")
    if given:
        filling = Filling()
        filling.reference = good[0]
        _apply(filling, given)


def _tell(done: Added, *, update: bool) -> None:
    for name in done.added:
        click.echo(f"{name}: added to {done.path}")
    for name, fields in done.renewed.items():
        click.echo(f"{name}: renewed {', '.join(fields)}")
    for name, fields in done.known.items():
        if fields and not update:
            click.echo(
                f"{name}: there already; it would change {', '.join(fields)} (--update does)"
            )
        else:
            click.echo(f"{name}: there already")
    for name, key, left in done.repeated:
        lost = f"; not kept: {lines(left)}" if left else ""
        click.echo(visible(f"{name}: “{key}” is the same work{lost}"), err=True)
    for path in done.unseen:
        click.echo(visible(f"{path} has errors: what stands in it may come in twice"), err=True)
    for name, left in done.left.items():
        click.echo(visible(f"{name}: not kept: {lines(left)}"), err=True)
    say_unread(done.unread)
