"""How to cite a brief and its records: plain, BibTeX, CSL-JSON 1.0.2 and RIS."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from briefbook.analysis.addresses import address
from briefbook.corpus import Target
from briefbook.model import Brief, Claim, Edtf, Judgment
from briefbook.model.standing import is_withdrawn
from briefbook.pages.blocks import cited_date
from briefbook.pages.blocks.context import Context, statement_of
from briefbook.text import bibtex, ris
from briefbook.text.artifact import Artifact
from briefbook.text.babel_names import babel_name
from briefbook.text.bidi import bare
from briefbook.text.json_text import compact

FOLDER = "data/v1/citations/"
FORMATS = (("bib", "BibTeX"), ("csl.json", "CSL-JSON"), ("ris", "RIS"))


@dataclass(frozen=True, slots=True)
class Citation:
    """What a citation says; `within` is the brief in which a record stands."""

    key: str
    title: str
    within: str
    authors: tuple[str, ...]
    site: str
    issued: Edtf | None
    read_on: date
    url: str
    language: str

    def plain(self, context: Context) -> str:
        """“Authors: “Title”. In: “Brief”. Site, 23 November 2026. Address”."""
        say = context.tongue.say
        by = context.tongue.joined(list(self.authors))
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
            "url": bibtex.address(self.url),
            "urldate": bibtex.value(self.read_on.isoformat()),
            "langid": bibtex.value(name) if (name := babel_name(self.language)) else "",
        }
        if self.authors:
            fields["author"] = "{" + fields["author"] + "}"
        return bibtex.entry("online", self.key, {k: v for k, v in fields.items() if v})

    def csl(self) -> dict[str, object]:
        """A CSL-JSON item."""
        day = self.read_on
        item: dict[str, object] = {
            "id": self.key,
            "type": "webpage",
            "title": self.title,
            "author": [{"literal": name} for name in self.authors],
            "container-title": self.within or self.site,
            "publisher": self.site,
            "accessed": {"date-parts": [[day.year, day.month, day.day]]},
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
                ("UR", self.url), ("Y2", self.read_on.strftime("%Y/%m/%d")),
                ("LA", self.language),
            ]
        )  # fmt: skip


def brief_citation(brief: Brief, context: Context) -> Citation:
    """The citation of the context's brief."""
    return _citation(brief, context, "", brief.title)


def citation_files(brief: Brief, context: Context) -> Iterator[Artifact]:
    """The brief and all its records in every format, and as one file for the page's script."""
    found = {"": brief_citation(brief, context)}
    for record in (*brief.judgments, *brief.claims, *brief.questions, *brief.barriers):
        title = statement_of(record)
        if isinstance(record, Claim):
            title = " ".join(context.said_by(record))
        elif isinstance(record, Judgment):
            title = judged(record, context)
        found[record.id] = _citation(brief, context, record.id, title)
    here = f"{FOLDER}{context.brief}"
    every = list(found.values())
    items = json.dumps([one.csl() for one in every], ensure_ascii=False, indent=1, allow_nan=False)
    yield Artifact(f"{here}.bib", "\n".join(one.bibtex() for one in every).encode())
    yield Artifact(f"{here}.csl.json", f"{items}\n".encode())
    yield Artifact(f"{here}.ris", "\r\n".join(one.ris() for one in every).encode())
    for_script = {
        name: {
            "plain": one.plain(context), "url": one.url, "bib": one.bibtex(),
            "csl": json.dumps([one.csl()], ensure_ascii=False, indent=1), "ris": one.ris(),
        }
        for name, one in found.items()
    }  # fmt: skip
    yield Artifact(f"{here}.json", compact(for_script).encode())


def judged(judgment: Judgment, context: Context) -> str:
    """“Almost no chance (1–5 %): statement”: it is never passed on without its likelihood."""
    if is_withdrawn(judgment, context.edition.briefs[context.brief]):
        return f"{context.withdrawn} {judgment.statement}"
    if judgment.likelihood is None:
        return judgment.statement
    likely = context.likely(judgment, context.brief)
    held = f"{likely.term_or_range} ({likely.range})" if likely.term else likely.range
    return f"{held}: {judgment.statement}"


def permalink(context: Context, target: Target) -> str:
    """The full address of a brief or record; from the site's root where no site_url is set."""
    base = context.edition.settings.site_url
    return f"{base.rstrip('/')}/{address(target)}"


def _citation(brief: Brief, context: Context, record: str, title: str) -> Citation:
    name = context.brief
    target = Target("record", record, name) if record else Target("brief", name)
    return Citation(
        key=f"{name}:{record}" if record else name,
        title=bare(title),
        within=brief.title if record else "",
        authors=brief.authors,
        site=context.edition.settings.site_name,
        issued=brief.updated or brief.published,
        read_on=context.edition.today,
        url=permalink(context, target),
        language=context.edition.language(brief),
    )
