"""Finds the rules, pages, exporters and commands that live in a folder, and those of plug-ins."""

import importlib
import pkgutil
import sys
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from importlib.metadata import EntryPoint, entry_points
from types import ModuleType
from typing import TypeVar

T = TypeVar("T")


class BrokenPlugin(ImportError):
    """A plug-in that cannot be used; the message names it, in one line."""


def _own_name(item: object) -> tuple[str, ...]:
    return (str(getattr(item, "id", None) or getattr(item, "name", "")),)


@lru_cache(maxsize=1)
def _installed(path: tuple[str, ...]) -> Mapping[str, tuple[EntryPoint, ...]]:
    """The entry points of a search path, by group: all metadata is read once."""
    found = entry_points()
    return {group: tuple(found.select(group=group)) for group in found.groups}


def discover(
    package: str,
    kind: type[T],
    names: Callable[[T], tuple[str, ...]] = _own_name,
    points: Iterable[EntryPoint] | None = None,
) -> list[T]:
    """Return every module-level instance of `kind` below `package`, then those of entry points.

    The folder is walked in name order; afterwards each entry point of the group that is called
    like the package is loaded (it may name an instance, or a module or package that holds some).
    The order is the same on every machine. `names` says under which names an item goes: each may
    be taken once. `points` are taken instead of those that packages have installed for the
    group, whose metadata is read once a process.

    Raises BrokenPlugin if an entry point cannot be imported, holds nothing of this kind, or takes
    a name that is taken.
    """
    found = {id(item): item for item in _within(importlib.import_module(package), kind)}
    taken = {name for item in found.values() for name in names(item)}
    if points is None:
        points = _installed(tuple(sys.path)).get(package, ())
    for point in sorted(points, key=lambda point: (point.name, point.value)):
        for item in _of_plugin(point, kind):
            if id(item) in found:
                continue
            for name in names(item):
                if name in taken:
                    raise BrokenPlugin(f"{_named(point)}: the name “{name}” is taken")
            taken.update(names(item))
            found[id(item)] = item
    return list(found.values())


def has_plugins(package: str) -> bool:
    """Whether a package that is installed names anything for a folder of this one."""
    return package in _installed(tuple(sys.path))


def any_plugins() -> bool:
    """Whether a package that is installed names anything for any folder of this one."""
    return any(group.startswith("briefbook.") for group in _installed(tuple(sys.path)))


def _of_plugin(point: EntryPoint, kind: type[T]) -> list[T]:
    try:
        target = point.load()
        if isinstance(target, ModuleType):
            items = _within(target, kind)
        else:
            items = [target] if isinstance(target, kind) else []
    except Exception as error:
        reason = f"{type(error).__name__}: {error}"
        raise BrokenPlugin(f"{_named(point)} cannot be imported: {reason}") from error
    if not items:
        raise BrokenPlugin(f"{_named(point)} holds no {kind.__name__}")
    return items


def _named(point: EntryPoint) -> str:
    of = f" of {point.dist.name}" if point.dist else ""
    return f"the plug-in {point.value} ({point.group}){of}"


def _within(module: ModuleType, kind: type[T]) -> list[T]:
    """Instances of `kind` in a module and, if it is a package, in all below it."""
    items = [value for value in vars(module).values() if isinstance(value, kind)]
    for info in sorted(pkgutil.iter_modules(getattr(module, "__path__", [])), key=lambda i: i.name):
        items += _within(importlib.import_module(f"{module.__name__}.{info.name}"), kind)
    return list({id(item): item for item in items}.values())
