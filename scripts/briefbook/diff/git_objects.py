"""What git holds: blobs, and commits that touched a file."""

from dataclasses import dataclass

from briefbook.findings import Finding, Place
from briefbook.syntax import finding_kinds
from briefbook.text.document import Span

REGULAR = ("100644", "100755")


@dataclass(frozen=True, slots=True)
class Blob:
    """A file of a revision: its mode and the id of its content."""

    mode: str
    id: str


@dataclass(frozen=True, slots=True)
class Touch:
    """A commit that touched a file: its id, day, author, subject, and the file's path in it."""

    commit: str
    day: str
    author: str
    subject: str
    path: str


def not_plain_in_git(name: str, mode: str) -> Finding:
    """The finding for what git holds and is no regular file."""
    what = {"120000": "a symbolic link", "160000": "another repository"}.get(mode, "no plain file")
    return Finding(
        finding_kinds.NOT_A_PLAIN_FILE,
        f"This is {what}, and only plain files and folders are read.",
        Place(name, span=Span(0, 0)),
        "Put the file itself here.",
    )
