"""The court over the store of texts: loaded when there is something to ask it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import chain, groupby
from typing import TypeVar

from briefbook.analysis.court.court import Court
from briefbook.analysis.court.elsewhere import shelved
from briefbook.analysis.court.proof import Proof, Quotation
from briefbook.analysis.court.stored_text import StoredText
from briefbook.project.processes import Workers, batched
from briefbook.project.stored_texts import PDF, TextStore

Item = TypeVar("Item")
Result = TypeVar("Result")
_PIECE, _HEAVY = 256, 16
"""So many quotations are asked by one process, one after the other, and are as much work as so many
briefs; so are the texts of a shelf."""


def proven(
    asked: Sequence[Quotation],
    store: TextStore,
    stored: Mapping[str, Sequence[str]],
    workers: Workers,
) -> Iterator[Proof]:
    """The proofs of quotations; `stored` gives for each source the hashes of its texts.

    Most stand in their own texts. Only where some do not, all texts are gone through, and these are
    asked once more. Those from the same sources should follow each other.
    """
    court = Court(stored, _Texts(store))
    heard = [*_by_text(court.hear, asked, lambda one: one.own, workers)]
    others = [n for n, one in enumerate(heard) if not one.is_final]
    settled = dict[int, Proof]()
    if others:
        court.index(workers.over(court.shelve, shelved(court.names), weight=_HEAVY))
        where = {n: court.likeliest(asked[n]) for n in others}
        others.sort(key=lambda n: where[n])
        settle = _by_text(
            lambda n: court.settle(asked[n], heard[n].proof), others, where.__getitem__, workers
        )
        settled = dict(zip(others, settle, strict=True))
    day = cache(lambda name: store.known(name).stored)
    for n, one in enumerate(heard):
        proof = settled.get(n, one.proof)
        yield replace(proof, stored=day(proof.text)) if proof.text else proof


def _by_text(
    work: Callable[[Item], Result],
    items: Iterable[Item],
    text: Callable[[Item], object],
    workers: Workers,
) -> Iterator[Result]:
    """`work` done on items, of which those with the same text follow each other: one process does
    them, which so reads it once, but for a text of which very much is asked."""
    pieces = [piece for _, group in groupby(items, text) for piece in batched(group, _PIECE)]
    return chain.from_iterable(
        workers.over(lambda piece: [work(item) for item in piece], pieces, weight=_HEAVY)
    )


class _Texts:
    def __init__(self, store: TextStore) -> None:
        self._store = store

    def get(self, name: str) -> StoredText | None:
        text = self._store.text(name)
        if text is None:
            return None
        return StoredText(text, paragraphs=self._store.known(name).media_type != PDF)

    def is_damaged(self, name: str) -> bool:
        return self._store.is_damaged(name)
