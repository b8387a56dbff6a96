"""A group that reads the module of a command only when that command is run or asked about.

A list of commands is made from the files of a folder without running them: the program has to
answer `--help` at once, and most commands need most of it.
"""

import ast
import importlib
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

import click

from briefbook.registry import discover, has_plugins


class Declared(NamedTuple):
    """A command as its file declares it: the module, and the help that is its docstring."""

    module: str
    help: str


class Lazily(click.Group):
    """Commands of the package that this module lies in, and those of plug-ins."""

    _package = __name__.rpartition(".")[0]

    @cached_property
    def declared(self) -> Mapping[str, Declared]:
        """The commands of the folder, by name."""
        return {
            name: Declared(f"{self._package}.{path.stem}", text)
            for path in sorted(Path(__file__).parent.glob("*.py"))
            for name, text in _declarations(path.read_text(encoding="utf-8"))
        }

    def register_all(self) -> None:
        """Read every command of the folder, and those of plug-ins.

        Raises BrokenPlugin.
        """
        commands = discover(self._package, click.Command)
        groups = [command for command in commands if isinstance(command, click.Group)]
        inner = [command for group in groups for command in group.commands.values()]
        for command in commands:
            if command is not self and command not in inner:
                self.add_command(command)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All names; plug-ins are read for theirs."""
        if has_plugins(self._package):
            self.register_all()
        return sorted({*self.declared, *self.commands})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """A command, read when it is needed."""
        if cmd_name not in self.commands:
            if found := self.declared.get(cmd_name):
                items = vars(importlib.import_module(found.module)).values()
                for item in items:
                    if isinstance(item, click.Command) and item.name == cmd_name:
                        self.add_command(item)
            elif has_plugins(self._package):
                self.register_all()
        return super().get_command(ctx, cmd_name)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list in the help: a name and the first sentence of its help."""
        names = self.list_commands(ctx)
        limit = formatter.width - 6 - max(map(len, names))
        rows = [(name, self._short_help(name, limit)) for name in names]
        with formatter.section("Commands"):
            formatter.write_dl(rows)

    def _short_help(self, name: str, limit: int) -> str:
        known = self.commands.get(name) or click.Command(name, help=self.declared[name].help)
        return known.get_short_help_str(limit)


def _declarations(source: str) -> list[tuple[str, str]]:
    """Names and docstrings of the functions that `@click.command(…)` or `group` makes commands."""
    if "@click." not in source:
        return []
    return [
        (name, ast.get_docstring(item) or "")
        for item in ast.parse(source).body
        if isinstance(item, ast.FunctionDef)
        for decorator in item.decorator_list
        if (name := _name_in(decorator))
    ]


def _name_in(decorator: ast.expr) -> str:
    """The name in `click.command("check", …)`; empty for other decorators."""
    if not isinstance(decorator, ast.Call) or not decorator.args:
        return ""
    made, first = decorator.func, decorator.args[0]
    of_click = isinstance(made, ast.Attribute) and made.attr in ("command", "group")
    if not of_click or ast.unparse(decorator.func) not in ("click.command", "click.group"):
        return ""
    return str(first.value) if isinstance(first, ast.Constant) else ""
