"""Changes to the files of a corpus and of docs/ by which references follow what they name."""

import difflib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from briefbook.analysis.same_work import normal_url
from briefbook.authoring.page_links import with_links
from briefbook.authoring.yaml_edits import (
    Change,
    descend,
    edited,
    end_of_text,
    flow_list,
    refused,
    scalar,
    with_field,
)
from briefbook.corpus import Corpus, LibraryRecord, Link, Places, Target, gather
from briefbook.findings import Route, Severity
from briefbook.model import Source
from briefbook.project.files import write_whole
from briefbook.project.project import Project
from briefbook.project.wrong_use import WrongUse
from briefbook.syntax import MappingNode, to_data
from briefbook.text.document import Span
from briefbook.text.terminal import visible

_ID = "[a-z0-9-]"


@dataclass
class Plan:
    """What a renaming or a merger writes: whole files by path, and files that move.

    `links` counts the references that follow.
    """

    files: dict[str, bytes] = field(default_factory=dict)
    moved: dict[str, str] = field(default_factory=dict)
    links: int = 0
    notes: list[str] = field(default_factory=list)

    def difference(self, root: Path) -> str:
        """What would change, as a unified diff."""
        return "".join(self._differences(root))

    def _differences(self, root: Path) -> Iterator[str]:
        for path, content in sorted(self.files.items()):
            old = (root / path).read_bytes().decode("utf-8", "replace").splitlines(keepends=True)
            new = content.decode("utf-8", "replace").splitlines(keepends=True)
            after = self.moved.get(path, path)
            for line in difflib.unified_diff(old, new, path, after):
                yield visible(line.rstrip("\n")) + "\n"

    def carry_out(self, root: Path) -> None:
        """Write all files; if one cannot be, those that were are put back.

        Raises WrongUse.
        """
        before = {path: (root / path).read_bytes() for path in self.files}
        written: list[str] = []
        try:
            for path, content in self.files.items():
                write_whole(root / self.moved.get(path, path), content)
                written.append(path)
        except WrongUse:
            for path in written:
                if path in self.moved:
                    (root / self.moved[path]).unlink(missing_ok=True)
                else:
                    write_whole(root / path, before[path])
            raise
        for path in self.moved:
            (root / path).unlink(missing_ok=True)


class ReferenceEdits:
    """Changes to the files of a corpus and of docs/."""

    def __init__(self, project: Project, corpus: Corpus) -> None:
        self._project, self._corpus = project, corpus
        self._changes = defaultdict[str, list[Change]](list)
        self._places = Places(corpus)
        self._texts: dict[str, bytes] = {}
        self._links = 0
        self.moved: dict[str, str] = {}
        self._notes: list[str] = []

    def point(self, link: Link, target: Target, new: str) -> None:
        """A reference names the new id."""
        span = self._places.span(link.place)
        owner = target.role == "brief" and "#" in link.reference.target
        self.replace(link.path, span, target.id, new, owner=owner)
        self._links += 1

    def replace(self, path: str, span: Span, old: str, new: str, *, owner: bool = False) -> None:
        """In a stretch of a file an id becomes another: the one before a “#” if it is the owner's,
        else the last one."""
        document = self._corpus.document(path)
        if document is None:
            raise refused(path, f"write “{new}” for “{old}” yourself")
        text = document.text[span.start : span.end]
        end = "(?=#)" if owner else f"(?!{_ID}|#)"
        found = re.search(f"(?<!{_ID}){re.escape(old)}{end}", text)
        if found is None:
            raise refused(path, f"write “{new}” for “{old}” yourself")
        at = Span(span.start + found.start(), span.start + found.end())
        self._changes[path].append((at, new))

    def former(
        self, path: str, route: tuple[str | int, ...], ids: tuple[str, ...], now: str = ""
    ) -> None:
        """A record, or a brief, notes what it was called and is not `now`."""
        ids = tuple(one for one in dict.fromkeys(ids) if one != now)
        document, node = self._corpus.document(path), descend(self._corpus.node(path), route)
        if document is None or not isinstance(node, MappingNode):
            raise refused(path, f"add “renamed_from: {flow_list(ids)}” yourself")
        beside = ("id", "title", "summary", "status") if not route else ("id",)
        value = f"[{', '.join(ids)}]"
        self._changes[path].append(with_field(document, node, "renamed_from", value, beside))

    def take_out(self, path: str, route: tuple[str | int, ...]) -> None:
        """An entry of a list goes, with the comment and one empty line above it."""
        document, node = self._corpus.document(path), descend(self._corpus.node(path), route)
        if document is None or node is None:
            raise refused(path, "take it out yourself")
        text = document.text
        dash = text.rfind("-", 0, node.span.start + 1)
        if text[dash : node.span.start].strip() != "-":
            raise refused(path, "take it out yourself")
        start = text.rfind("\n", 0, dash) + 1
        while start and (above := _line_above(text, start)).lstrip().startswith("#"):
            start -= len(above)
            comment = visible(above.strip().removeprefix("#").strip())
            self._notes.append(f"{path}: the comment above it went, too: “{comment}”")
        line = text.find("\n", end_of_text(text, node))
        end = len(text) if line < 0 else line + 1
        if text[end:].startswith("\n"):
            end += 1
        self._changes[path].append((Span(start, end), ""))

    def fill(self, gone: LibraryRecord[Source], kept: LibraryRecord[Source]) -> None:
        """A source that stays gets what it lacks of one that goes; what that said otherwise is
        told. Its stored texts count from now on, too."""
        document = self._corpus.document(kept.path)
        node = descend(self._corpus.node(kept.path), kept.route)
        other = descend(self._corpus.node(gone.path), gone.route)
        if document is None or not isinstance(node, MappingNode):
            raise refused(kept.path, f"bring “{kept.id}” and “{gone.id}” together yourself")
        values = to_data(other) if other is not None else {}
        for name, value in values.items():
            if name in ("id", "renamed_from", "withdrawn"):
                continue
            shown = (
                yaml.safe_dump(
                    value, default_flow_style=True, allow_unicode=True, width=10**9, sort_keys=False
                )
                .removesuffix("\n...\n")
                .strip()
            )
            if name == "snapshot":
                both = (*kept.record.snapshot, *gone.record.snapshot)
                change = with_field(document, node, name, flow_list(dict.fromkeys(both)))
                self._changes[kept.path].append(change)
            elif name == "archived_url" and _are_of_two_pages(gone.record, kept.record):
                self._notes.append(f"{shown} is a copy of another page and was not taken")
            elif name not in node.entries:
                typed = scalar(value) if isinstance(value, str) else shown
                self._changes[kept.path].append(with_field(document, node, name, typed))
            elif getattr(gone.record, name, None) != getattr(kept.record, name, None):
                self._notes.append(f"“{kept.id}” keeps its own {name}; “{gone.id}” had {shown}")

    def doubles(self, moved: Iterable[Link], there: Iterable[Link], now: str) -> None:
        """Notes where two names beside each other have become one."""
        kept = {(link.path, link.reference.route) for link in there}
        for link in moved:
            route = link.reference.route
            beside = [one for path, one in kept if path == link.path and _are_beside(route, one)]
            if beside:
                region = self._places.region(link.place)
                self._notes.append(
                    f"{link.path}:{region.line}: “{now}” stands there twice now; take one out"
                )

    def documents(self, docs: Path, target: Target, new: str) -> None:
        """Links in hand-written pages follow, too."""
        for path in sorted(docs.rglob("*.md")):
            raw = path.read_bytes()
            made, number = with_links(
                raw.decode("utf-8", "surrogateescape"), target, new, self._project.settings.site_url
            )
            if number:
                self._links += number
                within = path.relative_to(self._project.root).as_posix()
                self._texts[within] = made.encode("utf-8", "surrogateescape")

    def plan(self) -> Plan:
        """All files as they would be."""
        files = dict(self._texts)
        for path, changes in self._changes.items():
            document = self._corpus.document(path)
            raw = (self._project.root / path).read_bytes()
            made = edited(path, raw, document, changes) if document else None
            if made is None or _is_worse(path, raw, made):
                raise refused(path, "change it yourself")
            files[path] = made
        return Plan(files, self.moved, self._links, self._notes)


def _are_of_two_pages(one: Source, other: Source) -> bool:
    addresses = {normal_url(url) for url in (one.url, other.url) if url}
    return len(addresses) > 1


def _are_beside(one: Route, other: Route) -> bool:
    """Whether two references stand in one list or item, or in two rows of one matrix."""
    in_one_item = one[:-1] == other[:-1] or one[:-2] == other[:-1] or one[:-1] == other[:-2]
    in_rows = one[-1] == other[-1] == "evidence" and one[:-2] == other[:-2]
    return one != other and (in_one_item or in_rows)


def _line_above(text: str, start: int) -> str:
    """The line that ends where another one starts."""
    return text[text.rfind("\n", 0, start - 1) + 1 : start]


def _is_worse(path: str, before: bytes, after: bytes) -> bool:
    """Whether a file reads with errors that it did not have."""
    found = [
        sum(one.kind.family in ("SYN", "SCH") and one.kind.severity is Severity.error
            for one in gather([(path, raw)]).findings)
        for raw in (before, after)
    ]  # fmt: skip
    return found[1] > found[0]
