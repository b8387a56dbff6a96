"""Search records: the words by which a record is found, and the values that narrow a search."""

import re
from collections.abc import Iterable, Iterator, Mapping

from briefbook.analysis.addresses import address
from briefbook.analysis.edition import Edition
from briefbook.analysis.facets import Values, of_brief, of_record
from briefbook.corpus import Target
from briefbook.model import Brief, Claim, Judgment, Question
from briefbook.model.barrier import Barrier
from briefbook.model.entity import Alias, Entity
from briefbook.model.event import Event
from briefbook.model.standing import is_withdrawn
from briefbook.pages import SearchRecord
from briefbook.pages.blocks.context import Context, shortened
from briefbook.pages.blocks.judgment import likelihood_words
from briefbook.pages.blocks.spelling import other_spellings
from briefbook.pages.tongue import upper_first
from briefbook.text.bidi import bare, isolated

SEARCH_LANGUAGES = ("en", "ru", "zh")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_HAN = re.compile("[\u4e00-\u9fff]")
_LATIN = re.compile("[A-Za-z][A-Za-z0-9.-]+")


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

    Chinese characters are set apart, because the index and the browser break Chinese into words
    by different dictionaries; the search page asks for characters and keeps what holds the phrase.
    English words stand in their other spelling, too.
    Actors are those in `entities` and, where `named`, those that the words name.
    """
    content: dict[str, list[str]] = {}
    own = [bare(words) for words in (title, *text) if words]
    for words in own:
        bundle = _bundle(words, language)
        content.setdefault(bundle, []).append(words)
        if bundle in ("ru", "zh") and (latin := _LATIN.findall(words)):
            content.setdefault("en", []).append(" ".join(latin))
    found = edition.names.in_texts(own) if named else ()
    for name in dict.fromkeys((*entities, *found)):
        if name in edition.entities:
            for words, tongue in names(edition.entities[name]):
                content.setdefault(_bundle(words, tongue), []).append(words)
    for alias in aliases:
        content.setdefault(_bundle(alias.name, alias.language or ""), []).append(alias.name)
    if other := other_spellings(" ".join(content.get("en", ()))):
        content["en"].append(" ".join(other))
    joined = {
        tongue: _HAN.sub(r"\g<0> ", " · ".join(dict.fromkeys(words)))
        for tongue, words in sorted(content.items())
    }
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


def brief_records(
    edition: Edition, name: str, brief: Brief, context: Context
) -> Iterator[SearchRecord]:
    """The brief, and each of its records that has an address."""
    language = edition.language(brief)
    here = address(Target("brief", name))

    def gone(title: str) -> str:
        return f"{context.withdrawn} {isolated(title)}"

    def record(
        one: Claim | Judgment | Question | Barrier | Event,
        title: str,
        kind: str,
        *text: str | None,
        **meta: str,
    ) -> SearchRecord:
        values = of_record(edition, name, one)
        plain = [context.plain(item) for item in text]
        if is_withdrawn(one, brief):
            title = title if kind == "claim" else gone(title)
            meta = {}
        return search_record(
            edition, f"{here}#{one.id}", title, kind, language=language, text=plain,
            entities=values.get("entity", ()), meta={"brief": brief.title, **meta}, facets=values,
        )  # fmt: skip

    values = of_brief(edition, name)
    yield search_record(
        edition, here,
        gone(brief.title) if is_withdrawn(brief, brief) else brief.title,
        "brief", language=language,
        text=[context.plain(brief.summary), context.plain(brief.background)],
        entities=values.get("entity", ()), facets=values,
        meta={"shown": shortened(context.plain(brief.summary), 200)},
    )  # fmt: skip
    for claim in brief.claims:
        said, statement = context.said_by(claim)
        notes = [item.note for item in claim.evidence]
        titles = [
            edition.sources[item.source].title
            for item in claim.evidence
            if item.source in edition.sources
        ]
        yield record(
            claim, f"{said} {isolated(statement)}".strip(), "claim",
            claim.established, claim.reasoning, *notes, *titles, verdict=claim.verdict,
            shown=claim.established or "", confidence=claim.confidence or "",
        )  # fmt: skip
    for judgment in brief.judgments:
        seen = likelihood_words(judgment, context)
        yield record(
            judgment, judgment.statement, "judgment", judgment.because,
            judgment.confidence_because, shown=upper_first(seen.text) if seen else "",
            confidence=judgment.confidence or "",
        )  # fmt: skip
    for question in brief.questions:
        yield record(
            question, question.question, "question", question.why_it_matters, question.answer,
            *question.indicators, shown=context.tongue.title("question status", question.status),
        )  # fmt: skip
    for barrier in brief.barriers:
        yield record(
            barrier, barrier.statement, "barrier", barrier.instrument, barrier.would_lift,
            shown=context.tongue.title("field", barrier.kind),
        )  # fmt: skip
    for event in brief.events:
        if event.id:
            yield record(event, event.what, "event", shown=context.when(event.date))


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
