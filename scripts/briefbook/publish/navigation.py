"""The navigation of a site whose mkdocs.yml names none: the boards, and what is hand-written.

Without it the engines would list every brief, source and actor in every page, and a site would
grow with the square of their number.
"""

from pathlib import Path

from briefbook.model.settings import Settings
from briefbook.pages.localisation import locale_of

Nav = list[str | dict[str, str]]


def default_navigation(docs: Path, settings: Settings) -> Nav:
    """Home, the hand-written pages in the order of their paths, the boards."""
    say = locale_of(settings).say
    boards = [
        (say("Briefs"), "briefings"), (say("Claims"), "claims"), (say("Judgments"), "judgments"),
        (say("Questions"), "questions"), (say("Barriers"), "barriers"),
        (say("Forecasts"), "forecasts"), (say("Timeline"), "timeline"),
        (say("Sources"), "sources"), (say("Actors"), "entities"), (say("Topics"), "topics"),
        (say("Corrections"), "corrections"),
        (say("How to read this site"), "reference/reading"),
    ]  # fmt: skip
    written = sorted(
        name
        for path in docs.rglob("*.md")
        if not any(part.startswith(".") for part in path.relative_to(docs).parts)
        and (name := path.relative_to(docs).as_posix()) not in ("index.md", "README.md")
    )
    return [
        {say("Home"): "index.md"},
        *({name: f"{folder}/index.md"} for name, folder in boards),
        *written,
    ]
