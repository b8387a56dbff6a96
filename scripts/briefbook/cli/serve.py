"""`briefbook serve`: live preview; a saved brief is on the page within a second or two."""

import logging
import os
from datetime import date
from typing import Any

import click

from briefbook.cli.exit_codes import Command
from briefbook.cli.options import project_options
from briefbook.project.config import CONFIG, plugin_names, read_config
from briefbook.project.project import Project
from briefbook.project.wrong_use import WrongUse


def _with_our_plugin(project: Project) -> dict[str, Any]:
    """Settings for MkDocs that add our plugin, if mkdocs.yml does not name it."""
    config = read_config(project.root / CONFIG)
    if "briefbook" in plugin_names(config):
        return {}
    listed = config.get("plugins", ["search"]) or []
    plugins = listed if isinstance(listed, list) else [{name: listed[name]} for name in listed]
    return {"plugins": [*plugins, "briefbook"]}


@click.command("serve", cls=Command)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    metavar="NUMBER",
    help="Serve the preview at this port.",
)
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    metavar="ADDRESS",
    help="Serve it at this address; 127.0.0.1 can be reached from this machine alone.",
)
@project_options
def serve(port: int, host: str, project: Project, today: date) -> int:
    """Preview the site, and renew it when something is saved.

    Findings are shown here. Ctrl+C ends the preview.
    """
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    os.environ["BRIEFBOOK_TODAY"] = today.isoformat()
    from mkdocs.commands.serve import serve as run  # noqa: PLC0415 slow to import
    from mkdocs.exceptions import Abort, MkDocsException  # noqa: PLC0415

    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(levelname)s: %(message)s"))
    logging.getLogger("mkdocs").addHandler(handler)
    logging.getLogger("mkdocs").setLevel(logging.INFO)
    logging.getLogger("mkdocs.commands.build").addFilter(
        lambda record: not record.getMessage().startswith("A 'dirty' build")
    )
    settings = _with_our_plugin(project)
    try:
        # Only pages that differ are made anew: briefs are many, and one was saved.
        run(str(project.root / CONFIG), build_type="dirty", dev_addr=f"{host}:{port}", **settings)
    except Abort:
        raise WrongUse("the preview cannot begin; what stops it is said above") from None
    except MkDocsException as error:
        raise WrongUse(str(error)) from None
    except OSError as error:
        raise WrongUse(f"port {port} cannot be used: {(error.strerror or '').lower()}") from None
    return 0
