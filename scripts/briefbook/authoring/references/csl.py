"""CSL-JSON 1.0.2: a list of items, one item, or the record that a DOI's registry gives."""

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from briefbook.authoring.extractors import NoText
from briefbook.authoring.extractors.encodings import decoded
from briefbook.authoring.references import Reference, ReferenceFormat, Unread, Unreadable
from briefbook.authoring.references.datacite import as_csl
from briefbook.authoring.references.filling import Filling, as_edtf, person
from briefbook.text.listing import opening

_AS_CSL = {"journal-article": "article-journal", "proceedings-article": "paper-conference",
           "book-chapter": "chapter", "posted-content": "manuscript", "monograph": "book",
           "edited-book": "book", "report-component": "report", "dissertation": "thesis",
           "article": "article-journal", "web": "webpage"}  # fmt: skip
"""What registries and older exports call a type."""
_OUTLETS = ("container-title", "publisher", "container-title-short", "short-container-title")
_DATES = ("issued", "published", "published-print", "published-online")
_RICH = re.compile(
    r"</?(?:i|b|sub|sup|sc|em|strong|nc|scp|u|span|jats:[a-z-]+)(?:\s[^<>]*)?>", re.I
)
_OF_NAMES = ("family", "given", "literal", "name", "suffix", "dropping-particle",
             "non-dropping-particle")  # fmt: skip
_OF_A_REGISTRY = frozenset({
    "indexed", "reference-count", "references-count", "content-domain", "created", "deposited",
    "score", "prefix", "member", "is-referenced-by-count", "relation", "reference", "source",
    "subtitle-short", "journal-issue", "issn-type", "isbn-type", "license", "link", "resource",
    "update-policy", "alternative-id", "assertion", "funder", "special_numbering", "article-number",
    "archive", "subject", "short-title",
})  # fmt: skip
"""What a registry keeps for itself: named together."""


def _knows(raw: bytes, name: str) -> bool:
    return name.lower().endswith((".json", ".csljson")) or raw.lstrip()[:1] in (b"[", b"{")


def _read(raw: bytes, name: str) -> Iterator[Reference | Unread]:
    try:
        found = json.loads(decoded(raw), object_pairs_hook=_noting_repeats)
    except NoText as error:
        raise Unreadable(str(error)) from None
    except json.JSONDecodeError as error:
        raise Unreadable(f"it is no JSON: line {error.lineno}, column {error.colno}") from None
    except RecursionError:
        raise Unreadable("it is nested too deep") from None
    except ValueError:
        raise Unreadable("it holds a number that nobody can mean") from None
    if isinstance(found, dict):
        message = found.get("message")
        found = message if isinstance(message, dict) else found
        items = found["items"] if isinstance(found.get("items"), list) else [found]
    else:
        items = found
    if not isinstance(items, list):
        raise Unreadable("it is no list of references")
    for number, item in enumerate(items, 1):
        try:
            yield _entry(item, number)
        except RecursionError:
            yield Unread(None, f"item {number} is nested too deep")


def _noting_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object; where it says a thing twice the last counts, and the first is left to be named."""
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            found[f"{name} (first)"] = found[name]
        found[name] = value
    return found


def _entry(item: object, number: int) -> Reference | Unread:
    if not isinstance(item, dict):
        return Unread(None, f"item {number} is no reference")
    left = as_csl(item) if "titles" in item else dict(item)
    filling = Filling(_text(left.pop("citation-key", None) or left.get("id") or ""))
    left.pop("id", None)
    kind = _text(left.pop("type", ""))
    if kind and not filling.take("type", _AS_CSL.get(kind, kind), "type", kind):
        pass  # named as left
    titles = [_plain(_text(left.pop(name, ""))) for name in ("title", "subtitle")]
    filling.take("title", ": ".join(one for one in titles if one), "title")
    _people(left.pop("author", None) or left.pop("editor", None), filling)
    for name in _OUTLETS:
        filling.take("publisher", _plain(_text(left.pop(name, ""))), name)
    _dates(left, filling)
    _found_at(left, filling)
    registry = sorted(name for name in left if name in _OF_A_REGISTRY)
    for name, value in left.items():
        if name not in _OF_A_REGISTRY and value not in ("", [], {}, None):
            filling.leave(name, _names(value) if _are_names(value) else _text(value))
    if registry:
        filling.leave("the registry's own", ", ".join(registry))
    if "title" not in filling.reference.fields:
        if not any(titles):
            return Unread(None, f"item {number} has no title")
        return Unread(None, f"the title of item {number} is too long: {opening(titles[0], 60)}")
    return filling.reference


def _found_at(left: dict[str, Any], filling: Filling) -> None:
    filling.take("doi", _text(left.pop("DOI", "")), "DOI")
    url = _text(left.pop("URL", ""))
    if url:
        filling.address(url, "URL")
    for name in ("ISBN", "ISSN"):
        for value in _texts(left.pop(name, None)):
            filling.identifier(value, name)
    if language := _text(left.pop("language", "")):
        filling.language(language)


def _dates(left: dict[str, Any], filling: Filling) -> None:
    for name in _DATES:
        value = left.pop(name, None)
        _rest_of_date(name, value, filling)
        if value and not (date := _date(value)):
            filling.leave(name, _text(value))
        elif value and "published" not in filling.reference.fields:
            filling.take("published", date, name)
    if accessed := left.pop("accessed", None):
        found = _date(accessed)
        _rest_of_date("accessed", accessed, filling)
        if not filling.take("accessed", found, "accessed"):
            filling.leave("accessed", _text(accessed))


def _rest_of_date(name: str, value: object, filling: Filling) -> None:
    """What a date says beside the day."""
    if isinstance(value, dict) and value.get("date-parts"):
        days = value["date-parts"]
        has_month = isinstance(days, list) and bool(days) and len(days[0] or ()) > 1
        known = (
            "date-parts",
            "circa",
            "date-time",
            "timestamp",
            *(() if has_month else ("season",)),
        )
        for more, said in value.items():
            if more not in known:
                filling.leave(f"{name}: {more}", _text(said))


def _date(value: object) -> str:
    """A CSL date as EDTF: parts of one day or two, or as somebody typed it; empty for none."""
    if isinstance(value, str):
        return as_edtf(value)
    if not isinstance(value, dict):
        return ""
    parts = value.get("date-parts")
    if isinstance(parts, list) and parts and all(isinstance(one, list) for one in parts):
        days = [_day(one) for one in parts[:2]]
        season = str(value.get("season") or "")
        if season in ("1", "2", "3", "4") and len(parts[0]) == 1:
            days = [f"{parts[0][0]}-2{season}"]
        found = "/".join(days)
        if value.get("circa") and found and "/" not in found:
            found += "~"
        return as_edtf(found) if all(days) else ""
    return as_edtf(
        str(value.get("raw") or value.get("literal") or value.get("date-time") or "")[:60]
    )


def _day(parts: list[Any]) -> str:
    numbers = [str(part).strip() for part in parts[:3] if part not in (None, "", 0)]
    if not numbers or not all(
        one.lstrip("-").isascii() and one.lstrip("-").isdigit() for one in numbers
    ):
        return ""
    return "-".join([numbers[0].zfill(4), *(one.zfill(2) for one in numbers[1:])])


def _people(value: object, filling: Filling) -> None:
    names = _names(value)
    if names:
        filling.take("authors", tuple(dict.fromkeys(names)), "author")
    for one in value if isinstance(value, list) else ():
        for name, more in one.items() if isinstance(one, dict) else ():
            if name not in _OF_NAMES and name != "sequence":
                filling.leave(f"author's {name}", _text(more))


def _are_names(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(
        isinstance(one, dict) and {"family", "literal", "name"} & one.keys() for one in value
    )  # fmt: skip


def _names(value: object) -> list[str]:
    found = []
    people = value if isinstance(value, list) else [value] if value else []
    for one in people:
        if not isinstance(one, dict):
            found.append(_text(one))
            continue
        part = {name: _text(one.get(name) or "") for name in _OF_NAMES}
        if whole := part["literal"] or part["name"]:
            found.append(whole)
            continue
        spoken = person(part["family"], part["given"], part["dropping-particle"],
                        part["non-dropping-particle"])  # fmt: skip
        found.append(f"{spoken} {part['suffix']}".strip())
    return [name for name in found if name]


def _plain(text: str) -> str:
    """A text without the marks that CSL-JSON allows in it (rich text), and registries write."""
    return unescape(_RICH.sub("", text))


def _texts(value: object) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [_text(one) for one in values if one]


def _text(value: object) -> str:
    """A value as text: registries put single titles into lists."""
    if isinstance(value, list):
        return ", ".join(map(_text, value))
    if isinstance(value, dict):
        return ", ".join(f"{name} {_text(one)}" for name, one in value.items())
    return "" if value is None else str(value)


FORMAT = ReferenceFormat("CSL-JSON", _knows, _read)
