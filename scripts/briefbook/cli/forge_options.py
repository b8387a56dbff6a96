"""Options of the commands that write to GitHub; apart, as only these need its client."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

from briefbook.review.github import BOT

F = TypeVar("F", bound=Callable[..., Any])


def forge_options(bot_id: str) -> Callable[[F], F]:
    """`--api URL` and `--bot-id N`, the latter with this help."""

    def add(command: F) -> F:
        command = click.option("--bot-id", type=int, default=BOT, show_default=True, help=bot_id)(
            command
        )
        return click.option(
            "--api",
            default="https://api.github.com",
            show_default=True,
            help="Speak to GitHub's interface for programs at this address.",
        )(command)

    return add
