"""Compiles a project: renders everything that a reader sees and brings build/docs up to date."""

from collections.abc import Callable, Iterable, Iterator, Set
from dataclasses import dataclass

from briefbook.analysis.edition import Edition
from briefbook.exporters import exporters
from briefbook.pages.page_types.brief.page import page_of
from briefbook.project.project import Project
from briefbook.publish.handwritten import DanglingLink
from briefbook.publish.kept_pages import KeptPages
from briefbook.publish.notices import Notices
from briefbook.publish.own_catalogue import check_catalogue
from briefbook.publish.rendering import Rendering
from briefbook.publish.sync import Synced, refresh, sync
from briefbook.publish.unanswered import unanswered
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
    handwritten: frozenset[str] = frozenset()
    """What comes from docs/."""
    unanswered: tuple[tuple[str, int], ...] = ()
    """Pages and lines at which a new site's questions still stand."""


def compile_project(project: Project, edition: Edition, jobs: int = 1) -> Compiled:
    """Render everything in so many processes, then put what changed into build/docs and delete
    what is gone.

    Raises WrongUse if a hand-written page takes a generated one's address, the site's own catalogue
    cannot be used, or a folder cannot be written to; build/docs is then as it was.
    """
    return compile_kept(project, edition, None, jobs)


def compile_kept(
    project: Project, edition: Edition, kept: KeptPages | None, jobs: int = 1
) -> Compiled:
    """The same, but for what is `kept` of earlier builds.

    Raises WrongUse as `compile_project` does.
    """
    return compile_preview(project, edition, Notices(), lambda: False, jobs, kept)


def compile_preview(
    project: Project,
    edition: Edition,
    notices: Notices,
    interrupted: Callable[[], bool],
    jobs: int = 1,
    kept: KeptPages | None = None,
) -> Compiled:
    """The same with notices on the pages; may be `interrupted` by the next save.

    Raises WrongUse as `compile_project` does, and Interrupted; build/docs is then as it was.
    """
    of_language = tuple(check_catalogue(edition.settings))
    rendering = Rendering(project, edition, notices, interrupted, jobs, kept)
    there = _there(project, kept)
    synced = sync(rendering.artifacts(), project.compiled, there)
    if kept:
        kept.finish()
    # Beside other pages double brackets may be another plugin's.
    nowhere = tuple(rendering.dangling) if edition.settings.theme == "whole" else ()
    warnings = (*of_language, *_warnings(edition))
    return Compiled(
        rendering.pages,
        frozenset(rendering.blocks),
        synced,
        nowhere,
        warnings,
        frozenset(rendering.handwritten),
        tuple(unanswered(project.docs)),
    )


def _there(project: Project, kept: KeptPages | None) -> Set[str] | None:
    """The files of the compiled folder, no link among them, where somebody has looked."""
    left = kept.left if kept else None
    return left.names(project.compiled) if left and not left.has_links(project.compiled) else None


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
