"""Reads many files by several processes: what they read comes back as plain data."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import chain, islice

from briefbook.corpus import (
    FileRead,
    Kept,
    ReadMany,
    TextOnDemand,
    kept_from,
    read_each,
    read_file,
    read_from,
)
from briefbook.project.processes import FEW, Far, Workers

_File = tuple[str, bytes]


def read_by(workers: Workers) -> ReadMany:
    """How these workers read files; where there are few files or no others, it is done here."""

    def read_many(files: Iterable[_File]) -> Iterator[FileRead]:
        waiting = iter(files)
        first = list(islice(waiting, FEW))
        if len(first) < FEW or not workers.are_many:
            yield from read_each(chain(first, waiting))
            return
        given: deque[_File] = deque()

        def noted() -> Iterator[_File]:
            for file in chain(first, waiting):
                given.append(file)
                yield file

        for head, body in workers.over(_plain, noted(), Far(read_far)):
            name, raw = given.popleft()
            at_hand = _giving(raw)
            yield read_from(head, partial(str, body), name, at_hand, TextOnDemand(name, at_hand))

    return read_many


def read_far(_: None, __: None, files: list[_File]) -> list[Kept]:
    """The same in a process that has nothing of this one."""
    return [_plain(file) for file in files]


def _plain(file: _File) -> Kept:
    return kept_from(read_file(*file))


def _giving(raw: bytes) -> Callable[[str], bytes]:
    return lambda _: raw
