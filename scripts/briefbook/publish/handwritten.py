"""Hand-written pages: slots filled, `[[links]]` to records made, everything else as it is."""

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

from briefbook.analysis.edition import Edition
from briefbook.analysis.site_addresses import address, relative
from briefbook.corpus import Target
from briefbook.pages.context import Context
from briefbook.pages.marks import symbols
from briefbook.pages.slots import Slot
from briefbook.project.wrong_use import WrongUse
from briefbook.publish.front_matter import BrokenMatter, with_matter
from briefbook.registry import discover
from briefbook.text.artifact import Artifact
from briefbook.text.document import Document
from briefbook.text.listing import either
from briefbook.text.markdown import heading_text

MANY = 5
"""Items of a slot without a number."""
_SLOT = re.compile(r"<!--\s*briefbook:\s*(\S+)(?:\s+([a-z0-9#-]+))?\s*-->")
_LINK = re.compile(r"\[\[([a-z0-9-]+(?:#[a-z0-9-]+)?)\]\]")
# Fenced blocks and code spans keep their brackets: they show how to write a link.
CODE = re.compile(r"(^(`{3,}|~{3,}).*?^\2[`~]*\s*$|(`+)(?!`).*?(?<!`)\3(?!`))", re.M | re.S)


@dataclass(frozen=True, slots=True)
class DanglingLink:
    """A `[[link]]` in docs/ that leads nowhere: a warning."""

    path: str
    line: int
    link: str


def handwritten(docs: Path, edition: Edition, trouble: list[DanglingLink]) -> Iterator[Artifact]:
    """Every file of docs/, Markdown filled; links that lead nowhere are added to `trouble`.

    A project without docs/index.md gets a plain front page.

    Raises WrongUse for an unknown slot or a file that cannot be read.
    """
    if not any((docs / name).is_file() for name in ("index.md", "README.md")):
        front = files("briefbook.publish").joinpath("front_page.md").read_text(encoding="utf-8")
        yield Artifact("index.md", _filled("index.md", front, edition, trouble, docs.name).encode())
    for path in _files(docs):
        name = path.relative_to(docs).as_posix()
        if path.is_symlink() and path.suffix == ".md" and edition.settings.theme == "whole":
            raise WrongUse(
                f"{docs.name}/{name} is a symbolic link, which is not followed; put the page "
                "itself in its place"
            )
        if (
            path.is_symlink()
            or not path.is_file()
            or any(p.startswith(".") for p in Path(name).parts)
        ):
            continue
        try:
            raw = path.read_bytes()
            content = (
                _filled(name, raw.decode("utf-8-sig"), edition, trouble, docs.name).encode()
                if path.suffix == ".md"
                else raw
            )
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            raise WrongUse(f"{docs.name}/{name} cannot be read: {reason}") from None
        except UnicodeDecodeError as error:
            line = raw.count(b"\n", 0, error.start) + 1
            raise WrongUse(
                f"{docs.name}/{name}:{line}: not UTF-8 from here on; save it as UTF-8"
            ) from None
        yield Artifact(name, content)


def _files(docs: Path) -> list[Path]:
    """Everything below a folder, in the order of paths."""

    def refuse(error: OSError) -> None:
        reason = (error.strerror or str(error)).lower()
        raise WrongUse(f"{error.filename} cannot be read: {reason}") from None

    below = os.walk(docs, onerror=refuse) if docs.is_dir() else ()
    return sorted(Path(here, name) for here, _, names in below for name in names)


def _filled(
    name: str, text: str, edition: Edition, trouble: list[DanglingLink], folder: str
) -> str:
    index = PurePosixPath(name).stem in ("index", "README")
    base = "" if index else urlsplit(edition.settings.site_url).path or "/"
    context = Context(edition, address_of(name), base=base)

    document = Document(name, text)

    def slot(match: re.Match[str]) -> str:
        line = document.position(match.start()).line
        try:
            chosen = _slot(match[1], match[2] or "", context)
        except WrongUse as error:
            raise WrongUse(f"{folder}/{name}:{line}: {error}") from None
        if chosen is None:
            trouble.append(DanglingLink(f"{folder}/{name}", line, match[2]))
            return str(known_slots()[match[1]].fill(context, 1))
        return chosen

    def link(match: re.Match[str]) -> str:
        brief, mark, record = match[1].rpartition("#")
        target = Target("record", record, brief) if mark else Target("brief", record)
        if target not in edition.records and target.id not in edition.briefs:
            line = document.position(match.start()).line
            trouble.append(DanglingLink(f"{folder}/{name}", line, match[1]))
            return match[0]
        found = context.record(match[1])
        page, mark, anchor = address(target if mark else Target("brief", record)).partition("#")
        way = relative(name, f"{page}index.md")
        return f"[{heading_text(found.title or found.label)}]({way}{mark}{anchor})"

    found = [(match.start(), match, slot) for match in _SLOT.finditer(text)]
    found += [(match.start(), match, link) for match in _LINK.finditer(text)]
    filled = _replaced(text, sorted(found, key=lambda item: item[0]))
    if edition.settings.theme == "whole":
        filled = _with_matter(name, filled, folder)
    shapes = symbols(filled)
    return f"{filled.rstrip()}\n\n{shapes}\n" if shapes else filled


def _with_matter(name: str, text: str, folder: str) -> str:
    try:
        return with_matter(text, described=name not in ("index.md", "README.md"))
    except BrokenMatter as error:
        raise WrongUse(
            f"{folder}/{name}:{error.line}: what stands between the lines “---” is no YAML: "
            f"{error}; put texts with signs such as “:” or “[” in quotation marks"
        ) from None


def _slot(name: str, wanted: str, context: Context) -> str | None:
    """What stands in place of a slot with a number, with a record, or with neither; None where it
    cannot show that record.

    Raises WrongUse for an unknown slot, and for a record at one that shows no chosen one.
    """
    slot = known_slots().get(name)
    if slot is None:
        raise WrongUse(f"there is no slot “{name}”; choose {either(sorted(known_slots()))}")
    if wanted.isdecimal() or not wanted:
        return str(slot.fill(context, int(wanted[:4] or MANY)))
    brief, _, record = wanted.partition("#")
    if slot.show is None:
        raise WrongUse(f"the slot “{name}” takes a number, and no “{wanted}”")
    found = slot.show(context, brief, record)
    return None if found is None else str(found)


Filling = Callable[[re.Match[str]], str]


def _replaced(text: str, found: list[tuple[int, re.Match[str], Filling]]) -> str:
    """A text with what was found in it filled, but not within code."""
    code = [match.span() for match in CODE.finditer(text)]
    pieces, done = [], 0
    for start, match, fill in found:
        while code and code[0][1] <= start:
            code.pop(0)
        if start < done or (code and code[0][0] <= start):
            continue
        pieces += [text[done:start], fill(match)]
        done = match.end()
    return "".join([*pieces, text[done:]])


def address_of(name: str) -> str:
    """“guide/a.md” is read at “guide/a/”, an index at its folder."""
    stem = name.removesuffix(".md")
    folder, _, last = stem.rpartition("/")
    if last in ("index", "README"):
        return f"{folder}/" if folder else ""
    return f"{stem}/"


@cache
def known_slots() -> dict[str, Slot]:
    """The slots of this package and of plug-ins, by name."""
    return {item.name: item for item in discover("briefbook.pages.slots", Slot)}
