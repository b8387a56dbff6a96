"""What a preview says on the pages themselves: findings of a brief, and at its records."""

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from html import escape

from briefbook.findings import LocatedFinding, Severity
from briefbook.pages import Page
from briefbook.text.artifact import Artifact
from briefbook.text.html import Html, join, tag
from briefbook.text.listing import counted
from briefbook.text.markdown import heading_text


@dataclass(frozen=True, slots=True)
class Notices:
    """HTML below the titles of pages, by address; below the headings of records, by address and id;
    and the titles of briefs that have nothing but a notice."""

    pages: Mapping[str, Html] = field(default_factory=dict)
    records: Mapping[str, Mapping[str, Html]] = field(default_factory=dict)
    stubs: Mapping[str, str] = field(default_factory=dict)

    def on(self, page: Page) -> str:
        """A page's Markdown with its notices."""
        text = page.markdown
        if notice := self.pages.get(page.address):
            text = _TITLE.sub(lambda title: f"{title[0]}\n\n{notice}\n", text, count=1)
        records = self.records.get(page.address)
        if not records:
            return text

        def with_notice(heading: re.Match[str]) -> str:
            found = records.get(heading[1])
            return f"{heading[0]}\n\n{found}\n" if found else heading[0]

        return _RECORD.sub(with_notice, text)

    def made(self) -> Iterator[Artifact]:
        """Pages for briefs that were never good: their mistakes alone."""
        for address, title in self.stubs.items():
            front = f'---\ntitle: "{escape(title)}"\n---\n\n'
            body = f"# {heading_text(title)} {{ #brief }}\n\n{self.pages.get(address, '')}\n"
            yield Artifact(f"{address}index.md", (front + body).encode())


_TITLE = re.compile(r"^# .*$", re.MULTILINE)
_RECORD = re.compile(r"^#{3,4} .*\{ #([a-z0-9-]+)[ }].*$", re.MULTILINE)


def panel(
    found: Iterable[LocatedFinding],
    path: str,
    said: str = "",
    anchors: Container[str] = frozenset(),
) -> Html:
    """All findings of a file, the gravest first; open if there are mistakes among them.

    `anchors` are the records to which the page can lead.
    """
    items = sorted(found, key=lambda item: (-item.finding.kind.severity, item.region))
    wrong = [item for item in items if item.finding.kind.severity is Severity.error]
    rest = len(items) - len(wrong)
    counts = [counted(len(wrong), "mistake")] if wrong else []
    counts += [counted(rest, "note or warning", "notes and warnings")] if rest else []
    head = f"{' and '.join(counts)} in {path}{said}"
    lines = join([_line(item, anchors) for item in items])
    return tag(
        "div",
        tag("details", tag("summary", tag("strong", head)), tag("ul", lines),
            open="" if wrong else None, class_="bb-more"),
        class_="bb-notice bb-meta",
        role="status",
    )  # fmt: skip


def _line(item: LocatedFinding, anchors: Container[str]) -> Html:
    where = f"{item.region.line}:{item.region.column}"
    leads = item.record in anchors
    place = tag("a", where, href=f"#{item.record}") if leads else tag("span", where)
    return tag("li", place, " ", *_said(item))


def _said(item: LocatedFinding) -> tuple[str, ...]:
    kind = item.finding.kind
    help_ = f" {item.finding.help}" if item.finding.help else ""
    return (f"{kind.severity.name} {kind.code}: {item.finding.message}{help_}",)


def at_records(found: Iterable[LocatedFinding]) -> dict[str, Html]:
    """The findings of each record of a brief, by its id."""
    lines: dict[str, list[Html]] = {}
    for item in found:
        if item.record:
            lines.setdefault(item.record, []).append(tag("p", *_said(item)))
    look = "bb-notice bb-meta"
    return {record: tag("div", join(many), class_=look) for record, many in lines.items()}
