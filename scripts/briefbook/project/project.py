"""Finds the project and reads its mkdocs.yml."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from briefbook.corpus import BRIEFINGS
from briefbook.model.settings import Settings, SnapshotSettings
from briefbook.project.bad_setting import BadSetting
from briefbook.project.config import CONFIG, config_files, plugin_names, read_config
from briefbook.project.repository import within_repository
from briefbook.project.settings import own_settings, settings_of
from briefbook.project.stored_texts import TextStore
from briefbook.project.wrong_use import WrongUse

TEXTS = ".briefbook/snapshots"
"""Where texts of sources are stored, if the settings name no other folder."""


@dataclass(frozen=True, slots=True)
class Project:
    """A project folder and its settings; `docs` and `published` as mkdocs.yml names them."""

    root: Path
    settings: Settings
    docs_dir: str = "docs"
    site_dir: str = "site"
    texts_dir: str = TEXTS
    commits_texts: bool = False
    """Whether the stored texts of sources may go into git."""
    patterns: tuple[str, ...] = ()
    """What of the hand-written pages the site goes without, as `exclude_docs` says it."""

    def leaves_out(self, name: str) -> bool:
        """Whether the site goes without a file of docs/."""
        return bool(self.patterns) and _matcher(self.patterns)(name)

    @property
    def docs(self) -> Path:
        """The hand-written pages."""
        return self.root / self.docs_dir

    @property
    def store(self) -> TextStore:
        """The stored texts of sources."""
        return TextStore(self.root / self.texts_dir)

    @property
    def within(self) -> str:
        """What leads from the top of the git work tree to the project: “news/”, or nothing."""
        path = within_repository(self.root).as_posix()
        return "" if path == "." else f"{path}/"

    @property
    def catalogues(self) -> Path:
        """Where catalogues of the site's own usually lie."""
        return self.root / "locale"

    @property
    def compiled(self) -> Path:
        """Where `compile` writes what a reader sees."""
        return self.root / "build" / "docs"

    @property
    def published(self) -> Path:
        """The finished site."""
        return self.root / self.site_dir


def open_project(folder: Path | None = None) -> Project:
    """The project at `folder`, or at the nearest folder upward from here with a mkdocs.yml.

    Raises WrongUse if there is none, or if its mkdocs.yml cannot be used.
    """
    root = _root(folder)
    return project_of(root, read_config(root / CONFIG))


@lru_cache(maxsize=8)
def _matcher(patterns: tuple[str, ...]) -> Callable[[str], bool]:
    from pathspec import GitIgnoreSpec  # noqa: PLC0415 thirty modules that most sites do not need

    return GitIgnoreSpec.from_lines(patterns).match_file


def project_of(root: Path, config: dict[str, Any], file: Path | None = None) -> Project:
    """The project at `root`, whose mkdocs.yml (or `file` in its place) is parsed already.

    Raises WrongUse for what is unknown or wrong in it, with its place there.
    """
    try:
        return _project(root, config)
    except BadSetting as error:
        raise error.within(config_files(file or root / CONFIG)) from None


def _project(root: Path, config: dict[str, Any]) -> Project:
    docs = _folder(root, config, "docs_dir", "docs")
    site = _folder(root, config, "site_dir", "site")
    if docs == site or site.startswith(f"{docs}/") or docs.startswith(f"{site}/"):
        raise BadSetting("site_dir", ": docs_dir and site_dir are one within the other")
    patterns = [
        line
        for key in ("exclude_docs", "draft_docs")
        if isinstance(text := config.get(key), str)
        for line in text.splitlines()
    ]
    if "blog" in {name.rpartition("/")[2] for name in plugin_names(config)}:
        patterns.append("posts/")  # their addresses are the blog's own
    texts = _snapshots(root, config, docs, site)
    return Project(
        root, settings_of(config, root), docs, site, texts.store or TEXTS, texts.commit,
        tuple(patterns),
    )  # fmt: skip


def _snapshots(root: Path, config: Mapping[str, Any], docs: str, site: str) -> SnapshotSettings:
    """Where texts of sources are stored: never where a site is made from, or put."""
    found = own_settings(config).snapshots or SnapshotSettings()
    if not found.store:
        if found.commit:
            raise BadSetting(
                "extra.briefbook.snapshots",
                f": git passes over {TEXTS}; name another folder under “store” for texts that may "
                "go into it",
            )
        return found
    path = Path(os.path.normpath(root / found.store))
    published = [root / name for name in (docs, site, BRIEFINGS, "build")]
    if path == root or any(path.is_relative_to(one) for one in published):
        raise BadSetting(
            "extra.briefbook.snapshots",
            f": the texts of others cannot be stored in “{found.store}”: what lies there is "
            "published; name a folder of their own",
            found.store,
        )
    return found


def _folder(root: Path, config: Mapping[str, Any], key: str, usual: str) -> str:
    """A folder of the project that mkdocs.yml names, from its root on."""
    typed = str(config.get(key) or usual)
    path = Path(os.path.normpath(root / typed))
    if path == root or not path.is_relative_to(root):
        raise BadSetting(key, f" should be a folder within the project, such as “{usual}”")
    within = path.relative_to(root)
    if within.parts[0] in (BRIEFINGS, "build"):
        raise BadSetting(key, f": “{within.parts[0]}” is a folder of Briefbook's own")
    return within.as_posix()


def _root(folder: Path | None) -> Path:
    if folder is not None:
        if not (folder / CONFIG).is_file():
            raise WrongUse(f"there is no {CONFIG} in {folder}; name the project's folder")
        return folder.resolve()
    try:
        here = Path.cwd()
    except OSError:
        raise WrongUse("this folder is gone; go to another, or name --project DIR") from None
    for candidate in (here, *here.parents):
        if (candidate / CONFIG).is_file():
            return candidate
    if (here / "mkdocs.yaml").is_file():
        raise WrongUse(f"{here / 'mkdocs.yaml'} is not read; rename it to {CONFIG}")
    where = f"there is no {CONFIG} here or in a folder above"
    raise WrongUse(f"{where}; go to the project, or name it with --project DIR")
