"""Makes the index of all records that the search knows."""

import gzip
import json
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from briefbook.pages import SearchRecord
from briefbook.pages.vocabulary import RECORD_KINDS
from briefbook.publish.search_index.places import LOCAL_BITS, local, slots
from briefbook.publish.search_index.terms import STOP_WORDS, shard_of, words
from briefbook.text.artifact import Artifact

FOLDER = "search"
VERSION = 1
_SIZES = ((2_000, 64), (40_000, 256))
"""Up to so many records there are so many shards."""
_MOST_SHARDS = 1024
_PAGES_A_BLOCK = 16
_WEIGHT = {"actor": 3.0, "claim": 2.0, "judgment": 2.0, "brief": 2.0, "topic": 2.0,
           "question": 1.5, "barrier": 1.5, "page": 0.6, "source": 0.5}  # fmt: skip
"""Records say something themselves; sources only point on."""
_NAMED = ("actor", "topic")
"""Who is named everywhere would be lost among all that names them: they are found first."""
_USUAL_LENGTH = 40
"""Words of a record that is neither long nor short. A fixed number, not the mean: an edit changes
what is filed of one record only."""
_STEP = 4.0
_HIGHEST = 15


@dataclass
class SearchIndex:
    """Takes the records of one page after the other, and keeps only what it will write."""

    _postings: dict[str, "array[int]"] = field(default_factory=dict)
    _pages: list[tuple[str, date | None]] = field(default_factory=list)
    _blocks: dict[str, str] = field(default_factory=dict)
    _records: int = 0

    def add(self, address: str, day: date | None, records: Sequence[SearchRecord]) -> None:
        """Take the records of a page and the day of its content, where that is known."""
        if not records:
            return
        number = len(self._pages)
        self._pages.append((address, day))
        numbered, postings = filed(records)
        for term, found in postings.items():
            values = self._postings.setdefault(term, array("Q"))
            values.extend(number << LOCAL_BITS + 4 | value for value in found)
        self._blocks[address] = block_of(address, numbered)
        self._records += len(records)

    def files(self) -> Iterator[Artifact]:
        """The finished index."""
        slot = slots(self._pages)
        shards = shards_for(self._records)
        blocks = blocks_for(len(self._pages))
        by_number = [slot[address] for address, _ in self._pages]
        names: list[list[str]] = [[] for _ in range(shards)]
        for term in self._postings:
            names[shard_of(term, shards)].append(term)
        for number, terms in enumerate(names):
            pieces = {term: written(self._placed(term, by_number)) for term in terms}
            yield Artifact(f"{FOLDER}/words/{number}.bin", shard_of_pieces(pieces))
        together: dict[int, dict[int, str]] = {number: {} for number in range(blocks)}
        for address, text in self._blocks.items():
            together[slot[address] % blocks][slot[address]] = text
        for number, pages in together.items():
            yield Artifact(f"{FOLDER}/records/{number}.bin", block_of_pages(pages))
        yield about(shards, blocks, self._records)

    def _placed(self, term: str, slot: Sequence[int]) -> Iterator[int]:
        """A term's postings by the slots of their pages."""
        low = (1 << LOCAL_BITS + 4) - 1
        for value in self._postings[term]:
            yield slot[value >> LOCAL_BITS + 4] << LOCAL_BITS + 4 | value & low


Numbered = list[tuple[int, SearchRecord]]


def filed(records: Iterable[SearchRecord]) -> tuple[Numbered, Mapping[str, list[int]]]:
    """The records of a page with their numbers within it, and for each term those numbers with the
    impact in their low four bits."""
    places = Counter[int]()
    numbered: Numbered = []
    postings: dict[str, list[int]] = {}
    for record in records:
        kind = _KINDS.get(record.kind, len(_KINDS))
        within = local(kind, places[kind])
        places[kind] += 1
        numbered.append((within, record))
        for term, impact in impacts(record).items():
            postings.setdefault(term, []).append(within << 4 | impact)
    return numbered, postings


def about(shards: int, blocks: int, records: int) -> Artifact:
    """What a browser reads first."""
    told = {
        "version": VERSION, "shards": shards, "blocks": blocks, "records": records,
        "kinds": list(_KINDS), "stop": sorted(STOP_WORDS),
    }  # fmt: skip
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    return Artifact(f"{FOLDER}/index.json", text.encode())


def shard_of_pieces(pieces: Mapping[str, bytes]) -> bytes:
    """A shard: terms with the length of their postings, a line's end, and the postings."""
    terms = sorted(pieces)
    head = [part for term in terms for part in (term, len(pieces[term]))]
    names = json.dumps(head, ensure_ascii=False, separators=(",", ":"))
    return _packed(names.encode() + b"\n" + b"".join(pieces[term] for term in terms))


def block_of_pages(pages: Mapping[int, str]) -> bytes:
    """A block: what is shown of some pages, by their slots."""
    lines = ",".join(f'"{at}":{text}' for at, text in sorted(pages.items()))
    return _packed(f"{{{lines}}}".encode())


_KINDS = {kind: number for number, kind in enumerate(RECORD_KINDS)}


def shards_for(records: int) -> int:
    """How many shards an index of so many records has."""
    return next((shards for most, shards in _SIZES if records <= most), _MOST_SHARDS)


def blocks_for(pages: int) -> int:
    """How many blocks so many pages have: a power of two, so that few pages ever move."""
    return 1 << max(0, pages // _PAGES_A_BLOCK - 1).bit_length()


def impacts(record: SearchRecord) -> Mapping[str, int]:
    """How much each of its words says of a record, 1 to 15; its values, which say nothing, 0.

    As BM25 has it (k1 1.2, b 0.75), with a fixed usual length; the words of the title count most.
    """
    found = [*words(" ".join(record.content.values()))]
    title = {*words(record.title)}
    weight = _WEIGHT.get(record.kind, 1.0)
    slack = 1.2 * (0.25 + 0.75 * len(found) / _USUAL_LENGTH)
    made = {
        term: _impact(weight * often / (often + slack) * (1.8 if term in title else 1.0))
        for term, often in Counter(found).items()
    }
    for term in title if record.kind in _NAMED else title - made.keys():
        made[term] = _HIGHEST if record.kind in _NAMED else _impact(weight)
    for facet, values in record.facets.items():
        made |= {f"={facet}:{value}": 0 for value in values}
    return made


def _impact(score: float) -> int:
    return max(1, min(_HIGHEST - 1, round(score * _STEP)))


def written(values: Iterable[int]) -> bytes:
    """A term's postings: numbers in their order, each as the distance from the one before, with the
    impact in its low four bits: seven bits a byte, the lowest first."""
    body = bytearray()
    before = 0
    for value in sorted(values):
        number = value >> 4
        left = number - before << 4 | value & 15
        before = number
        while left > 127:
            body.append(left & 127 | 128)
            left >>= 7
        body.append(left)
    return bytes(body)


def block_of(address: str, records: Numbered) -> str:
    """What is shown of a page's records, in JSON: the address, what they share, each record."""
    metas = [{k: v for k, v in one.meta.items() if v} for _, one in records]
    shared = dict(set.intersection(*({*meta.items()} for meta in metas)))
    values: dict[tuple[str, str], int] = {}
    shown = []
    for (within, record), meta in zip(records, metas, strict=True):
        own = {key: value for key, value in meta.items() if key not in shared}
        facets = [
            values.setdefault((facet, value), len(values))
            for facet, found in record.facets.items()
            for value in found
        ]
        anchor = record.address.partition("#")[2]
        shown.append([within, anchor, record.title, record.kind, own, facets])
    page = [address, dict(sorted(shared.items())), [*values], shown]
    return json.dumps(page, ensure_ascii=False, separators=(",", ":"))


def _packed(content: bytes) -> bytes:
    return gzip.compress(content, 6, mtime=0)
