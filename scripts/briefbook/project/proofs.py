"""What the court says of every quotation; what cannot have changed is kept from run to run."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from hashlib import blake2b

from briefbook.analysis.court.proof import Proof, Quotation, QuotationState
from briefbook.analysis.edition import Edition
from briefbook.analysis.quotations import of_brief
from briefbook.project.cache import Cache
from briefbook.project.processes import Processes, Workers
from briefbook.project.stored_texts import TextStore

Proofs = Mapping[Quotation, Proof]


class Prover:
    """Has the quotations of editions proven, and keeps what was answered in the cache."""

    def __init__(
        self,
        store: TextStore,
        cache: Cache | None = None,
        workers: Workers | None = None,
        wants_path: Callable[[str], bool] | None = None,
    ) -> None:
        self._store, self._cache, self._workers = store, cache, workers or Processes()
        self._wants_path = wants_path
        self._now: dict[str, tuple[str, str]] = {}

    def __call__(self, edition: Edition) -> Proofs:
        """The proof of each quotation of an edition that stands in a wanted file."""
        stored = {name: one.snapshot for name, one in edition.sources.items() if one.snapshot}
        if not stored:
            self._now = {}
            return {}  # nowhere: what is said need not be read
        asked = {
            written.quotation
            for name, path in edition.corpus.path_of.items()
            if self._wants_path is None or self._wants_path(path)
            for _, written in of_brief(name, edition.briefs[name], edition.sources)
        }
        return self.prove_all(asked, stored)

    def prove_all(self, asked: Iterable[Quotation], stored: Mapping[str, Sequence[str]]) -> Proofs:
        """The proofs of quotations; `stored` gives for each source the hashes of its texts."""
        bench = _Bench(self._store, stored)
        found, now = dict[Quotation, Proof](), dict[str, tuple[str, str]]()
        missing = list[tuple[str, Quotation]]()
        for name, quotation in sorted(((str(one), one) for one in asked), key=_by_source):
            known = self._known.get(name)
            proof = Proof.read(known[1]) if known else None
            if known and proof and known[0] == bench.grounds(quotation, proof):
                found[quotation], now[name] = proof, known
            else:
                missing.append((name, quotation))
        proofs = bench.prove([quotation for _, quotation in missing], self._workers)
        for (name, quotation), proof in zip(missing, proofs, strict=True):
            found[quotation] = proof
            now[name] = (bench.grounds(quotation, proof), str(proof))
        self._now = now
        return found

    def before(self, _: Edition) -> Proofs:
        """What was answered when the cache was written."""
        return {Quotation.read(one): Proof.read(proof) for one, (_, proof) in self._known.items()}

    @cached_property
    def _known(self) -> Mapping[str, tuple[str, str]]:
        if self._cache is None:
            return {}
        rows = self._cache.tables.execute("select quotation, grounds, proof from proofs")
        return {quotation: (grounds, proof) for quotation, grounds, proof in rows}

    @property
    def changed(self) -> bool:
        """Whether there is anything to write."""
        return self._now != self._known

    def write(self, tables: sqlite3.Connection) -> None:
        """Bring the tables to what is known now."""
        tables.execute("delete from proofs")
        tables.executemany(
            "insert into proofs values (?, ?, ?)",
            ((one, grounds, proof) for one, (grounds, proof) in self._now.items()),
        )


class _Bench:
    """The court over a store, and what an answer of it hangs on."""

    def __init__(self, store: TextStore, stored: Mapping[str, Sequence[str]]) -> None:
        self._store, self._stored = store, stored
        self._grounds: dict[tuple[tuple[str, ...], bool], str] = {}

    def prove(self, asked: Sequence[Quotation], workers: Workers) -> Iterator[Proof]:
        """The proofs of quotations, of which those from the same sources follow each other."""
        if not asked:
            return iter(())
        # The rules of spelling take a sixth of a second to load, and most runs ask nothing.
        from briefbook.project.hearing import proven  # noqa: PLC0415

        return proven(asked, self._store, self._stored, workers)

    def grounds(self, quotation: Quotation, proof: Proof) -> str:
        """A digest of the texts that were asked: of all that are stored, but for a quotation that
        stands in its own."""
        asked = quotation.own, proof.state is QuotationState.verbatim
        if asked not in self._grounds:
            self._grounds[asked] = self._grounds_of(*asked)
        return self._grounds[asked]

    def _grounds_of(self, sources: Sequence[str], only_own: bool) -> str:
        if not only_own:
            return self._whole + _digest([("own", sources)])
        own = [name for source in sources for name in self._stored.get(source, ())]
        return _digest((name, self._store.stamp(name)) for name in own)

    @cached_property
    def _whole(self) -> str:
        names = sorted({name for names in self._stored.values() for name in names})
        return _digest(
            [*((name, self._store.stamp(name)) for name in names), *sorted(self._stored.items())]
        )


def _by_source(asked: tuple[str, Quotation]) -> tuple[tuple[str, ...], str]:
    return asked[1].own, asked[0]


def _digest(parts: Iterable[object]) -> str:
    digest = blake2b(digest_size=12)
    for part in parts:
        digest.update(repr(part).encode())
    return digest.hexdigest()
