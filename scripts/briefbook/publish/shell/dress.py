"""Makes a site of a compiled folder: MkDocs prints what is hand-written and one page of each class,
the other pages are put into what it printed around these."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from posixpath import join, normpath
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from briefbook.project.processes import spread
from briefbook.project.project import Project
from briefbook.project.stages import stage
from briefbook.publish.finish import mended_pages
from briefbook.publish.markdown_extensions import KNOWN_EXTENSIONS
from briefbook.publish.navigation import default_navigation, names_in
from briefbook.publish.shell.contents import UnknownPrint
from briefbook.publish.shell.converted import converted
from briefbook.publish.shell.few import Few
from briefbook.publish.shell.frame import INDEX, Frame, address_of
from briefbook.publish.shell.page_class import (
    Folders,
    PageClass,
    class_of,
    folders_of,
    stand_in_of,
    where_of,
)
from briefbook.publish.shell.shell import Shell
from briefbook.publish.site_scan import Marks, SiteScan, marks

_LINKED = re.compile(r"[^\s()<>\"'\[\]]+?\.md\b")
_ROUNDS = 3
RunMkDocs = Callable[[Few], None]


def why_not(config: MkDocsConfig, project: Project) -> str:
    """Why MkDocs has to print each page itself; nothing where it has not."""
    contents = dict(config.mdx_configs.get("toc") or {})
    if config.theme.name != "material":
        return "the theme is not Material"
    if project.settings.theme != "whole":
        return "the site keeps its own theme and plugins"
    if others := [name for name in config.plugins if name != "briefbook"]:
        return f"plugins: names {', '.join(others)}"
    if config.hooks:
        return "hooks: names a program"
    if not config.use_directory_urls:
        return "use_directory_urls is false"
    if unknown := {*config.markdown_extensions} - KNOWN_EXTENSIONS:
        return f"markdown_extensions: names {', '.join(sorted(unknown))}"
    if not str(contents.pop("toc_depth", 6)).isdigit():
        return "toc_depth is no number"
    if contents.pop("permalink", False) not in (True, False) or contents.keys() - {"title"}:
        return "toc: has settings of its own"
    return ""


@dataclass
class Dressing:
    """A site on its way: which pages MkDocs prints whole, and the classes of the others."""

    project: Project
    config: Any
    out: Path
    blocks: frozenset[str]
    """The files of pages that are headings and HTML blocks."""
    jobs: int = 1
    classes: dict[str, PageClass] = field(default_factory=dict)
    exact: dict[str, str] = field(default_factory=dict)
    shells: dict[PageClass | str, Shell] = field(default_factory=dict)
    around: dict[PageClass | str, Marks] = field(default_factory=dict)
    frame: Frame | None = None
    _folders: Folders = frozenset()

    def dressed(self, run: RunMkDocs) -> SiteScan:
        """Make the site; returns what its pages hold.

        Raises UnknownPrint where the theme does what is not known here; `out` is then half made.
        """
        nav = self.config.nav or default_navigation(self.project.docs, self.project.settings)
        named = {name for name in names_in(nav) if name.endswith(".md")}
        whole = {name for name in self._linked() if name in self.blocks}
        folders = folders_of([*named, "search/x", "assets/x/x"])
        for _ in range(_ROUNDS):
            self._sort(whole, named, folders)
            probes = {one: name for name, one in reversed(self.classes.items())}
            few = Few(
                frozenset(self.classes.keys() - {*probes.values()}),
                {**{f"{one.address}{INDEX}": one.stand_in() for one in probes}, **self.exact},
                frozenset(probes.values()),
            )
            with stage("Running MkDocs"):
                run(few)
            self._take_shells(few, probes)
            folders |= self._led_to()
            self._folders = folders
            moved = {
                n
                for n, one in self.classes.items()
                if where_of(address_of(n), folders) != one.where
            }
            if not moved:
                break
            whole |= moved
        else:
            raise UnknownPrint("links around pages lead into ever more folders")
        self.frame = self._frame()
        self._compare(few, probes)
        return self._scanned()

    def _scanned(self) -> SiteScan:
        """Finish all pages that MkDocs did not print; what they and those hold."""
        scan = mended_pages(self.out)
        names = (*self.exact, *self.classes)
        with stage("Finishing pages", len(names)) as step:
            for name, own in zip(names, spread(self._finish, names, self.jobs), strict=True):
                page = f"{address_of(name)}index.html"
                scan.add(page, own, self.around[self.classes.get(name, name)])
                step()
        return scan

    @property
    def _contents(self) -> dict[str, Any]:
        return self.config.mdx_configs.get("toc") or {}

    @property
    def _lowest(self) -> int:
        """The lowest heading that stands in lists of contents: 1 to 6."""
        return min(6, max(1, int(self._contents.get("toc_depth", 6))))

    def _sort(self, whole: set[str], named: set[str], folders: Folders) -> None:
        self.classes, self.exact = {}, {}
        shared: dict[PageClass, PageClass] = {}
        for name in sorted(self.blocks - whole):
            text = self._text(name)
            here = where_of(address_of(name), folders)
            if name in named or "*" not in here:
                self.exact[name] = stand_in_of(converted(text))
            elif one := class_of(address_of(name), text, folders, self._lowest - 1):
                self.classes[name] = shared.setdefault(one, one)
            else:
                whole.add(name)

    def _linked(self) -> Iterator[str]:
        """Files that pages in Markdown may link: MkDocs asks for them, and for their anchors."""
        for path in self.project.compiled.rglob("*.md"):
            name = path.relative_to(self.project.compiled).as_posix()
            if name in self.blocks:
                continue
            for link in _LINKED.findall(path.read_text(encoding="utf-8-sig", errors="replace")):
                yield normpath(join(name.rpartition("/")[0], link))

    def _take_shells(self, few: Few, probes: Iterable[PageClass]) -> None:
        self.shells = {
            one: Shell.of(one, few.printed[f"{one.address}{INDEX}"], self._url(one.address))
            for one in probes
        }
        self.shells |= {name: Shell.of(None, few.printed[name], "") for name in self.exact}
        self.around = {one: marks(shell.around) for one, shell in self.shells.items()}

    def _led_to(self) -> Folders:
        """The folders into which links around pages lead."""
        targets = set()
        for one, found in self.around.items():
            here = one.address if isinstance(one, PageClass) else address_of(one)
            for link in found.addresses():
                path = link.partition("#")[0].partition("?")[0]
                if path and not path.startswith("/") and "://" not in path:
                    targets.add(f"{normpath(join(here, path))}/")
        return folders_of(targets)

    def _compare(self, few: Few, probes: Mapping[PageClass, str]) -> None:
        """One page of each class as MkDocs prints it, against ours."""
        for name in probes.values():
            if self._filled(name)[0] != few.printed[name]:
                raise UnknownPrint(f"the theme prints {name} in a way of its own")

    def _frame(self) -> Frame:
        ours = {*self.classes, *self.exact}
        compiled = self.project.compiled
        every = (path.relative_to(compiled).as_posix() for path in compiled.rglob("*.md"))
        return Frame(
            self.project.settings.site_url, self._lowest, bool(self._contents.get("permalink")),
            self._folders, self.shells, self.around, self.exact,
            frozenset(name for name in every if name not in ours), frozenset(self._linked()),
        )  # fmt: skip

    def _filled(self, name: str) -> tuple[str, Marks]:
        if self.frame is None:
            raise UnknownPrint("nothing is known of the theme yet")
        found = self.frame.filled(name, self._text(name), self.classes.get(name, name))
        return found.page, found.own

    def _finish(self, name: str) -> Marks:
        """Write the finished page; returns what its text holds."""
        text, own = self._filled(name)
        path = self.out / address_of(name) / "index.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
        return own

    def _text(self, name: str) -> str:
        return (self.project.compiled / name).read_text(encoding="utf-8")

    def _url(self, address: str) -> str:
        site = self.project.settings.site_url
        return f"{site}{address}" if site else ""
