"""Pages that earlier builds made: those that would come out the same are not made again.

A page comes out the same if what is given to it is the same, and whatever it reads. Its text lies
in the compiled folder, where it stays; what others need of it is kept: its search records, its
files, its entry in the sitemap.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from briefbook.analysis.edition import Edition
from briefbook.analysis.reads import Read
from briefbook.analysis.remembered import Kept
from briefbook.exporters.corrections.export import DAYS
from briefbook.exporters.feeds.export import NEWS, OWN_FEED
from briefbook.exporters.manifest.export import ENTRY
from briefbook.pages import PageType
from briefbook.pages.backlinks import BACKLINK
from briefbook.pages.kept_facets import FACETS
from briefbook.pages.kept_lists import OF_LISTS
from briefbook.pages.linchpins import FALLS
from briefbook.pages.names import NAME
from briefbook.pages.printed_rows import ROW
from briefbook.project.answer import Answer
from briefbook.project.answers import KEPT, Answers
from briefbook.project.edition import ReadProject
from briefbook.project.processes import Far, Processes, Workers
from briefbook.publish.kept_parts import Parts, parts_of
from briefbook.publish.outputs import Outputs
from briefbook.publish.page_maker import (
    BETWEEN,
    PAGE,
    MadePage,
    PageMaker,
    name_of,
    pages_far,
    plain_bytes,
)
from briefbook.publish.sync import Unchanged
from briefbook.text.artifact import Artifact

T = TypeVar("T")
_TEXTS: Mapping[str, Kept] = {
    kind.name: kind
    for kind in (NAME, ROW, BACKLINK, ENTRY, FALLS, FACETS, DAYS, NEWS, OWN_FEED, *OF_LISTS)
}


@dataclass
class KeptPages:
    """The pages and printed texts of earlier builds, for an edition; `workers` make new ones.

    `may_stay` says whether the compiled folder is as the last build left it; `world` gives all that
    an edition is made of, for workers that have nothing of it. `left` are the files of the last
    build, where somebody has looked at them.
    """

    edition: Edition
    answers: Answers
    may_stay: bool
    workers: Workers = field(default_factory=Processes)
    world: Callable[[], bytes] | None = None
    left: Outputs | None = None
    _seen: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._maker = PageMaker(self.edition, self.answers.find)
        self.noted = self._maker.noted
        self._refresh()

    def parts(self, kind: PageType) -> Parts:
        """What each page of a type is about, in the order of pages."""
        name = f"parts {kind.name}"
        known = self.answers.find(name)
        found = Parts.kept(known, lambda: parts_of(kind, self.edition)) if known else None
        if found is None:
            found, answers = self._maker.parts(kind)
            self._keep([(name, answers), *self._maker.taken()])
        return found

    def pages(self, kind: PageType, parts: Parts) -> Iterator[MadePage]:
        """All pages of a type, in their order; those that are not kept are made."""
        kept = [self._kept(kind, name, parts.digest(name)) for name in parts.names]
        lost = [name for name, page in zip(parts.names, kept, strict=True) if page is None]
        missing = [parts.all[name] for name in lost]
        far = Far(pages_far, kind.name, self.world) if self.world else None
        made = self.workers.over(lambda part: self._maker.made(kind, part), missing, far)
        for page in kept:
            if page:
                yield page
                continue
            new, answers = next(made)
            self._keep(answers)
            yield new

    def all_pages(self, kind: PageType) -> Iterator[MadePage]:
        """The pages of a type that makes all at once: as they are kept, or made again."""
        name = f"all pages {kind.name}"
        known = self._plain(name, MadePage.read)
        if known is not None:
            yield from known
            return
        made, read = self._maker.all_of(lambda edition: map(MadePage.of, kind.build(edition)))
        value = plain_bytes([one.plain for one in made])
        self._keep([(name, Answer.of(value, read)), *self._maker.taken()])
        yield from made

    def artifacts(
        self, name: str, make: Callable[[Edition], Iterable[Artifact]]
    ) -> Iterator[Artifact | Unchanged]:
        """Files that are made of the edition at once: they lie there as they are, or are made."""
        known = self._plain(name, Unchanged)
        if known is not None:
            yield from known
            return
        made, read = self._maker.all_of(make)
        value = plain_bytes([one.path for one in made])
        self._keep([(name, Answer.of(value, read)), *self._maker.taken()])
        yield from made

    def _plain(self, name: str, read: Callable[[Any], T]) -> list[T] | None:
        """What was kept under a name, where the files that it speaks of are there."""
        known = self.answers.find(name) if self.may_stay else None
        try:
            return None if known is None else [read(one) for one in json.loads(known)]
        except (ValueError, TypeError):
            return None

    def _keep(self, answers: Iterable[tuple[str, Answer]]) -> None:
        for name, answer in answers:
            self.answers.keep(name, answer)

    def finish(self) -> None:
        """Keep what is left of texts, and forget the pages that nobody asked for; workers are let
        go of, and what pages were made of."""
        self.workers.close()
        self._keep(self._maker.taken())
        self._maker.let_go()
        for name, _ in self.answers.names(PAGE):
            if name not in self._seen:
                self.answers.drop(name)

    def _kept(self, kind: PageType, part: str, digest: str) -> MadePage | None:
        name = name_of(kind, part)
        self._seen.add(name)
        about = self.answers.find(name) if self.may_stay else None
        if not about:
            return None
        try:
            given, *plain = json.loads(about)
            return MadePage.read(plain) if given == digest else None
        except (ValueError, TypeError):
            return None

    def _refresh(self) -> None:
        """Make those texts again that may come out otherwise: if they do, who used them has to.

        Texts may use texts: this goes on until none is left.
        """
        done = set[str]()
        while stale := [n for n in self.answers.outdated(f"{KEPT} ") if n not in done]:
            done.update(stale)
            self.answers.otherwise([*filter(None, map(self._refreshed, stale))])
            self._keep(self._maker.taken())

    def _refreshed(self, name: str) -> Read | None:
        """Make one again; what whoever used it has read, if it came out otherwise."""
        full = name.removeprefix(f"{KEPT} ")
        kind, *parts = full.split(BETWEEN)
        try:
            text = self._maker.text(_TEXTS[kind], tuple(parts))
        except LookupError:  # what it was about is gone
            self.answers.drop(name)
            return Read(KEPT, full)
        return Read(KEPT, full) if text.encode() != self.answers.before(name) else None


BUILD = "build"
"""Under this name stands that of the build which the answers are of."""


def kept_pages(
    read: ReadProject, last: str, intact: Callable[[], Outputs | None], workers: Workers
) -> KeptPages | None:
    """What was kept of earlier builds, if anything can be.

    Pages may stay where the compiled folder is as the last build left it, and the answers are of
    that one, by its name, and of no other before or after it.
    """
    if read.answers is None:
        return None
    same = (read.answers.find(BUILD) or b"").decode() == last != ""
    left = intact() if same else None
    may_stay = left is not None
    return KeptPages(read.edition, read.answers, may_stay, workers, read.world, left)
