"""An actor's page: names, relations, what it says and what is claimed about it, what happened."""

import re
from collections.abc import Iterator, Sequence
from urllib.parse import urlencode

from briefbook.analysis.edition import Edition
from briefbook.analysis.site_addresses import address, anchored
from briefbook.corpus import Target
from briefbook.model import Claim, Entity
from briefbook.model.entity import Affiliation
from briefbook.model.event import Event
from briefbook.model.relation import Relation
from briefbook.pages import Page, page_for_each
from briefbook.pages.backlinks import Referring, mentions_of, referring_to
from briefbook.pages.context import Context, Link
from briefbook.pages.environment import render
from briefbook.pages.page_types.entity.state import rests_on, tally
from briefbook.pages.pictures.relations import Drawn, relations_picture
from briefbook.pages.records.event.card import event_views, merged
from briefbook.pages.records.relation.card import relation_view
from briefbook.pages.search_words import names, search_record, shown_aliases, words_of
from briefbook.pages.vocabulary import TIE_WORDS
from briefbook.pages.withdrawal import withdrawal_view
from briefbook.text.html import Html

EVENTS = 60
"""Events that are shown; the site's timeline has all."""


def page_of(edition: Edition, name: str) -> Page:
    """The page of one entity."""
    involved = edition.involvement
    entity = edition.entities[name]
    target = Target("entity", name)
    context = Context(edition, address(target))
    say = context.locale.say
    own = involved.relations.get(name, ())
    places = involved.events.get(name, ())
    about = dict(_about(name, referring_to(target, edition), edition))
    judgments, questions = rests_on(about, context)
    events = merged((one, edition.briefs[one].events[place]) for one, place in places)
    markdown = render(
        "page_types/entity/template.md.j2",
        context,
        title=entity.name,
        description=say("%(name)s: what is claimed about it, and what was found.",
                        name=entity.name),
        id=name,
        entity=entity,
        kind=context.locale.title("entity kind", entity.kind),
        aliases=[(alias.name, context.foreign(alias.language)) for alias in entity.aliases],
        note=context.prose(entity.note),
        ties=[_tie(tie, context) for tie in entity.affiliated_with],
        withdrawn=withdrawal_view(entity, context),
        wikidata=_wikidata(entity),
        topics=[context.topic(name) for name in entity.topics],
        picture=_picture(name, own, context),
        relations=[relation_view(item, context) for item in own],
        tally=tally(target, context),
        judgments=judgments,
        questions=questions,
        about=mentions_of(about, context),
        by=mentions_of(involved.claims.get(name, {}), context),
        events=event_views(events[-EVENTS:], context),
        all_events=len(events) if len(events) > EVENTS else 0,
        others=_others(entity, context),
        whole_timeline=Link(context.url("timeline/"), say("The whole timeline")),
    )  # fmt: skip
    record = search_record(
        edition,
        anchored(target),
        entity.name,
        "actor",
        language="en",
        named=False,
        text=[*(words for words, _ in names(entity)), *words_of(entity, context)],
        meta=shown_aliases(entity.aliases[:4]),
        facets={"kind": ("actor",), "entity": (name,)},
    )
    return Page(context.here, entity.name, markdown, (record,))


_WIKIDATA = re.compile(r"Q[1-9][0-9]{0,11}")


def _wikidata(entity: Entity) -> str:
    """The address of its entry; nothing for what is no id of Wikidata."""
    known = _WIKIDATA.fullmatch(entity.wikidata or "")
    return f"https://www.wikidata.org/wiki/{known[0]}" if known else ""


def _tie(tie: Affiliation, context: Context) -> tuple[str, Link, str]:
    """How the other is tied to it, the other, and when."""
    return (
        context.locale.title("tie", TIE_WORDS[tie.how]),
        context.entity(tie.entity),
        context.when(tie.when),
    )


_UNNAMED = (Event, type(None))
"""What has a list of its own, or no name by which it could be linked."""


def _about(name: str, referring: Referring, edition: Edition) -> Iterator[tuple[str, list[str]]]:
    """What refers to an actor, without the claims that it only makes."""
    for brief, records in referring.items():
        targets = [Target("record", one, brief) for one in records]
        said = [one for one in targets if not isinstance(edition.records.get(one), _UNNAMED)]
        kept = [one.id for one in said if not _only_made(name, one, edition)]
        if kept or not said:
            yield brief, kept


def _only_made(name: str, target: Target, edition: Edition) -> bool:
    record = edition.records.get(target)
    if not isinstance(record, Claim) or name in record.entities:
        return False
    actor = edition.claimant(edition.briefs[target.brief], record)
    return actor is not None and actor.entity == name


def _others(entity: Entity, context: Context) -> Link:
    """The way to a search for all records that name an actor."""
    query = urlencode({"entity": entity.name})
    words = context.locale.say("Search and narrow these")
    return Link(f"{context.url('search/')}?{query}", words)


def _picture(name: str, relations: Sequence[Relation], context: Context) -> Html | str:
    drawn = []
    for item in relations:
        outward = item.subject == name
        other = (item.object.entity or "") if outward else item.subject
        label = context.edition.actor_name(item.object) if outward else ""
        if not outward:
            entity = context.edition.entities.get(other)
            label = entity.name if entity else other
        to = context.entity(other) if other else None
        drawn.append(Drawn(item.relation, context.when(item.when), label, to, outward))
    return relations_picture(context.edition.entities[name].name, drawn, context)


PAGES = page_for_each("entity", lambda edition: [*edition.entities], page_of)
