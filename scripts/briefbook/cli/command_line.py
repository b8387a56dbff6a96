"""The command line as data, for the pages of its reference."""

from collections.abc import Iterator
from inspect import cleandoc

import click

from briefbook.cli.exit_codes import exits_of
from briefbook.cli.main import briefbook, register_commands
from briefbook.publish.command_pages import CommandLine, CommandText, OptionText


def read() -> Iterator[CommandText]:
    """The program itself, then each command by its name; a group stands for those in it."""
    register_commands()
    top = _context(briefbook, None, "briefbook")
    yield _described(briefbook, top, "briefbook")
    for name, command in sorted(briefbook.commands.items()):
        context = _context(command, top, name)
        if isinstance(command, click.Group):
            for inner, sub in sorted(command.commands.items()):
                yield _described(sub, _context(sub, context, inner), f"{name} {inner}")
        else:
            yield _described(command, context, name)


def _context(command: click.Command, parent: click.Context | None, name: str) -> click.Context:
    """As if it were run, without running it."""
    return command.context_class(command, parent=parent, info_name=name, **command.context_settings)


def _described(command: click.Command, context: click.Context, name: str) -> CommandText:
    options = (one for one in command.get_params(context) if isinstance(one, click.Option))
    records = (option.get_help_record(context) for option in options)
    return CommandText(
        name,
        " ".join([context.command_path, *command.collect_usage_pieces(context)]),
        tuple(" ".join(part.split()) for part in cleandoc(command.help or "").split("\n\n")),
        tuple(OptionText(*record) for record in records if record),
        exits_of(command),
    )


COMMAND_LINE = CommandLine("briefbook", read)
