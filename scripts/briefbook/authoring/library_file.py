"""Edits of the library's files of sources: new entries, and fields of those that are there."""

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from briefbook.authoring.references import Value
from briefbook.authoring.yaml_edits import (
    Change,
    descend,
    edited,
    flow_list,
    refused,
    scalar,
    with_field,
)
from briefbook.corpus import Corpus, gather
from briefbook.findings import Severity
from briefbook.model import Source
from briefbook.project.files import write_whole
from briefbook.project.project import Project
from briefbook.syntax import ListNode, MappingNode, Node
from briefbook.text.document import Document, Span

Fields = Sequence[tuple[str, Value]]


class LibraryEdit:
    """Changes to files of sources, all of which are made when it is written.

    A file is written only if it reads afterwards as it should, and all else in it as before.
    """

    def __init__(self, project: Project, corpus: Corpus) -> None:
        self._project, self._corpus = project, corpus
        self._changes = defaultdict[str, list[Change]](list)
        self._new = defaultdict[str, dict[str, Fields]](dict)
        self._wanted = defaultdict[str, dict[str, Source]](dict)

    def add(self, path: str, name: str, fields: Fields) -> None:
        """A new source in a file."""
        self._new[path][name] = fields
        self._wanted[path][name] = Source.model_validate({"id": name, **_plain(fields)})

    def set(self, name: str, fields: Fields) -> None:
        """Fields of a source that is there."""
        entry = self._corpus.sources[name]
        document = self._corpus.document(entry.path)
        node = descend(self._corpus.node(entry.path), entry.route)
        if document is None or not isinstance(node, MappingNode):
            raise refused(entry.path, f"renew “{name}” yourself")
        for field, value in fields:
            change = with_field(document, node, field, _yaml(value), ("title", "type", "url"))
            self._changes[entry.path].append(change)
        given = {field: getattr(Source.model_validate({"id": "a", "title": "A", **_plain(fields)}),
                                field) for field, _ in fields}  # fmt: skip
        self._wanted[entry.path][name] = entry.record.replace(**given)

    def write(self) -> None:
        """Make all changes.

        Raises WrongUse for a file that cannot be changed so.
        """
        made = {path: self._made(path) for path in dict.fromkeys((*self._changes, *self._new))}
        for path, content in made.items():
            write_whole(self._project.root / path, content)

    def _made(self, path: str) -> bytes:
        place = self._project.root / path
        document, node = self._corpus.document(path), self._corpus.node(path)
        changes = list(self._changes[path])
        if document is None:
            content: bytes | None = _begun(place, self._new[path])
        else:
            changes += _inserted(document, node, self._new[path])
            content = edited(path, place.read_bytes(), document, changes)
        before = {name: one.record for name, one in self._corpus.sources.items()
                  if one.path == path}  # fmt: skip
        if content is None or not _reads(path, content, {**before, **self._wanted[path]}):
            raise refused(path, "name another file with --to, or mend it first")
        return content


def _reads(path: str, content: bytes, wanted: dict[str, Source]) -> bool:
    """Whether a file holds these sources and no others, and has no errors of reading."""
    read = gather([(path, content)])
    found = {name: one.record for name, one in read.sources.items()}
    own = {"SYN", "SCH"}
    wrong = any(one.kind.severity is Severity.error and one.kind.family in own
                for one in read.findings)  # fmt: skip
    return found == wanted and not wrong


def _plain(fields: Fields) -> dict[str, object]:
    return {name: value if isinstance(value, str) else [*value] for name, value in fields}


def _yaml(value: Value) -> str:
    return scalar(value) if isinstance(value, str) else flow_list(value)


def entry(name: str, fields: Fields, indent: str) -> str:
    """A source as it is written."""
    lines = [f"{indent}- id: {name}"]
    lines += [f"{indent}  {field}: {_yaml(value)}" for field, value in fields]
    return "".join(f"{line}\n" for line in lines)


def _inserted(document: Document, node: Node | None, new: dict[str, Fields]) -> list[Change]:
    """Where new entries go: by their ids where the file is ordered by these, else to its end."""
    text = document.text
    if not new:
        return []
    if not isinstance(node, ListNode) or not node.items or text[node.span.start] == "[":
        whole = "\n".join(entry(name, fields, "") for name, fields in new.items())
        bare = text.rstrip()
        empty = (
            isinstance(node, ListNode)
            and not node.items
            and text[node.span.start :].startswith("[")
        )
        if empty and isinstance(node, ListNode):
            return [(Span(node.span.start, node.span.end), whole.rstrip("\n"))]
        end = len(bare)
        return [(Span(end, len(text)), f"{chr(10) if bare else ''}{whole}")]
    starts = [_line_of(text, item) for item in node.items]
    ids = [_id_of(item) for item in node.items]
    dash = text.rfind("-", 0, node.items[0].span.start + 1)
    indent = text[text.rfind("\n", 0, dash) + 1 : dash]
    gap = "\n" if _are_apart(text, starts) else ""
    ordered = all(ids) and len(ids) > 1 and ids == sorted(ids)
    changes, at_end = list[Change](), list[str]()
    for name in sorted(new) if ordered else new:
        made = entry(name, new[name], indent)
        later = next((n for n, one in enumerate(ids) if one > name), None) if ordered else None
        if later is None:
            at_end.append(made)
        else:
            changes.append((Span(starts[later], starts[later]), f"{made}{gap}"))
    if at_end:
        end = len(text.rstrip())
        changes.append((Span(end, len(text)), f"\n{gap}{gap.join(at_end)}"))
    return changes


def _begun(place: Path, new: dict[str, Fields]) -> bytes | None:
    """A file with its first entries; None where something else stands in it."""
    before = place.read_bytes() if place.exists() else b""
    lines = before.decode("utf-8", errors="replace").splitlines()
    if any(line.strip() and not line.lstrip().startswith("#") for line in lines):
        return None
    entries = "\n".join(entry(name, fields, "") for name, fields in new.items())
    return before + entries.encode()


def _line_of(text: str, item: Node) -> int:
    """Where the lines of an entry begin, with comments right above it."""
    start = text.rfind("\n", 0, text.rfind("-", 0, item.span.start + 1)) + 1
    while start and text[:start].rstrip("\n") and (
        (above := text[text.rfind("\n", 0, start - 1) + 1 : start]).lstrip().startswith("#")
    ):  # fmt: skip
        start -= len(above)
    return start


def _id_of(item: Node) -> str:
    return str(getattr(descend(item, ("id",)), "value", ""))


def _are_apart(text: str, starts: list[int]) -> bool:
    """Whether an empty line stands between entries."""
    later = starts[1:] or [len(text)]
    return any(text[:start].endswith("\n\n") for start in later)
