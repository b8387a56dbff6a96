"""The one hook of mkdocs.yml: compiles, then points MkDocs at build/docs and at our theme parts.

With it plain `mkdocs build`, `mkdocs serve` and `mkdocs gh-deploy` work. A site made elsewhere has
a hook of its own that imports these functions.
"""

import logging
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer

from briefbook.findings import Severity
from briefbook.findings.render.terminal import render
from briefbook.lint import stopping
from briefbook.project.clock import today
from briefbook.project.config import CONFIG
from briefbook.project.edition import read_edition
from briefbook.project.project import Project, settings_of
from briefbook.project.wrong_use import WrongUse
from briefbook.publish.compile import compile_project
from briefbook.publish.handwritten_links import name_places
from briefbook.publish.lean_css import lean
from briefbook.publish.navigation import default_navigation
from briefbook.publish.theme_fixes import mend
from briefbook.publish.theme_overrides import FAVICON, THEME
from briefbook.publish.theme_words import KEY, theme_words
from briefbook.text.url import uri

log = logging.getLogger("mkdocs.hooks.briefbook")
_serving = False
_compiled_here = False
_STOCK_ICON = "assets/images/favicon.png"


def on_startup(*, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Remember whether this is a preview: findings do not end one."""
    global _serving  # noqa: PLW0603 MkDocs gives hooks no other place to keep it
    _serving = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Compile unless `briefbook build` has done so already, and add our parts of the theme."""
    global _compiled_here  # noqa: PLW0603 as above
    root = Path(config.config_file_path).parent
    try:
        project = Project(root, settings_of(dict(config)))
        _compiled_here = Path(config.docs_dir).resolve() != project.compiled.resolve()
        if _compiled_here:
            _compile(project)
            config.docs_dir = str(project.compiled)
    except WrongUse as error:
        raise PluginError(f"briefbook: {error}") from None
    return prepare(config)


def prepare(config: MkDocsConfig) -> MkDocsConfig:
    """Add what our pages need of MkDocs: our parts of the theme, their words, ids on headings; an
    address in ASCII."""
    name_places(Path(config.config_file_path).parent / "docs")
    if config.site_url:
        config.site_url = uri(config.site_url)
    if str(THEME) not in config.theme.dirs:
        config.theme.dirs.insert(0, str(THEME))
    if "attr_list" not in config.markdown_extensions:
        config.markdown_extensions.append("attr_list")
    language = str(config.theme.get("language") or "en")
    config.extra[KEY] = theme_words(language)
    if not config.nav:
        docs = Path(config.config_file_path).parent / "docs"
        config.nav = default_navigation(docs, language)
        config.validation.nav.omitted_files = logging.DEBUG  # briefs and sources are left out
    config.theme["palette"] = None  # the style sheet has both schemes, the header the button
    if "favicon" in config.theme and config.theme["favicon"] == _STOCK_ICON:
        config.theme["favicon"] = FAVICON
    return config


def on_post_build(config: MkDocsConfig) -> None:
    """Lighten and mend what the theme printed, as `briefbook build` does itself."""
    if _compiled_here and not _serving:
        lean(Path(config.site_dir))
        mend(Path(config.site_dir), Path(config.docs_dir))


def on_serve(
    server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., Any]
) -> LiveReloadServer:
    """Watch the briefs and the hand-written pages, never what is compiled from them."""
    root = Path(config.config_file_path).parent
    server.unwatch(config.docs_dir)
    for folder in ("briefings", "docs"):
        server.watch(str(root / folder))
    return server


def _compile(project: Project) -> None:
    edition = read_edition(project, today(None, os.environ))
    report = stopping(edition)
    if report.findings:
        log.warning("findings in the briefs:\n%s", render(report))
    if report.fails(Severity.error) and not _serving:
        raise PluginError("briefbook: errors in the briefs stop publication; see above")
    compiled = compile_project(project, edition)
    for warning in compiled.warnings:
        log.warning("%s: %s", CONFIG, warning)
    for item in compiled.dangling:
        log.warning("%s:%d: the link [[%s]] leads nowhere", item.path, item.line, item.link)
