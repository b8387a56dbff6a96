"""The reference of commands: a page for each, and an index, from what the command line says.

The command line stands above and hands itself down as data: the registry finds the `CommandLine`
there, so that plain MkDocs, which knows nothing of commands, makes the same pages.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from briefbook.pages import Page
from briefbook.registry import discover
from briefbook.text.html import Html, join, tag
from briefbook.text.markdown import front_matter, heading_text

ADDRESS = "reference/commands/"


@dataclass(frozen=True, slots=True)
class OptionText:
    """An option as it is typed (“-o, --output FILE”), and what its help says."""

    typed: str
    text: str


@dataclass(frozen=True, slots=True)
class CommandText:
    """A command (“new brief”), its usage, its help by paragraphs, options, exit codes."""

    name: str
    usage: str
    paragraphs: tuple[str, ...]
    options: tuple[OptionText, ...]
    exits: Mapping[int, str]

    @property
    def slug(self) -> str:
        """The last part of its page's address."""
        return self.name.replace(" ", "-")


@dataclass(frozen=True, slots=True)
class CommandLine:
    """The program that the commands belong to: `read` yields it first, then every command."""

    name: str
    read: Callable[[], Iterator[CommandText]]


def command_pages() -> Iterator[Page]:
    """One page for each command, and the index of all. Their text is the program's own."""
    for line in discover("briefbook.cli.command_line", CommandLine):
        whole, *commands = line.read()
        yield _index(whole, commands)
        yield from map(_page, commands)


def _index(whole: CommandText, commands: list[CommandText]) -> Page:
    title = "Commands"
    items = (
        _item(
            tag("a", tag("code", f"{whole.name} {one.name}"), href=f"{one.slug}/"),
            one.paragraphs[0],
        )
        for one in commands
    )
    parts = [
        front_matter(title=title, description="Every command, its options and its exit codes."),
        _heading(1, title, "commands"),
        _block(_usage(whole), _said(whole), _list(items)),
        _heading(2, "Options of all", "options"),
        _block(_options(whole)),
    ]
    return Page(ADDRESS, title, "\n".join(parts), is_prose=True)


def _page(command: CommandText) -> Page:
    title = f"briefbook {command.name}"
    parts = [
        front_matter(title=title, description=command.paragraphs[0], hide=["navigation"]),
        _heading(1, title, "command"),
        _block(_usage(command), _said(command)),
        _heading(2, "Options", "options"),
        _block(_options(command)),
        _heading(2, "Exit codes", "exit-codes"),
        _block(_list(_item(tag("code", code), said) for code, said in command.exits.items())),
    ]
    return Page(f"{ADDRESS}{command.slug}/", title, "\n".join(parts), is_prose=True)


def _heading(level: int, text: str, anchor: str) -> str:
    return f"{'#' * level} {heading_text(text)} {{ #{anchor} }}\n"


def _block(*parts: Html) -> str:
    return f"{tag('div', chr(10), join(parts, chr(10)), chr(10))}\n"


def _usage(command: CommandText) -> Html:
    return tag("pre", tag("code", command.usage))


def _said(command: CommandText) -> Html:
    return join([tag("p", one) for one in command.paragraphs], "\n")


def _options(command: CommandText) -> Html:
    return _list(_item(tag("code", one.typed), one.text) for one in command.options)


def _list(items: Iterator[Html]) -> Html:
    return tag("dl", "\n", join(list(items), "\n"), "\n", class_="bb-fields")


def _item(term: Html, text: str) -> Html:
    return join([tag("dt", term), tag("dd", text)], "\n")
