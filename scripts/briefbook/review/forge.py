"""What Briefbook asks of a host of repositories: one comment under a change, and one issue."""

from dataclasses import dataclass
from typing import Any, Protocol


@dataclass(frozen=True, slots=True)
class Said:
    """A comment or an issue that is there: by its number, with its text."""

    number: int
    text: str

    def is_same(self, text: str) -> bool:
        """Whether it says this already; hosts store line ends in their own way."""
        return self.text.replace("\r\n", "\n").strip() == text.strip()


def said_by(account: int, user: Any, mark: str, text: Any, number: int) -> Said | None:  # noqa: ANN401
    """What a host lists, if the account said it and it begins with the mark.

    Of an account that was deleted the host says None; nothing is known of the types of `user`, an
    object with an `id`, and `text`.
    """
    mine = isinstance(user, dict) and user.get("id") == account
    if mine and isinstance(text, str) and text.startswith(mark):
        return Said(number, text)
    return None


def first_line(text: str) -> str:
    """The mark by which a comment or an issue is found again: its first line."""
    return text.partition("\n")[0]


class Forge(Protocol):
    """A repository on its host. Each method raises WrongUse if the host refuses."""

    def head_of(self, change: int) -> str:
        """The commit at which a pull or merge request stands."""

    def comment(self, change: int, mark: str) -> Said | None:
        """Our comment there: the one of our account that begins with `mark`."""

    def add_comment(self, change: int, text: str) -> None:
        """Say something under a pull or merge request: once, also where the answer is lost.

        The first line of the text is the mark by which it is found.
        """

    def renew_comment(self, change: int, comment: int, text: str) -> None:
        """Let a comment say something else."""

    def issue(self, mark: str) -> Said | None:
        """Our open issue: the one of our account that begins with `mark`."""

    def open_issue(self, title: str, text: str) -> None:
        """Open an issue: once, also where the answer is lost; the first line is its mark."""

    def renew_issue(self, issue: int, text: str, *, closed: bool) -> None:
        """Let an issue say something else, and close it if there is no more to do."""
