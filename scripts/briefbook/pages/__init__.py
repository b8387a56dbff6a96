"""Pages: a folder for each type, with a page.py that computes a view and a template that prints."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from briefbook.analysis.edition import Edition


@dataclass(frozen=True, slots=True)
class SearchRecord:
    """What the search knows of a record: address with anchor, title, text, and marks to show.

    `content` holds, for each language, the words by which the record is found in that language.
    """

    address: str
    title: str
    kind: str
    content: dict[str, str]
    meta: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Page:
    """A generated page: its address (“briefings/x/”), its Markdown, what the search finds on it."""

    address: str
    title: str
    markdown: str
    records: tuple[SearchRecord, ...] = ()

    @property
    def file(self) -> str:
        """Where its Markdown goes: always an index.md, so that file and page share a folder.

        Zensical corrects relative links of other files by one step, MkDocs does not.
        """
        return f"{self.address}index.md"


@dataclass(frozen=True, slots=True)
class PageType:
    """A type of page: `build` yields all pages of the type for an edition."""

    name: str
    build: Callable[[Edition], Iterable[Page]]
