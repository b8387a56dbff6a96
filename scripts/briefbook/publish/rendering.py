"""Renders everything that a reader sees, one artifact after the other, and remembers little."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial

from briefbook.analysis.edition import Edition
from briefbook.exporters import exporters
from briefbook.model.json_schema import schemas
from briefbook.pages import PageType
from briefbook.pages.social import site_card
from briefbook.project.answer import Answer
from briefbook.project.processes import spread
from briefbook.project.project import Project
from briefbook.project.stages import stage
from briefbook.project.wrong_use import WrongUse
from briefbook.publish.command_pages import command_pages
from briefbook.publish.handwritten import DanglingLink, handwritten
from briefbook.publish.handwritten_search import page_records
from briefbook.publish.kept_index import AllAnew, KeptIndex
from briefbook.publish.kept_pages import KeptPages
from briefbook.publish.kept_parts import Parts, parts_of
from briefbook.publish.notices import Notices
from briefbook.publish.page_maker import MadePage
from briefbook.publish.rule_pages import rule_pages
from briefbook.publish.sheets_and_scripts import sheets_and_scripts
from briefbook.publish.sitemap import Listed, sitemap
from briefbook.publish.sync import Unchanged
from briefbook.registry import discover
from briefbook.text.artifact import Artifact

_SCHEMAS = "schemas"
"""Under this name they are kept."""


class Interrupted(Exception):
    """Something was saved while pages were made that nobody waits for."""


@dataclass
class Rendering:
    """One run: what it needs, and what is known when all artifacts have been taken."""

    project: Project
    edition: Edition
    notices: Notices
    interrupted: Callable[[], bool]
    jobs: int = 1
    kept: KeptPages | None = None
    pages: int = 0
    blocks: set[str] = field(default_factory=set)
    """The files of pages that are headings and HTML blocks alone."""
    handwritten: set[str] = field(default_factory=set)
    """The files that come from docs/."""
    dangling: list[DanglingLink] = field(default_factory=list)
    """Links of hand-written pages that lead nowhere."""

    def artifacts(self) -> Iterator[Artifact | Unchanged]:
        """Every artifact once, each at an address of its own; schemas of the site's own stay.

        Raises WrongUse if two have the same address, and Interrupted.
        """
        taken: dict[str, str] = {}
        for artifact in self._all():
            first = taken.setdefault(_address(artifact.path), artifact.path)
            if first is not artifact.path:
                docs = self.project.docs_dir
                raise WrongUse(
                    f"{docs}/{first} has the address of a page that is generated: rename it, or "
                    f"move it to another folder of {docs}/"
                )
            yield artifact
        for name, text in self._schemas().items():
            if _address(f"schema/v1/{name}") not in taken:
                yield Artifact(f"schema/v1/{name}", text.encode())

    def _schemas(self) -> Mapping[str, str]:
        """The JSON Schemas; this program makes them once."""
        kept = self.kept.answers.find(_SCHEMAS) if self.kept else None
        if kept is not None:
            return dict(json.loads(kept))
        if self.kept:
            self.kept.answers.keep(_SCHEMAS, Answer.of(json.dumps(schemas()).encode(), ()))
        return schemas()

    def _all(self) -> Iterator[Artifact | Unchanged]:
        edition, index, entries = self.edition, self._index(), dict[str, Listed]()
        for artifact in handwritten(self.project.docs, edition, self.dangling):
            self.handwritten.add(artifact.path)
            yield artifact
            for record in page_records([artifact], edition, self.project.leaves_out):
                index.take(record.address, None, [record])
        kinds = self._kinds()
        with stage("Making pages", sum(len(parts) for _, parts in kinds)) as step:
            for made in self._made(kinds):
                if self.interrupted():
                    raise Interrupted
                self.pages += 1
                if not made.is_prose:
                    self.blocks.add(made.file)
                if made.is_found:
                    entries[made.address] = made.changed
                if made.page:
                    index.take(made.address, made.changed, made.page.records)
                else:
                    index.leave(made.address, made.changed, made.records)
                yield from self._artifacts_of(made)
                step()
        yield from self.notices.made()
        yield from sitemap(entries, self.project.docs, edition.settings.site_url)
        for one in exporters():
            yield from self._files(f"files of {one.name}", one.artifacts)
        yield from self._files(
            "files of the theme", lambda of: (*sheets_and_scripts(), site_card(of.settings))
        )
        with stage("Writing the search index"):
            yield from index.files()

    def _files(
        self, name: str, make: Callable[[Edition], Iterable[Artifact]]
    ) -> Iterable[Artifact | Unchanged]:
        return self.kept.artifacts(name, make) if self.kept else make(self.edition)

    def _index(self) -> KeptIndex | AllAnew:
        if self.kept is None:
            return AllAnew()
        return KeptIndex(self.kept.answers, self.project.compiled, self.kept.may_stay)

    def _kinds(self) -> list[tuple[PageType, Parts]]:
        """The types of pages that the site has, with the parts that can be made one by one."""
        whole = self.edition.settings.reference == "build"
        kept = self.kept
        return [
            (kind, kept.parts(kind) if kept and kind.parts else parts_of(kind, self.edition))
            for kind in discover("briefbook.pages.page_types", PageType)
            if whole or not kind.is_reference
        ]

    def _made(self, kinds: list[tuple[PageType, Parts]]) -> Iterator[MadePage]:
        for kind, parts in kinds:
            if kind.page and self.kept:
                yield from self.kept.pages(kind, parts)
            elif kind.page:
                make = partial(kind.page, self.edition)
                yield from map(MadePage.of, spread(make, [*parts.all.values()], self.jobs))
            elif self.kept:
                yield from self.kept.all_pages(kind)
            else:
                yield from map(MadePage.of, kind.build(self.edition))
        if self.edition.settings.reference == "build":
            yield from map(MadePage.of, (*rule_pages(), *command_pages()))

    def _artifacts_of(self, made: MadePage) -> Iterator[Artifact | Unchanged]:
        if made.page is None:
            yield from (Unchanged(path) for path in (made.file, *made.files))
            return
        yield Artifact(made.file, self.notices.on(made.page).encode())
        yield from made.page.files


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
