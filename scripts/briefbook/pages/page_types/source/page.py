"""A source's page: its grade, what it repeats and who repeats it, what leans on it."""

from briefbook.analysis.edition import Edition
from briefbook.analysis.facets import of_source
from briefbook.analysis.mirrors import archived_day
from briefbook.analysis.site_addresses import address, anchored
from briefbook.corpus import Target
from briefbook.model import Source
from briefbook.model.edtf import Edtf
from briefbook.pages import Page, SearchRecord, page_for_each
from briefbook.pages.backlinks import mentions_of, referring_to
from briefbook.pages.context import Context
from briefbook.pages.environment import render
from briefbook.pages.linchpins import LISTED, record_links
from briefbook.pages.records.source.tree import seen_words, source_view
from briefbook.pages.search_words import search_record, words_of
from briefbook.pages.withdrawal import withdrawal_view
from briefbook.text.bidi import isolated
from briefbook.text.url import safe_url


def page_of(edition: Edition, name: str) -> Page:
    """The page of one source."""
    source = edition.sources[name]
    target = Target("source", name)
    context = Context(edition, address(target))
    say = context.locale.say
    effect = edition.linchpins.if_source_falls(name)
    radius = edition.blast_radius.of_withdrawal(name)
    told = {*effect.unsupported, *effect.undisputed}
    weakened = {*radius.claims, *radius.judgments} - told
    publisher = source.publisher or say("an unnamed publisher")
    markdown = render(
        "page_types/source/template.md.j2",
        context,
        title=f"{isolated(source.title)} · {isolated(publisher)}",
        description=say(
            "“%(title)s”, a source by %(publisher)s: its grade, what it repeats, who repeats it.",
            title=isolated(source.title), publisher=publisher,
        ),
        id=name,
        source=source,
        title_language=context.foreign(source.language),
        published=context.when(source.published),
        dated=context.when(source.dated),
        accessed=context.when(source.accessed),
        language=context.locale.language_name(source.language),
        seen=seen_words(source, context),
        type=context.locale.title("source type", source.type),
        authors=context.locale.joined(list(source.authors)),
        url=safe_url(source.address) if source.address else None,
        archived=safe_url(source.archived_url) if source.archived_url else None,
        archived_on=context.when(_archived_on(source)),
        stored=bool(source.snapshot),
        doi=source.doi_address,
        grades=[
            (grade.grade, context.locale.since(grade.on), context.prose(grade.because))
            for grade in reversed(source.reliability)
        ],
        withdrawn=withdrawal_view(source, context),
        interest=context.prose(source.interest),
        held=context.prose(source.held),
        independent=context.prose(source.independent.because) if source.independent else "",
        voice=_voice(source, context),
        people=[context.entity(one) for one in source.voice.who] if source.voice else [],
        speakers=[context.entity(person) for person in source.speaker],
        origins=[context.origin(origin) for origin in edition.origins.of_source(name)],
        repeats=[
            (source_view(item.id, context),
             context.locale.word("how", item.how) if item.how else say("repeats it"),
             bool(item.inferred), context.prose(item.because))
            for item in source.derives_from
        ],
        repeated_by=[
            source_view(other, context, name) for other in edition.origins.repeats.get(name, ())
        ],
        mentions=mentions_of(referring_to(target, edition), context, name),
        examined=[
            (context.brief_link(one), context.url(f"{address(Target('brief', one))}article/"))
            for one in edition.involvement.examined.get(name, ())
        ],
        falls=[
            (record_links(targets[:LISTED], context), len(targets))
            for targets in (effect.unsupported, effect.undisputed)
        ],
        weakened=len(weakened),
        strengthened=len(radius.strengthened),
    )  # fmt: skip
    return Page(context.here, source.title, markdown, (_found(edition, name, source, context),))


def _voice(source: Source, context: Context) -> str:
    """Whose knowledge it carries, how many they are, and whether it knows it at first hand."""
    locale, voice = context.locale, source.voice
    parts = [locale.title("voice", voice.kind)] if voice else []
    if voice and voice.count is not None:
        parts.append(locale.number(voice.count))
    if source.access:
        parts.append(locale.word("access", source.access))
    return ", ".join(parts)


def _archived_on(source: Source) -> Edtf | None:
    """The day of the archived copy, as its address says it."""
    day = archived_day(source.archived_url or "")
    return Edtf.parse(day) if day else None


def _found(edition: Edition, name: str, source: Source, context: Context) -> SearchRecord:
    day = context.when(source.published or source.dated)
    shown = (source.publisher, day, source.doi_address)
    return search_record(
        edition,
        anchored(Target("source", name)),
        source.title,
        "source",
        language=source.language or "en",
        text=[*words_of(source, context), source.doi, source.isbn],
        entities=source.speaker,
        named=False,
        meta={"shown": ", ".join(part for part in shown if part)},
        facets=of_source(source),
    )


PAGES = page_for_each("source", lambda edition: [*edition.sources], page_of)
