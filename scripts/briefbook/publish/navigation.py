"""The navigation of a site whose mkdocs.yml names none: the boards, and what is hand-written.

Without it the engines would list every brief, source and actor in every page, and a site would
grow with the square of their number.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from briefbook.model.settings import Settings
from briefbook.pages.localisation import locale_of
from briefbook.project.project import Project


def _only_a_readme(docs: Path) -> bool:
    return (docs / "README.md").is_file() and not (docs / "index.md").is_file()


def dead_entries(nav: object, project: Project) -> frozenset[str]:
    """The pages that a navigation names and that are not there; other addresses are no pages."""
    places = (project.compiled, project.docs)
    pages = (name for name in names_in(nav) if name.endswith(".md"))
    return frozenset(n for n in pages if not any((place / n).is_file() for place in places))


def names_in(nav: object) -> Iterator[str]:
    """What the entries of a navigation name: files and addresses."""
    waiting = [nav]
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            yield one
        elif isinstance(one, Mapping):
            waiting += one.values()
        elif isinstance(one, list):
            waiting += one


Nav = list[str | dict[str, "str | Nav"]]


def default_navigation(docs: Path, settings: Settings) -> Nav:
    """The places that readers ask for, ways to everything else, then the hand-written pages in
    the order of their paths."""
    say = locale_of(settings).say
    doors = [
        (say("Briefs"), "briefings"), (say("Claims"), "claims"), (say("Forecasts"), "forecasts"),
        (say("Subjects"), "subjects"), (say("Sources"), "sources"),
    ]  # fmt: skip
    boards = [
        (say("Everything in lists"), "browse"), (say("Judgments"), "judgments"),
        (say("Questions"), "questions"), (say("Barriers"), "barriers"),
        (say("Timeline"), "timeline"), (say("Actors"), "entities"), (say("Topics"), "topics"),
        (say("Corrections"), "corrections"),
    ]  # fmt: skip
    written: Nav = [
        name
        for name in sorted(path.relative_to(docs).as_posix() for path in docs.rglob("*.md"))
        if not any(part.startswith(".") for part in Path(name).parts)
        and name not in ("index.md", "README.md")
    ]
    about: Nav = [{say("How to read this site"): "reference/reading/index.md"}, *written]
    home: Nav = [{say("Home"): "README.md" if _only_a_readme(docs) else "index.md"}]
    return [*home, *_led_to(doors), {say("Browse"): _led_to(boards)}, {say("About"): about}]


def _led_to(places: list[tuple[str, str]]) -> Nav:
    return [{name: f"{folder}/index.md"} for name, folder in places]
