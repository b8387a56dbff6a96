"""A brief's page, from the bottom line to the sources."""

from collections.abc import Iterator

from briefbook.analysis.addresses import address
from briefbook.analysis.edition import Edition
from briefbook.corpus import Target
from briefbook.model import Brief
from briefbook.pages import Page, PageType
from briefbook.pages.blocks.barrier import barrier_view
from briefbook.pages.blocks.citation import (
    FOLDER,
    FORMATS,
    brief_citation,
    citation_files,
    permalink,
)
from briefbook.pages.blocks.claim import claim_view
from briefbook.pages.blocks.context import Context, Link
from briefbook.pages.blocks.correction import correction_view
from briefbook.pages.blocks.events import event_views
from briefbook.pages.blocks.found import brief_records
from briefbook.pages.blocks.judgment import judgment_view
from briefbook.pages.blocks.linchpins import SHOWN, linchpin_views
from briefbook.pages.blocks.matrix import matrix_view
from briefbook.pages.blocks.question import question_view
from briefbook.pages.blocks.relations import relation_view
from briefbook.pages.blocks.signoff import all_signoffs
from briefbook.pages.blocks.source_tree import numbered, source_tree
from briefbook.pages.blocks.structured import structured_data
from briefbook.pages.brief.head import reviews, status, tally
from briefbook.pages.brief.parts import actors, cited, neighbours
from briefbook.pages.environment import render
from briefbook.pages.pictures.evidence_map import evidence_picture, evidence_table
from briefbook.pages.pictures.hypotheses import matrix_picture
from briefbook.pages.pictures.time import timeline_picture
from briefbook.pages.pictures.verdicts import verdicts_picture
from briefbook.pages.social import social_card
from briefbook.text import css

LONG = 24
"""With more claims, a phone lays out a brief's later parts only when they come near."""
LAID_OUT = 2
"""Conclusions, and claims, that are laid out at once even then."""


def build(edition: Edition) -> Iterator[Page]:
    """One page for each readable brief."""
    for name, brief in edition.briefs.items():
        here = address(Target("brief", name))
        plain = Context(edition, here, name)
        context = Context(edition, here, name, numbers=numbered(cited(brief), plain))
        summary = context.plain(brief.summary)
        card = social_card(brief, context)
        markdown = render(
            "brief/template.md.j2",
            context,
            title=brief.title,
            description=summary,
            head={"image": card.path if card else "", "kind": "article",
                  "robots": "noindex" if brief.status in ("draft", "in-review") else "",
                  "paper": _foot(brief, context)},
            **_view(edition, name, brief, context),
            data=structured_data(brief, summary, context),
        )  # fmt: skip
        day = brief.updated or brief.published
        yield Page(
            here,
            brief.title,
            markdown,
            tuple(brief_records(edition, name, brief, plain)),
            (*citation_files(brief, plain), *((card,) if card else ())),
            day.earliest if day else None,
        )


def _view(edition: Edition, name: str, brief: Brief, context: Context) -> dict[str, object]:
    """What the template prints, block by block."""
    matrices = [matrix_view(item, context) for item in brief.hypotheses]
    events = event_views([(name, event) for event in brief.events], context)
    addressed = [(v.event, f"#{v.anchor or f'_e{at}'}") for at, v in enumerate(events, 1)]
    files = [
        Link(context.url(f"{FOLDER}{name}.{ending}"), words) for ending, words in FORMATS
    ]  # fmt: skip
    return {
        "brief": brief,
        "status": status(brief, context),
        "summary": context.prose(brief.summary),
        "reviews": reviews(brief, context),
        "key_judgments": [judgment_view(j, context, drawn=True) for j in brief.judgments if j.key],
        "judgments": [judgment_view(j, context, drawn=True) for j in brief.judgments if not j.key],
        "evidence_map": evidence_picture(brief, context),
        "evidence_table": evidence_table(brief, context),
        "claims": [claim_view(item, context) for item in brief.claims],
        "long": len(brief.claims) > LONG,
        "laid_out": LAID_OUT,
        "tally": tally(brief),
        "spread": verdicts_picture(
            brief.claims, {c.verdict: f"#{c.id}" for c in reversed(brief.claims)}, context
        ),
        "barriers": [barrier_view(item, context) for item in brief.barriers],
        "questions": [question_view(item, context) for item in brief.questions],
        "assumptions": [
            (item, context.prose(item.if_wrong), context.when(item.review_by))
            for item in brief.assumptions
        ],
        "hypotheses": [(view, matrix_picture(view, context)) for view in matrices],
        "linchpins": linchpin_views(brief, context),
        "unfolded": SHOWN,
        "events": events,
        "time": timeline_picture(addressed, brief.barriers, context),
        "actors": actors(brief, context),
        "relations": [relation_view(item, context) for item in brief.relations],
        "sources": source_tree(cited(brief), context),
        "corrections": [
            correction_view(entry, at, context) for at, entry in enumerate(brief.corrections)
        ],
        "scope": context.prose(brief.scope),
        "background": context.prose(brief.background),
        "citation": brief_citation(brief, context).plain(context),
        "citation_files": files,
        "citations_url": context.url(f"{FOLDER}{name}.json"),
        "signoffs": all_signoffs(context),
        "edit_url": _edit_url(edition, name),
        "neighbours": neighbours(brief, context),
        "language": edition.language(brief),
    }


def _foot(brief: Brief, context: Context) -> str:
    """What stands at the foot of each sheet of paper: permanent link and date, for CSS."""
    link = permalink(context, Target("brief", context.brief))
    day = context.when(brief.updated or brief.published)
    return css.string(f"{link}, {day}" if day else link)


def _edit_url(edition: Edition, name: str) -> str:
    base = edition.settings.edit_url
    return f"{base.rstrip('/')}/{edition.corpus.briefs[name].path}" if base else ""


PAGES = PageType("brief", build)
