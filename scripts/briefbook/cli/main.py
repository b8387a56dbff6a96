"""The command `briefbook`: finds its subcommands, turns trouble into exit codes."""

import atexit
import gc
import os
import sys
import traceback
from pathlib import Path
from typing import Any

import click

from briefbook import __version__
from briefbook.cli.lazily import Lazily
from briefbook.project.wrong_use import WrongUse
from briefbook.registry import BrokenPlugin
from briefbook.text.terminal import visible

EXIT_WRONG_USE = 2
EXIT_OUR_BUG = 70
EXIT_BROKEN_PIPE = 141
"""128 + SIGPIPE, as a shell counts: whoever read the result left before its end."""


@click.group(
    cls=Lazily,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="briefbook")
def briefbook() -> None:
    """Check research briefings that are written as YAML files, and publish them as a website."""


# Python looks for garbage once more when it ends, among all that was read: for a second at a
# thousand briefs, and in vain.
atexit.register(gc.freeze)


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and exit: 0 done, 1 findings, 2 wrong use, 70 our own bug."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.exit(_run(arguments))


def _run(arguments: list[str] | None) -> int:
    # A corpus is millions of small objects that all stay: looking for garbage among them is most
    # of what the collector would do.
    gc.set_threshold(200_000, 50, 50)
    try:
        result: Any = briefbook.main(arguments, prog_name="briefbook", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        return EXIT_WRONG_USE
    except click.UsageError as error:
        name = error.ctx.command_path if error.ctx else "briefbook"
        said = error.format_message().rstrip(".")
        return _one_line(f"{said[:1].lower()}{said[1:]} (see {name} --help)")
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except (click.Abort, KeyboardInterrupt):
        return _one_line("stopped", 130)
    except (click.ClickException, WrongUse, BrokenPlugin) as error:
        return _one_line(str(error))
    except BrokenPipeError:
        sys.stderr.close()
        return EXIT_BROKEN_PIPE
    except Exception as error:
        if isinstance(error, OSError) and _is_of_the_machine(error):
            return _one_line(f"{error.filename}: {(error.strerror or '').lower()}")
        traceback.print_exc()
        click.echo(
            f"briefbook {__version__}: this is our bug, not yours. Please report it with the "
            "lines above and the file that it was reading.",
            err=True,
        )
        return EXIT_OUR_BUG
    return result if isinstance(result, int) else 0


def _is_of_the_machine(error: OSError) -> bool:
    """A file or folder of the user's that may not be used, not one of ours that is missing."""
    name = os.fsdecode(error.filename) if isinstance(error.filename, str | bytes) else ""
    return bool(name) and not Path(name).is_relative_to(Path(__file__).parents[1])


def _one_line(message: str, code: int = EXIT_WRONG_USE) -> int:
    click.echo(f"briefbook: {visible(' '.join(message.split()))}", err=True)
    return code


def register_commands() -> None:
    """Add every command of this folder, and those of plug-ins, to `briefbook`."""
    if isinstance(briefbook, Lazily):
        briefbook.register_all()
