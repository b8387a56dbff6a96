"""The court over the store of texts: loaded when there is something to ask it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import chain, groupby
from typing import TypeVar

from briefbook.analysis.court.court import Court, Heard
from briefbook.analysis.court.elsewhere import shelved
from briefbook.analysis.court.proof import Proof, Quotation
from briefbook.analysis.court.stored_text import StoredText
from briefbook.project.processes import Workers, batched
from briefbook.project.stored_texts import PDF, TextStore

Item = TypeVar("Item")
_PIECE, _HEAVY = 256, 16
"""So many quotations are asked by one process, one after the other, and are as much work as so many
briefs; so are the texts of a shelf."""
_ROOM = 10_000_000
"""Letters of folded texts that are held, each of which takes some five bytes."""


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
    texts = _Texts(store)
    court = Court(stored, texts)

    def hear(piece: Sequence[Quotation]) -> tuple[list[Heard], Mapping[str, StoredText]]:
        answers = [court.hear(one) for one in piece]
        is_done = all(one.is_final for one in answers)
        own = {} if is_done else court.own_texts(piece[0])
        return answers, {name: text for name, text in own.items() if len(text.raw) <= _ROOM}

    heard = list[Heard]()
    for answers, folded in workers.over(hear, _by_text(asked, lambda one: one.own), weight=_HEAVY):
        heard += answers
        texts.hold(folded)
    settled = _settled(court, asked, heard, workers)
    day = cache(lambda name: store.known(name).stored)
    for n, one in enumerate(heard):
        proof = settled.get(n, one.proof)
        yield replace(proof, stored=day(proof.text)) if proof.text else proof


def _settled(
    court: Court, asked: Sequence[Quotation], heard: Sequence[Heard], workers: Workers
) -> Mapping[int, Proof]:
    """What is said of those quotations that other texts may have, by their numbers."""
    others = [n for n, one in enumerate(heard) if not one.is_final]
    if not others:
        return {}
    court.index(workers.over(court.shelve, shelved(court.names), weight=_HEAVY))
    where = {n: court.likeliest(asked[n]) for n in others}
    others.sort(key=lambda n: where[n])
    proofs = workers.over(
        lambda piece: [court.settle(asked[n], heard[n].proof) for n in piece],
        _by_text(others, where.__getitem__), weight=_HEAVY,
    )  # fmt: skip
    return dict(zip(others, chain.from_iterable(proofs), strict=True))


def _by_text(items: Iterable[Item], text: Callable[[Item], object]) -> list[Sequence[Item]]:
    """Items in pieces, those with the same text in one: one process does them, which so reads it
    once, but for a text of which very much is asked."""
    return [piece for _, group in groupby(items, text) for piece in batched(group, _PIECE)]


class _Texts:
    """The stored texts; some are held that another process has folded, which takes far longer than
    to send them."""

    def __init__(self, store: TextStore) -> None:
        self._store = store
        self._held: dict[str, StoredText] = {}
        self._room = _ROOM

    def hold(self, texts: Mapping[str, StoredText]) -> None:
        """Keep texts as they are, as long as there is room."""
        for name, text in texts.items():
            if name not in self._held and len(text.raw) <= self._room:
                self._held[name] = text
                self._room -= len(text.raw)

    def get(self, name: str) -> StoredText | None:
        held = self._held.get(name)
        if held is not None:
            return held
        text = self._store.text(name)
        if text is None:
            return None
        return StoredText(text, paragraphs=self._store.known(name).media_type != PDF)

    def is_damaged(self, name: str) -> bool:
        return self._store.is_damaged(name)
