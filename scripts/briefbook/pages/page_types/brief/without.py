"""“Without that source”: the tables behind it and its words, in a file that a page loads when a
reader asks for it. It is a script, because browsers read no other file beside a page in a folder.
"""

from collections.abc import Iterator

from briefbook.analysis.site_addresses import address
from briefbook.analysis.what_if import tables
from briefbook.corpus import Target
from briefbook.model import Verdict
from briefbook.model.source import Grade
from briefbook.pages.context import Context
from briefbook.text.artifact import Artifact
from briefbook.text.bidi import isolated
from briefbook.text.json_text import compact

FILE = "without.js"


def without_file(context: Context) -> Iterator[Artifact]:
    """The file of the context's brief; none where nothing can be struck."""
    made = tables(context.edition, context.brief)
    if made is None:
        return
    names = [_named(row[0], context) for row in made["sources"]]
    told = {"brief": context.brief, "names": names, "words": _words(context), **made}
    text = f"briefbookWithout.tables={compact(told)};\n"
    yield Artifact(f"{address(Target('brief', context.brief))}{FILE}", text.encode())


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
        "reset": say("As it was"),
        "grade": say("Grade"),
        "ungraded": say("not graded"),
        "sources": say("Sources, those first on which most rests"),
        "none": say("Nothing is struck or graded otherwise."),
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
