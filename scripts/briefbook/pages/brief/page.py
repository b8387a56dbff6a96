"""A brief's page, from the bottom line to the sources."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from briefbook.analysis.addresses import address
from briefbook.analysis.edition import Edition
from briefbook.analysis.freshness import is_past
from briefbook.analysis.likelihood import view as likelihood_view
from briefbook.analysis.origins import links_of
from briefbook.corpus import Target
from briefbook.model import Brief, Verdict
from briefbook.pages import Page, PageType, SearchRecord
from briefbook.pages.blocks.barrier import barrier_view
from briefbook.pages.blocks.claim import claim_view, said_by
from briefbook.pages.blocks.context import Context, Link
from briefbook.pages.blocks.events import event_views
from briefbook.pages.blocks.found import search_record
from briefbook.pages.blocks.judgment import judgment_view
from briefbook.pages.blocks.linchpins import SHOWN, linchpin_views
from briefbook.pages.blocks.matrix import matrix_view
from briefbook.pages.blocks.question import question_view
from briefbook.pages.blocks.source_tree import source_tree
from briefbook.pages.environment import render

STATUS_WORDS = {
    "draft": "Draft, not yet reviewed",
    "in-review": "In review",
    "published": "Published",
    "superseded": "Superseded",
    "withdrawn": "Withdrawn",
}


def build(edition: Edition) -> Iterator[Page]:
    """One page for each readable brief."""
    for name, brief in edition.briefs.items():
        here = address(Target("brief", name))
        context = Context(edition, here, name)
        summary = context.plain(brief.summary)
        key = [item for item in brief.judgments if item.key]
        markdown = render(
            "brief/template.md.j2",
            context,
            title=brief.title,
            description=summary,
            brief=brief,
            status=_status(brief, context),
            summary=context.prose(brief.summary),
            reviews=_reviews(brief, context),
            key_judgments=[judgment_view(item, context) for item in key],
            judgments=[judgment_view(item, context) for item in brief.judgments if not item.key],
            claims=[claim_view(item, context) for item in brief.claims],
            tally=_tally(brief),
            barriers=[barrier_view(item, context) for item in brief.barriers],
            questions=[question_view(item, context) for item in brief.questions],
            assumptions=[
                (item, context.prose(item.if_wrong), context.when(item.review_by))
                for item in brief.assumptions
            ],
            hypotheses=[matrix_view(item, context) for item in brief.hypotheses],
            linchpins=linchpin_views(brief, context),
            shown=SHOWN,
            events=event_views([(name, event) for event in brief.events], context),
            actors=_actors(brief, context),
            relations=_relations(brief, context),
            sources=source_tree(_cited(brief), context),
            corrections=[
                (item, context.when(item.date), context.records(item.records),
                 context.prose(item.was), context.prose(item.now), context.prose(item.reason))
                for item in brief.corrections
            ],
            scope=context.prose(brief.scope),
            background=context.prose(brief.background),
            edit_url=_edit_url(edition, name),
        )  # fmt: skip
        yield Page(here, brief.title, markdown, tuple(_found(edition, name, brief, context)))


@dataclass(frozen=True, slots=True)
class StatusView:
    """The one line of status under the title."""

    words: str
    published: str
    updated: str
    stale: bool
    review_by: str
    authors: str
    topics: list[Link]
    successor: Link | None
    notice: str
    generated_by: str


def _status(brief: Brief, context: Context) -> StatusView:
    withdrawn = brief.withdrawn
    return StatusView(
        words=STATUS_WORDS[brief.status],
        published=context.when(brief.published),
        updated=context.when(brief.updated) if brief.updated != brief.published else "",
        stale=is_past(brief.review_by, context.edition.today),
        review_by=context.when(brief.review_by),
        authors=", ".join(brief.authors),
        topics=[context.topic(name) for name in brief.topics],
        successor=context.brief_link(brief.superseded_by) if brief.superseded_by else None,
        notice=(withdrawn.notice or withdrawn.reason) if withdrawn else "",
        generated_by=brief.generated_by or "",
    )


def _reviews(brief: Brief, context: Context) -> tuple[str, Link] | None:
    if not brief.reviews or not brief.reviews.appearance:
        return None
    actor = brief.reviews.claimant
    name = context.edition.actor_name(actor) if actor else ""
    return name, context.source(brief.reviews.appearance)


def _tally(brief: Brief) -> list[tuple[str, int, str]]:
    """Verdicts with their numbers and the first claim of each."""
    numbers = Counter(claim.verdict for claim in brief.claims)
    first = {claim.verdict: claim.id for claim in reversed(brief.claims)}
    return [(v.value, numbers[v], f"#{first[v]}") for v in Verdict if numbers[v]]


def _actors(brief: Brief, context: Context) -> list[tuple[Link, int]]:
    """Entities of the brief with the number of its claims about each, the most first."""
    numbers: Counter[str] = Counter(name for claim in brief.claims for name in claim.entities)
    others = [name for event in brief.events for name in event.entities]
    others += [name for relation in brief.relations for name in (relation.subject,)]
    for name in others:
        numbers.setdefault(name, 0)
    ordered = sorted(numbers, key=lambda name: (-numbers[name], name))
    return [(context.entity(name), numbers[name]) for name in ordered]


def _relations(brief: Brief, context: Context) -> list[dict[str, object]]:
    return [
        {
            "subject": context.entity(item.subject),
            "relation": item.relation,
            "object": context.entity(item.object.entity) if item.object.entity else None,
            "name": item.object.name or "",
            "when": context.when(item.when),
            "sources": [context.source(name) for name in item.sources],
        }
        for item in brief.relations
    ]


def _cited(brief: Brief) -> list[str]:
    """Every source that the brief names, in the order of first mention."""
    found: dict[str, None] = {}
    lists = [record.evidence for record in brief.claims]
    lists += [record.evidence for record in brief.barriers]
    lists += [record.evidence for record in brief.questions]
    for items in lists:
        for item in items:
            found.update(dict.fromkeys(links_of(item)))
    for event in brief.events:
        found.update(dict.fromkeys(event.sources))
    for relation in brief.relations:
        found.update(dict.fromkeys(relation.sources))
    found.update(dict.fromkeys(source.id for source in brief.sources))
    return list(found)


def _edit_url(edition: Edition, name: str) -> str:
    base = edition.settings.edit_url
    return f"{base.rstrip('/')}/{edition.corpus.briefs[name].path}" if base else ""


def _found(edition: Edition, name: str, brief: Brief, context: Context) -> Iterator[SearchRecord]:
    language = edition.language(brief)
    here = address(Target("brief", name))

    def record(
        anchor: str, title: str, kind: str, *text: str | None, entities: tuple[str, ...] = (),
        **meta: str,
    ) -> SearchRecord:  # fmt: skip
        plain = [context.plain(item) for item in text]
        return search_record(
            edition, f"{here}#{anchor}", title, kind, language=language, text=plain,
            entities=entities, meta={"brief": brief.title, **meta},
        )  # fmt: skip

    reviewed = [brief.reviews.claimant.entity] if brief.reviews and brief.reviews.claimant else []
    yield search_record(
        edition, here, brief.title, "Brief", language=language,
        text=[context.plain(brief.summary), context.plain(brief.background)],
        entities=[name for name in reviewed if name],
    )  # fmt: skip
    for claim in brief.claims:
        said, statement = said_by(claim, context)
        notes = [item.note for item in claim.evidence]
        titles = [
            edition.sources[item.source].title
            for item in claim.evidence
            if item.source in edition.sources
        ]
        yield record(
            claim.id, f"{said} {statement}".strip(), "Claim", claim.established, claim.reasoning,
            *notes, *titles, entities=claim.entities, verdict=claim.verdict,
            shown=claim.established or "",
        )  # fmt: skip
    for judgment in brief.judgments:
        seen = (
            likelihood_view(judgment.likelihood, edition.scale(brief)).text
            if judgment.likelihood
            else ""
        )
        yield record(
            judgment.id, judgment.statement, "Judgment", judgment.because,
            judgment.confidence_because, entities=judgment.entities,
            shown=seen[:1].upper() + seen[1:],
        )  # fmt: skip
    for question in brief.questions:
        yield record(
            question.id, question.question, "Question", question.why_it_matters, question.answer,
            *question.indicators, entities=question.entities,
        )  # fmt: skip
    for barrier in brief.barriers:
        yield record(
            barrier.id, barrier.statement, "Barrier", barrier.instrument, barrier.would_lift,
            entities=(*barrier.between, *barrier.entities),
        )  # fmt: skip
    for event in brief.events:
        if event.id:
            yield record(
                event.id,
                event.what,
                "Event",
                entities=event.entities,
                shown=context.when(event.date),
            )


PAGES = PageType("brief", build)
