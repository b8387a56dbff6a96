"""Finds the rules, pages, exporters and commands that live in a folder, and those of plug-ins."""

import importlib
import pkgutil
from importlib.metadata import entry_points
from types import ModuleType
from typing import TypeVar

T = TypeVar("T")


def discover(package: str, kind: type[T]) -> list[T]:
    """Return every module-level instance of `kind` below `package`, then those of entry points.

    The folder is walked in name order; afterwards each entry point of the group that is called
    like the package is loaded (it may name an instance, or a module or package that holds some).
    The order is the same on every machine.

    Raises ImportError if a module or an entry point cannot be imported: that is a bug of its
    author, never of a brief.
    """
    found = _within(importlib.import_module(package), kind)
    plugins = sorted(entry_points(group=package), key=lambda point: (point.name, point.value))
    for point in plugins:
        target = point.load()
        found += _within(target, kind) if isinstance(target, ModuleType) else [target]
    unique = {id(item): item for item in found if isinstance(item, kind)}
    return list(unique.values())


def _within(module: ModuleType, kind: type[T]) -> list[T]:
    """Instances of `kind` in a module and, if it is a package, in all below it."""
    items = [value for value in vars(module).values() if isinstance(value, kind)]
    for info in sorted(pkgutil.iter_modules(getattr(module, "__path__", [])), key=lambda i: i.name):
        items += _within(importlib.import_module(f"{module.__name__}.{info.name}"), kind)
    return items
