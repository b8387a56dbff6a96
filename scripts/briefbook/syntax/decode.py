"""Bytes of a file to text, or findings that say at which line and column they are not text."""

import re
import unicodedata

from briefbook.findings import Finding, Kind, Place
from briefbook.syntax import kinds
from briefbook.text.document import Document, Span

MAX_BYTES = 2 * 1024 * 1024

# C0 but tab and newline, DEL, C1 with NEL, line and paragraph separators, bidi controls,
# tag characters, non-characters (security.md of the design; UAX 9, UTS 55).
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef"
    "\U000e0000-\U000e007f"
    + "".join(chr(plane + end) for plane in range(0, 0x110000, 0x10000) for end in (0xFFFE, 0xFFFF))
    + "]"
)
_ZERO_WIDTH = re.compile("[\u200b\u200e\u200f\u2060\ufeff]")
_WORD = re.compile(r"[^\W\d_]{2,}")
_CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7})(?: .*)?$", re.MULTILINE)


def too_large(path: str, size: int) -> Finding:
    """The finding for a file that is refused unread."""
    return Finding(
        kinds.FILE_TOO_LARGE,
        f"This file has {size:,} bytes; a brief may have at most {MAX_BYTES:,}.",
        Place(path, span=Span(0, 0)),
        "Split it into several briefs, or move sources that others use to _library/.",
    )


def decode(path: str, raw: bytes) -> tuple[Document, list[Finding]]:
    """Strict UTF-8 (one byte-order mark allowed), CRLF to LF, NFC.

    Returns the document, empty where decoding failed, with the findings. Never raises.
    """
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return _not_utf8(path, raw, error)
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    document = Document(path, unicodedata.normalize("NFC", text))
    return document, [*_forbidden(document), *_conflicts(document), *_confusable(document)]


def _not_utf8(path: str, raw: bytes, error: UnicodeDecodeError) -> tuple[Document, list[Finding]]:
    good = raw[: error.start].decode("utf-8").removeprefix("\ufeff").replace("\r\n", "\n")
    rest = raw[error.start :].split(b"\n", 1)[0].decode("utf-8", errors="replace")
    byte = raw[error.start]
    place = Place(path, span=Span(len(good), len(good) + 1))
    return Document(path, good + rest), [
        Finding(
            kinds.NOT_UTF8,
            f"Byte 0x{byte:02x} is not UTF-8, so nothing after it can be read.",
            place,
            "Save the file as UTF-8 (in most editors: “Save with encoding”).",
        )
    ]


def _forbidden(document: Document) -> list[Finding]:
    return [
        _character(document, match, kinds.FORBIDDEN_CHARACTER, "is not allowed in a brief")
        for match in [_FORBIDDEN.search(document.text)]
        if match
    ]


def _character(document: Document, match: re.Match[str], kind: Kind, why: str) -> Finding:
    char = match[0]
    name = unicodedata.name(char, "a control character").lower()
    return Finding(
        kind,
        f"The invisible character U+{ord(char):04X} ({name}) {why}.",
        Place(document.path, span=Span(match.start(), match.end())),
        "Delete it: it can make a text look other than it is.",
    )


def _conflicts(document: Document) -> list[Finding]:
    marks = [m for m in _CONFLICT.finditer(document.text) if m[0][0] in "<>"]
    if len(marks) < 2:
        return []
    return [
        Finding(
            kinds.CONFLICT_MARKERS,
            "This file holds an unresolved merge conflict from git.",
            Place(document.path, span=Span(marks[0].start(), marks[0].end())),
            "Keep one of the two versions and delete the lines with <<<<<<<, ======= and >>>>>>>.",
        )
    ]


def _confusable(document: Document) -> list[Finding]:
    """Zero-width characters, and words that mix Latin with Cyrillic or Greek look-alikes."""
    if document.text.isascii():
        return []
    found = [
        _character(document, match, kinds.CONFUSABLE_CHARACTERS, "cannot be seen")
        for match in _ZERO_WIDTH.finditer(document.text)
    ]
    for match in _WORD.finditer(document.text):
        if not match[0].isascii() and len(scripts := _scripts(match[0])) > 1:
            found.append(
                Finding(
                    kinds.CONFUSABLE_CHARACTERS,
                    f"“{match[0]}” mixes {' and '.join(sorted(scripts))} letters in one word.",
                    Place(document.path, span=Span(match.start(), match.end())),
                    "Retype the word in one script: look-alike letters break search and mislead.",
                )
            )
    return found


def _scripts(word: str) -> set[str]:
    names = {unicodedata.name(char, "").split(" ")[0].title() for char in word}
    return names & {"Latin", "Cyrillic", "Greek"}
