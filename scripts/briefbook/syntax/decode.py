"""Bytes of a file to text, or findings that say at which line and column they are not text."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice

from briefbook.findings import Finding, Kind, Place
from briefbook.syntax import finding_kinds
from briefbook.syntax.invisible import forbidden, named, unseen
from briefbook.syntax.lookalikes import mixed_words, scripts
from briefbook.text.document import Document, Span
from briefbook.text.listing import both

MAX_BYTES = 2 * 1024 * 1024

# No mark that stands on another character is a letter or digit of its own.
_MAY_BE_STACKED = re.compile(r"[^\x00-\x7f\w\s]{31,}")
_STACKED_AT_MOST = 30
_AT_MOST = 100
_CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7})(?: .*)?$", re.MULTILINE)


def too_large(path: str, size: int) -> Finding:
    """The finding for a file that is refused unread."""
    return Finding(
        finding_kinds.FILE_TOO_LARGE,
        f"This file has {size:,} bytes; a brief may have at most {MAX_BYTES:,}.",
        Place(path, span=Span(0, 0)),
        "Split it into several briefs, or move sources that others use to _library/.",
    )


def decode(path: str, raw: bytes) -> tuple[Document, list[Finding]]:
    """Strict UTF-8 (one byte-order mark allowed), CRLF to LF, NFC.

    Returns the document, empty where decoding failed, with the findings. Never raises.
    """
    document, trouble, marks = _text(path, raw)
    if trouble:
        return document, trouble
    found = [_second_mark(path)] if marks else []
    return document, [*found, *characters(path, document.text, 0), *_conflicts(document)]


def document_of(path: str, raw: bytes) -> Document:
    """The document alone, for who knows already what is wrong with it."""
    return _text(path, raw)[0]


def _text(path: str, raw: bytes) -> tuple[Document, list[Finding], int]:
    """The document, what keeps it from being read, and how many byte-order marks were too many."""
    if other := _another_kind(path, raw):
        return Document(path, raw[:60].decode("utf-8", errors="replace")), [other], 0
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return *_not_utf8(path, raw, error), 0
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    marks = len(text) - len(text.lstrip("\ufeff"))
    text = text[marks:]
    stacked = stacked_marks(path, text)
    if stacked:
        return Document(path, text), [stacked], marks
    return Document(path, unicodedata.normalize("NFC", text)), [], marks


_KINDS = (
    (rb"PK\x03\x04|\xd0\xcf\x11\xe0", "This is a document of a word processor or a spreadsheet."),
    (rb"\{\\rtf", "This is a document of a word processor."),
    (rb"%PDF-", "This is a PDF."),
    (rb"\s*<(?:!doctype html|html|\?xml)", "This is a page of the web, or another file of marks."),
    (rb"\xff\xfe|\xfe\xff|[^\x00]\x00[^\x00]\x00|\x00[^\x00]\x00[^\x00]",
     "This file is saved as UTF-16."),
)  # fmt: skip


def _another_kind(path: str, raw: bytes) -> Finding | None:
    """The finding for a file that is no plain text in UTF-8, known by how it begins."""
    for begins, message in _KINDS:
        if re.match(begins, raw[:64], re.IGNORECASE):
            remedy = (
                "Save the file as UTF-8 (in most editors: “Save with encoding”)."
                if "UTF-16" in message
                else "Copy its text into a new file of plain text, whose name ends in “.yml”."
            )
            return Finding(finding_kinds.NOT_UTF8, message, Place(path, span=Span(0, 1)), remedy)
    return None


def characters(path: str, text: str, offset: int) -> list[Finding]:
    """Findings on the characters of a text that begins at `offset` of its file.

    Used for the file as it stands, and for values that hide characters behind escapes.
    """
    if text.isascii():
        return [] if text.isprintable() else [*_forbidden(path, text, offset)]
    return [*_forbidden(path, text, offset), *_confusable(path, text, offset)]


def stacked_marks(path: str, text: str) -> Finding | None:
    """The finding for more than 30 accents on one letter, before they are put in order.

    Unicode's stream-safe text (UAX 15) has at most 30; ordering longer runs takes quadratic time.
    """
    for run in _MAY_BE_STACKED.finditer(text):
        length = 0
        for offset, char in enumerate(run[0], run.start()):
            length = length + 1 if _stands_on_another(char) else 0
            if length > _STACKED_AT_MOST:
                return Finding(
                    finding_kinds.FORBIDDEN_CHARACTER,
                    "More than 30 accents are stacked on one letter.",
                    Place(
                        path, span=Span(offset - _STACKED_AT_MOST, offset - _STACKED_AT_MOST + 1)
                    ),
                    "Retype the word: no language needs that, and it makes programs stumble.",
                )
    return None


def _stands_on_another(char: str) -> bool:
    return unicodedata.combining(unicodedata.normalize("NFD", char)[0]) > 0


def _second_mark(path: str) -> Finding:
    return Finding(
        finding_kinds.CONFUSABLE_CHARACTERS,
        "The file begins with a second byte-order mark (U+FEFF), which cannot be seen.",
        Place(path, span=Span(0, 0)),
        "Save the file as UTF-8 anew: programs take the mark for a letter.",
    )


def _not_utf8(path: str, raw: bytes, error: UnicodeDecodeError) -> tuple[Document, list[Finding]]:
    good = raw[: error.start].decode("utf-8").removeprefix("\ufeff").replace("\r\n", "\n")
    rest = raw[error.start :].split(b"\n", 1)[0].decode("utf-8", errors="replace")
    byte = raw[error.start]
    place = Place(path, span=Span(len(good), len(good) + 1))
    return Document(path, good + rest), [
        Finding(
            finding_kinds.NOT_UTF8,
            f"Byte 0x{byte:02x} is not UTF-8, so nothing after it can be read.",
            place,
            "Save the file as UTF-8 (in most editors: “Save with encoding”).",
        )
    ]


def _forbidden(path: str, text: str, offset: int) -> list[Finding]:
    match = forbidden(text)
    why = "is not allowed in a brief"
    return (
        [_character(path, offset, match, finding_kinds.FORBIDDEN_CHARACTER, why)] if match else []
    )


def _character(path: str, offset: int, match: re.Match[str], kind: Kind, why: str) -> Finding:
    return Finding(
        kind,
        f"The invisible character {named(match[0])} {why}.",
        Place(path, span=Span(offset + match.start(), offset + match.end())),
        "Delete it: it can make a text look other than it is.",
    )


def _conflicts(document: Document) -> list[Finding]:
    marks = [m for m in _CONFLICT.finditer(document.text) if m[0][0] in "<>"]
    if len(marks) < 2:
        return []
    return [
        Finding(
            finding_kinds.CONFLICT_MARKERS,
            "This file holds an unresolved merge conflict from git.",
            Place(document.path, span=Span(marks[0].start(), marks[0].end())),
            "Keep one of the two versions and delete the lines with <<<<<<<, ======= and >>>>>>>.",
        )
    ]


def _confusable(path: str, text: str, offset: int) -> Iterator[Finding]:
    """Zero-width characters, and words of letters of several scripts that look alike."""
    kind = finding_kinds.CONFUSABLE_CHARACTERS
    for match in unseen(text, _AT_MOST):
        yield _character(path, offset, match, kind, "cannot be seen")
    for match in islice(mixed_words(text), _AT_MOST):
        yield Finding(
            kind,
            f"“{match[0]}” mixes {both(sorted(scripts(match[0])))} letters in one word.",
            Place(path, span=Span(offset + match.start(), offset + match.end())),
            "Retype the word in one script: look-alike letters break search and mislead.",
        )
