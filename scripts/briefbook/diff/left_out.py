"""Entries of the library that no comparison looks at: those with mistakes, and second ones of an
id, of which only the first counts."""

from collections.abc import Iterator
from itertools import chain

from briefbook.corpus import Corpus
from briefbook.diff.readable import id_of
from briefbook.model.record_types import of_library
from briefbook.syntax import ListNode


def left_out(corpus: Corpus) -> dict[str, set[str]]:
    """By file the ids of such entries, or “entry 3” for one without."""
    found: dict[str, set[str]] = {}
    for path, name in chain(_unread(corpus), _second(corpus)):
        found.setdefault(path, set()).add(name)
    return found


def _unread(corpus: Corpus) -> Iterator[tuple[str, str]]:
    read: dict[str, set[object]] = {}
    entries = (entry for kind in of_library() for entry in corpus.library_records(kind).values())
    for entry in chain(entries, corpus.second):
        read.setdefault(entry.path, set()).add(entry.route[:1])
    for file in corpus.library:
        # Whatever cannot be read has a finding, so that sound files need no tree.
        if file.path not in corpus.findings_at or not isinstance(file.node, ListNode):
            continue
        for index, item in enumerate(file.node.items):
            if (index,) not in read.get(file.path, ()):
                yield file.path, id_of(item) or f"entry {index + 1}"


def _second(corpus: Corpus) -> Iterator[tuple[str, str]]:
    """Those that say something else than the first."""
    first = {kind.model: corpus.library_records(kind) for kind in of_library()}
    for entry in corpus.second:
        if first[type(entry.record)][entry.id].record != entry.record:
            yield entry.path, entry.id
