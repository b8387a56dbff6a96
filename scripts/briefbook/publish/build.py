"""Builds a project whole: compile, engine, link check, then the finished site takes its place."""

import shutil
from collections.abc import Iterable, Set
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit

from briefbook.analysis.edition import Edition
from briefbook.project.answers import Answers
from briefbook.project.config import CONFIG, read_config
from briefbook.project.lock import locked
from briefbook.project.project import Project
from briefbook.project.stages import stage
from briefbook.project.wrong_use import WrongUse
from briefbook.publish.compile import Compiled, compile_kept
from briefbook.publish.engines import Engine, Made
from briefbook.publish.finish import finish
from briefbook.publish.kept_pages import KeptPages
from briefbook.publish.lean_css import ids_meant
from briefbook.publish.link_check import BrokenLink, LinkedSite, broken_links, files_of
from briefbook.publish.navigation import dead_entries
from briefbook.publish.outputs import Outputs
from briefbook.publish.patch import broken_of, patch, state_of
from briefbook.publish.site_scan import SiteScan, scan_of
from briefbook.publish.site_state import SiteState, key_of
from briefbook.publish.swap import recover, swap_in
from briefbook.publish.twin import TWIN, Changes, advance, make_twin


@dataclass(frozen=True, slots=True)
class Built:
    """A finished site: where it is, what was compiled, links that lead nowhere, and what the engine
    said."""

    site: Path
    compiled: Compiled
    broken: tuple[BrokenLink, ...]
    said: tuple[str, ...] = ()
    outputs: Outputs | None = None
    """All files that are left, where nobody need look for them."""

    @property
    def is_doubtful(self) -> bool:
        """Whether there is something to warn of in the site itself."""
        return bool(self.broken or self.compiled.dangling or self.compiled.warnings)


def building(project: Project) -> AbstractContextManager[None]:
    """While a project is built, from the first look at what the last build left until all is kept:
    no other build may come in between.

    Raises WrongUse if another one is at it.
    """
    return locked(project.root / "build" / ".build-lock")


def build_project(
    project: Project,
    edition: Edition,
    engine: Engine,
    jobs: int = 1,
    kept: KeptPages | None = None,
) -> Built:
    """Build beside the published site, in so many processes, and exchange the two only when all is
    done. What an earlier build made and is `kept` is not made again, where it need not be.

    Call it while `building`. Raises WrongUse; the published site is then as it was.
    """
    fresh = project.published.with_name(f"{project.published.name}.building")
    for place in (project.published, fresh):
        _refuse_what_is_no_folder(place)
    recover(project.published)
    with stage("Compiling"):
        compiled = compile_kept(project, edition, kept, jobs)
    site = _Site(project, compiled, engine, kept)
    said = site.patched()
    if said is None:
        said = site.made(fresh, jobs)
    dead = dead_entries(read_config(project.root / CONFIG).get("nav"), project)
    broken = [one for one in site.broken if not one.leads_to(dead, site.base)]
    return Built(project.published, compiled, tuple(broken), said, site.outputs)


@dataclass
class _Site:
    """The site of a compiled project on its way."""

    project: Project
    compiled: Compiled
    engine: Engine
    kept: KeptPages | None
    broken: list[BrokenLink] = field(default_factory=list)
    outputs: Outputs | None = None

    @property
    def base(self) -> str:
        """The path under which it is published."""
        return unquote(urlsplit(self.project.settings.site_url).path) or "/"

    @property
    def _twin(self) -> Path:
        return self.project.root / TWIN

    def patched(self) -> tuple[str, ...] | None:
        """Bring the published site up to date; what the engine said of it when it made it whole.
        None if it has to do so again."""
        if self.kept is None or not self.kept.may_stay:
            return None
        answers = self.kept.answers
        state = SiteState.read(answers, key_of(self.project, self.engine.name))
        if state is None or not self._twin.is_dir():
            return None
        with stage("Making the site"):
            there = self._there
            changes = patch(self.project, self.compiled, state, answers, self.base, there)
            if changes is None:
                return None
            if changes.names:
                try:
                    advance(self.project.published, self._twin, state.behind, changes)
                except OSError as error:
                    raise WrongUse(
                        f"{error.filename} cannot be written: {(error.strerror or '').lower()}"
                    ) from None
            self.outputs = self._left(changes, state.behind)
            if changes.names:
                state.behind = tuple(sorted(changes.names))
        state.keep(answers)
        self.broken = broken_of(state)
        return state.said

    @property
    def _there(self) -> Set[str]:
        """The files of the published site."""
        left = self.kept.left if self.kept else None
        return left.names(self.project.published) if left else {*files_of(self.project.published)}

    def _left(self, changes: Changes, behind: Iterable[str]) -> Outputs | None:
        """All files as this build leaves them, if somebody looked at all before it."""
        left, synced, project = self.kept and self.kept.left, self.compiled.synced, self.project
        if not left:
            return None
        try:
            left.touched(project.compiled, synced.changed | synced.gone)
            if changes.names:
                left.exchanged(project.published, self._twin)
                # A name less of a file that both have touches the other, too.
                for folder in (project.published, self._twin):
                    left.touched(folder, {*changes.names, *behind})
        except OSError:  # somebody else is at work there
            return None
        return left

    def made(self, fresh: Path, jobs: int) -> tuple[str, ...]:
        """Have the engine make it whole, and exchange it with the published one; what it said."""
        _delete(fresh)
        shutil.rmtree(self._twin, ignore_errors=True)
        try:
            with stage("Making the site"):
                made = self.engine.build(self.project, fresh, self.compiled.blocks, jobs)
            ids = ids_meant(fresh)
            scan = made.scan
            if self.project.settings.theme == "whole":
                scan = finish(fresh, self.project.compiled, scan)
            with stage("Checking links"):
                self.broken = broken_links(fresh, scan or scan_of(fresh), self.base)
            swap_in(fresh, self.project.published)
        finally:
            shutil.rmtree(fresh, ignore_errors=True)
        if self.kept and scan and made.frame and not self.project.patterns:
            self._keep(self.kept.answers, made, scan, ids)
        return made.said

    def _keep(self, answers: Answers, made: Made, scan: SiteScan, ids: frozenset[str]) -> None:
        if made.frame is None or not make_twin(self.project.published, self._twin):
            return
        files = frozenset(files_of(self.project.published))
        key = key_of(self.project, self.engine.name)
        site = LinkedSite(scan, files, self.base)
        state = state_of(
            key,
            made.frame,
            made.said,
            scan,
            ids,
            self.broken,
            answers,
            site,
            self.compiled.handwritten,
        )
        state.keep(answers)


def _delete(folder: Path) -> None:
    """What a broken run left would end up in the new site."""
    try:
        shutil.rmtree(folder)
    except FileNotFoundError:
        return
    except OSError as error:
        raise WrongUse(f"{error.filename} cannot be deleted: {error.strerror}") from None


def _refuse_what_is_no_folder(place: Path) -> None:
    """A file or a link where the site goes is somebody's: it is not ours to replace."""
    if place.is_symlink() or (place.exists() and not place.is_dir()):
        raise WrongUse(f"{place} is no plain folder; move it away, the site goes there")
