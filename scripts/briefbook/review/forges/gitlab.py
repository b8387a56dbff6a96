"""GitLab's REST API, version 4: notes of merge requests, and issues."""

from functools import cached_property
from urllib.parse import quote

from briefbook.review.connection import Connection, safe_api, safe_repository
from briefbook.review.forge import Said, first_line, said_by
from briefbook.review.patience import Patience


class GitLab:
    """A project on GitLab. Our account is the token's own, unless its number is given."""

    def __init__(self, connection: Connection, project: str, bot: int | None) -> None:
        self._connection = connection
        self._project = f"/projects/{quote(project, safe='')}"
        self._bot = bot

    def head_of(self, change: int) -> str:
        """The commit at which a merge request stands."""
        return self._connection.value(str, f"{self._project}/merge_requests/{change}", "sha")

    def comment(self, change: int, mark: str) -> Said | None:
        """Our comment under a merge request."""
        return self._mine(f"/merge_requests/{change}/notes", "id", "body", mark)

    def add_comment(self, change: int, text: str) -> None:
        """Say something under a merge request."""
        path = f"{self._project}/merge_requests/{change}/notes"
        mark = first_line(text)
        self._connection.call(
            "POST", path, {"body": text}, lambda: self.comment(change, mark) is not None
        )

    def renew_comment(self, change: int, comment: int, text: str) -> None:
        """Let a comment say something else."""
        path = f"{self._project}/merge_requests/{change}/notes/{comment}"
        self._connection.call("PUT", path, {"body": text})

    def issue(self, mark: str) -> Said | None:
        """Our open issue."""
        return self._mine("/issues?state=opened", "iid", "description", mark)

    def open_issue(self, title: str, text: str) -> None:
        """Open an issue."""
        path = f"{self._project}/issues"
        mark = first_line(text)
        self._connection.call(
            "POST", path, {"title": title, "description": text},
            lambda: self.issue(mark) is not None,
        )  # fmt: skip

    def renew_issue(self, issue: int, text: str, *, closed: bool) -> None:
        """Let an issue say something else, and close it if there is no more to do."""
        state = {"state_event": "close"} if closed else {}
        path = f"{self._project}/issues/{issue}"
        self._connection.call("PUT", path, {"description": text, **state})

    @cached_property
    def _me(self) -> int:
        return self._connection.value(int, "/user", "id") if self._bot is None else self._bot

    def _mine(self, path: str, number: str, field: str, mark: str) -> Said | None:
        for one in self._connection.listed(f"{self._project}{path}", number):
            said = said_by(self._me, one.get("author"), mark, one.get(field), one[number])
            if said:
                return said
        return None


def gitlab(
    api: str | None, repository: str, token: str, bot: int | None, patience: Patience | None = None
) -> GitLab:
    """A project on GitLab; `repository` may lie in groups within groups.

    Raises WrongUse for an address or a project that is none.
    """
    root = safe_api(api or "https://gitlab.com/api/v4")
    project = safe_repository(repository, nested=True)
    connection = Connection("GitLab", root, {"PRIVATE-TOKEN": token}, patience or Patience())
    return GitLab(connection, project, bot)
