"""Brings an index up to date: in the shards and blocks of what some pages say otherwise.

What comes out is, byte for byte, the index that would be made anew.
"""

import gzip
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from briefbook.pages import SearchRecord
from briefbook.publish.search_index.index import (
    FOLDER,
    about,
    block_of,
    block_of_pages,
    blocks_for,
    filed,
    shard_of_pieces,
    shards_for,
    written,
)
from briefbook.publish.search_index.places import LOCAL_BITS, slots
from briefbook.publish.search_index.terms import shard_of
from briefbook.text.artifact import Artifact

Records = Callable[[], Sequence[SearchRecord]]
_MOST = 0.2
"""From this share of pages on that changed, making all anew is as quick."""


@dataclass(frozen=True, slots=True)
class Indexed:
    """A page in the index: the day of its content, and how many records it has."""

    day: date | None
    records: int


@dataclass(frozen=True)
class Update:
    """The pages of the last index and of this one by their addresses, and those that say something
    else now, each with its records before and after."""

    before: Mapping[str, Indexed]
    after: Mapping[str, Indexed]
    changed: Mapping[str, tuple[Records, Records]]
    same: Callable[[str], Records]
    """The records of a page that says what it said."""

    def files(self, read: Callable[[str], bytes]) -> Iterator[Artifact] | None:
        """The files that are otherwise now, by what `read` has of the last index under their names.

        None where all are.
        """
        old, new = _slots(self.before), _slots(self.after)
        moved = {one for one in old.keys() & new.keys() if old[one] != new[one]}
        changed = {*self.changed, *moved}
        if _sizes(self.before) != _sizes(self.after) or len(changed) > max(8, _MOST * len(new)):
            return None
        return self._files(read, old, new, changed)

    def _files(
        self, read: Callable[[str], bytes], old: Mapping[str, int], new: Mapping[str, int],
        changed: set[str],
    ) -> Iterator[Artifact]:  # fmt: skip
        number_of_shards, number_of_blocks = _sizes(self.after)
        out: dict[str, set[int]] = {}
        into: dict[str, set[int]] = {}
        blocks: dict[int, dict[int, str | None]] = {}
        for side, (slot, terms) in enumerate(((old, out), (new, into))):
            for address in sorted(changed & slot.keys()):
                records = self.changed.get(address) or (self.same(address),) * 2
                at = slot[address]
                numbered, postings = filed(records[side]())
                for term, values in postings.items():
                    placed = {at << LOCAL_BITS + 4 | value for value in values}
                    terms.setdefault(term, set()).update(placed)
                text = block_of(address, numbered) if terms is into else None
                blocks.setdefault(at % number_of_blocks, {})[at] = text
        terms_of: dict[int, list[str]] = {}
        for term in out.keys() | into.keys():
            if out.get(term, set()) != into.get(term, set()):
                terms_of.setdefault(shard_of(term, number_of_shards), []).append(term)
        for number, names in sorted(terms_of.items()):
            path = f"{FOLDER}/words/{number}.bin"
            yield Artifact(path, _shard(read(path), names, out, into))
        for number, pages in sorted(blocks.items()):
            path = f"{FOLDER}/records/{number}.bin"
            yield Artifact(path, _block(read(path), pages))
        total = sum(one.records for one in self.after.values())
        yield about(number_of_shards, number_of_blocks, total)


def _slots(pages: Mapping[str, Indexed]) -> Mapping[str, int]:
    return slots((address, one.day) for address, one in pages.items())


def _sizes(pages: Mapping[str, Indexed]) -> tuple[int, int]:
    return shards_for(sum(one.records for one in pages.values())), blocks_for(len(pages))


def _shard(
    content: bytes, names: Iterable[str], out: Mapping[str, set[int]], into: Mapping[str, set[int]]
) -> bytes:
    """A shard with other postings of some terms."""
    head, _, body = gzip.decompress(content).partition(b"\n")
    told = json.loads(head)
    pieces: dict[str, bytes] = {}
    start = 0
    for term, length in zip(told[::2], told[1::2], strict=True):
        pieces[term] = body[start : start + length]
        start += length
    for term in names:
        held = {*_numbers(pieces.get(term, b""))} - out.get(term, set()) | into.get(term, set())
        if held:
            pieces[term] = written(held)
        else:
            pieces.pop(term, None)
    return shard_of_pieces(pieces)


def _numbers(body: bytes) -> Iterator[int]:
    """The numbers of a term's postings, each with its impact in the low four bits."""
    before, value, shift = 0, 0, 0
    for byte in body:
        value |= (byte & 127) << shift
        if byte & 128:
            shift += 7
            continue
        before += value >> 4
        yield before << 4 | value & 15
        value = shift = 0


def _block(content: bytes, pages: Mapping[int, str | None]) -> bytes:
    """A block with other texts of some pages."""
    texts = {
        int(at): json.dumps(page, ensure_ascii=False, separators=(",", ":"))
        for at, page in json.loads(gzip.decompress(content)).items()
    }
    for at, text in pages.items():
        if text is None:
            texts.pop(at, None)
        else:
            texts[at] = text
    return block_of_pages(texts)
