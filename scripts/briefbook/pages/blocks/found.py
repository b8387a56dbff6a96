"""Search records: the words by which a record is found, in each language of its actors."""

import re
from collections.abc import Iterable, Mapping

from briefbook.analysis.edition import Edition
from briefbook.model.entity import Entity
from briefbook.pages import SearchRecord

SEARCH_LANGUAGES = ("en", "ru", "zh")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_HAN = re.compile("[\u4e00-\u9fff]")


def search_record(
    edition: Edition,
    address: str,
    title: str,
    kind: str,
    *,
    language: str,
    text: Iterable[str | None] = (),
    entities: Iterable[str] = (),
    named: bool = True,
    meta: Mapping[str, str] | None = None,
) -> SearchRecord:
    """A record with its own words in its language, and its actors' names in each of theirs.

    Chinese characters are set apart, because the index and the browser break Chinese into words
    by different dictionaries; the search page asks for characters and keeps what holds the phrase.
    Actors are those in `entities` and, where `named`, those that the words name.
    """
    content: dict[str, list[str]] = {}
    own = [words for words in (title, *text) if words]
    for words in own:
        content.setdefault(_bundle(words, language), []).append(words)
    found = edition.names.in_texts(own) if named else ()
    for name in dict.fromkeys((*entities, *found)):
        if name in edition.entities:
            for words, tongue in names(edition.entities[name]):
                content.setdefault(_bundle(words, tongue), []).append(words)
    joined = {
        tongue: _HAN.sub(r"\g<0> ", " · ".join(dict.fromkeys(words)))
        for tongue, words in sorted(content.items())
    }
    return SearchRecord(address, title, kind, joined, dict(meta or {}))


def names(entity: Entity) -> list[tuple[str, str]]:
    """An entity's name and aliases, each with its language (empty where not given)."""
    return [(entity.name, ""), *((item.name, item.language or "") for item in entity.aliases)]


def _bundle(words: str, language: str) -> str:
    """The bundle whose stemmer and word breaks fit: by the script, then by the language."""
    short = language.partition("-")[0].lower()
    if _HAN.search(words):
        return "zh"
    if _CYRILLIC.search(words):
        return "ru"
    return short if short in SEARCH_LANGUAGES and short not in ("ru", "zh") else "en"
