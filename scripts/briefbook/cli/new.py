"""`briefbook new`: starts a brief."""

import os
import shlex
import sys
from datetime import date
from pathlib import Path

import click

from briefbook.authoring.add_source import lines
from briefbook.authoring.new_brief import write_new_brief
from briefbook.authoring.new_catalogue import write_catalogue
from briefbook.authoring.references import Reference
from briefbook.authoring.references.file import read_reference_file
from briefbook.authoring.site import Written, add_host, renew_site, write_site
from briefbook.authoring.site_record import HOSTS, Answers
from briefbook.authoring.snippet import MOST, fenced
from briefbook.authoring.snippet import snippet as make_snippet
from briefbook.cli.exit_codes import Command
from briefbook.cli.options import project_options
from briefbook.cli.stderr import say_unread
from briefbook.lint.profiles import profiles
from briefbook.pages.localisation import INTERFACE_LANGUAGES
from briefbook.project.clock import today
from briefbook.project.files import read_beginning
from briefbook.project.project import Project
from briefbook.project.wrong_use import WrongUse
from briefbook.text.listing import both
from briefbook.text.terminal import visible


def _today(context: click.Context, parameter: click.Parameter, value: str | None) -> date:
    return today(value, os.environ)


@click.group("new")
def new() -> None:
    """Start a site, a brief, or a part of one."""


@new.command("brief", cls=Command, one="An entry of FILE could not be read; the others were taken.")
@click.argument("brief_id", metavar="ID")
@click.option(
    "--from",
    "listed",
    metavar="FILE",
    help="Begin with the sources of this BibTeX, RIS or CSL-JSON file, saved page or capture.",
)
@project_options
def brief(brief_id: str, listed: str | None, project: Project, today: date) -> int:
    """Write briefings/ID.yml: a brief with its blanks explained."""
    found = read_reference_file(Path(listed)) if listed else []
    good = [one for one in found if isinstance(one, Reference)]
    path = write_new_brief(project, brief_id, today, good)
    click.echo(path.relative_to(project.root).as_posix())
    for one in good:
        if one.left:
            click.echo(visible(f"{one.text('title')}: not kept: {lines(one.left)}"), err=True)
    say_unread(found)
    return int(len(good) < len(found))


@new.command("site", cls=Command)
@click.argument("folder", metavar="DIR")
@click.option("--name", help="The site's name; asked for, if that is not given.")
@click.option("--author", help="Who writes the briefs; asked for, if that is not given.")
@click.option(
    "--profile",
    default="newsroom",
    show_default=True,
    help="Which rules count: academic, intelligence, newsroom or relaxed.",
)
@click.option(
    "--language",
    default="en",
    show_default=True,
    metavar="TAG",
    help="The language of the site: en, ru or zh.",
)
@click.option(
    "--host",
    type=click.Choice(HOSTS),
    default="none",
    show_default=True,
    help="Write the workflows of this host, too.",
)
@click.option(
    "--upgrade",
    is_flag=True,
    help="Renew in DIR what this command wrote and nobody has changed since.",
)
@click.option("--today", callback=_today, metavar="DATE", hidden=True)
def site(
    folder: str,
    name: str | None,
    author: str | None,
    profile: str,
    language: str,
    host: str,
    upgrade: bool,
    today: date,
) -> int:
    """Start a site of your own in DIR: it checks and builds at once.

    Nothing that is there is overwritten. What Briefbook wrote and nobody changed is renewed with
    --upgrade; of the rest the difference is shown.
    """
    if not folder.strip():
        raise WrongUse("name a folder for the site, such as our-briefs")
    place = Path(folder)
    if upgrade:
        done = renew_site(place)
    else:
        _refuse_what_is_not_known(profile, language)
        asked = sys.stdin.isatty()
        name = name or (click.prompt("Name of the site", default="Briefs") if asked else "Briefs")
        author = author or (click.prompt("Who writes", default="Editors") if asked else "Editors")
        for option, answer in (("--name", name), ("--author", author)):
            _refuse_what_is_no_name(option, answer)
        done = write_site(place, Answers(name, author, profile, language, host, today.isoformat()))
    _tell(done)
    if not upgrade:
        where = shlex.quote(folder) if visible(folder) == folder else "to it"
        click.echo(f"next: cd {where}; briefbook check; briefbook serve", err=True)
    return 0


@new.command("catalogue", cls=Command)
@click.argument("language", metavar="LANGUAGE")
@project_options
def catalogue(language: str, project: Project, today: date) -> int:
    """Begin a translation of the interface.

    A file locale/LANGUAGE.po then holds every message. Run it again after a new version of
    Briefbook: what is translated stays.
    """
    path, lacking = write_catalogue(project, language)
    click.echo(path.relative_to(project.root).as_posix())
    click.echo(f"{lacking} messages have no translation", err=True)
    return 0


@new.command("workflows", cls=Command)
@click.argument(
    "host", metavar="HOST", type=click.Choice([name for name in HOSTS if name != "none"])
)
@project_options
def workflows(host: str, project: Project, today: date) -> int:
    """Write the files by which a host checks each change.

    HOST is github, gitlab or forgejo; the site is there already. The files go to the top of the
    repository, where the host looks for them. Nothing that is there is overwritten.
    """
    _tell(add_host(project.root, host, today.isoformat()))
    return 0


def _tell(done: Written) -> None:
    for path in done.files:
        click.echo(path)
    for path, difference in done.left.items():
        click.echo(f"left as it is: {path}", err=True)
        click.echo(difference, nl=False)


def _refuse_what_is_no_name(option: str, answer: str) -> None:
    if not answer.strip() or visible(answer) != answer or not answer.isprintable():
        raise WrongUse(
            f"{option}: “{visible(answer)}” cannot be a name: it is empty, or holds what cannot be "
            "seen"
        )


def _refuse_what_is_not_known(profile: str, language: str) -> None:
    if profile not in profiles():
        raise WrongUse(f"“{profile}” is none of {both(sorted(profiles()))}")
    if language not in INTERFACE_LANGUAGES:
        raise WrongUse(
            f"the interface speaks {both([*INTERFACE_LANGUAGES])}, not “{language}”; begin in one "
            "of these, and translate it with “briefbook new catalogue”"
        )


@new.command("snippet", cls=Command)
@click.argument("issue", metavar="FILE")
@click.option("--markdown", is_flag=True, help="Print the YAML as a block of Markdown.")
def snippet(issue: str, markdown: bool) -> int:
    """Turn a filled-in issue form into YAML for a brief.

    FILE holds the text of the issue, as GitHub gives it: “Propose a claim” and the like; “-” is
    standard input. No character of an answer is lost: what has no field becomes comments.
    """
    text = make_snippet(_issue(issue), today(None, os.environ))
    click.echo(fenced(text, "yaml") if markdown else text, nl=False)
    return 0


def _issue(name: str) -> str:
    """The text of an issue with its ends of lines; a little more than is read, if it is too long.

    Raises WrongUse for a file that cannot be read.
    """
    most = 4 * (MOST + 2)  # bytes: a character has four at most, and so has the mark at the start
    try:
        raw = sys.stdin.buffer.read(most) if name == "-" else read_beginning(Path(name), most)
    except OSError as error:
        raise WrongUse(f"{name} cannot be read: {(error.strerror or '').lower()}") from None
    return raw.decode("utf-8-sig", "replace")
