"""A saved web page: what it says of itself to libraries, search engines and networks."""

import json
import re
from collections.abc import Iterator
from functools import partial
from typing import Any

from briefbook.authoring.extractors import NoText, lacking
from briefbook.authoring.extractors import html as pages
from briefbook.authoring.extractors.encodings import decoded
from briefbook.authoring.guarded import TookTooMuch, guarded
from briefbook.authoring.references import Reference, ReferenceFormat, Unread, Unreadable
from briefbook.authoring.references.filling import Filling, as_edtf, reversed_name
from briefbook.text.listing import opening

_BY_NAME = {
    "citation_title": "title", "dc.title": "title", "dcterms.title": "title", "og:title": "title",
    "twitter:title": "title", "citation_doi": "doi", "dc.identifier.doi": "doi",
    "citation_publication_date": "published", "citation_date": "published",
    "citation_online_date": "published", "article:published_time": "published",
    "dc.date": "published", "dcterms.issued": "published", "dcterms.created": "published",
    "date": "published", "citation_language": "language", "dc.language": "language",
    "og:locale": "language", "citation_journal_title": "publisher", "og:site_name": "publisher",
    "citation_publisher": "publisher", "dc.publisher": "publisher", "citation_isbn": "isbn",
    "citation_technical_report_institution": "publisher", "og:url": "url",
    "citation_abstract_html_url": "url", "citation_public_url": "url",
    "dc.date.issued": "published", "dc.date.created": "published", "dcterms.date": "published",
    "dc.identifier.uri": "url", "dc.identifier": "identifier", "dcterms.identifier": "identifier",
}  # fmt: skip
_AUTHORS = ("citation_author", "dc.creator", "dcterms.creator", "article:author", "author")
_OF_THE_WORK = re.compile(
    r"(?:citation_|dc\.|dcterms\.|article:|og:|description$|keywords$"
    r"|pubdate$|twitter:creator$).*"
)
"""What else is said of the work, and not of the page's looks: named where a source has no field."""
_SAID = ("headline", "name", "author", "publisher", "datePublished", "inLanguage", "url",
         "mainEntityOfPage")  # fmt: skip
_BETWEEN_NAMES = re.compile(r",\s*(?:and\s+)?|\s+(?:and|&)\s+")
_NEWS = ("NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle")
_TYPES = {**dict.fromkeys(_NEWS, "article-newspaper"), "ScholarlyArticle": "article-journal",
          "BlogPosting": "post-weblog", "Report": "report", "Dataset": "dataset",
          "Book": "book", "VideoObject": "motion_picture"}  # fmt: skip
_META = (("citation_journal_title", "article-journal"), ("citation_conference_title",
         "paper-conference"), ("citation_technical_report_institution", "report"),
         ("citation_dissertation_institution", "thesis"))  # fmt: skip


def _knows(raw: bytes, name: str) -> bool:
    return pages.EXTRACTOR.knows(raw, name)


def _read(raw: bytes, name: str) -> Iterator[Reference | Unread]:
    try:
        yield guarded(partial(read_page, raw))
    except TookTooMuch as error:
        raise Unreadable(str(error)) from None


def read_page(raw: bytes, address: str = "", day: str = "") -> Reference | Unread:
    """What a page says of itself; `address` and `day` are those at which it was captured.

    Raises Unreadable.
    """
    try:
        from selectolax.lexbor import LexborHTMLParser  # noqa: PLC0415 an extra
    except ImportError:
        raise lacking("selectolax", "web pages") from None
    declared = pages.declared_encoding(raw)
    try:
        tree = LexborHTMLParser(decoded(raw, "", declared))
    except NoText as error:
        raise Unreadable(str(error)) from None
    filling = Filling()
    meta = _meta(tree)
    _graph(tree, filling)
    for name, kind in _META:
        if name in meta:
            filling.reference.fields["type"] = kind
    for name, field in _BY_NAME.items():
        for value in meta.pop(name, ()):
            _take(filling, field, value, name)
    _authors(meta, filling)
    _rest(tree, filling, address, day)
    for name, values in meta.items():
        for value in values if _OF_THE_WORK.fullmatch(name) else ():
            filling.leave(name, value)
    if "title" not in filling.reference.fields:
        left_out = dict(filling.reference.left).get("title")
        if left_out:
            return Unread(None, f"the page's title is too long: {opening(left_out, 60)}")
        return Unread(None, "the page does not say its title")
    return filling.reference


def _take(filling: Filling, field: str, value: str, said: str) -> None:
    """Keep what is said first; the same again in another form is no news, another thing is."""
    match field:
        case _ if filling.reference.text(field) and _says_less(
            filling.reference.text(field), value
        ):
            pass
        case "published":
            filling.date(field, value[:10] if as_edtf(value[:10]) else value, said)
        case "language":
            filling.language(value, said)
        case "url":
            filling.address(value, said)
        case "isbn":
            filling.identifier(value, said)
        case "identifier" if value.startswith(("http://", "https://")):
            _take(filling, "url", value, said)
        case "identifier" if value.lower().startswith(("doi:", "10.")):
            _take(filling, "doi", value, said)
        case "identifier":
            filling.leave(said, value)
        case _:
            filling.take(field, value, said)


def _says_less(kept: str, value: str) -> bool:
    """Whether a value says nothing beyond what is kept: a longer title holds a shorter one."""
    plain = value.replace("_", "-").rstrip("/").casefold()
    return plain in kept.casefold() or value[:10] == kept or as_edtf(value[:10]) == kept


def _authors(meta: dict[str, list[str]], filling: Filling) -> None:
    """The authors by the first name under which there are any; those of others are named."""
    for name in _AUTHORS:
        said = meta.pop(name, ())
        names = [who for one in said if not one.startswith("http") for who in _names(one, name)]
        for one in said:
            if one.startswith("http"):
                filling.leave(name, one)
        kept = filling.reference.fields.setdefault("authors", ())
        for one in names if kept else ():
            if one not in kept:
                filling.leave(name, one)
        if not kept:
            del filling.reference.fields["authors"]
            filling.take("authors", tuple(dict.fromkeys(names)), name)


def _names(value: str, said: str) -> list[str]:
    """The names in one value: “Doe, Jane; Roe, Rick”, and in an `author` “Ann Abel, Bob Bell”."""
    if ";" in value:
        return [reversed_name(one) for one in value.split(";") if one.strip()]
    pieces = [one.strip() for one in _BETWEEN_NAMES.split(value)]
    if said == "author" and len(pieces) > 1 and all(" " in one for one in pieces):
        return pieces
    return [reversed_name(value)]


def _meta(tree: Any) -> dict[str, list[str]]:  # noqa: ANN401 a tree of another's
    found: dict[str, list[str]] = {}
    for node in tree.css("meta[content]"):
        name = node.attributes.get("name") or node.attributes.get("property") or ""
        value = (node.attributes.get("content") or "").strip()
        if name and value:
            found.setdefault(name.strip().lower(), []).append(value)
    return found


def _rest(tree: Any, filling: Filling, address: str, day: str) -> None:  # noqa: ANN401
    """What stands in the page itself, where nothing else said it."""
    kept = filling.reference.fields
    canonical = tree.css_first("link[rel=canonical][href]")
    if address:
        said = filling.reference.text("url")
        kept.pop("url", None)
        filling.address(address, "address")
        _take(filling, "url", said, "og:url")
    if canonical is not None:
        _take(filling, "url", canonical.attributes.get("href") or "", "canonical")
    if "title" not in kept and (title := tree.css_first("head title")) is not None:
        filling.take("title", title.text(), "title")
    root = tree.css_first("html")
    if "language" not in kept and root is not None and (tag := root.attributes.get("lang")):
        filling.language(tag, "lang")
    if day:
        filling.take("accessed", day, "captured")
    kept.setdefault("type", "webpage")


def _graph(tree: Any, filling: Filling) -> None:  # noqa: ANN401
    """What the page says in JSON-LD of the article that it is."""
    for node in tree.css('script[type="application/ld+json"]'):
        try:
            found = json.loads(node.text(deep=True))
        except (ValueError, RecursionError):
            filling.leave("ld+json", "it cannot be read")
            continue
        for item in _items(found, 0):
            kind = item.get("@type")
            kinds = kind if isinstance(kind, list) else [kind]
            known = next((one for one in kinds if one in (*_TYPES, "Article", "WebPage")), None)
            if known and item.get("headline" if known != "Book" else "name"):
                _article(item, _TYPES.get(known, "webpage"), filling)
                return


def _items(found: object, depth: int) -> Iterator[dict[str, Any]]:
    if depth > 4:
        return
    if isinstance(found, list):
        for one in found:
            yield from _items(one, depth + 1)
    elif isinstance(found, dict):
        yield found
        yield from _items(found.get("@graph", []), depth + 1)


def _article(item: dict[str, Any], kind: str, filling: Filling) -> None:
    filling.take("type", kind, "@type")
    filling.take("title", str(item.get("headline") or item.get("name")), "headline")
    names = [name for one in _as_list(item.get("author")) if (name := _named(one))]
    for one in _as_list(item.get("author")):
        if not _named(one):
            filling.leave("author", one)
    if names:
        filling.take("authors", tuple(dict.fromkeys(names)), "author")
    if publisher := next(map(_named, _as_list(item.get("publisher"))), ""):
        filling.take("publisher", publisher, "publisher")
    if day := str(item.get("datePublished") or ""):
        filling.date("published", day[:10] if as_edtf(day[:10]) else day, "datePublished")
    page = item.get("url") or item.get("mainEntityOfPage")
    page = page.get("@id") if isinstance(page, dict) else page
    if isinstance(page, str) and "url" not in filling.reference.fields:
        filling.address(page, "url")
    if language := item.get("inLanguage"):
        filling.language(_named(language) if isinstance(language, dict) else str(language))
    for name, value in item.items():
        for one in _as_list(value) if name not in _SAID and not name.startswith("@") else ():
            filling.leave(name, _named(one) or one)


def _as_list(value: object) -> list[Any]:
    return value if isinstance(value, list) else [value] if value else []


def _named(value: object) -> str:
    """What a thing is called; empty where that is no text."""
    name = value.get("name") if isinstance(value, dict) else value
    return name if isinstance(name, str) else ""


FORMAT = ReferenceFormat("saved web page", _knows, _read)
