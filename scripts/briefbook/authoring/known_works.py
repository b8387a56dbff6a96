"""Which source of a library is the work that a reference describes."""

import re
from collections.abc import Iterator, Mapping, Sequence

from briefbook.analysis.mirrors import archived_original
from briefbook.analysis.same_work import identifier, normal_url
from briefbook.authoring.references import Reference
from briefbook.model import Source
from briefbook.text.isbn import isbn_13

_PARTS = ("chapter", "paper-conference")
"""Works that have the ISBN of the book in which they stand."""


class KnownWorks:
    """The sources of a library by all that tells a work: DOI, ISBN, address, a manager's key."""

    def __init__(self, sources: Mapping[str, Source]) -> None:
        self._by_sign: dict[str, list[str]] = {}
        self._said = {
            name: (source.title, source.doi or "", source.url or "")
            for name, source in sources.items()
        }
        self._made: dict[str, tuple[Sequence[str], str]] = {
            name: (source.authors, source.published.text if source.published else "")
            for name, source in sources.items()
        }
        for name, source in sources.items():
            self._add(name, _signs_of_source(source))

    def find(self, reference: Reference, *, surely: bool = False) -> str | None:
        """The id of the source that is this work; None if there is none. `surely`: by a number or
        an address, and not by what it is called."""
        for sign in _signs_of_reference(reference):
            called = sign.startswith(("key:", "title:"))
            for name in self._by_sign.get(sign, ()):
                if not called or (not surely and self._may_be(name, reference, sign)):
                    return name
        return None

    def _may_be(self, name: str, reference: Reference, sign: str) -> bool:
        """Whether a source with the same key or title is the same work: two collections may each
        have a “smith2020”, and every journal has an “Editorial”."""
        title, doi, url = self._said[name]
        other, address = reference.text("doi"), reference.text("url")
        if doi and other:
            return identifier(doi) == identifier(other)
        if sign.startswith("title:"):
            return not (url and address) or normal_url(url) == normal_url(address)
        words, others = (_words(one) for one in (title, reference.text("title")))
        alike = 2 * len(words & others) >= max(len(words), len(others))
        # A manager that numbers its entries calls many works “ITEM-1”.
        return alike and not _tells_apart(self._made[name], _made(reference))

    def add(self, name: str, reference: Reference) -> None:
        """Know from now on the source that a reference became."""
        text = reference.text
        self._said[name] = (text("title"), text("doi"), text("url"))
        self._made[name] = _made(reference)
        self._add(name, _signs_of_reference(reference))

    def _add(self, name: str, signs: Iterator[str]) -> None:
        for sign in signs:
            self._by_sign.setdefault(sign, []).append(name)


def _made(reference: Reference) -> tuple[Sequence[str], str]:
    """Who made it, and when."""
    authors = reference.fields.get("authors", ())
    return (authors if isinstance(authors, tuple) else ()), reference.text("published")


def _tells_apart(one: tuple[Sequence[str], str], other: tuple[Sequence[str], str]) -> bool:
    """Whether nobody made both, and the years differ."""
    (people, day), (others, its_day) = one, other
    shared = {*map(str.casefold, people)} & {*map(str.casefold, others)}
    return bool(people and others and not shared and day and its_day and day[:4] != its_day[:4])


def _words(title: str) -> set[str]:
    return set(re.findall(r"\w+", title.casefold()))


def _signs_of_source(source: Source) -> Iterator[str]:
    isbn = None if source.type in _PARTS else source.isbn
    yield from _signs(source.key, source.doi, isbn, source.url, source.archived_url)
    who = source.authors[0] if source.authors else source.publisher or ""
    published = source.published.text if source.published else ""
    yield from _by_title(source.title, published, who)


def _signs_of_reference(reference: Reference) -> Iterator[str]:
    doi, url, archived = map(reference.text, ("doi", "url", "archived_url"))
    isbn = "" if reference.text("type") in _PARTS else reference.text("isbn")
    yield from _signs(reference.key, doi, isbn, url, archived)
    authors = reference.fields.get("authors", ())
    who = authors[0] if isinstance(authors, tuple) and authors else reference.text("publisher")
    yield from _by_title(reference.text("title"), reference.text("published"), who)


def _by_title(title: str, published: str, who: str) -> Iterator[str]:
    """For a work that has nothing else: title, year and who made it, as far as they are known."""
    bare = "".join(sign for sign in title.casefold() if sign.isalnum())
    if bare:
        yield f"title:{bare}|{published[:4]}|{who.casefold()}"


def _signs(
    key: str | None, doi: str | None, isbn: str | None, url: str | None, archived: str | None
) -> Iterator[str]:
    """What tells a work: its own number first, then where it lies, then what a tool calls it."""
    if doi:
        yield f"doi:{identifier(doi)}"
    for address in (url, archived):
        if address:
            yield normal_url(archived_original(address) or address)
    if isbn and not doi:
        yield f"isbn:{isbn_13(isbn)}"
    if key:
        yield f"key:{key}"
