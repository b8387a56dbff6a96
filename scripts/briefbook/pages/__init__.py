"""Pages: a folder for each type, with a page.py that computes a view and a template that prints."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from briefbook.analysis.edition import Edition
from briefbook.text.artifact import Artifact


@dataclass(frozen=True, slots=True)
class SearchRecord:
    """What the search knows of a record: address with anchor, title, text, and marks to show.

    `content` holds, for each language, the words by which the record is found in that language;
    `facets` the values by which results can be narrowed.
    """

    address: str
    title: str
    kind: str
    content: dict[str, str]
    meta: dict[str, str] = field(default_factory=dict)
    facets: dict[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Page:
    """A generated page: its address (“briefings/x/”), its Markdown, what the search finds on it,
    and files that belong to it (pictures, citations).

    `changed` is the day on which its content last changed in meaning, where that is known; a page
    that `is_prose` is Markdown of any kind, all others are headings and HTML blocks.
    """

    address: str
    title: str
    markdown: str
    records: tuple[SearchRecord, ...] = ()
    files: tuple[Artifact, ...] = ()
    changed: date | None = None
    is_prose: bool = False

    @property
    def file(self) -> str:
        """Where its Markdown goes: always an index.md, so that file and page share a folder.

        Zensical corrects relative links of other files by one step, MkDocs does not.
        """
        return f"{self.address}index.md"


@dataclass(frozen=True, slots=True)
class Part:
    """What one page of a type is about: its name, and what was worked out for it from everything.

    `given` is plain: ids, numbers, addresses, words, and what is made of them. Everything else a
    page looks up for itself, so that what it read is known.
    """

    name: str
    given: Any = None


@dataclass(frozen=True, slots=True)
class PageType:
    """A type of page: `build` yields all pages of the type for an edition.

    One that `is_reference` is about Briefbook and not about briefs: most sites leave it out.
    Where pages can be made one by one, `parts` says what each is about and `page` makes one; they
    may be made in several processes, and those that would come out the same are not made again.
    """

    name: str
    build: Callable[[Edition], Iterable[Page]]
    is_reference: bool = False
    parts: Callable[[Edition], Iterable[Part]] | None = None
    page: Callable[[Edition, Part], Page] | None = None


def in_parts(
    name: str,
    parts: Callable[[Edition], Iterable[Part]],
    page: Callable[[Edition, Part], Page],
) -> PageType:
    """A type whose pages can be made one by one."""

    def build(edition: Edition) -> Iterator[Page]:
        return (page(edition, part) for part in parts(edition))

    return PageType(name, build, parts=parts, page=page)


def page_for_each(
    name: str, each: Callable[[Edition], Iterable[str]], page: Callable[[Edition, str], Page]
) -> PageType:
    """A type whose pages are about one thing each: a record, by its id."""
    return in_parts(
        name,
        lambda edition: (Part(one) for one in each(edition)),
        lambda edition, part: page(edition, part.name),
    )
