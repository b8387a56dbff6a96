"""Readable ids for sources: the first author's name, a word of the title, the year."""

import re
from collections.abc import Collection

from anyascii import anyascii

from briefbook.authoring.references import Reference
from briefbook.model.reserved import RESERVED
from briefbook.model.scalars import MAX_ID, is_id

_LITTLE = frozenset({
    "a", "an", "and", "as", "at", "by", "for", "from", "how", "in", "is", "its", "of",
    "on", "or", "our", "the", "their", "this", "to", "was", "what", "when", "where",
    "which", "who", "why", "with", "der", "die", "das", "ein", "eine", "und", "zu", "von",
    "im", "le", "la", "les", "un", "une", "des", "du", "de", "et", "en", "el", "los",
    "las", "una", "y", "o", "il", "lo", "gli", "i", "v", "na", "s", "k", "po", "ot", "iz",
    "za", "ob", "pri", "dlya",
})  # fmt: skip
_LONGEST_WORD = 24


def readable_id(reference: Reference, taken: Collection[str]) -> str:
    """An id that nobody has: “gibb-coming-2023”, and where that is taken with one more word of the
    title, or a number."""
    authors = reference.fields.get("authors", ())
    first = authors[0] if isinstance(authors, tuple) and authors else reference.text("publisher")
    every = _words(reference.text("title"))
    words = [word for word in every if word not in _LITTLE] or every
    year = next(iter(re.findall(r"\d{4}", reference.text("published"))), "")
    who = _surname(first) if isinstance(authors, tuple) and authors else _publisher(first)
    for number in range(min(1 if who else 2, len(words)), len(words) + 1):
        found = _joined([*who, *words[:number], year])
        if is_id(found) and found not in taken and found not in RESERVED:
            return found
    base = _joined([*who, *words[:1], year]) or "source"
    numbers = (f"{base[: MAX_ID - 8]}-{n}" for n in range(2, len(taken) + 3))
    return next(one for one in numbers if one not in taken)


def _publisher(name: str) -> list[str]:
    return [word for word in _words(name) if word not in _LITTLE][:2]


def _surname(name: str) -> list[str]:
    """What a person is filed under: the last word; of an institution the first two words."""
    name = _AFTER_NAMES.sub("", name)
    words = [word for word in _words(name) if word not in _LITTLE] or _words(name)
    person = 1 < len(words) < 5 and not re.search(r"[A-Z]{3}", name)
    parts = name.split()
    if person and not any(part in _OF_INSTITUTIONS for part in map(str.casefold, parts)):
        last = _words(parts[-1])
        return last[-1:] or words[-1:]
    return words[:2] if len(words) > 1 else words


_AFTER_NAMES = re.compile(r",?\s+(?:Jr|Sr|II|III|IV|PhD|MD)\.?$")
_OF_INSTITUTIONS = frozenset({
    "office", "bank", "agency", "university", "institute", "ministry", "department",
    "commission", "council", "committee", "association", "society", "company", "group",
    "centre", "center", "foundation", "union", "government", "service", "organisation",
    "organization", "court", "national", "international",
})  # fmt: skip


def _words(text: str) -> list[str]:
    plain = anyascii(text).casefold()
    return [word[:_LONGEST_WORD] for word in re.findall("[a-z0-9]+", plain)]


def _joined(words: list[str]) -> str:
    return "-".join(word for word in words if word)[:MAX_ID].strip("-")
