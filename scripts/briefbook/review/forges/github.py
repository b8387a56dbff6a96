"""GitHub's REST API (version 2022-11-28), and Forgejo's, which is like it."""

from typing import Any

from briefbook.review.connection import Connection, safe_api, safe_repository
from briefbook.review.forge import Said, first_line, said_by
from briefbook.review.patience import Patience

BOT = 41898282
"""The id of github-actions[bot], under whose name a workflow's own token comments."""
FORGEJO_BOT = -2
"""The id of forgejo-actions, likewise."""


class GitHub:
    """A repository on GitHub or Forgejo."""

    def __init__(self, connection: Connection, bot: int, per_page: int = 100) -> None:
        self._connection = connection
        self._bot = bot
        self._per_page = per_page

    def head_of(self, change: int) -> str:
        """The commit at which a pull request stands."""
        return self._connection.value(str, f"/pulls/{change}", "head", "sha")

    def comment(self, change: int, mark: str) -> Said | None:
        """Our comment under a pull request."""
        return self._mine(f"/issues/{change}/comments", "id", mark)

    def add_comment(self, change: int, text: str) -> None:
        """Say something under a pull request."""
        path = f"/issues/{change}/comments"
        mark = first_line(text)
        self._connection.call(
            "POST", path, {"body": text}, lambda: self.comment(change, mark) is not None
        )

    def renew_comment(self, change: int, comment: int, text: str) -> None:
        """Let a comment say something else."""
        self._connection.call("PATCH", f"/issues/comments/{comment}", {"body": text})

    def issue(self, mark: str) -> Said | None:
        """Our open issue."""
        return self._mine("/issues?state=open", "number", mark)

    def open_issue(self, title: str, text: str) -> None:
        """Open an issue."""
        mark = first_line(text)
        self._connection.call(
            "POST", "/issues", {"title": title, "body": text},
            lambda: self.issue(mark) is not None,
        )  # fmt: skip

    def renew_issue(self, issue: int, text: str, *, closed: bool) -> None:
        """Let an issue say something else, and close it if there is no more to do."""
        state = {"state": "closed"} if closed else {}
        self._connection.call("PATCH", f"/issues/{issue}", {"body": text, **state})

    def _mine(self, path: str, number: str, mark: str) -> Said | None:
        for one in self._connection.listed(path, number, self._per_page):
            if one.get("pull_request") is None:
                said = said_by(self._bot, one.get("user"), mark, one.get("body"), one[number])
                if said:
                    return said
        return None


def github(
    api: str | None, repository: str, token: str, bot: int | None, patience: Patience | None = None
) -> GitHub:
    """A repository on GitHub.

    Raises WrongUse for an address or a repository that is none.
    """
    root = safe_api(api or "https://api.github.com")
    connection = _connection("GitHub", root, repository, token, patience)
    return GitHub(connection, BOT if bot is None else bot)


def forgejo(
    api: str | None, repository: str, token: str, bot: int | None, patience: Patience | None = None
) -> GitHub:
    """A repository on Forgejo, whose pages hold fifty entries at most.

    Raises WrongUse for an address or a repository that is none.
    """
    connection = _connection("Forgejo", safe_api(api or ""), repository, token, patience)
    return GitHub(connection, FORGEJO_BOT if bot is None else bot, per_page=50)


def _connection(
    host: str, root: str, repository: str, token: str, patience: Patience | None
) -> Connection:
    headers: dict[str, Any] = {
        "Accept": "application/vnd.github+json" if host == "GitHub" else "application/json",
        "Authorization": f"Bearer {token}",
    }
    if host == "GitHub":
        headers["X-GitHub-Api-Version"] = "2022-11-28"
    place = f"{root}/repos/{safe_repository(repository)}"
    return Connection(host, place, headers, patience or Patience())
