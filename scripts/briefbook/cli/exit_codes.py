"""Commands that say in their help what their exit codes mean."""

from typing import Any

import click

from briefbook.project.exit_codes import ALWAYS


class Command(click.Command):
    """A command; `one` says when it exits with 1, if it ever does."""

    def __init__(self, *arguments: Any, one: str = "", **settings: Any) -> None:  # noqa: ANN401
        super().__init__(*arguments, **settings)
        self.one = one

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Print the exit codes below the options."""
        with formatter.section("Exit codes"):
            formatter.write_dl([(str(code), text) for code, text in exits_of(self).items()])
        super().format_epilog(ctx, formatter)


def exits_of(command: click.Command) -> dict[int, str]:
    """What each exit code of a command means, by number; commands of plug-ins may say nothing."""
    one = command.one if isinstance(command, Command) else ""
    return dict(sorted({**ALWAYS, **({1: one} if one else {})}.items()))
