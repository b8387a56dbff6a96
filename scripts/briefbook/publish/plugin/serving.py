"""A preview that does not get stuck: what stops a rebuild is on the page until it is mended."""

import html
import logging
from collections.abc import Callable, Iterable
from typing import Any

from mkdocs.livereload import LiveReloadServer

from briefbook.text.terminal import visible

log = logging.getLogger("mkdocs.plugins.briefbook")
_PAGE = """\
<!doctype html><html lang="en"><meta charset="utf-8"><title>The preview waits</title>
<style>body{{font:1.1rem/1.5 sans-serif;max-width:40rem;margin:3rem auto;padding:0 1rem}}
pre{{white-space:pre-wrap;font-size:1rem}}</style>
<body><h1>The preview waits</h1>
<p>The site could not be made anew. When this is mended and saved, the page comes by itself.</p>
<pre>{said}</pre></body></html>
"""


def keep_serving(server: LiveReloadServer) -> None:
    """Let a server show what stopped a rebuild; MkDocs' own answers nothing until it is mended."""
    build, respond = server.builder, server.serve_request
    failed: list[str] = []

    def rebuild() -> None:
        try:
            build()
        except Exception as error:  # whatever it is: the preview goes on
            failed[:] = [visible(str(error)) or type(error).__name__]
            log.error("%s", failed[0])
        else:
            failed.clear()

    def answer(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        path = str(environ.get("PATH_INFO", ""))
        if not failed or path.startswith("/livereload/") or "." in path.rpartition("/")[2]:
            return respond(environ, start)
        page = _PAGE.format(said=html.escape(failed[0])).encode()
        page = server._inject_js_into_html(page, server._visible_epoch)  # type: ignore[no-untyped-call]
        start("503 Service Unavailable", [("Content-Type", "text/html; charset=utf-8"),
                                          ("Content-Length", str(len(page)))])  # fmt: skip
        return [page]

    server.builder = rebuild
    server.set_app(answer)
