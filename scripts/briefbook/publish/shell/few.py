"""The plugin by which MkDocs prints few pages of a site, some of which stand for others."""

from collections.abc import Mapping

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from briefbook.publish.theme_fixes import repaired


class Few(BasePlugin):  # type: ignore[type-arg,no-untyped-call]
    """Lets MkDocs see few pages, some of which stand for others, and takes what it prints."""

    def __init__(
        self, out: frozenset[str], instead: Mapping[str, str], kept: frozenset[str]
    ) -> None:
        self._out, self._instead, self._kept = out, instead, kept
        self.printed: dict[str, str] = {}
        """What was printed for those that stand for others, and for those `kept`; mended."""

    @event_priority(-100)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Take out what is not printed, put in what stands for it."""
        for name in self._out:
            if file := files.get_file_from_path(name):
                files.remove(file)
        for name, text in self._instead.items():
            if file := files.get_file_from_path(name):
                files.remove(file)
            made = File.generated(config, name, content=text, inclusion=InclusionLevel.NOT_IN_NAV)
            files.append(made)
        return files

    @event_priority(-100)
    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str | None:
        """Keep what was printed; no file is written of it."""
        name = page.file.src_uri
        if name not in self._instead and name not in self._kept:
            return None
        self.printed[name] = repaired(output)
        return ""
