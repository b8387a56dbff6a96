"""“Without that source”: the tables behind it and its words.

Small ones stand in the page. Larger ones are a file that the page loads when a reader asks for it:
a script, because browsers read no other file beside a page in a folder.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from briefbook.analysis.site_addresses import address
from briefbook.analysis.what_if import tables
from briefbook.corpus import Target
from briefbook.model import Verdict
from briefbook.model.source import Grade
from briefbook.pages.context import Context
from briefbook.text.artifact import Artifact
from briefbook.text.bidi import isolated
from briefbook.text.html import Html, trusted
from briefbook.text.json_text import compact

FILE = "without.js"
_ISOLATES = {0x2068: "\\u2068", 0x2069: "\\u2069"}
LARGEST = 6_000
"""Bytes of tables that stand in the page itself: small briefs add no file to an archive."""


@dataclass(frozen=True, slots=True)
class Without:
    """The tables as text: in the page, or in a file of this name; none of both where nothing can be
    struck."""

    inside: Html | str = ""
    file: str = ""


def without(context: Context) -> Without:
    """Where the tables of the context's brief stand."""
    text = _tables(context)
    if not text:
        return Without()
    return Without(inside=trusted(text)) if len(text.encode()) <= LARGEST else Without(file=FILE)


def without_file(context: Context) -> Iterator[Artifact]:
    """The file of the context's brief, if its tables are large."""
    text = _tables(context)
    if len(text.encode()) > LARGEST:
        script = f"briefbookWithout.tables={text};\n"
        yield Artifact(f"{address(Target('brief', context.brief))}{FILE}", script.encode())


def _tables(context: Context) -> str:
    """All that the script needs, as JSON that is inert in HTML, its isolates as escapes; nothing
    where nothing can be struck."""
    edition, name = context.edition, context.brief

    def made() -> str:
        found = tables(edition, name)
        if found is None:
            return ""
        names = [_named(row[0], context) for row in found["sources"]]
        text = compact({"brief": name, "names": names, "words": _words(context), **found})
        return text.translate(_ISOLATES)

    return edition.remembered((__name__, name), made)


def _named(name: str, context: Context) -> list[str]:
    """A source's name in a word or two, and what tells it from others: its title and day."""
    source = context.edition.sources.get(name)
    if source is None:
        return [name, ""]
    day = context.when(source.published or source.dated)
    title = f"“{isolated(source.translated_title or source.title)}”"
    return [context.edition.short_name(name), f"{title}, {day}" if day else title]


def _words(context: Context) -> dict[str, object]:
    locale = context.locale
    say = locale.say
    return {
        "how": say(
            "Strike a source, or give it another grade: what would move is shown at once. Nothing "
            "changes on this site, and nothing is sent."
        ),
        "find": say("Find a source"),
        "reset": say("Start over"),
        "grade": say("Grade"),
        "ungraded": say("not graded"),
        "sources": say("Sources, those first on which most rests"),
        "none": say("You have changed nothing yet."),
        "nothing": say("Nothing would move: no verdict, no count, no judgment."),
        "verdicts": say("Other verdicts suggested"),
        "judgments": say("Judgments that move"),
        "claims": say("Claims with other support"),
        "suggests": say("The evidence would suggest"),
        "before": say("before:"),
        "for": say("For"),
        "against": say("Against"),
        "since": say("Since then"),
        "counts": [say("links"), say("origins"), say("institutions")],
        "best": say("best grade"),
        "weakened": say("Weakened"),
        "strengthened": say("Strengthened"),
        "both": say("Weakened by some of it, strengthened by some"),
        "leans": say("what it leans on moves"),
        "verdict": {str(one): locale.title("verdict", one) for one in Verdict},
        "letters": [str(one) for one in Grade],
    }
