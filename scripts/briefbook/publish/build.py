"""Builds a project whole: compile, engine, link check, then the finished site takes its place."""

import shutil
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from briefbook.analysis.edition import Edition
from briefbook.project.config import CONFIG, read_config
from briefbook.project.lock import locked
from briefbook.project.project import Project
from briefbook.project.stages import stage
from briefbook.project.wrong_use import WrongUse
from briefbook.publish.compile import Compiled, compile_project
from briefbook.publish.engines import Engine
from briefbook.publish.finish import finish
from briefbook.publish.kept_pages import KeptPages
from briefbook.publish.link_check import BrokenLink, broken_links
from briefbook.publish.navigation import dead_entries
from briefbook.publish.site_scan import scan_of
from briefbook.publish.swap import recover, swap_in


@dataclass(frozen=True, slots=True)
class Built:
    """A finished site: where it is, what was compiled, links that lead nowhere, and what the engine
    said."""

    site: Path
    compiled: Compiled
    broken: tuple[BrokenLink, ...]
    said: tuple[str, ...] = ()


def build_project(
    project: Project,
    edition: Edition,
    engine: Engine,
    jobs: int = 1,
    kept: KeptPages | None = None,
) -> Built:
    """Build beside the published site, in so many processes, and exchange the two only when all is
    done; pages that are `kept` are not made again.

    Raises WrongUse; the published site is then as it was.
    """
    with locked(project.root / "build" / ".build-lock"):
        fresh = project.published.with_name(f"{project.published.name}.building")
        for place in (project.published, fresh):
            _refuse_what_is_no_folder(place)
        recover(project.published)
        with stage("Compiling"):
            compiled = compile_project(project, edition, jobs, kept)
        _delete(fresh)
        try:
            with stage("Making the site"):
                made = engine.build(project, fresh, compiled.blocks, jobs)
            scan = made.scan
            if project.settings.theme == "whole":
                scan = finish(fresh, project.compiled, scan)
            base = unquote(urlsplit(project.settings.site_url).path) or "/"
            dead = dead_entries(read_config(project.root / CONFIG).get("nav"), project)
            with stage("Checking links"):
                found = broken_links(fresh, scan or scan_of(fresh), base)
            broken = [one for one in found if not one.leads_to(dead, base)]
            swap_in(fresh, project.published)
        finally:
            shutil.rmtree(fresh, ignore_errors=True)
    return Built(project.published, compiled, tuple(broken), made.said)


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
