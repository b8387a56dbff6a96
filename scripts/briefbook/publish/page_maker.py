"""Makes pages one by one, and notes what each of them read."""

import json
from collections.abc import Callable, Hashable, Iterable, Mapping, Set
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from threading import Lock
from typing import Any, TypeVar

from briefbook.analysis.edition import Edition
from briefbook.analysis.facets import FacetedRecord, Key, by_value
from briefbook.analysis.noted_edition import noted
from briefbook.analysis.reads import NotedMap, Reads
from briefbook.analysis.remembered import Kept
from briefbook.pages import Page, PageType, Part
from briefbook.pages.kept_facets import kept_facets
from briefbook.project.answer import Answer
from briefbook.project.answers import KEPT
from briefbook.project.world import edition_of
from briefbook.publish.kept_parts import Parts, digest_of, parts_of
from briefbook.publish.sitemap import may_be_found
from briefbook.registry import discover

Answered = list[tuple[str, Answer]]
"""What is to be kept, by name."""
T = TypeVar("T")
Reading = Set[tuple[str, Hashable]]
BETWEEN = "\0"
PAGE = "page "


@dataclass(frozen=True, slots=True)
class MadePage:
    """What others need of a page: its address and file, the files beside it, the day of its
    content, whether it may be found, and how many records the search has of it.

    `page` is the page itself, where it was made by this run.
    """

    address: str
    file: str
    files: tuple[str, ...]
    changed: date | None
    is_prose: bool
    is_found: bool
    records: int
    page: Page | None = None

    @classmethod
    def of(cls, page: Page) -> "MadePage":
        """A page as it comes out of its type."""
        beside = tuple(one.path for one in page.files)
        return cls(page.address, page.file, beside, page.changed, page.is_prose,
                   may_be_found(page), len(page.records), page)  # fmt: skip

    @property
    def plain(self) -> list[object]:
        """It without the page itself, as texts, numbers and flags."""
        changed = self.changed.isoformat() if self.changed else None
        return [self.address, self.file, self.files, changed, self.is_prose, self.is_found,
                self.records]  # fmt: skip

    @classmethod
    def read(cls, plain: Any) -> "MadePage":  # noqa: ANN401 plain data
        """What `plain` gave. Raises ValueError or TypeError for anything else."""
        address, file, files, changed, is_prose, is_found, records = plain
        day = date.fromisoformat(changed) if changed else None
        return cls(address, file, tuple(files), day, is_prose, is_found, records)


@dataclass
class PageMaker:
    """Makes pages of an edition. `find` gives a text that was kept under a name, if one holds."""

    edition: Edition
    find: Callable[[str], bytes | None]
    fresh: Answered = field(default_factory=list)
    """Texts that were made and not yet taken."""
    _reads: Reads = field(default_factory=Reads)

    def __post_init__(self) -> None:
        faceted = NotedMap("facet", self._faceted, self._reads)
        self.noted = noted(self.edition, self._reads, kept=self._text, faceted=faceted)

    def let_go(self) -> None:
        """Forget the texts that pages were made of."""
        self._reads.forget()

    def taken(self) -> Answered:
        """What was made besides since this was asked."""
        fresh, self.fresh = self.fresh, []
        return fresh

    def _faceted(self) -> Mapping[Key, tuple[FacetedRecord, ...]]:
        """Records by kind, facet and value; who asks for some of them has read these alone."""
        with self._reads.listened(apart=True):
            return by_value(kept_facets(self.noted))

    def made(self, kind: PageType, part: Part) -> tuple[MadePage, Answered]:
        """A page, and all that is to be kept of making it."""
        if kind.page is None:
            raise TypeError(kind.name)
        with self._reads.listened() as read:
            page = kind.page(self.noted, part)
        made = MadePage.of(page)
        answer = Answer.of(plain_bytes([digest_of(part), *made.plain]), read)
        return made, [*self.taken(), (name_of(kind, part.name), answer)]

    def parts(self, kind: PageType) -> tuple[Parts, Answer]:
        """The parts of a type, and what is to be kept of working them out."""
        with self._reads.listened() as read:
            parts = parts_of(kind, self.noted)
        return parts, Answer.of(parts.plain, read)

    def all_of(self, make: Callable[[Edition], Iterable[T]]) -> tuple[list[T], Reading]:
        """What is made of the edition at once, and what was read for it."""
        with self._reads.listened() as read:
            made = [*make(self.noted)]
        return made, read

    def _text(self, kind: Kept, *name: str) -> str:
        """A text of this kind, as it was kept, or made now; who asks for it has read it alone."""
        full = BETWEEN.join((kind.name, *name))
        self._reads.note(KEPT, full)

        def found() -> str:
            kept = self.find(f"{KEPT} {full}")
            return self.text(kind, name) if kept is None else kept.decode()

        return self._reads.remembered((KEPT, full), found)

    def text(self, kind: Kept, name: tuple[str, ...]) -> str:
        """A text of this kind, made now."""
        with self._reads.listened(apart=True) as read:
            text = kind.make(self.noted, name)
        full = BETWEEN.join((kind.name, *name))
        self.fresh.append((f"{KEPT} {full}", Answer.of(text.encode(), read)))
        return text


def name_of(kind: PageType, part: str) -> str:
    """Under which a page is kept, by the name of its part."""
    return f"{PAGE}{kind.name}{BETWEEN}{part}"


def plain_bytes(plain: object) -> bytes:
    """Plain data in little room."""
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode()


_ONE_AT_A_TIME = Lock()
"""Who makes pages listens to what is read."""


def pages_far(world: bytes, kind: str, parts: list[Part]) -> list[tuple[MadePage, Answered]]:
    """Pages of a type, made in a process that has nothing but this of the project."""
    with _ONE_AT_A_TIME:
        maker = _maker(world)
        return [maker.made(_page_type(kind), part) for part in parts]


@lru_cache(maxsize=1)
def _maker(world: bytes) -> PageMaker:
    return PageMaker(edition_of(world), lambda _: None)


@lru_cache
def _page_type(name: str) -> PageType:
    return next(one for one in discover("briefbook.pages.page_types", PageType) if one.name == name)
