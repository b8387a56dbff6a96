"""How to cite a brief and its records: plain, BibTeX, CSL-JSON 1.0.2 and RIS."""

from dataclasses import dataclass, replace

from briefbook.analysis.site_addresses import address
from briefbook.corpus import Target
from briefbook.model import Brief, Edtf
from briefbook.pages import cited_date
from briefbook.pages.context import Context
from briefbook.text import bibtex, ris
from briefbook.text.babel_names import babel_name
from briefbook.text.bidi import without_isolates

FOLDER = "data/v1/citations/"
TITLE, URL = "\ue000", "\ue001"
"""Stand for a record's title and address; the page's script puts them in."""
FORMATS = (("bib", "BibTeX"), ("csl.json", "CSL-JSON"), ("ris", "RIS"))


@dataclass(frozen=True, slots=True)
class Citation:
    """What a citation says; `within` is the brief in which a record stands.

    `url` is empty where nobody knows yet at which address the site will stand. When it was read is
    left to whoever cites: the page's script adds the day on which a reader copies a citation.
    """

    key: str
    title: str
    within: str
    authors: tuple[str, ...]
    site: str
    issued: Edtf | None
    url: str
    language: str

    def plain(self, context: Context) -> str:
        """“Authors: “Title”. In: “Brief”. Site, 23 November 2026. Address”."""
        say = context.locale.say
        by = context.locale.joined(list(self.authors))
        title = self.title.removesuffix(".")
        where = ", ".join(part for part in (self.site, context.when(self.issued)) if part)
        parts = [
            say("%(names)s: “%(title)s”.", names=by, title=title) if by
            else say("“%(title)s”.", title=title),
            say("In: “%(title)s”.", title=self.within) if self.within else "",
            f"{where.rstrip('.')}.",
            self.url,
        ]  # fmt: skip
        return " ".join(part for part in parts if part)

    def bibtex(self) -> str:
        """A biblatex entry, `@online`."""
        fields = {
            "author": " and ".join(map(bibtex.value, self.authors)),
            "title": bibtex.value(self.title),
            "titleaddon": bibtex.value(self.within) if self.within else "",
            "organization": bibtex.value(self.site),
            "date": bibtex.date(day) if (day := cited_date.biblatex(self.issued)) else "",
            "url": bibtex.address(self.url) if self.url else "",
            "langid": bibtex.value(name) if (name := babel_name(self.language)) else "",
        }
        if self.authors:
            fields["author"] = "{" + fields["author"] + "}"
        return bibtex.entry("online", self.key, {k: v for k, v in fields.items() if v})

    def csl(self) -> dict[str, object]:
        """A CSL-JSON item."""
        item: dict[str, object] = {
            "id": self.key,
            "type": "webpage",
            "title": self.title,
            "author": [{"literal": name} for name in self.authors],
            "container-title": self.within or self.site,
            "publisher": self.site,
            "URL": self.url,
            "language": self.language,
            "issued": cited_date.csl(self.issued),
        }
        return {key: value for key, value in item.items() if value}

    def ris(self) -> str:
        """A RIS record, `ELEC`."""
        year, day = cited_date.ris(self.issued)
        return ris.record(
            [
                ("TY", "ELEC"), ("ID", self.key), *(("AU", name) for name in self.authors),
                ("TI", self.title), ("T2", self.within or self.site), ("PB", self.site),
                ("PY", year), ("DA", day),
                ("UR", self.url), ("LA", self.language),
            ]
        )  # fmt: skip


def brief_citation(brief: Brief, context: Context) -> Citation:
    """The citation of the context's brief."""
    return record_citation(brief, context, "", brief.title)


def record_form(brief: Brief, context: Context) -> str:
    """The plain citation of a record of the brief, with TITLE and URL in the places of its own."""
    form = replace(record_citation(brief, context, "record", TITLE), url=URL)
    return form.plain(context)


def permalink(context: Context, target: Target) -> str:
    """The full address of a brief or record; from the site's root where no site_url is set."""
    return full_address(context, address(target))


def full_address(context: Context, place: str) -> str:
    """The full address of a place of the site (“briefings/x/”), as far as the site knows it."""
    return f"{context.edition.settings.site_url.rstrip('/')}/{place}"


def record_citation(brief: Brief, context: Context, record: str, title: str) -> Citation:
    """The citation of a record of the context's brief under a title; without one of the brief."""
    name = context.brief
    target = Target("record", record, name) if record else Target("brief", name)
    return Citation(
        key=f"{name}:{record}" if record else name,
        title=without_isolates(title),
        within=brief.title if record else "",
        authors=brief.authors,
        site=context.edition.settings.site_name,
        issued=brief.updated or brief.published,
        url=permalink(context, target) if context.edition.settings.site_url else "",
        language=context.edition.language(brief),
    )
