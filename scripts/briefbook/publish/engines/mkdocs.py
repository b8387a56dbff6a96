"""MkDocs with Material."""

import logging
import os
import re
import shutil
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from briefbook.project.config import CONFIG, read_config
from briefbook.project.project import Project
from briefbook.project.wrong_use import WrongUse
from briefbook.publish.engines import Engine, Made
from briefbook.text.terminal import visible

log = logging.getLogger("mkdocs.briefbook")


def build(project: Project, out: Path, blocks: frozenset[str], jobs: int) -> Made:
    """Run MkDocs in this process on the compiled folder: on few pages where the others can be put
    into what it prints around these, else on all."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    from briefbook.publish.shell.contents import UnknownPrint  # noqa: PLC0415
    from briefbook.publish.shell.dress import Dressing, why_not  # noqa: PLC0415 slow to import
    from briefbook.publish.shell.few import Few  # noqa: PLC0415

    with _in_plain_words() as said:
        config = _loaded(project, out)
        if reason := why_not(config, project):
            log.debug("MkDocs prints each page itself: %s", reason)
            _run(config)
            return Made(None, (*said,))

        def print_few(few: Few) -> None:
            shutil.rmtree(out, ignore_errors=True)
            _run(_loaded(project, out), few)

        try:
            dressing = Dressing(project, config, out, blocks, jobs)
            scan = dressing.dressed(print_few)
            return Made(scan, (*said,), dressing.frame)
        except UnknownPrint as error:
            log.warning("prints each page itself, which takes longer: %s", error)
        shutil.rmtree(out, ignore_errors=True)
        _run(_loaded(project, out))
        return Made(None, tuple(dict.fromkeys(said)))


@contextmanager
def _in_plain_words() -> Iterator[list[str]]:
    """Says each warning of MkDocs in a line, and yields them; raises WrongUse for what stops it."""
    from jinja2 import TemplateNotFound  # noqa: PLC0415
    from mkdocs.exceptions import MkDocsException  # noqa: PLC0415 slow to import

    errors = _Errors()
    logger = logging.getLogger("mkdocs")
    logger.setLevel(logging.WARNING)
    logger.addHandler(errors)
    try:
        yield errors.said
    except TemplateNotFound as error:
        raise WrongUse(
            f"MkDocs: the theme has no {error.name}; look at theme: in {CONFIG}"
        ) from None
    except (MkDocsException, ValueError) as error:  # ValueError: an address that cannot be one
        raise WrongUse(f"MkDocs: {errors.told() or _first(str(error))}") from None
    finally:
        logger.removeHandler(errors)


def _run(config: Any, few: Any = None) -> None:  # noqa: ANN401 the classes are slow to import
    """Run MkDocs with our plugin, and with the one that lets it see few pages."""
    from mkdocs.commands.build import build as build_site  # noqa: PLC0415 slow to import

    from briefbook.publish.plugin import NAME, BriefbookPlugin  # noqa: PLC0415
    from briefbook.publish.plugin.others import name_their_mistakes  # noqa: PLC0415

    if plugin := config.plugins.get(NAME):
        plugin.compiled = True
    else:
        config.plugins[NAME] = BriefbookPlugin(compiled=True)
    if few:
        config.plugins["briefbook-few"] = few
    name_their_mistakes(config.plugins, BriefbookPlugin)
    config.plugins.on_startup(command="build", dirty=False)
    try:
        build_site(config)
    finally:
        config.plugins.on_shutdown()


def _loaded(project: Project, out: Path) -> Any:  # noqa: ANN401 the class is slow to import
    """MkDocs' settings. A hook is loaded with them, and may be what is wrong."""
    from mkdocs.config import load_config  # noqa: PLC0415 slow to import
    from mkdocs.exceptions import MkDocsException  # noqa: PLC0415

    docs = project.docs
    if not docs.is_dir():  # MkDocs wants one; a site of briefs can do without
        docs = project.compiled.with_name("no-docs")
        docs.mkdir(parents=True, exist_ok=True)
    try:
        return load_config(str(project.root / CONFIG), docs_dir=str(docs), site_dir=str(out))
    except (MkDocsException, ValueError):
        raise
    except (Exception, SystemExit) as error:
        hooks = {*(read_config(project.root / CONFIG).get("hooks") or ())}
        places = [frame.filename for frame in traceback.extract_tb(error.__traceback__)]
        places.append(getattr(error, "filename", "") or "")
        for hook in hooks:
            if any(Path(place) == project.root / hook for place in places):
                raise WrongUse(
                    visible(f"the hook “{hook}” cannot be loaded: {type(error).__name__}: {error}")
                ) from None
        raise


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
        self.said: list[str] = []

    def told(self) -> str:
        """All of them; “Error reading page 'a.md':” says nothing where the cause stands behind."""
        return "; ".join(one for one in map(_first, self.messages) if not one.endswith(":"))

    def emit(self, record: logging.LogRecord) -> None:
        """Take one message."""
        if record.levelno >= logging.ERROR:
            self.messages.append(record.getMessage())
        else:
            line = f"MkDocs: {record.getMessage()}"
            if line not in self.said:
                self.said.append(line)
                sys.stderr.write(f"{line}\n")


ENGINE = Engine("mkdocs", build)
