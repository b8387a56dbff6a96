"""What git holds: blobs, versions of a file, and commits that touched it."""

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
class Version:
    """A file in a commit: its path, and its blob; None where the commit does not have it."""

    commit: str
    path: str
    blob: Blob | None

    def is_as(self, other: "Version") -> bool:
        """Whether nothing about the file differs."""
        return (self.path, self.blob) == (other.path, other.blob)


@dataclass(frozen=True, slots=True)
class Touch:
    """A commit that touched a file, or merged histories that did: its day, author and subject.

    `parents` are the file's versions in the nearest such commits before it, one for each side of a
    merge; `base` is the one from which the sides of a merge parted, if it is known.
    """

    version: Version
    day: str
    author: str
    subject: str
    parents: tuple[Version, ...]
    base: Version | None = None

    @property
    def commit(self) -> str:
        """Its id."""
        return self.version.commit


def not_plain_in_git(name: str, mode: str) -> Finding:
    """The finding for what git holds and is no regular file."""
    what = {"120000": "a symbolic link", "160000": "another repository"}.get(mode, "no plain file")
    return Finding(
        finding_kinds.NOT_A_PLAIN_FILE,
        f"This is {what}, and only plain files and folders are read.",
        Place(name, span=Span(0, 0)),
        "Put the file itself here.",
    )
