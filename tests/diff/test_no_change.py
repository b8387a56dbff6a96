"""Edits that change nothing a reader would call content give an empty diff."""

import random
from collections.abc import Callable

import pytest
import yaml
from every_kind import BASE, EDITS, OFFICE, OTHER, SOURCES, Files, edited, edition, with_edits
from hypothesis import given
from hypothesis import strategies as st

from briefbook.diff import compare

_SHUFFLED = random.Random(7)


def _with(*replacements: tuple[str, str, str]) -> Callable[[], Files]:
    return lambda: edited(*replacements)


def _everywhere(change: Callable[[str], str]) -> Callable[[], Files]:
    return lambda: {path: change(text) for path, text in BASE.items()}


def _dumped(**how: object) -> Callable[[], Files]:
    """The files written anew by a YAML library, in another style."""

    def write(text: str) -> str:
        data = yaml.load(text, Loader=yaml.CBaseLoader)
        return str(yaml.dump(data, allow_unicode=True, **how))

    return _everywhere(write)


def _reordered(reverse: bool, keys: bool) -> Callable[[], Files]:
    """Lists, or keys, in another order."""

    def turn(value: object) -> object:
        if isinstance(value, list):
            items = [turn(item) for item in value]
            return items[::-1] if reverse else items
        if isinstance(value, dict):
            items = [(key, turn(item)) for key, item in value.items()]
            if keys:
                _SHUFFLED.shuffle(items)
            return dict(items)
        return value

    def write(text: str) -> str:
        data = turn(yaml.load(text, Loader=yaml.CBaseLoader))
        return str(yaml.dump(data, sort_keys=False))

    return _everywhere(write)


NOTHING: dict[str, Callable[[], Files]] = {
    "the same": _everywhere(str),
    "a comment above": _everywhere(lambda text: f"# A word to editors.\n{text}"),
    "a comment below": _everywhere(lambda text: f"{text}# The end.\n"),
    "a comment beside": _with((OFFICE, "kind: fact\n", "kind: fact # as agreed\n")),
    "blank lines": _everywhere(lambda text: text.replace("\n- ", "\n\n- ")),
    "Windows line ends": _everywhere(lambda text: text.replace("\n", "\r\n")),
    "a byte order mark": _everywhere(lambda text: f"\ufeff{text}"),
    "no last line end": _everywhere(lambda text: text.rstrip("\n")),
    "a document's beginning": _everywhere(lambda text: f"---\n{text}"),
    "single quotation marks": _with((OFFICE, "The bank stays small.", "'The bank stays small.'")),
    "double quotation marks": _with((OFFICE, "The bank stays small.", '"The bank stays small."')),
    "an escape": _with((OFFICE, "The bank stays small.", '"The bank\\x20stays small."')),
    "a folded text": _with(
        (OFFICE, "summary: It opened, and", "summary: >-\n  It opened,\n  and")
    ),
    "a literal text": _with(
        (OFFICE, "because: Two offices", "because: |\n      Two\n      offices")
    ),
    "a wrapped plain text": _with((OFFICE, "It opened, and it", "It opened,\n  and it")),
    "several blanks": _with((OFFICE, "The bank stays small.", '"The bank  stays   small."')),
    "a letter and its accent": _with((OTHER, "caf\u00e9", "cafe\u0301")),
    "a number in quotation marks": _with((OFFICE, "credibility: 2", 'credibility: "2"')),
    "a probability with more zeros": _with((OFFICE, "{date: 2026-10-01, probability: 0.6",
                                            "{date: 2026-10-01, probability: 0.600")),
    "a list in a line": _with((OFFICE, "depends_on: [opened, stays-so]",
                               "depends_on:\n      - opened\n      - stays-so")),
    "references in another order": _with((OFFICE, "[opened, stays-so]", "[stays-so, opened]")),
    "a long form": _with((OFFICE, "quote: a bright room", "quote: {exact: a bright room}")),
    "a grade in its long form": _with((SOURCES, "reliability: C\n  derives",
                                       "reliability: {grade: C}\n  derives")),
    "a derivation in its long form": _with((SOURCES, "derives_from: agency-report",
                                            "derives_from: [{id: agency-report}]")),
    "an actor in its long form": _with((OFFICE, "object: bank}", "object: {entity: bank}}")),
    "an empty optional field": _with((OFFICE, "kind: fact\n", "kind: fact\n    as_of: ~\n")),
    "a default": _with((OFFICE, "confidence: low\n", "confidence: low\n    key: true\n")),
    "an empty list": _with((OTHER, "kind: fact\n", "kind: fact\n    entities: []\n")),
    "a version of the format": _with((OTHER, "title: What", "format: 1\ntitle: What")),
    "block style throughout": _dumped(default_flow_style=False),
    "flow style throughout": _dumped(default_flow_style=True),
    "narrow lines": _dumped(width=20),
    "double quotation marks throughout": _dumped(default_style='"'),
    "keys sorted": _dumped(sort_keys=True),
    "keys in another order": _reordered(reverse=False, keys=True),
    "lists in another order": _reordered(reverse=True, keys=False),
    "files in another order": lambda: dict(reversed(BASE.items())),
    "another folder": lambda: {
        path.replace("briefings/office", "briefings/houses/office"): text
        for path, text in BASE.items()
    },
    "the library in other files": lambda: {
        path.replace("sources/sources.yml", "sources/all/of-them.yml"): text
        for path, text in BASE.items()
    },
}  # fmt: skip


@pytest.mark.parametrize("name", NOTHING)
def test_no_change(name: str) -> None:
    after = NOTHING[name]()
    found = compare(edition(BASE), edition(after))
    assert (found.changes, found.unread) == ((), ())


def test_there_are_thirty_of_them() -> None:
    texts = [tuple(sorted(make().items())) for make in NOTHING.values()]
    assert len(set(texts)) >= 30


@given(st.lists(st.sampled_from(sorted(EDITS)), max_size=4, unique=True))
def test_nothing_differs_from_itself(kinds: list[str]) -> None:
    files = with_edits(kinds)
    assert compare(edition(files), edition(files)).changes == ()
