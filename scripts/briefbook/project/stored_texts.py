"""The store of texts of sources: on this machine, by their content, never part of a site.

A text lies in `ab/abcdef….txt` (UTF-8, lines end with LF), the file that it was taken from beside
it (`….orig.html`), and what is known of both in `….json`.
"""

import json
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from briefbook.project.trees import stamps

MOST = 8 * 1024 * 1024
"""Bytes of a text that is asked: a book of a thousand pages has three million."""
PDF = "application/pdf"
_HEAD = "sha256:"


@dataclass(frozen=True, slots=True)
class Kept:
    """What is known of a stored text: its address, the day on which it was stored, the media type
    of what it was taken from, and what took it out of that, in which version."""

    address: str = ""
    stored: str = ""
    media_type: str = ""
    extractor: str = ""


class TextStore:
    """Stored texts by their hashes (“sha256:…”)."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, name: str, end: str = "txt") -> Path:
        """Where a text lies, or what belongs to it."""
        digest = name.removeprefix(_HEAD)
        return self.folder / digest[:2] / f"{digest}.{end}"

    def stamp(self, name: str) -> tuple[int, ...]:
        """Another one when the file of a text is not the same any more; empty for none."""
        try:
            found = self.path(name).stat()
        except OSError:
            return ()
        return found.st_size, found.st_mtime_ns, found.st_ctime_ns

    def stamps(self) -> dict[str, str]:
        """Another one when a file of it came, went or was touched."""
        return stamps(str(self.folder))

    def text(self, name: str) -> str | None:
        """A text; None where it is not there, or is not the one that was stored."""
        raw = self._raw(name)
        return None if raw is None or not _is_text(raw, name) else raw.decode()

    def is_damaged(self, name: str) -> bool:
        """Whether something is there that is not what was stored."""
        raw = self._raw(name)
        there = self.path(name).exists() if raw is None else True
        return there and (raw is None or not _is_text(raw, name))

    def known(self, name: str) -> Kept:
        """What is known of a text; nothing, where its description cannot be read."""
        path = self.path(name, "json")
        try:
            found = json.loads(path.read_bytes() if path.is_file() else b"{}")
            return Kept(**{field: str(found.get(field, "")) for field in Kept.__dataclass_fields__})
        except (OSError, ValueError, AttributeError):
            return Kept()

    def _raw(self, name: str) -> bytes | None:
        path = self.path(name)
        try:
            if not path.is_file() or path.stat().st_size > MOST:
                return None
            return path.read_bytes()
        except OSError:
            return None


def text_hash(raw: bytes) -> str:
    """The name of a text: its SHA-256."""
    return _HEAD + sha256(raw).hexdigest()


def _is_text(raw: bytes, name: str) -> bool:
    """Whether it is the text of that name."""
    try:
        raw.decode()
    except UnicodeDecodeError:
        return False
    return text_hash(raw) == name
