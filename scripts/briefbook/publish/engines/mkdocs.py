"""MkDocs with Material."""

import logging
import os
import re
import sys
from pathlib import Path

from briefbook.project.config import CONFIG
from briefbook.project.project import Project
from briefbook.project.wrong_use import WrongUse
from briefbook.publish.engines import Engine


def build(project: Project, out: Path) -> None:
    """Run MkDocs in this process on the compiled folder."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    from jinja2 import TemplateNotFound  # noqa: PLC0415
    from mkdocs.commands.build import build as build_site  # noqa: PLC0415 slow to import
    from mkdocs.config import load_config  # noqa: PLC0415
    from mkdocs.exceptions import MkDocsException  # noqa: PLC0415

    from briefbook.publish.plugin import NAME, BriefbookPlugin  # noqa: PLC0415

    errors = _Errors()
    logger = logging.getLogger("mkdocs")
    logger.setLevel(logging.WARNING)
    logger.addHandler(errors)
    try:
        written = project.root / "docs"
        docs = written if written.is_dir() else project.compiled
        config = load_config(str(project.root / CONFIG), docs_dir=str(docs), site_dir=str(out))
        if plugin := config.plugins.get(NAME):
            plugin.compiled = True
        else:
            config.plugins[NAME] = BriefbookPlugin(compiled=True)
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build_site(config)
        finally:
            config.plugins.on_shutdown()
    except TemplateNotFound as error:
        raise WrongUse(
            f"MkDocs: the theme has no {error.name}; look at theme: in {CONFIG}"
        ) from None
    except (MkDocsException, ValueError) as error:  # ValueError: an address that cannot be one
        said = "; ".join(_first(message) for message in errors.messages) or _first(str(error))
        raise WrongUse(f"MkDocs: {said or 'the configuration is wrong'}") from None
    finally:
        logger.removeHandler(errors)


def _first(message: str) -> str:
    """What a message says, without the traceback that MkDocs may put after it."""
    said, *trace = re.split(r"\s+(?=Traceback \(|File \")", message.strip(), maxsplit=1)
    last = trace[0].rpartition("\n")[2].strip() if trace else ""
    return f"{said} {last}".strip()


class _Errors(logging.Handler):
    """Keeps what MkDocs says of an error for one line; its warnings go to standard error."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Take one message."""
        if record.levelno >= logging.ERROR:
            self.messages.append(record.getMessage())
        else:
            sys.stderr.write(f"MkDocs: {record.getMessage()}\n")


ENGINE = Engine("mkdocs", build)
