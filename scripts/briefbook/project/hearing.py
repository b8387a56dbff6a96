"""The court over the store of texts: loaded when there is something to ask it."""

from collections.abc import Mapping, Sequence

from briefbook.analysis.court.court import Court
from briefbook.analysis.court.stored_text import StoredText
from briefbook.project.stored_texts import PDF, TextStore


def court_over(store: TextStore, stored: Mapping[str, Sequence[str]]) -> Court:
    """A court that asks the texts of a store; `stored` gives for each source their hashes."""
    return Court(stored, _Texts(store))


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
