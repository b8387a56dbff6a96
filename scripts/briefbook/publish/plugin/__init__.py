"""The MkDocs plugin `briefbook`: with it plain `mkdocs build`, `serve` and `gh-deploy` just work.

It takes no options: settings stand under `extra.briefbook`, where every engine reads them. A site
is `whole` (ours from head to foot) or keeps its theme and gets our `pages` beside its own.
"""

import logging
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

from jinja2 import Environment
from mkdocs.config import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from briefbook.corpus import BRIEFINGS
from briefbook.findings import Severity
from briefbook.findings.render.terminal import render
from briefbook.lint import blocking_findings, left_out
from briefbook.model.settings import Settings
from briefbook.pages.environment import compiled_templates
from briefbook.project.clock import today
from briefbook.project.config import CONFIG, read_config
from briefbook.project.edition import read_edition
from briefbook.project.project import Project, project_of
from briefbook.project.wrong_use import WrongUse
from briefbook.publish.compile import compile_briefs, compile_preview
from briefbook.publish.finish import finish
from briefbook.publish.notices import Notices
from briefbook.publish.plugin.beside import Beside
from briefbook.publish.plugin.others import DeadEntries, name_their_mistakes
from briefbook.publish.plugin.serving import forget, keep_serving, look_often, whole_index
from briefbook.publish.preview import Preview, Previewed
from briefbook.publish.whole_theme import prepare, reachable, to_files

log = logging.getLogger("mkdocs.plugins.briefbook")
NAME = "briefbook"
_AS_TYPED = ("docs_dir", "site_dir", "exclude_docs", "draft_docs")
_FIRST, _LAST = 100, -100
_BEFORE_I18N, _AFTER_I18N = -99, -101


class NoOptions(Config):  # type: ignore[no-untyped-call]
    """What may stand below `- briefbook:` in the list of plugins: nothing."""


class BriefbookPlugin(BasePlugin[NoOptions]):  # type: ignore[no-untyped-call]
    """Compiles, then lets MkDocs make pages of what was compiled.

    `compiled` says that `briefbook build` has done so already. Where mkdocs.yml does not name the
    plugin, and says nothing of the theme, the site is a whole one.
    """

    def __init__(self, *, compiled: bool = False) -> None:
        self.compiled = compiled
        self._serving = self.partly = False
        self._settings_before: tuple[str, ...] = ()
        self._their_index = b""
        self._preview = Preview()
        self._shown: Previewed | None = None
        self._saved_else = self._told = self.wrote = False
        self.interrupted: Callable[[], bool] = lambda: False
        self.hurry = False
        """In a preview: to make the pages of the briefs that were saved, and the others later."""
        self._beside: Beside | None = None
        self._dead: DeadEntries | None = None
        self._project = Project(Path(), Settings())

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether this is a preview: findings do not end one."""
        self._serving = command == "serve"
        self.partly = self._serving and dirty

    @event_priority(_FIRST)
    def _see_the_others(self, config: MkDocsConfig) -> None:
        name_their_mistakes(config.plugins, BriefbookPlugin)

    def _make_ready(self, config: MkDocsConfig) -> MkDocsConfig:
        """Compile unless that is done, and make the site ready for our pages."""
        if [one for one in config.plugins.values() if isinstance(one, type(self))] != [self]:
            raise PluginError("briefbook: plugins: names briefbook twice; leave one out")
        try:
            path = Path(config.config_file_path)
            plain = read_config(path)
            typed = {**config, "plugins": plain.get("plugins", ["search"])}
            typed |= {key: plain.get(key) for key in _AS_TYPED}
            self._project = project = project_of(path.parent, typed, path)
            if not self.compiled:
                self._compile(project)
            if self.partly and not self.hurry:
                self._forget_what_may_differ(config, project, plain)
        except WrongUse as error:
            raise PluginError(f"briefbook: {error}") from None
        self._beside = Beside(project) if project.settings.theme == "pages" else None
        if self._beside is None:
            prepare(config, project)
        if config.theme.name != "material" and not self._told:
            self._told = True
            log.warning(
                "%s: the theme “%s” is not Material: briefs stand in it whole and readable, but "
                "nobody has tried how they look there", CONFIG, config.theme.name,
            )  # fmt: skip
        if any(getattr(self.config, "user_configs", ())):
            log.warning("%s: settings of Briefbook stand under extra: briefbook:", CONFIG)
        return config

    def on_env(
        self, env: Environment, *, config: MkDocsConfig, files: Files
    ) -> Environment:  # fmt: skip
        """The theme's templates are compiled once for a machine, as ours are."""
        env.bytecode_cache = env.bytecode_cache or compiled_templates()
        return env

    on_config = CombinedEvent(_see_the_others, _make_ready)

    @event_priority(_FIRST)
    def _with_ours(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Beside a site's own pages stand those that were compiled; other plugins know them."""
        self._dead = DeadEntries()
        if self._beside is None:
            return reachable(files, self._project)
        if self.partly:
            self._beside.forget_slots(files)
        return self._beside.with_ours(files, config)

    @event_priority(_BEFORE_I18N)
    def _without_ours(self, files: Files, *, config: MkDocsConfig) -> Files:
        return self._beside.without_ours(files, config) if self._beside else files

    @event_priority(_AFTER_I18N)
    def _with_ours_again(self, files: Files, *, config: MkDocsConfig) -> Files:
        return self._beside.with_ours_again(files, config) if self._beside else files

    on_files = CombinedEvent(_with_ours, _without_ours, _with_ours_again)

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Say in one line which entries lead nowhere."""
        if self._dead and (told := self._dead.told()):
            log.warning("%s", told)
        return nav

    @event_priority(_FIRST)
    def on_page_markdown(
        self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str | None:
        """A hand-written page with the slots that it has filled."""
        return self._beside.filled(page) if self._beside else None

    @event_priority(_FIRST)
    def on_page_content(
        self, html: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str | None:
        """Our pages are made as they are everywhere, whatever the site does with Markdown."""
        return self._beside.content(page, config, files) if self._beside else None

    @event_priority(_LAST)
    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """A generated page has no Markdown file that could be edited."""
        if not (self._project.docs / page.file.src_uri).is_file():
            page.edit_url = None
        return context

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str | None:
        """What the head of our pages says to machines."""
        if self._beside is None:
            return None if config.use_directory_urls else to_files(output)
        return self._beside.with_head(output, page, config)

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Lighten and repair what the theme printed, as `briefbook build` does itself."""
        if self.partly and self._beside:
            self._their_index = whole_index(Path(config.site_dir), self._their_index)
        if self._beside is None and not self.compiled and not self._serving:
            finish(Path(config.site_dir), Path(config.docs_dir))

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., Any]
    ) -> LiveReloadServer:
        """Watch the briefs and the hand-written pages, never what is compiled from them."""
        if self._beside is None:
            server.unwatch(config.docs_dir)
            server.watch(str(self._project.docs))
        look_often(server, self._project.root / BRIEFINGS)
        if self._project.catalogues.is_dir():
            server.watch(str(self._project.catalogues))
        keep_serving(server, self, Path(config.config_file_path))
        return server

    @property
    def _level(self) -> int:
        """A site that was strict before stays so with our pages beside its own."""
        return logging.WARNING if self._project.settings.theme == "whole" else logging.INFO

    def _forget_what_may_differ(
        self, config: MkDocsConfig, project: Project, plain: dict[str, Any]
    ) -> None:
        """In a preview that makes only what differs: make all when settings or files came or went.

        Beside other plugins a saved page may show on any other (tags, blog).
        """
        now = (repr(plain), *sorted(path.as_posix() for path in project.docs.rglob("*")))
        beside = project.settings.theme == "pages"
        if now != self._settings_before or (beside and self._saved_else):
            forget(Path(config.site_dir))
            self._their_index = b""
        self._settings_before = now

    def _compile(self, project: Project) -> None:
        day = today(None, os.environ)
        notices = Notices()
        if self._serving:
            # What was looked at in a hurry is what the rest is made of.
            shown = (None if self.hurry else self._shown) or self._preview.read(project, day)
            if self.hurry and shown.changed is not None:
                self._shown = shown
                compile_briefs(project, shown.edition, shown.changed, shown.notices)
                return
            self._saved_else = shown.changed is None
            self._shown, self.hurry = None, False
            edition, report, notices = shown.edition, shown.report, shown.notices
        else:
            edition = read_edition(project, day)
            report = blocking_findings(edition)
        if report.findings:
            log.warning("findings in the briefs:\n%s", render(report))
        for line in left_out(edition):
            log.warning("%s", line)
        if report.fails(Severity.error) and not self._serving:
            raise PluginError("briefbook: errors in the briefs stop publication; see above")
        done = compile_preview(project, edition, notices, self.interrupted)
        self.wrote = bool(done.synced.written or done.synced.deleted)
        for warning in done.warnings:
            log.log(self._level, "%s: %s", CONFIG, warning)
        for item in done.dangling:
            log.warning("%s:%d: the link [[%s]] leads nowhere", item.path, item.line, item.link)
