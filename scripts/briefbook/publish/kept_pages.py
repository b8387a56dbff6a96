"""Pages that earlier builds made: those that would come out the same are not made again.

A page comes out the same if what is given to it is the same, and whatever it reads. Its text lies
in the compiled folder, where it stays; what others need of it is kept: its search records, its
files, its entry in the sitemap.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import blake2b

from briefbook.analysis.edition import Edition
from briefbook.analysis.noted_edition import noted
from briefbook.analysis.reads import Read, Reads
from briefbook.analysis.remembered import Kept
from briefbook.exporters.manifest.export import ENTRY
from briefbook.pages import Page, PageType, Part
from briefbook.pages.backlinks import BACKLINK
from briefbook.pages.names import NAME
from briefbook.pages.printed_rows import ROW
from briefbook.project.answers import KEPT, Answer, Answers
from briefbook.project.processes import spread
from briefbook.publish.sitemap import may_be_found

_PAGE = "page "
_TEXTS: Mapping[str, Kept] = {kind.name: kind for kind in (NAME, ROW, BACKLINK, ENTRY)}
_BETWEEN = "\0"


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


@dataclass
class KeptPages:
    """The pages and printed texts of earlier builds, for an edition."""

    edition: Edition
    answers: Answers
    may_stay: bool
    """Whether the compiled folder is as the last build left it."""
    _reads: Reads = field(default_factory=Reads)
    _fresh: list[tuple[str, Answer]] = field(default_factory=list)
    _seen: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.noted = noted(self.edition, self._reads, kept=self._text)
        self._refresh()

    def pages(self, kind: PageType, parts: Iterable[Part], jobs: int) -> Iterator[MadePage]:
        """All pages of a type, in their order; those that are not kept are made."""
        parts = list(parts)
        kept = [self._kept(kind, part) for part in parts]
        missing = [part for part, page in zip(parts, kept, strict=True) if page is None]
        made = spread(lambda part: self._made(kind, part), missing, jobs)
        for page in kept:
            if page:
                yield page
                continue
            new, answers = next(made)
            self._keep(answers)
            yield new

    def _keep(self, answers: Iterable[tuple[str, Answer]]) -> None:
        for name, answer in answers:
            self.answers.keep(name, answer)

    def finish(self) -> None:
        """Keep what is left of texts, and forget the pages that nobody asked for."""
        self._keep(self._fresh)
        self._fresh = []
        for name, _ in self.answers.names(_PAGE):
            if name not in self._seen:
                self.answers.drop(name)

    def _kept(self, kind: PageType, part: Part) -> MadePage | None:
        name = _name(kind, part)
        self._seen.add(name)
        about = self.answers.find(name) if self.may_stay else None
        if not about:
            return None
        try:
            given, address, file, files, changed, *rest = json.loads(about)
            day = date.fromisoformat(changed) if changed else None
        except (ValueError, TypeError):
            return None
        if given != _digest(part):
            return None
        is_prose, is_found, records = rest
        return MadePage(address, file, tuple(files), day, is_prose, is_found, records)

    def _made(self, kind: PageType, part: Part) -> tuple[MadePage, list[tuple[str, Answer]]]:
        """A page, and all that is to be kept of making it."""
        if kind.page is None:
            raise TypeError(kind.name)
        with self._reads.listened() as read:
            page = kind.page(self.noted, part)
        made = MadePage.of(page)
        answers, self._fresh = self._fresh, []
        return made, [*answers, (_name(kind, part), Answer.of(_value(made, part), read))]

    def _text(self, kind: Kept, *name: str) -> str:
        """A text of this kind, as it was kept, or made now; who asks for it has read it alone."""
        full = _BETWEEN.join((kind.name, *name))
        self._reads.note(KEPT, full)

        def found() -> str:
            kept = self.answers.find(f"{KEPT} {full}")
            return self._make(kind, name) if kept is None else kept.decode()

        return self._reads.remembered((KEPT, full), found)

    def _make(self, kind: Kept, name: tuple[str, ...]) -> str:
        with self._reads.listened(apart=True) as read:
            text = kind.make(self.noted, name)
        full = _BETWEEN.join((kind.name, *name))
        self._fresh.append((f"{KEPT} {full}", Answer.of(text.encode(), read)))
        return text

    def _refresh(self) -> None:
        """Make those texts again that may come out otherwise: if they do, who used them has to.

        Texts may use texts: this goes on until none is left.
        """
        done = set[str]()
        while stale := [
            name for name, holds in self.answers.names(f"{KEPT} ")
            if not holds and name not in done
        ]:  # fmt: skip
            done.update(stale)
            self.answers.otherwise([*filter(None, map(self._refreshed, stale))])
            self._keep(self._fresh)
            self._fresh = []

    def _refreshed(self, name: str) -> Read | None:
        """Make one again; what whoever used it has read, if it came out otherwise."""
        full = name.removeprefix(f"{KEPT} ")
        kind, *parts = full.split(_BETWEEN)
        try:
            text = self._make(_TEXTS[kind], tuple(parts))
        except LookupError:  # what it was about is gone
            self.answers.drop(name)
            return Read(KEPT, full)
        return Read(KEPT, full) if text.encode() != self.answers.before(name) else None


BUILD = "build"
"""Under this name stands that of the build which the answers are of."""


def kept_pages(
    edition: Edition, answers: Answers | None, last: str, is_intact: Callable[[], bool]
) -> KeptPages | None:
    """What was kept of earlier builds, if anything can be.

    Pages may stay where the compiled folder is as the last build left it, and the answers are of
    that one, by its name, and of no other before or after it.
    """
    if answers is None:
        return None
    same = (answers.find(BUILD) or b"").decode() == last != ""
    return KeptPages(edition, answers, is_intact() and same)


def _name(kind: PageType, part: Part) -> str:
    return f"{_PAGE}{kind.name}{_BETWEEN}{part.name}"


def _digest(part: Part) -> str:
    return blake2b(repr(part.given).encode(), digest_size=12).hexdigest()


def _value(made: MadePage, part: Part) -> bytes:
    changed = made.changed.isoformat() if made.changed else None
    about = [_digest(part), made.address, made.file, made.files, changed, made.is_prose,
             made.is_found, made.records]  # fmt: skip
    return json.dumps(about, ensure_ascii=False, separators=(",", ":")).encode()
