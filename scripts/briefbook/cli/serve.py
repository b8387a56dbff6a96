"""`briefbook serve`: live preview; a saved brief is on the page within a second or two."""

import logging
import os
from datetime import date
from typing import Any

import click

from briefbook.cli.options import project_options
from briefbook.project.config import CONFIG
from briefbook.project.project import Project, with_our_hook
from briefbook.project.wrong_use import WrongUse


@click.command("serve")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True)
@click.option("--host", default="127.0.0.1", show_default=True, help="Whom to listen to.")
@project_options
def serve(port: int, host: str, project: Project, today: date) -> int:
    """Preview the site and rebuild it when a brief or a page is saved; findings are shown here."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    os.environ["BRIEFBOOK_TODAY"] = today.isoformat()
    from mkdocs.commands.serve import serve as run  # noqa: PLC0415 slow to import
    from mkdocs.exceptions import MkDocsException  # noqa: PLC0415

    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(levelname)s: %(message)s"))
    logging.getLogger("mkdocs").addHandler(handler)
    logging.getLogger("mkdocs").setLevel(logging.INFO)
    settings: dict[str, Any] = with_our_hook(project)
    try:
        run(str(project.root / CONFIG), dev_addr=f"{host}:{port}", **settings)
    except MkDocsException as error:
        raise WrongUse(str(error)) from None
    except OSError as error:
        raise WrongUse(f"port {port} cannot be used: {(error.strerror or '').lower()}") from None
    return 0
