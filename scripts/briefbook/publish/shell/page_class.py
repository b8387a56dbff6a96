"""Classes of pages: those around which the theme prints the same but for a few known values.

What a theme prints around a page depends on what its front matter says, on whether it has a list
of contents, and on its address: links are relative. Two addresses are alike if they are as deep
and differ only in folders to which nothing around a page leads.
"""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b

from briefbook.publish.shell.contents import MARK, anchor_of, steps, words_of
from briefbook.publish.shell.converted import Converted, front_matter

BEGIN, END = f"{MARK}begin", f"{MARK}end"
"""Stand at both ends of a stand-in's text."""
_VALUES = ("title", "description", "image", "moved_to", "robots", "paper", "report")
_FOLDER = f"{MARK}-folder-"
_FIRST = re.compile("^# ", re.M)
_LOWER = {n: re.compile(f"^##{{1,{n}}} ", re.M) for n in range(1, 6)}
Folders = frozenset[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class PageClass:
    """`where` has a “*” for each folder that may be any; `values` are the names of front matter
    that stands for itself, `fixed` what decides over more than its own place; `depth` is how many
    levels the list of contents of such pages may have, 0 where there is none."""

    where: str
    values: tuple[str, ...]
    fixed: tuple[tuple[str, str], ...]
    depth: int

    @property
    def address(self) -> str:
        """Where its stand-in lies, and that of no other class."""
        steps = self.where.rstrip("/").split("/")
        sign = blake2b(repr(self).encode(), digest_size=6).hexdigest()
        named = [f"{_FOLDER}{at}-{sign}" if step == "*" else step for at, step in enumerate(steps)]
        return "/".join(named) + "/"

    def stand_in(self) -> str:
        """The Markdown of a page of the class that has a mark at each place of a value."""
        lines = ["---"]
        lines += [f"{name}: {json.dumps(mark_of(name))}" for name in self.values]
        lines += [f"{name}: {value}" for name, value in self.fixed]
        lines += [
            "---",
            "",
            f"<div>{BEGIN}</div>",
            "",
            f"# {words_of(0)} {{ #{anchor_of(0)} }}",
            "",
        ]
        for number, level in enumerate(steps(self.depth) if self.depth else (), 1):
            lines += [f"##{'#' * level} {words_of(number)} {{ #{anchor_of(number)} }}", ""]
        return "\n".join([*lines, f"<div>{END}</div>", ""])


def mark_of(name: str) -> str:
    """What stands for a value of the front matter: a filter of a theme's would change it."""
    return f"{MARK}{name}<b>x</b>&quot;y&#x27;z&amp;w{MARK}"


def class_of(address: str, markdown: str, folders: Folders, depth: int) -> PageClass | None:
    """The class of a page, on a site whose lists of contents have so many levels; None for one
    without one heading of the first level at its head."""
    meta, body = front_matter(markdown)
    if len(_FIRST.findall(markdown, body)) != 1:
        return None
    return PageClass(
        where_of(address, folders),
        tuple(name for name in _VALUES if meta.get(name)),
        tuple((k, json.dumps(v)) for k, v in meta.items() if k not in _VALUES),
        depth if depth and _LOWER[depth].search(markdown, body) else 0,
    )


def where_of(address: str, folders: Folders) -> str:
    """An address with a “*” for each folder to which nothing leads; `folders` are the others."""
    steps = address.strip("/").split("/")
    known = True
    shown = []
    for at in range(len(steps)):
        known = known and tuple(steps[: at + 1]) in folders
        shown.append(steps[at] if known else "*")
    return "/".join(shown) + "/"


def folders_of(names: Iterable[str]) -> Folders:
    """All folders on the ways to some files or folders of a site (“a/b/”, “a/b/c.css”)."""
    found = set()
    for name in names:
        steps = tuple(name.split("/")[:-1])
        found |= {steps[: at + 1] for at in range(len(steps))}
    return frozenset(found)


def stand_in_of(page: Converted) -> str:
    """The Markdown of a page that is a class of its own: all of it but its text."""
    head = [f"{name}: {json.dumps(value)}" for name, value in page.meta.items()]
    lines = ["---", *head, "---", "", f"<div>{BEGIN}</div>", ""]
    for heading in page.headings:
        lines += [heading, ""]
    return "\n".join([*lines, f"<div>{END}</div>", ""])
