"""BibTeX and biblatex: `@type{key, field = {value}}`, with cross references and accents."""

import logging
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from bibtexparser import middlewares
from bibtexparser.entrypoint import parse_string
from bibtexparser.library import Library
from bibtexparser.model import (
    Block,
    DuplicateBlockKeyBlock,
    DuplicateFieldKeyBlock,
    Entry,
    ImplicitComment,
    ParsingFailedBlock,
)

from briefbook.authoring.extractors import NoText
from briefbook.authoring.extractors.encodings import decoded
from briefbook.authoring.references import Reference, ReferenceFormat, Unread, Unreadable
from briefbook.authoring.references.bibtex_fields import dates, people
from briefbook.authoring.references.filling import Filling
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
_REST = re.compile(r"\s*(?:,|\}|[A-Za-z]+\s*=)")
_NEXT = re.compile(r"[}\"]\s*[A-Za-z][\w-]*\s*=\s*[{\"\w]")
_STRING = re.compile(r"[A-Za-z][\w:.-]*")
_UNOPENED = re.compile(r"^[ \t]*@[A-Za-z]+\b(?![ \t]*[{(])", re.MULTILINE)
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
    found = [*_entries(library, by_key, strings)]
    for block in library.failed_blocks:
        line = (block.start_line or 0) + 1
        if isinstance(block, DuplicateBlockKeyBlock):
            why = f"another entry has the key “{block.key}”"
        elif isinstance(block, DuplicateFieldKeyBlock):
            why = f"it has {', '.join(sorted(block.duplicate_keys))} twice"
        else:
            why = "it breaks off: a brace, a comma or a quotation mark is missing"
        found.append((line - 1, Unread(line, why)))
    found += [(line, Unread(line + 1, "no brace opens it")) for line in _unopened(library.blocks)]
    yield from (one for _, one in sorted(found, key=lambda pair: pair[0]))
    if not found and not isinstance(library.failed_blocks, ParsingFailedBlock):
        raise Unreadable("it has no entries")


def _entries(
    library: Library, by_key: Mapping[str, Entry], strings: Mapping[str, str]
) -> Iterator[tuple[int, Reference | Unread]]:
    """Each entry with its line (from 0)."""
    cut_short = _cut_short(library.blocks)
    for entry in library.entries:
        line = entry.start_line or 0
        names = Counter(item.key.lower() for item in entry.fields)
        if line in cut_short:
            yield line, Unread(line + 1, "it ends early: a brace is missing or too many")
        elif twice := sorted(name for name, times in names.items() if times > 1):
            yield line, Unread(line + 1, f"it has {', '.join(twice)} twice")
        elif name := _runs_on(entry):
            yield line, Unread(line + 1, f"a comma is missing after its {name}")
        elif entry.entry_type.lower() != "xdata":
            yield line, _safely(entry, by_key, strings)


def _cut_short(blocks: Iterable[Block]) -> set[int]:
    """The lines of entries behind which the rest of an entry stands outside of any."""
    return {
        before.start_line or 0
        for before, block in pairwise(blocks)
        if isinstance(before, Entry) and isinstance(block, ImplicitComment)
        and _REST.match(block.comment)
    }  # fmt: skip


def _unopened(blocks: Iterable[Block]) -> Iterator[int]:
    """The lines on which an entry begins without its brace, which BibTeX takes for a comment."""
    for block in blocks:
        if isinstance(block, ImplicitComment):
            for begins in _UNOPENED.finditer(block.comment):
                yield (block.start_line or 0) + block.comment.count("\n", 0, begins.start())


def _bare(entry: Entry) -> dict[str, str]:
    """The fields of an entry that stand in no braces or quotation marks."""
    enclosed = entry.parser_metadata.get("removed_enclosing", {})
    return {item.key.lower(): str(item.value) for item in entry.fields
            if enclosed.get(item.key) == "no-enclosing"}  # fmt: skip


def _runs_on(entry: Entry) -> str:
    """The field in whose value another field begins; empty for none."""
    return next((name for name, value in _bare(entry).items() if _NEXT.search(value)), "")


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
    people(left, filling)
    dates(left, filling)
    _found_at(left, filling)
    undefined = {name for name, value in _bare(entry).items() if _STRING.fullmatch(value)}
    for name in _OUTLETS:
        if name in left and name in undefined:
            filling.leave(name, f"{left.pop(name)} (no @string of the file defines it)")
        elif name in left:
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
    value = re.sub(r"\{(\\[%&_#~$])\}", r"\1", value)  # as Mendeley writes them
    return re.sub(r"\\([%&_#~$])", r"\1", (found[1] if found else value).strip("{} "))


FORMAT = ReferenceFormat("BibTeX", _knows, _read)
