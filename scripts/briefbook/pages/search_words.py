"""Search records: the words by which a record is found, and the values that narrow a search."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from briefbook.analysis.edition import Edition
from briefbook.analysis.facets import Values
from briefbook.model import Record
from briefbook.model.canonical_form import folded
from briefbook.model.entity import Alias, Entity
from briefbook.model.leaves import free_texts
from briefbook.pages import SearchRecord
from briefbook.pages.context import Context
from briefbook.pages.spelling import other_spellings
from briefbook.text.bidi import without_isolates

SEARCH_LANGUAGES = ("en", "ru", "zh")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_HAN = re.compile("[\u4e00-\u9fff]")
_LATIN = re.compile("[A-Za-z][A-Za-z0-9.-]+")


@dataclass(frozen=True, slots=True)
class SearchText:
    """A record as a result: its title, what is shown with it, and words beside its own."""

    title: str
    meta: Mapping[str, str] = field(default_factory=dict)
    text: tuple[str, ...] = ()


def plain_search_text(record: Record, context: Context) -> SearchText:
    """A record as a result by what it says."""
    return SearchText(context.statement(record))


def words_of(record: Record, context: Context) -> Iterator[str]:
    """All that an author wrote in a record's own words, as plain text."""
    for words, is_prose in free_texts(record):
        yield context.plain(words) if is_prose else words


def shown_aliases(aliases: Iterable[Alias]) -> dict[str, str]:
    """Other names as a result shows them, a line each, and their languages (“-”: not said)."""
    listed = list(aliases)
    if not listed:
        return {}
    return {
        "shown": "\n".join(folded(alias.name) for alias in listed),
        "tongues": " ".join(alias.language or "-" for alias in listed),
    }


def search_record(
    edition: Edition,
    where: str,
    title: str,
    kind: str,
    *,
    language: str,
    text: Iterable[str | None] = (),
    entities: Iterable[str] = (),
    aliases: Iterable[Alias] = (),
    named: bool = True,
    meta: Mapping[str, str] | None = None,
    facets: Values | None = None,
) -> SearchRecord:
    """A record with its own words in its language, and its and its actors' names in theirs.

    English words stand in their other spelling, too.
    Actors are those in `entities` and, where `named`, those that the words name.
    """
    content: dict[str, list[str]] = {}
    own = [without_isolates(words) for words in (title, *text) if words]
    for words in own:
        bundle = _bundle(words, language)
        content.setdefault(bundle, []).append(words)
        if bundle in ("ru", "zh") and (latin := _LATIN.findall(words)):
            content.setdefault("en", []).append(" ".join(latin))
    found = edition.name_index.in_texts(own) if named else ()
    for name in dict.fromkeys((*entities, *found)):
        if name in edition.entities:
            for words, code in names(edition.entities[name]):
                content.setdefault(_bundle(words, code), []).append(words)
    for alias in aliases:
        content.setdefault(_bundle(alias.name, alias.language or ""), []).append(alias.name)
    if other := other_spellings(" ".join(content.get("en", ()))):
        content["en"].append(" ".join(other))
    joined = {code: " · ".join(dict.fromkeys(some)) for code, some in sorted(content.items())}
    return SearchRecord(
        where, title, kind, joined, dict(meta or {}), _named(facets or {"kind": (kind,)}, edition)
    )


def _named(values: Values, edition: Edition) -> dict[str, tuple[str, ...]]:
    """Topics and entities by their names: so the search page needs no list of all of them."""
    shown = dict(values)
    shown["topic"] = tuple(
        edition.topics[name].name for name in values.get("topic", ()) if name in edition.topics
    )
    shown["entity"] = tuple(
        edition.entities[name].name for name in values.get("entity", ()) if name in edition.entities
    )
    return {name: tuple(dict.fromkeys(found)) for name, found in shown.items() if found}


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
