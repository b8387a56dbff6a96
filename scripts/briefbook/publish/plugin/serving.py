"""A preview that does not get stuck: what stops a rebuild is on the page until it is mended."""

import html
import logging
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Protocol

from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer

from briefbook.project.config import read_config
from briefbook.project.wrong_use import WrongUse
from briefbook.publish.rendering import Interrupted
from briefbook.publish.site_scan import pages_of
from briefbook.text.terminal import visible

_OFTEN, _SELDOM = 0.1, 0.5  # seconds between two looks
_QUIET = 0.6  # seconds without a save, before the rest is made

log = logging.getLogger("mkdocs.plugins.briefbook")
_PAGE = """\
<!doctype html><html lang="en"><meta charset="utf-8"><title>The preview waits</title>
<style>:root{{color-scheme:light dark}}
body{{font:1.1rem/1.5 sans-serif;max-width:40rem;margin:3rem auto;padding:0 1rem}}
pre{{white-space:pre-wrap;font-size:1rem}}</style>
<body><h1>The preview waits</h1>
<p>The site could not be made anew. When this is mended and saved, the page comes by itself.</p>
<pre>{said}</pre></body></html>
"""


def forget(site: Path) -> None:
    """Delete a preview's pages, so that all are made anew."""
    for path in pages_of(site):
        path.unlink()


def whole_index(site: Path, before: bytes) -> bytes:
    """The index of a site's own search: one that knows only the pages made anew is replaced by the
    one before."""
    path = site / "search/search_index.json"
    if not path.is_file():
        return before
    if before:
        path.write_bytes(before)
        return before
    return path.read_bytes()


def look_often(server: LiveReloadServer, folder: Path) -> None:
    """Let a server look for saved briefs as often as their number allows."""
    number = sum(1 for _ in folder.rglob("*"))
    server.observer._timeout = min(_SELDOM, _OFTEN + number / 10_000)
    server.watch(str(folder))


class Hurried(Protocol):
    """Who can be asked to make what was saved first; it says no by taking the wish back. It asks
    `interrupted` whether something was saved meanwhile, while it makes the rest, and tells in
    `wrote` whether the rest was another than before."""

    partly: bool
    hurry: bool
    wrote: bool
    interrupted: Callable[[], bool]


def keep_serving(server: LiveReloadServer, plugin: Hurried, settings: Path) -> None:
    """Let a server show what was saved first, and all else behind it; and what stopped a rebuild,
    of which MkDocs' own shows nothing until it is mended."""
    kept = _Kept(server, plugin, settings)
    server.builder = kept.rebuild
    server.set_app(kept.answer)


class _Kept:
    """A server's way to build and to answer, around its own; `failed` is what stops it now."""

    def __init__(self, server: LiveReloadServer, plugin: Hurried, settings: Path) -> None:
        self._server, self._plugin, self._settings = server, plugin, settings
        self._build, self._respond = server.builder, server.serve_request
        self.failed = ""

    def rebuild(self) -> None:
        """Make what was saved, show it, and make the rest unless something is saved meanwhile."""
        # Who waits for a mistake to be mended must see the whole of it mended.
        self._plugin.hurry = self._plugin.partly and not self.failed
        try:
            self._build()
            if self._plugin.hurry:
                self._show()
                self._plugin.hurry = False
                if self._is_quiet():
                    self._plugin.interrupted = lambda: self._server._want_rebuild
                    self._build()
                    if self._plugin.wrote:
                        self._show(anew=True)
        except Interrupted:
            log.debug("something was saved: the rest waits")
        except Abort as error:  # MkDocs has said why already
            self._fail(_shown(error.__context__ or error))
        except Exception as error:  # whatever it is: the preview goes on
            self._fail(_wrong_settings(self._settings) or _shown(error))
            log.error("%s", self.failed)
        else:
            self.failed = ""
        finally:
            self._plugin.interrupted = lambda: False

    def _fail(self, said: str) -> None:
        self.failed = said
        self._show(anew=True)

    def _show(self, *, anew: bool = False) -> None:
        """Let browsers load their page again; `anew` if they have done so since the last save."""
        server = self._server
        with server._epoch_cond:
            if anew:
                server._wanted_epoch += 1  # milliseconds: the next save's is later
            server._visible_epoch = server._wanted_epoch
            server._epoch_cond.notify_all()

    def _is_quiet(self) -> bool:
        server = self._server
        with server._rebuild_cond:
            return not server._rebuild_cond.wait_for(lambda: server._want_rebuild, timeout=_QUIET)

    def answer(self, environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        """A page of the site, or what stops it."""
        path = str(environ.get("PATH_INFO", ""))
        if not self.failed or path.startswith("/livereload/") or _is_asset(path):
            return self._respond(environ, start)
        page = _PAGE.format(said=html.escape(self.failed)).encode()
        page = self._server._inject_js_into_html(page, self._server._visible_epoch)  # type: ignore[no-untyped-call]
        start("503 Service Unavailable", [("Content-Type", "text/html; charset=utf-8"),
                                          ("Content-Length", str(len(page)))])  # fmt: skip
        return [page]


def _is_asset(path: str) -> bool:
    name = path.rpartition("/")[2]
    return "." in name and not name.endswith(".html")


def _shown(error: BaseException) -> str:
    return "\n".join(map(visible, str(error).splitlines())) or type(error).__name__


def _wrong_settings(settings: Path) -> str:
    """What is wrong with mkdocs.yml, if that is what stops it; in one line, with its place."""
    try:
        read_config(settings)
    except WrongUse as error:
        return visible(str(error))
    return ""
