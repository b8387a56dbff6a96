"""The fields of a BibTeX entry, with what strings, `crossref` and `xdata` add to it."""

import re
from collections.abc import Mapping

from bibtexparser.model import Entry

_NOT_HANDED_ON = frozenset({
    "ids", "crossref", "xref", "xdata", "entryset", "keywords", "options", "presort", "related",
    "sortkey", "sortname", "label", "execute", "author", "file", "abstract",
})  # fmt: skip


def inherited(
    entry: Entry,
    by_key: Mapping[str, Entry],
    strings: Mapping[str, str],
    above: tuple[str, ...] = (),
) -> dict[str, str]:
    """The fields of an entry, with those that `crossref` and `xdata` hand on to it."""
    bare = entry.parser_metadata.get("removed_enclosing", {})
    own = {
        item.key.lower(): _joined(str(item.value), strings)
        if bare.get(item.key) == "no-enclosing" else str(item.value)
        for item in entry.fields
    }  # fmt: skip
    for link in ("xdata", "crossref"):
        for key in filter(None, re.split(r"\s*,\s*", own.get(link, ""))):
            parent = by_key.get(key.casefold())
            if parent is None or key.casefold() in above:
                continue
            seen = (*above, entry.key.casefold(), key.casefold())
            handed = inherited(parent, by_key, strings, seen)
            own.pop(link, None)
            for name, value in handed.items():
                heir = _heir(name, entry.entry_type.lower()) if link == "crossref" else name
                if heir not in own and name not in _NOT_HANDED_ON:
                    own[heir] = value
    return own


def _heir(name: str, kind: str) -> str:
    """What the field of a collection is in a part of it (biblatex, appendix B)."""
    part_of_book = kind.startswith("in") or kind in ("suppbook", "suppcollection", "conference")
    return (
        {"title": "booktitle", "subtitle": "booksubtitle"}.get(name, name) if part_of_book else name
    )


def _joined(value: str, strings: Mapping[str, str]) -> str:
    """A value that is put together of names and texts with “#”."""
    parts = [part.strip() for part in value.split("#")]
    known = (strings.get(part.casefold(), part.strip('"{}')) for part in parts)
    return "".join(known) if len(parts) > 1 else value
