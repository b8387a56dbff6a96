"""MkDocs with Material."""

import logging
import os
from pathlib import Path

from briefbook.site.engines import Engine
from briefbook.site.project import CONFIG, Project
from briefbook.site.wrong_use import WrongUse


def build(project: Project, out: Path) -> None:
    """Run MkDocs in this process on the compiled folder."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    from mkdocs.commands.build import build as build_site  # noqa: PLC0415 slow to import
    from mkdocs.config import load_config  # noqa: PLC0415
    from mkdocs.exceptions import MkDocsException  # noqa: PLC0415

    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    try:
        config = load_config(
            str(project.root / CONFIG), docs_dir=str(project.compiled), site_dir=str(out)
        )
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build_site(config)
        finally:
            config.plugins.on_shutdown()
    except MkDocsException as error:
        raise WrongUse(f"MkDocs: {str(error).strip() or 'the configuration is wrong'}") from None


ENGINE = Engine("mkdocs", build)
