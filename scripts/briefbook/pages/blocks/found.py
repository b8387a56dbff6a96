"""Search records: the words by which a record is found, in each language of its actors."""

from collections.abc import Iterable

from briefbook.analysis.edition import Edition
from briefbook.pages import SearchRecord

SEARCH_LANGUAGES = ("en", "ru", "zh")


def search_record(
    edition: Edition,
    address: str,
    title: str,
    kind: str,
    *,
    language: str,
    text: Iterable[str | None],
    entities: Iterable[str] = (),
    **meta: str,
) -> SearchRecord:
    """A record with its own words in its language, and its actors' names in theirs."""
    content = {_language(language): " ".join(filter(None, [title, *text]))}
    for name in entities:
        entity = edition.entities.get(name)
        if entity is None:
            continue
        for words, tongue in [(entity.name, "en"), *aliases(entity.aliases)]:
            key = _language(tongue)
            content[key] = f"{content.get(key, '')} {words}".strip()
    return SearchRecord(address, title, kind, dict(sorted(content.items())), dict(meta))


def aliases(items: Iterable[object]) -> list[tuple[str, str]]:
    """Names and languages of aliases; a language that is not given is told by the script."""
    return [
        (str(getattr(item, "name", "")), str(getattr(item, "language", "") or ""))
        for item in items
    ]


def _language(tag: str) -> str:
    """The search bundle for a language; other languages are indexed with English."""
    short = tag.partition("-")[0].lower()
    return short if short in SEARCH_LANGUAGES else "en"
