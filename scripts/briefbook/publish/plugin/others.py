"""Other plugins and MkDocs itself beside ours: whose mistake it was, and one line for forty."""

import functools
import logging
import re
from collections.abc import Callable
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.plugins import PluginCollection

from briefbook.project.config import CONFIG
from briefbook.text.listing import counted
from briefbook.text.terminal import visible

_SHOWN = 3
_DEAD = re.compile(r"A (?:reference|relative path) to \'(.*?)\' is included in the \'nav\'")
_NAV = "mkdocs.structure.nav"
_NAMED = "_briefbook_names_it"


def name_their_mistakes(plugins: PluginCollection, ours: type) -> None:
    """Let what goes wrong in somebody else's plugin or hook name it, and the page it was at."""
    for event, methods in plugins.events.items():
        for index, method in enumerate(methods):
            owner = getattr(method, "__self__", None)
            if not isinstance(owner, ours) and not hasattr(method, _NAMED):
                wrapped = _named(method, event, _name_of(plugins, method))
                origins = getattr(plugins, "_event_origins", {})
                if method in origins:  # by which MkDocs knows who made a file
                    origins[wrapped] = origins[method]
                methods[index] = wrapped


def _name_of(plugins: PluginCollection, method: Callable[..., Any]) -> str:
    owner = getattr(method, "__self__", None)
    place = getattr(method, "__globals__", {}).get("__file__")
    for name, plugin in plugins.items():
        if plugin is owner or (place and getattr(plugin, "__file__", "") == place):
            kind = "hook" if name.endswith(".py") else "plugin"
            return f"the {kind} “{name.rpartition('/')[2]}”"
    return f"a hook in “{method.__module__}”"


def _named(method: Callable[..., Any], event: str, name: str) -> Callable[..., Any]:
    @functools.wraps(method)
    def call(*arguments: Any, **more: Any) -> Any:  # noqa: ANN401
        try:
            return method(*arguments, **more)
        except Abort:
            raise
        except Exception as error:
            page = getattr(getattr(more.get("page"), "file", None), "src_uri", "")
            at = f" of {page}" if page else ""
            kind = "" if isinstance(error, PluginError) else f"{type(error).__name__}: "
            said = f"{name} failed in on_{event}{at}: {kind}{error}"
            raise PluginError(visible(said)) from error

    setattr(call, _NAMED, True)
    return call


class DeadEntries(logging.Filter):
    """Keeps MkDocs' word on each entry of the navigation that leads nowhere, to say all in one."""

    def __init__(self) -> None:
        super().__init__()
        self._names: list[str] = []
        logger = logging.getLogger(_NAV)
        for other in [one for one in logger.filters if isinstance(one, DeadEntries)]:
            logger.removeFilter(other)  # of a build that broke off
        logger.addFilter(self)

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether a line may pass."""
        found = _DEAD.match(record.getMessage()) if record.levelno >= logging.WARNING else None
        if found:
            self._names.append(found[1])
        return found is None

    def told(self) -> str:
        """What to say of them; nothing where there are none. Ends the keeping."""
        logging.getLogger(_NAV).removeFilter(self)
        if not self._names:
            return ""
        shown = ", ".join(self._names[:_SHOWN])
        more = f" and {len(self._names) - _SHOWN} more" if len(self._names) > _SHOWN else ""
        many = counted(len(self._names), "entry leads", "entries lead")
        return f"{CONFIG}: nav: {many} nowhere: {visible(shown)}{more}"


def sorts_by_language(config: MkDocsConfig) -> bool:
    """Whether mkdocs-static-i18n makes the site's languages: it drops files unknown to it."""
    return "i18n" in config.plugins


def is_main_language(config: MkDocsConfig) -> bool:
    """Whether this run makes the site's main language, where there are several."""
    return bool(getattr(config.plugins.get("i18n"), "is_default_language_build", True))
