"""Every field of every record type, changed, taken out and added: the comment tells it."""

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest
from fields import Field, Steps
from surfaces import Data, edition, every_field, project

from briefbook.diff import compare
from briefbook.diff.render.markdown import MOST, RENDERER
from briefbook.diff.report import DiffReport, Revisions
from briefbook.findings import Report

SILENT = {"brief.format", "relation.object"}
"""The version of the format is no content; of an object the parts are tried."""
FILLER = " ".join(f"word{number}" for number in range(60))
AT_ONCE = 10
Filled = tuple[str, Field]


def _fields() -> list[Filled]:
    """One place of each field."""
    found: dict[str, Filled] = {}
    for path, field in every_field(project()):
        if field.name not in SILENT:
            found.setdefault(field.name, (path, field))
    return list(found.values())


def _batches(fields: list[Filled]) -> Iterator[list[Filled]]:
    """Several fields at once, none of which stands within another, or beside it."""
    left = list(fields)
    while left:
        batch: list[Filled] = []
        for path, field in list(left):
            apart = all(path != other or not _within(field.steps[:-1], one.steps)
                        for other, one in batch)  # fmt: skip
            if len(batch) < AT_ONCE and apart:
                batch.append((path, field))
                left.remove((path, field))
        yield batch


def _within(one: Steps, other: Steps) -> bool:
    short = min(len(one), len(other))
    return bool(short) and one[:short] == other[:short]


def _set(data: Any, field: Field, value: object) -> None:
    for step in field.steps[:-1]:
        data = data[step]
    data[field.steps[-1]] = value


def _at(data: Any, steps: Steps) -> Any:
    for step in steps:
        data = data[step]
    return data


def _comment(before: Data, after: Data) -> str:
    found = compare(edition(before), edition(after))
    assert found.unread == (), [one.message for side in (before, after)
                                for one in edition(side).corpus.findings]  # fmt: skip
    text = RENDERER.render(DiffReport(found, Report((), {}), Revisions("a", "b", "1" * 40, None)))
    assert len(text.encode()) <= MOST
    return text


def _named(field: Field, comment: str) -> bool:
    """Whether a line names the field, or what it is a part of."""
    steps = [step.replace("_", " ") for step in field.steps if isinstance(step, str)]
    return any(word in line for word in steps[-2:] for line in comment.splitlines())


TEXTS = [one for one in _fields() if one[1].text]


@pytest.mark.parametrize("place", ["first", "middle", "last"])
@pytest.mark.parametrize("batch", list(_batches(TEXTS)), ids=lambda one: one[0][1].name)
def test_a_changed_word_is_shown_on_both_sides(batch: list[Filled], place: str) -> None:
    before, after = deepcopy(dict(project())), deepcopy(dict(project()))
    for number, (path, field) in enumerate(batch):
        old, new = f"Topaz{number}", f"Zircon{number}"
        for data, word in ((before, old), (after, new)):
            words = [FILLER, FILLER]
            words.insert({"first": 0, "middle": 1, "last": 2}[place], word)
            value = _at(data[path], field.steps)
            text = " ".join(words)
            _set(data[path], field, [text] if isinstance(value, list) else text)
    comment = _comment(before, after)
    silent = [
        field.name for number, (_, field) in enumerate(batch)
        if f"Topaz{number}" not in comment or f"Zircon{number}" not in comment
    ]  # fmt: skip
    assert silent == []


@pytest.mark.parametrize("way", ["taken out", "added"])
@pytest.mark.parametrize("batch", list(_batches(_fields())), ids=lambda one: one[0][1].name)
def test_a_field_that_comes_or_goes_is_named(batch: list[Filled], way: str) -> None:
    full, less = deepcopy(dict(project())), deepcopy(dict(project()))
    for path, field in batch:
        less[path] = field.edit(less[path])
    before, after = (full, less) if way == "taken out" else (less, full)
    comment = _comment(before, after)
    silent = {
        field.name: untold for path, field in batch
        if not _named(field, comment)
        and (untold := [*_untold(_at(full[path], field.steps), comment)])
    }  # fmt: skip
    assert silent == {}


def _untold(value: Any, comment: str) -> Iterator[str]:
    """The texts that a field holds and the comment does not show."""
    if isinstance(value, dict):
        for one in value.values():
            yield from _untold(one, comment)
    elif isinstance(value, list):
        for one in value:
            yield from _untold(one, comment)
    else:
        text = " ".join(str(value).split())
        if text not in comment and len(text) >= 12:
            yield text


def test_an_emptied_field_is_one_that_was_taken_out() -> None:
    path, field = next(one for one in TEXTS if not one[1].required)
    empty = deepcopy(dict(project()))
    _set(empty[path], field, "")
    without = {**project(), path: field.edit(project()[path])}
    base = edition(project())
    assert compare(base, edition(empty)).changes == compare(base, edition(without)).changes != ()


def test_a_translation_is_told_as_any_brief() -> None:
    base = dict(project())
    original = base["briefings/everything.yml"]
    other = {**deepcopy(original), "translation_of": "everything", "language": "de"}
    base["briefings/alles.yml"] = other
    changed = deepcopy(base)
    changed["briefings/alles.yml"]["claims"][0]["statement"] = "Topaz and zircon were sold."
    comment = _comment(base, changed)
    assert "Topaz" in comment
    assert "`alles`" in comment
    new = _comment(dict(project()), base)
    assert "(a translation of everything)" in new
