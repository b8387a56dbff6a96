"""Which actors a text names: their names and aliases found in it, in time linear in the text."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from briefbook.model import Entity

_WORD = re.compile(r"[^\W_]+")
_SHORTEST = 3
Words = tuple[str, ...]


@dataclass(frozen=True)
class NameIndex:
    """Names by their first word."""

    by_first_word: Mapping[str, tuple[tuple[Words, str], ...]]

    @classmethod
    def of(cls, entities: Mapping[str, Entity]) -> "NameIndex":
        """Names and aliases of at least three characters; a one-word name must have a capital."""
        found: dict[str, list[tuple[Words, str]]] = {}
        for name, entity in entities.items():
            for said in (entity.name, *(alias.name for alias in entity.aliases)):
                words = tuple(_WORD.findall(said))
                if words and len(said) >= _SHORTEST and said != said.lower():
                    found.setdefault(words[0], []).append((words, name))
        return cls({word: tuple(names) for word, names in found.items()})

    def in_texts(self, texts: Iterable[str]) -> tuple[str, ...]:
        """Ids of the entities that the texts name, in the order of first mention."""
        found: dict[str, None] = {}
        for text in texts:
            words = tuple(_WORD.findall(text))
            for index, word in enumerate(words):
                for name, entity in self.by_first_word.get(word, ()):
                    if words[index : index + len(name)] == name:
                        found[entity] = None
        return tuple(found)
