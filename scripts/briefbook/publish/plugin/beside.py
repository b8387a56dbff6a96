"""Our pages beside those that a site has already: nothing of its theme and plugins changes."""

import copy
import re
from html import escape
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url
from mkdocs.utils.meta import get_data

from briefbook.project.project import Project
from briefbook.publish.plugin.others import is_main_language, sorts_by_language
from briefbook.publish.whole_theme import to_files

STYLES, SCRIPT = "assets/briefbook/beside.css", "assets/briefbook/beside.js"
_ENGINES_OWN = ("sitemap.xml", "sitemap.xml.gz")
_EXTENSIONS = ("attr_list", "tables", "toc", "fenced_code")
_CONTENTS = {"toc_depth": 2}
_FOR_THEIR_SEARCH = ("briefings/", "topics/", "entities/")
"""What the site's own search knows of ours; boards and lists would stand before its own pages."""


_DRAWN_LINK = re.compile(
    r'(<a\b[^>]*?) href=(?="[^"]*"[^>]*><(?:title|text|g|rect|path|circle|line)\b)'
)


# Material's navigation.instant runs every script of a page that it exchanges, data too.
_LINKED_DATA = re.compile(r'<script type="application/ld\+json">.*?</script>', re.S)
_WORDS = re.compile(r'<script type="application/json" (id="[^"]*")>(.*?)</script>', re.S)


def _hidden(words: re.Match[str]) -> str:
    """Data for our script in an element that nobody sees and nothing runs."""
    plain = words[2].replace("&", "\\u0026")
    return f"<div hidden {words[1]}>{plain}</div>"


def _with_old_links(content: str) -> str:
    """A page whose drawings have links as SVG 1.1 has them.

    Material's navigation.instant assigns to the `href` of all that has one, stops at the first
    link of a drawing, where that cannot be done, and leaves the page's other links as they were.
    """
    return _DRAWN_LINK.sub(r"\1 xlink:href=", content).replace("<use href=", "<use xlink:href=")


class Beside:
    """Adds what was compiled to a site's files, and prints it inside the site's own theme.

    A page of ours is a heading of front matter to MkDocs and to other plugins; its text, which is
    Markdown for our own settings only, comes when all of them have seen the page's source.
    """

    def __init__(self, project: Project) -> None:
        self._compiled, self._docs = project.compiled, project.docs
        self._ours: dict[str, Path] = {}
        self._files: list[File] = []
        self._linked_data: dict[str, str] = {}

    def with_ours(self, files: Files, config: MkDocsConfig) -> Files:
        """The site's files, and ours; of ours only those stand in the navigation that it names.

        Raises PluginError where a file of the site has the address of one of ours.
        """
        self._ours, self._files = {}, []
        taken = {file.dest_uri: file.src_uri for file in files}
        for path in sorted(self._compiled.rglob("*")):
            name = path.relative_to(self._compiled).as_posix()
            if path.is_dir() or name in _ENGINES_OWN or (self._docs / name).is_file():
                continue
            file = _ours(config, name, path)
            if theirs := taken.get(file.dest_uri):
                raise PluginError(
                    f"briefbook: {self._docs.name}/{theirs} has the address of a page that is "
                    "generated: rename it, or move it to another folder"
                )
            self._files.append(file)
            files.append(file)
            if name.endswith(".md"):
                self._ours[name] = path
        return files

    def forget_slots(self, files: Files) -> None:
        """In a preview that makes only what differs: hand-written pages with slots may differ."""
        for file in files.documentation_pages():
            if self._is_filled(file.src_uri):
                Path(file.abs_dest_path).unlink(missing_ok=True)

    def _is_filled(self, name: str) -> bool:
        written, filled = self._docs / name, self._compiled / name
        return (
            written.is_file() and filled.is_file() and filled.read_bytes() != written.read_bytes()
        )

    def without_ours(self, files: Files, config: MkDocsConfig) -> Files:
        """The site's own files, where a plugin that sorts them by language comes next."""
        for file in self._files if sorts_by_language(config) else ():
            files.remove(file)
        return files

    def with_ours_again(self, files: Files, config: MkDocsConfig) -> Files:
        """All of them again, in the site's main language."""
        if sorts_by_language(config) and is_main_language(config):
            for file in self._files:
                files.append(file)
        return files

    def filled(self, page: Page) -> str | None:
        """The Markdown of a hand-written page with the slots that it has filled."""
        name = page.file.src_uri
        if not self._is_filled(name):
            return None
        return get_data((self._compiled / name).read_text(encoding="utf-8-sig"))[0]

    def content(self, page: Page, config: MkDocsConfig, files: Files) -> str | None:
        """One of our pages in HTML, with the contents and anchors that MkDocs wants to know."""
        path = self._ours.get(page.file.src_uri)
        if path is None:
            return None
        if not page.file.src_uri.startswith(_FOR_THEIR_SEARCH):
            page.meta["search"] = {"exclude": True}
        page.markdown, _ = get_data(path.read_text(encoding="utf-8"))
        page.render(_for_ours(config), files)
        plain = "" if config.theme.name == "material" else " bb-plain"
        styles, script = (get_relative_url(name, page.url) for name in (STYLES, SCRIPT))
        text = _LINKED_DATA.sub("", page.content or "")
        if not config.use_directory_urls:
            text = to_files(text)
        self._linked_data[page.file.src_uri] = "".join(_LINKED_DATA.findall(page.content or ""))
        return (
            f'<link rel="stylesheet" href="{styles}">'
            f'<div class="bb-beside{plain}">{_with_old_links(_WORDS.sub(_hidden, text))}</div>'
            f'<script type="module" src="{script}"></script>'
        )

    def with_head(self, output: str, page: Page, config: MkDocsConfig) -> str | None:
        """One of our pages with what its head tells machines, as far as the theme tells nothing."""
        if page.file.src_uri not in self._ours or "</head>" not in output:
            return None
        head = _head(page, config, output) + self._linked_data[page.file.src_uri]
        return output.replace("</head>", f"{head}</head>", 1)


def _ours(config: MkDocsConfig, name: str, path: Path) -> File:
    """One of our files; of a page MkDocs and other plugins see the head alone: its text is no
    Markdown of theirs."""
    if not name.endswith(".md"):
        return File.generated(
            config, name, abs_src_path=str(path), inclusion=InclusionLevel.NOT_IN_NAV
        )
    head, mark, _ = path.read_text(encoding="utf-8").removeprefix("---\n").partition("\n---\n")
    kept = [line for line in head.split("\n") if not line.startswith("hide:")]
    seen = "\n".join(["---", *kept, "---", ""]) if mark else ""
    file = _Compiled.generated(config, name, content=seen, inclusion=InclusionLevel.NOT_IN_NAV)
    if isinstance(file, _Compiled):
        file.compiled = path
    return file


class _Compiled(File):
    """A page of ours: it differs when what was compiled does."""

    compiled = Path()

    def is_modified(self) -> bool:
        """Whether the page is older than what was compiled."""
        made = Path(self.abs_dest_path)
        return not made.is_file() or made.stat().st_mtime < self.compiled.stat().st_mtime


def _for_ours(config: MkDocsConfig) -> MkDocsConfig:
    """The site's settings, with our own for Markdown: theirs would read our pages otherwise."""
    ours = copy.copy(config)
    ours.data = dict(config.data)
    contents = {**(config.mdx_configs.get("toc") or {}), **_CONTENTS}
    ours["markdown_extensions"], ours["mdx_configs"] = [*_EXTENSIONS], {"toc": contents}
    return ours


def _head(page: Page, config: MkDocsConfig, output: str) -> str:
    meta = page.meta
    found = []
    if meta.get("robots"):
        found.append(f'<meta name="robots" content="{escape(str(meta["robots"]))}">')
    if meta.get("moved_to"):
        where = escape(f"0; url={meta['moved_to']}")
        found.append(f'<noscript><meta http-equiv="refresh" content="{where}"></noscript>')
    if 'property="og:title"' not in output:
        # Texts of front matter are escaped already.
        said = {
            "og:type": "article" if meta.get("kind") == "article" else "website",
            "og:site_name": escape(config.site_name),
            "og:title": meta.get("title") or "",
            "og:description": meta.get("description") or "",
            "og:url": escape(page.canonical_url or ""),
        }
        if config.site_url:
            picture = meta.get("image") or "assets/social/site.png"
            said["og:image"] = escape(f"{config.site_url.rstrip('/')}/{picture}")
        found += [
            f'<meta property="{key}" content="{value}">' for key, value in said.items() if value
        ]
    return "\n".join(found)
