"""Compiles a project: renders everything that a reader sees, then brings build/docs up to date."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable

from briefbook.analysis.edition import Edition
from briefbook.exporters import exporters
from briefbook.model.json_schema import schemas
from briefbook.pages import Page, PageType
from briefbook.pages.page_types.brief.page import page_of
from briefbook.pages.social import site_card
from briefbook.project.project import Project
from briefbook.project.wrong_use import WrongUse
from briefbook.publish.beside_css import beside_css
from briefbook.publish.command_pages import command_pages
from briefbook.publish.handwritten import DanglingLink, handwritten
from briefbook.publish.handwritten_search import page_records
from briefbook.publish.notices import Notices
from briefbook.publish.own_catalogue import check_catalogue
from briefbook.publish.rule_pages import rule_pages
from briefbook.publish.search_index.index import SearchIndex
from briefbook.publish.sitemap import sitemap
from briefbook.publish.sync import Synced, refresh, sync
from briefbook.registry import discover
from briefbook.text.artifact import Artifact


@dataclass(frozen=True, slots=True)
class Compiled:
    """What a run wrote, links of hand-written pages that lead nowhere, what mkdocs.yml lacks.

    `blocks` are the files of pages that are headings and HTML blocks alone.
    """

    pages: int
    blocks: frozenset[str]
    synced: Synced
    dangling: tuple[DanglingLink, ...]
    warnings: tuple[str, ...] = ()


class Interrupted(Exception):
    """Something was saved while pages were made that nobody waits for."""


def compile_project(project: Project, edition: Edition) -> Compiled:
    """Render everything, then write what changed into build/docs and delete what is gone.

    Raises WrongUse if a hand-written page takes a generated one's address, the site's own catalogue
    cannot be used, or a folder cannot be written to; nothing is written then that is not whole.
    """
    return compile_preview(project, edition, Notices(), lambda: False)


def compile_preview(
    project: Project, edition: Edition, notices: Notices, interrupted: Callable[[], bool]
) -> Compiled:
    """The same with notices on the pages; may be `interrupted` by the next save.

    Raises WrongUse as `compile_project` does, and Interrupted before anything is written.
    """
    of_language = tuple(check_catalogue(edition.settings))
    pages = []
    for page in _pages(edition):
        if interrupted():
            raise Interrupted
        pages.append(page)
    dangling: list[DanglingLink] = []
    written = list(handwritten(project.docs, edition, dangling))
    index = SearchIndex()
    for page in pages:
        index.add(page.address, page.changed, page.records)
    for record in page_records(written, edition, project.leaves_out):
        index.add(record.address, None, [record])
    sources = (
        written,
        (Artifact(p.file, notices.on(p).encode()) for p in pages),
        notices.made(),
        (artifact for page in pages for artifact in page.files),
        sitemap(pages, project.docs, edition.settings.site_url),
        (artifact for one in exporters() for artifact in one.artifacts(edition)),
        assets(),
        (site_card(edition.settings),),
        index.files(),
    )
    synced = sync(_by_address(project, sources), project.compiled)
    # Beside other pages double brackets may be another plugin's.
    nowhere = tuple(dangling) if edition.settings.theme == "whole" else ()
    blocks = frozenset(page.file for page in pages if not page.is_prose)
    return Compiled(len(pages), blocks, synced, nowhere, (*of_language, *_warnings(edition)))


def _by_address(project: Project, sources: Iterable[Iterable[Artifact]]) -> list[Artifact]:
    """Every artifact once, each at an address of its own; schemas of the site's own stay."""
    artifacts: dict[str, Artifact] = {}
    for source in sources:
        for artifact in source:
            first = artifacts.setdefault(_address(artifact.path), artifact)
            if first is not artifact:
                raise WrongUse(
                    f"{project.docs_dir}/{first.path} has the address of a page that is generated: "
                    f"rename it, or move it to another folder of {project.docs_dir}/"
                )
    for schema in _schemas():
        artifacts.setdefault(_address(schema.path), schema)
    return list(artifacts.values())


def compile_briefs(
    project: Project, edition: Edition, names: Iterable[str], notices: Notices
) -> None:
    """Bring the pages of some briefs up to date, and nothing else: a preview shows them first.

    Raises WrongUse if a folder cannot be written to.
    """
    pages = [page_of(edition, name) for name in names if name in edition.briefs]
    refresh((Artifact(page.file, notices.on(page).encode()) for page in pages), project.compiled)


def _warnings(edition: Edition) -> Iterator[str]:
    if lacking := [one.name for one in exporters() if not one.fits(edition)]:
        yield (
            "there is no site_url, so citations name no address, the sitemap is left out, and so "
            f"are these data products: {', '.join(lacking)}. Write the address at which "
            "the site will stand, as in site_url: https://example.org/"
        )


def _address(path: str) -> str:
    """What a file becomes on the site; files of one address are one on some file systems, too."""
    plain = path.casefold()
    if plain.endswith(".html"):  # “a/index.html” is what “a/index.md” becomes
        return plain.removesuffix("index.html") if plain.endswith("/index.html") else plain
    if not plain.endswith(".md"):
        return plain
    stem = plain.removesuffix(".md")
    folder, _, last = stem.rpartition("/")
    return f"{folder}/" if last in ("index", "readme") else f"{stem}/"


def _schemas() -> Iterator[Artifact]:
    """The JSON Schemas at their address on the site."""
    for name, text in schemas().items():
        yield Artifact(f"schema/v1/{name}", text.encode())


def _pages(edition: Edition) -> Iterator[Page]:
    whole = edition.settings.reference == "build"
    for kind in discover("briefbook.pages.page_types", PageType):
        if whole or not kind.is_reference:
            yield from kind.build(edition)
    if whole:
        yield from rule_pages()
        yield from command_pages()


def assets() -> Iterator[Artifact]:
    """Style sheets and scripts of the theme."""
    folder = files("briefbook.publish").joinpath("assets")
    for item in sorted(folder.iterdir(), key=_name):
        content = item.read_bytes()
        if item.name.endswith(".css"):  # readers load it with every page; its comments are for us
            content = _COMMENT.sub(b"", content)
        yield Artifact(f"assets/briefbook/{item.name}", content)
    sheet = folder.joinpath("briefbook.css").read_text(encoding="utf-8")
    yield Artifact("assets/briefbook/beside.css", beside_css(sheet).encode())


_COMMENT = re.compile(rb"/\*.*?\*/\n?", re.S)


def _name(item: Traversable) -> str:
    return item.name
