"""BibTeX and biblatex: `@type{key, field = {value}}`, with cross references and accents."""

import logging
import re
from collections.abc import Iterator, Mapping

from bibtexparser import middlewares
from bibtexparser.entrypoint import parse_string
from bibtexparser.model import (
    DuplicateBlockKeyBlock,
    DuplicateFieldKeyBlock,
    Entry,
    ParsingFailedBlock,
)

from briefbook.authoring.extractors import NoText
from briefbook.authoring.extractors.encodings import decoded
from briefbook.authoring.references import Reference, ReferenceFormat, Unread, Unreadable
from briefbook.authoring.references.filling import Filling, as_edtf, person
from briefbook.authoring.references.inheritance import inherited
from briefbook.authoring.references.latex import plain
from briefbook.text.listing import opening

_TYPES = {
    "article": "article-journal", "periodical": "article-journal", "suppperiodical":
    "article-journal", "book": "book", "mvbook": "book", "collection": "book", "mvcollection":
    "book", "proceedings": "book", "mvproceedings": "book", "reference": "book", "booklet": "book",
    "manual": "book", "inbook": "chapter", "bookinbook": "chapter", "suppbook": "chapter",
    "incollection": "chapter", "suppcollection": "chapter", "inreference": "chapter",
    "inproceedings": "paper-conference", "conference": "paper-conference", "online": "webpage",
    "electronic": "webpage", "www": "webpage", "report": "report", "techreport": "report",
    "thesis": "thesis", "phdthesis": "thesis", "mastersthesis": "thesis", "dataset": "dataset",
    "software": "software", "patent": "patent", "standard": "standard", "legislation":
    "legislation", "legal": "treaty", "jurisdiction": "legal_case", "video": "motion_picture",
    "movie": "motion_picture", "audio": "song", "music": "song", "letter":
    "personal_communication", "unpublished": "manuscript", "image": "graphic", "artwork": "graphic",
    "misc": "document",
}  # fmt: skip
_BY_SUBTYPE = {"newspaper": "article-newspaper", "magazine": "article-magazine"}
_OUTLETS = ("journaltitle", "journal", "booktitle", "maintitle", "institution", "school",
            "organization", "publisher")  # fmt: skip
_MONTHS = {
    "jan": "01", "feb": "02", "mar": "03", "apr": "04", "may": "05", "jun": "06", "jul": "07",
    "aug": "08", "sep": "09", "oct": "10", "nov": "11", "dec": "12",
}  # fmt: skip
_AROUND = re.compile(r"\\(?:url|href|path)\s*\{([^{}]*)\}(?:\{[^{}]*\})?")


def _knows(raw: bytes, name: str) -> bool:
    return name.lower().endswith((".bib", ".bibtex", ".biblatex")) or bool(
        re.match(rb"(?:\xef\xbb\xbf)?(?:\s|%[^\n]*\n)*@[A-Za-z]+\s*[{(]", raw[:4_000])
    )


def _read(raw: bytes, name: str) -> Iterator[Reference | Unread]:
    try:
        text = decoded(raw)
    except NoText as error:
        raise Unreadable(str(error)) from None
    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)
    stack: list[middlewares.middleware.Middleware] = [
        middlewares.ResolveStringReferencesMiddleware(True),
        middlewares.RemoveEnclosingMiddleware(True),
    ]
    library = parse_string(text, parse_stack=stack)
    strings = {
        name.casefold(): str(one.value).strip('"{}') for name, one in library.strings_dict.items()
    }
    by_key = {entry.key.casefold(): entry for entry in reversed(library.entries)}
    found: list[tuple[int, Reference | Unread]] = []
    for entry in library.entries:
        if entry.entry_type.lower() != "xdata":
            found.append((entry.start_line or 0, _safely(entry, by_key, strings)))
    for block in library.failed_blocks:
        line = (block.start_line or 0) + 1
        if isinstance(block, DuplicateBlockKeyBlock):
            why = f"another entry has the key “{block.key}”"
        elif isinstance(block, DuplicateFieldKeyBlock):
            why = f"it has {', '.join(sorted(block.duplicate_keys))} twice"
        else:
            why = "it breaks off: a brace, a comma or a quotation mark is missing"
        found.append((line - 1, Unread(line, why)))
    yield from (one for _, one in sorted(found, key=lambda pair: pair[0]))
    if not found and not isinstance(library.failed_blocks, ParsingFailedBlock):
        raise Unreadable("it has no entries")


def _safely(
    entry: Entry, by_key: Mapping[str, Entry], strings: Mapping[str, str]
) -> Reference | Unread:
    try:
        return _entry(entry, by_key, strings)
    except RecursionError:
        return Unread((entry.start_line or 0) + 1, "it is nested too deep")


def _entry(
    entry: Entry, by_key: Mapping[str, Entry], strings: Mapping[str, str]
) -> Reference | Unread:
    line = (entry.start_line or 0) + 1
    fields = inherited(entry, by_key, strings)
    left = {name: value for name, value in fields.items() if str(value).strip()}
    filling = Filling(entry.key, line)
    kind = entry.entry_type.lower()
    subtype = str(left.get("entrysubtype", "")).lower()
    if subtype in _BY_SUBTYPE:
        left.pop("entrysubtype")
    wanted = _BY_SUBTYPE.get(subtype) or _TYPES.get(kind, "")
    if wanted == "document" and left.get("url"):
        wanted = "webpage"  # BibTeX has no type for them, so managers write @misc
    if not filling.take("type", wanted, "type"):
        filling.leave("entry type", kind)
    filling.take("title", ": ".join(plain(left.pop(name)) for name in ("title", "subtitle")
                                    if name in left), "title")  # fmt: skip
    _people(left, filling)
    _dates(left, filling)
    _found_at(left, filling)
    for name in _OUTLETS:
        if name in left:
            filling.take("publisher", plain(left.pop(name)), name)
    for name in ("langid", "language", "hyphenation"):
        if name in left:
            filling.language(plain(left.pop(name)), name)
    for name, value in left.items():
        filling.leave(name, value)
    if "title" not in filling.reference.fields:
        left_out = dict(filling.reference.left).get("title")
        if left_out:
            return Unread(line, f"the title of “{entry.key}” is too long: {opening(left_out, 60)}")
        return Unread(line, f"“{entry.key}” has no title")
    return filling.reference


def _people(left: dict[str, str], filling: Filling) -> None:
    for role in ("author",) if "author" in left else ("editor",):
        names = [_name(part) for part in _apart(left.pop(role, "")) if part.strip()]
        if "others" in names:
            names.remove("others")
            filling.leave(role, "and others")
        if names:
            filling.take("authors", tuple(dict.fromkeys(names)), role)


def _apart(value: str) -> list[str]:
    """Names that “and” parts, but for one within braces."""
    parts, depth, start = list[str](), 0, 0
    for found in re.finditer(r"[{}]|\s+and\s+", value):
        if found[0] in "{}":
            depth += 1 if found[0] == "{" else -1
        elif depth == 0:
            parts.append(value[start : found.start()])
            start = found.end()
    return [*parts, value[start:]]


def _name(value: str) -> str:
    """A name as it is spoken; braces around the whole make it an institution's."""
    value = value.strip()
    if value.startswith("{") and value.endswith("}"):
        return plain(value)
    parts = [plain(part) for part in re.split(r",(?![^{]*\})", value)]
    if len(parts) == 2:
        return person(parts[0], parts[1])
    if len(parts) == 3:
        return (
            f"{person(parts[0], parts[2])}, {parts[1]}" if parts[1] else person(parts[0], parts[2])
        )
    return plain(value)


def _day(typed: str, name: str, filling: Filling) -> str:
    """A date of biblatex: “~” is no blank here but says “about” (EDTF); a time of day is left."""
    day, clock, _ = typed.partition("T")
    if clock and day[-1:].isdigit():
        filling.leave(name, typed)
        typed = day
    return typed if typed.rstrip().endswith("~") else plain(typed)


def _dates(left: dict[str, str], filling: Filling) -> None:
    if "date" in left:
        filling.date("published", _day(left.pop("date"), "date", filling), "date")
    if "year" in left:
        year, month, day = (plain(left.pop(name, "")) for name in ("year", "month", "day"))
        number = _MONTHS.get(month[:3].lower(), month.zfill(2) if month.isdigit() else "")
        whole = "-".join(
            part for part in (year, number, day.zfill(2) if number and day else "") if part
        )
        if "published" not in filling.reference.fields and as_edtf(whole):
            filling.take("published", as_edtf(whole), "year")
        elif filling.reference.text("published")[:4] != year:
            filling.leave("year", year)
        if month and not number:
            filling.leave("month", month)
    for name in ("urldate", "lastchecked", "accessed"):
        if name in left:
            filling.date("accessed", _day(left.pop(name), name, filling), name)
    if "origdate" in left:
        filling.leave("origdate", plain(left.pop("origdate")))


def _found_at(left: dict[str, str], filling: Filling) -> None:
    if "doi" in left:
        filling.take("doi", _address(left.pop("doi")), "doi")
    if "url" in left:
        filling.address(_address(left.pop("url")), "url")
    for name in ("howpublished", "note"):
        if found := _AROUND.search(left.get(name, "")):
            filling.address(_address(found[0]), name)
            rest = left.pop(name).replace(found[0], "").strip(" .,")
            if rest:
                left[name] = rest
    if "isbn" in left:
        filling.identifier(plain(left.pop("isbn")), "isbn")
    kind = left.get("eprinttype", left.get("archiveprefix", "")).lower()
    if "eprint" in left and kind == "arxiv":
        filling.take("url", f"https://arxiv.org/abs/{plain(left.pop('eprint'))}", "eprint")
        left.pop("eprinttype", None)
        left.pop("archiveprefix", None)


def _address(value: str) -> str:
    """An address: LaTeX's escapes undone, and nothing else."""
    found = _AROUND.search(value)
    return re.sub(r"\\([%&_#~$])", r"\1", (found[1] if found else value).strip("{} "))


FORMAT = ReferenceFormat("BibTeX", _knows, _read)
