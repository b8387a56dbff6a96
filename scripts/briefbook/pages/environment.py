"""The template environment: everything is escaped for HTML, and a missing value is an error."""

from functools import cache

import jinja2

from briefbook.pages.blocks.context import Context
from briefbook.text.html import Html, trusted
from briefbook.text.listing import counted
from briefbook.text.markdown import front_matter, heading_text


def render(template: str, context: Context, *, title: str, description: str, **view: object) -> str:
    """Print a page: its front matter, then its template (“brief/template.md.j2”)."""
    head = front_matter(title=title, description=description[:300], hide=["navigation"])
    body = _environment().get_template(template).render(ctx=context, title=title, **view)
    return f"{head}\n{_tidy(body)}"


def fragment(template: str, **view: object) -> Html:
    """Print a part of a page, without blank lines, so that it stays one HTML block."""
    text = _environment().get_template(template).render(**view)
    return trusted("\n".join(line for line in text.splitlines() if line.strip()))


def _tidy(body: str) -> str:
    """No trailing blanks, no run of blank lines: the same bytes whatever a template's layout."""
    lines = [line.rstrip() for line in body.splitlines()]
    kept = [line for at, line in enumerate(lines) if line or (at and lines[at - 1])]
    return "\n".join(kept).strip("\n") + "\n"


@cache
def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("briefbook.pages", ""),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.do"],
    )
    environment.globals.update(heading=_heading, counted=counted)
    environment.filters["words"] = words
    return environment


def _heading(level: int, text: str, anchor: str, said: str = "", kind: str = "") -> Html:
    """A Markdown heading on a line of its own, with an explicit id; `said` stands before it."""
    before = f'<span class="bb-said">{heading_text(said)}</span> ' if said else ""
    style = f" .{kind}" if kind else ""
    return trusted(f"\n{'#' * level} {before}{heading_text(text)} {{ #{anchor}{style} }}\n")


def words(value: str) -> str:
    """A word of the vocabulary for people: “wrong-date” as “wrong date”."""
    return value.replace("-", " ")
