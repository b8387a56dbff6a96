"""The template environment: everything is escaped for HTML, and a missing value is an error."""

import os
import re
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from urllib.parse import quote

import jinja2

from briefbook.pages.context import Context
from briefbook.pages.localisation import Locale, upper_first, with_one_stop
from briefbook.pages.marks import confidence_mark, origins_mark, symbols, verdict_mark
from briefbook.text.bidi import isolated, with_elements
from briefbook.text.html import Html, attributes, trusted
from briefbook.text.markdown import front_matter, heading_text

LONGEST_DESCRIPTION = 300
_ADDRESS = ("http://", "https://", "mailto:")
_PART = re.compile(r"/page/(\d+)/$")
"""The address of a further page of a board: its title says so, its heading does not."""


def render(
    template: str,
    context: Context,
    *,
    title: str,
    description: str,
    head: dict[str, str] | None = None,
    **view: object,
) -> str:
    """Print a page: its front matter (`head` adds to it), then its template."""
    part = _PART.search(context.here)
    say = context.locale.say
    matter = front_matter(
        title=say("%(title)s, page %(number)s", title=title, number=part[1])
        if part
        else isolated(title),
        description=_cut(
            say("%(title)s, page %(number)s", title=description.rstrip("."), number=part[1])
            if part
            else description
        ),
        hide=["navigation"],
        **_report(context),
        **{key: value for key, value in (head or {}).items() if value},
    )
    body = _environment(context.locale).get_template(template)
    printed = body.render(ctx=context, title=title, **view)
    whole = f"{with_elements(printed)}\n\n{symbols(printed)}"
    return f"{matter}\n{_tidy(whole)}"


def _report(context: Context) -> dict[str, str]:
    """The form in which a reader reports an error on this page, where the site has one."""
    settings = context.edition.settings
    if not settings.report_url or not settings.site_url:
        return {}
    page = f"{settings.site_url.rstrip('/')}/{context.here}"
    return {"report": f"{settings.report_url}{quote(page, safe='')}"}


def fragment(template: str, context: Context, **view: object) -> Html:
    """Print a part of a page, without blank lines, so that it stays one HTML block."""
    environment = _environment(context.locale)
    text = with_elements(environment.get_template(template).render(ctx=context, **view))
    return trusted("\n".join(line for line in text.splitlines() if line.strip()))


def part(template: str, context: Context, **view: object) -> Html:
    """Print a stretch of a page's Markdown: headings, and HTML blocks between them."""
    environment = _environment(context.locale)
    return trusted(environment.get_template(template).render(ctx=context, **view))


def _cut(text: str) -> str:
    """At most three hundred characters, cut between words."""
    flat = " ".join(text.split())
    if len(flat) <= LONGEST_DESCRIPTION:
        return flat
    kept = flat[: LONGEST_DESCRIPTION - 2]
    head = kept.rpartition(" ")[0]
    return (head if len(head) > LONGEST_DESCRIPTION * 3 // 4 else kept) + " …"


_OURS = "\2"
"""Stands before the headings that are ours; no text of a brief can hold it."""


def _tidy(body: str) -> str:
    """No trailing blanks, no run of blank lines: the same bytes whatever a template's layout.

    No line begins with “#” but a heading of ours, whatever a brief says.
    """
    lines = [_marked(line.rstrip()) for line in body.splitlines()]
    kept = [line for index, line in enumerate(lines) if line or (index and lines[index - 1])]
    return "\n".join(kept).strip("\n") + "\n"


def _marked(line: str) -> str:
    if line.startswith(_OURS):
        return line[1:]
    return f"&#35;{line[1:]}" if line.startswith("#") else line


def compiled_templates() -> jinja2.BytecodeCache | None:
    """Compiled templates lie where Python keeps its own compiled files, if it may write there."""
    place = Path(__file__).with_name("__pycache__")
    if sys.dont_write_bytecode or not os.access(place, os.W_OK):
        return None
    return jinja2.FileSystemBytecodeCache(str(place), "template-%s.pyc")


@cache
def _environment(speaking: Locale) -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("briefbook.pages", ""),
        autoescape=True,
        auto_reload=False,
        bytecode_cache=compiled_templates(),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_apart,
        extensions=["jinja2.ext.do", "jinja2.ext.i18n"],
    )
    environment.install_gettext_translations(speaking.translations, newstyle=True)  # type: ignore[attr-defined]
    said = _sayer(speaking)
    environment.globals.update(
        _=said,
        gettext=said,
        heading=_heading,
        number=speaking.number,
        lang=_lang,
        comma=speaking.comma,
        drawn_verdict=verdict_mark,
        drawn_confidence=confidence_mark,
        drawn_origins=origins_mark,
    )
    environment.filters.update(upper_first=upper_first, word=_word(speaking))
    return environment


def _sayer(speaking: Locale) -> Callable[..., Html]:
    def said(message: str, **values: object) -> Html:
        """A message of a template, filled; texts among the values are escaped."""
        return trusted(with_one_stop(speaking.translations.gettext(message), values)) % values

    return said


def _apart(value: object) -> object:
    """What a template prints: a plain text from right to left stays apart from what is around."""
    if type(value) is not str or value.isascii() or value.startswith(_ADDRESS):
        return value
    return isolated(value)


def _word(speaking: Locale) -> Callable[[object, str], str]:
    """A filter: a value of the vocabulary in words, its kind as the argument."""
    return lambda value, kind: speaking.word(kind, str(value))


def _lang(language: str | None) -> Html:
    """“ lang="ru"” for text that is not in the page's language; nothing otherwise."""
    return attributes(lang=language or None)


_ISOLATES = str.maketrans({"\u2068": "<bdi>&#8296;", "\u2069": "&#8297;</bdi>"})


def _in_heading(text: str) -> str:
    """A heading's text: `bdi` for the heading, isolates in it for the table of contents."""
    parts = re.split("([\u2068\u2069])", text)
    return "".join(
        part.translate(_ISOLATES) if part in ("\u2068", "\u2069") else heading_text(part, ends=True)
        for part in parts
    )


def _heading(
    level: int,
    text: str,
    anchor: str,
    lead_in: str = "",
    kind: str = "",
    language: str | None = None,
    number: str = "",
    url: str = "",
) -> Html:
    """A Markdown heading on a line of its own, with an explicit id.

    Before it stand its `number`, if it has one, which leads to `url`, and a `lead_in`.
    """
    kept = _in_heading(number)
    counted = f'<a class="bb-nr" href="{url}">{kept}</a> ' if url else f"{kept} " if number else ""
    before = f'<span class="bb-said">{_in_heading(lead_in)}</span> ' if lead_in else ""
    style = f" .{kind}" if kind else ""
    shown = _in_heading(isolated(text) if lead_in else text)
    if language:
        shown = f"<span{_lang(language)}>{shown}</span>"
    return trusted(f"\n{_OURS}{'#' * level} {counted}{before}{shown} {{ #{anchor}{style} }}\n")
