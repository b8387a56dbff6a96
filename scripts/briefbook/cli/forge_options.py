"""Options of the commands that write to a host of repositories; apart, as only these need it."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

from briefbook.review.forges import FORGES

F = TypeVar("F", bound=Callable[..., Any])


def forge_options(bot_id: str) -> Callable[[F], F]:
    """`--host NAME`, `--api URL` and `--bot-id N`, the last with this help."""

    def add(command: F) -> F:
        command = click.option("--bot-id", type=int, metavar="N", help=bot_id)(command)
        command = click.option(
            "--api",
            metavar="URL",
            help="Speak to the host's interface for programs at this address; Forgejo needs it.",
        )(command)
        return click.option(
            "--host",
            type=click.Choice(FORGES),
            default="github",
            show_default=True,
            help="Where the repository lies.",
        )(command)

    return add
