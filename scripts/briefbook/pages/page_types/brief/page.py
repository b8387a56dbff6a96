"""A brief's page, from the bottom line to the sources."""

from briefbook.analysis.edition import Edition
from briefbook.analysis.site_addresses import address
from briefbook.corpus import Target
from briefbook.model import Brief
from briefbook.pages import Page, page_for_each
from briefbook.pages.citation import FOLDER, FORMATS, brief_citation, permalink, record_form
from briefbook.pages.context import Context, Link
from briefbook.pages.environment import render
from briefbook.pages.former_ids import with_former_ids
from briefbook.pages.page_types.brief.citation_files import citation_files
from briefbook.pages.page_types.brief.head import status
from briefbook.pages.page_types.brief.parts import actors_section, linchpins_section, neighbours
from briefbook.pages.page_types.brief.search import brief_records
from briefbook.pages.page_types.brief.structured import structured_data
from briefbook.pages.page_types.brief.waivers import waiver_views
from briefbook.pages.page_types.brief.without import without_file
from briefbook.pages.records import record_displays
from briefbook.pages.records.claim.reviewed import reviews
from briefbook.pages.records.signoff.card import all_signoffs
from briefbook.pages.records.source.cited import cited
from briefbook.pages.records.source.read import sources_read
from briefbook.pages.records.source.tree import numbered
from briefbook.pages.section import Section
from briefbook.pages.social import social_card
from briefbook.text import css


def page_of(edition: Edition, name: str) -> Page:
    """The page of one readable brief."""
    brief = edition.briefs[name]
    here = address(Target("brief", name))
    plain = Context(edition, here, name)
    context = Context(edition, here, name, numbers=numbered(cited(brief, edition.sources), plain))
    summary = context.plain(brief.summary)
    card = social_card(brief, context)
    markdown = render(
        "page_types/brief/template.md.j2",
        context,
        title=brief.title,
        description=summary,
        head={"image": card.path if card else "", "kind": "article",
              "robots": "noindex" if brief.status in ("draft", "in-review") else "",
              "paper": _foot(brief, context), "feed": "feed.xml"},
        **_view(edition, name, brief, context),
        data=structured_data(brief, summary, context),
    )  # fmt: skip
    day = brief.updated or brief.published
    return Page(
        here,
        brief.title,
        with_former_ids(markdown, brief),
        tuple(brief_records(edition, name, brief, plain)),
        (*citation_files(brief, plain), *without_file(context), *((card,) if card else ())),
        day.earliest if day else None,
    )


def _view(edition: Edition, name: str, brief: Brief, context: Context) -> dict[str, object]:
    """What the template prints, block by block."""
    sections = _sections(brief, context)
    say = context.locale.say
    told = (brief.scope, brief.method, brief.searched_until, brief.background, brief.topics)
    beside = (brief.owner, brief.generated_by, brief.signoffs, brief.waivers)
    about = any((*told, *beside, _edit_url(edition, name)))
    files = [Link(context.url(f"{FOLDER}{name}.{ending}"), words) for ending, words in FORMATS]
    return {
        "status": status(brief, context),
        "summary": context.prose(brief.summary),
        "reviews": reviews(brief, context),
        "read": sources_read(brief, context),
        "sections": sections,
        "contents": [
            ("bottom-line", say("Bottom line")),
            *((section.anchor, section.name) for section in sections),
            ("cite", say("How to cite")),
            *([("about", say("About this brief"))] if about else []),
        ],
        "about": about,
        "scope": context.prose(brief.scope),
        "method": context.prose(brief.method),
        "searched_until": context.when(brief.searched_until),
        "background": context.prose(brief.background),
        "citation": brief_citation(brief, context).plain(context),
        "citation_files": files,
        "citations_url": context.url(f"{FOLDER}{name}"),
        "record_form": record_form(brief, context),
        "signoffs": all_signoffs(context),
        "waivers": waiver_views(brief, context),
        "edit_url": _edit_url(edition, name),
        "neighbours": neighbours(brief, context),
    }


def _sections(brief: Brief, context: Context) -> list[Section]:
    """Those of its records, of what it hangs on and of its actors, each in its place."""
    found = [item for one in record_displays().values() for item in one.sections(brief, context)]
    found += [*linchpins_section(brief, context), *actors_section(brief, context)]
    return sorted(found, key=lambda section: section.place)


def _foot(brief: Brief, context: Context) -> str:
    """What stands at the foot of each sheet of paper: permanent link and date, for CSS."""
    link = permalink(context, Target("brief", context.brief))
    day = context.when(brief.updated or brief.published)
    return css.string(f"{link}, {day}" if day else link)


def _edit_url(edition: Edition, name: str) -> str:
    base = edition.settings.edit_url
    return f"{base.rstrip('/')}/{edition.corpus.path_of[name]}" if base else ""


PAGES = page_for_each("brief", lambda edition: [*edition.briefs], page_of)
