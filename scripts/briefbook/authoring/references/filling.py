"""Fills in a source from what a tool says: what fits is kept, and all else is named."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from contextlib import suppress
from functools import cache

from pydantic import ValidationError

from briefbook.authoring.references import Reference, Value
from briefbook.model import Source
from briefbook.model.date_suggestions import meant
from briefbook.model.edtf import Edtf
from briefbook.text.babel_names import tags_by_name
from briefbook.text.doi import WrongDoi, bare_doi
from briefbook.text.isbn import bare_isbn

_LONGEST = 2_000
"""Characters of a value that can be meant: a title of more is a slip."""
_UNWANTED = re.compile(
    "[\ud800-\udfff\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff"
    "\U000e0000-\U000e007f]"
)
_DATE = re.compile(r"(\d{4})[/.](\d{1,2})(?:[/.](\d{1,2}))?/?")


class Filling:
    """A reference that is being filled in."""

    def __init__(self, key: str = "", line: int | None = None) -> None:
        self.reference = Reference(clean(key), line)

    def take(self, field: str, value: Value, said: str = "", as_typed: str = "") -> bool:
        """Keep a value, if the field has none yet and the value is one; else it is left, under the
        name by which the tool `said` it, `as_typed`. Returns whether it was kept."""
        value = clean(value) if isinstance(value, str) else tuple(map(clean, value))
        if not value or not (value if isinstance(value, str) else any(value)):
            return False
        if self.reference.fields.get(field) == value:
            return True
        if field == "doi" and isinstance(value, str):
            with suppress(WrongDoi):
                value = bare_doi(value)
        if field not in self.reference.fields and fits(field, value):
            self.reference.fields[field] = value
            return True
        self.leave(said or field, as_typed or value)
        return False

    def leave(self, said: str, value: object) -> None:
        """Name what a source cannot hold."""
        if isinstance(value, list | tuple | dict):
            value = _listed(value)
        text = clean(str(value))
        if text:
            self.reference.left.append((clean(said), text))

    def date(self, field: str, text: str, said: str = "") -> bool:
        """Keep a date that can be understood."""
        return self.take(field, as_edtf(text), said) if as_edtf(text) else self._lost(said, text)

    def language(self, text: str, said: str = "language") -> bool:
        """Keep a language: a tag (BCP 47), or its name as LaTeX has it, or in English."""
        plain = text.strip().replace("_", "-")
        tag = tags_by_name().get(plain.casefold(), plain)
        return self.take("language", tag, said, text)

    def identifier(self, text: str, said: str) -> bool:
        """Keep an ISBN or a DOI; else name the number, such as an ISSN."""
        for one in re.split(r"[,;]\s*|\s+(?=97[89]|ISBN)", text):
            if bare_isbn(one):
                self.take("isbn", one.strip(), said)
            else:
                self.leave(said, one)
        return True

    def address(self, text: str, said: str = "url") -> bool:
        """Keep an address; that of a DOI as the DOI."""
        try:
            doi = bare_doi(text) if "doi.org/" in text else ""
        except WrongDoi:
            doi = ""
        return self.take("doi", doi, said, text) if doi else self.take("url", text, said)

    def _lost(self, said: str, text: str) -> bool:
        self.leave(said, text)
        return False


def clean(text: str) -> str:
    """A text on one line, in NFC, without signs that nobody sees."""
    return " ".join(unicodedata.normalize("NFC", _UNWANTED.sub(" ", text)).split())


def fits(field: str, value: Value) -> bool:
    """Whether a source may have this value."""
    texts = [value] if isinstance(value, str) else value
    if any(len(text) > _LONGEST for text in texts):
        return False
    given = value if isinstance(value, str) else [*value]
    try:
        Source.model_validate({"id": "a", "title": "A", field: given})
    except ValidationError:
        return False
    return True


@cache
def as_edtf(text: str) -> str:
    """A date as EDTF; empty where it is none, or can mean several days."""
    plain = clean(text).strip(" .")
    if slashed := _DATE.fullmatch(plain):
        plain = "-".join(part.zfill(2) for part in slashed.groups() if part)
    return meant(plain, _is_date)


def _is_date(text: str) -> bool:
    try:
        Edtf.parse(text)
    except ValueError:
        return False
    return True


def person(family: str, given: str = "", *between: str) -> str:
    """A name as it is spoken: a Chinese, Japanese or Korean one begins with the family's."""
    parts = (family, given) if _is_east_asian(family) else (given, *between, family)
    gap = "" if _is_east_asian(family) and _is_east_asian(given) else " "
    return gap.join(part for part in map(clean, parts) if part)


def _is_east_asian(text: str) -> bool:
    return bool(re.search("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]", text))


def reversed_name(text: str) -> str:
    """“Duncan Gibb” of “Gibb, Duncan”; “King, Martin, Jr.” has what follows at its end."""
    parts = [part.strip() for part in text.split(",")]
    if len(parts) == 2:
        return person(parts[0], parts[1])
    if len(parts) == 3:
        return f"{person(parts[0], parts[1])} {parts[2]}".strip()
    return clean(text)


def _listed(value: Iterable[object] | Mapping[str, object]) -> str:
    if isinstance(value, Mapping):
        return ", ".join(f"{name} {one}" for name, one in value.items())
    return ", ".join(map(str, value))
