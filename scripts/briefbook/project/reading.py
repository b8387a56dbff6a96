"""Reads many files by several processes: what they read comes back as plain data."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice

from briefbook.corpus import (
    FileRead,
    ReadMany,
    TextOnDemand,
    read_each,
    read_file,
    read_from,
    text_of,
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

        for text in workers.over(_plain, noted(), Far(read_far)):
            name, raw = given.popleft()
            yield read_from(text, name, TextOnDemand(name, _giving(raw)))

    return read_many


def read_far(_: None, __: None, files: list[_File]) -> list[str]:
    """The same in a process that has nothing of this one."""
    return [_plain(file) for file in files]


def _plain(file: _File) -> str:
    return text_of(read_file(*file))


def _giving(raw: bytes) -> Callable[[str], bytes]:
    return lambda _: raw
