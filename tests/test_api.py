"""The public face: what it offers is described, closed in itself, and changes only on purpose."""

import inspect
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

import pytest
from syrupy.assertion import SnapshotAssertion

from briefbook import api
from harness import Project

OFFERED = {name: getattr(api, name) for name in api.__all__ if name != "__version__"}


def _is_ours(item: Any) -> bool:
    return callable(item) and item.__module__.startswith("briefbook")


CALLABLE = {name: item for name, item in OFFERED.items() if inspect.isfunction(item)}


def test_all_names_what_is_there() -> None:
    there = {name for name in vars(api) if not name.startswith("_") or name == "__version__"}
    assert sorted(api.__all__) == sorted(there)


@pytest.mark.parametrize("name", [name for name in OFFERED if _is_ours(OFFERED[name])])
def test_everything_says_what_it_is(name: str) -> None:
    assert (inspect.getdoc(OFFERED[name]) or "").strip().endswith((".", "?", "”")), name


@pytest.mark.parametrize("name", CALLABLE)
def test_what_a_function_takes_and_gives_can_be_imported_too(name: str) -> None:
    offered = {id(item) for item in OFFERED.values()}
    for hint in get_type_hints(CALLABLE[name]).values():
        for part in _parts(hint):
            ours = getattr(part, "__module__", "").startswith("briefbook")
            if ours and not isinstance(part, TypeVar):
                assert id(part) in offered, f"{name} speaks of {part}"


def _parts(hint: Any) -> Iterator[Any]:
    yield get_origin(hint) or hint
    for part in get_args(hint):
        if isinstance(part, list):
            for one in part:
                yield from _parts(one)
        else:
            yield from _parts(part)


def test_signatures(snapshot: SnapshotAssertion) -> None:
    assert "\n".join(sorted(f"{name}{_shape(item)}" for name, item in OFFERED.items())) == snapshot


def _shape(item: Any) -> str:
    if inspect.isfunction(item):
        return str(inspect.signature(item)).replace("briefbook.", "").replace("~", "")
    if is_dataclass(item):
        return f"({', '.join(field.name for field in fields(item))})"
    if hasattr(item, "model_fields"):
        return f"({', '.join(item.model_fields)})"
    return ""


def test_a_script_needs_nothing_else(project: Project, tmp_path: Path) -> None:
    project.write_standard()
    project.write("briefings/first.yml", "title: T\n")
    opened = api.open_project(project.root)
    edition = api.read_edition(opened, date(2026, 11, 23))
    report = api.run(edition, api.read_policy(opened))
    assert {found.finding.kind.code for found in report.findings} >= {"SCH002"}
    assert not api.compare(edition, edition).changes
    assert api.compile_project(opened, edition).pages > 0
