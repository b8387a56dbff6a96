"""GitLab's API of notes and issues on loopback, as far as `comment` and `due` speak it."""

import re
from typing import Any
from urllib.parse import parse_qs, urlsplit

from fake_github import FakeGitHub

ME = 4711


class FakeGitLab(FakeGitHub):
    """The same store behind GitLab's paths; the token belongs to the account `ME`."""

    def say(self, body: str, user: int) -> None:
        """Somebody comments."""
        self.comments.append({"id": 100 + len(self.comments), "author": {"id": user}, "body": body})

    def of_bot(self) -> list[str]:
        """What we have said."""
        return [one["body"] for one in self.comments if one["author"]["id"] == ME]

    def answer(self, method: str, path: str, data: dict[str, str]) -> tuple[int, Any]:
        """The status and body for a request."""
        where, query = urlsplit(path).path, parse_qs(urlsplit(path).query)
        self.asked.append(f"{method} {where}")
        if self.refuse:
            return self.refuse, {"message": "no"}
        page = slice(
            (int(query.get("page", ["1"])[0]) - 1) * 100, int(query.get("page", ["1"])[0]) * 100
        )
        project = "/projects/newsroom%2Fdesk%2Fbriefs"
        match method, where.removeprefix(project):
            case "GET", "/user":
                return 200, {"id": ME}
            case "GET", "/merge_requests/7":
                return 200, {"iid": 7, "sha": self.head}
            case "GET", "/merge_requests/7/notes":
                return 200, self.comments[page]
            case "POST", "/merge_requests/7/notes":
                self.say(data["body"], ME)
                return 201, self.comments[-1]
            case "GET", "/issues":
                assert query["state"] == ["opened"]
                return 200, [one for one in self.issues if one["state"] == "opened"][page]
            case "POST", "/issues":
                self.issues.append(
                    {"iid": 1 + len(self.issues), "author": {"id": ME}, "state": "opened", **data}
                )
                return 201, self.issues[-1]
            case "PUT", rest:
                return self._changed(rest, data)
        return 404, {"message": "404 Not Found"}

    def _changed(self, path: str, data: dict[str, str]) -> tuple[int, Any]:
        if match := re.fullmatch(r"/merge_requests/7/notes/(\d+)", path):
            found = next(one for one in self.comments if one["id"] == int(match[1]))
        elif match := re.fullmatch(r"/issues/(\d+)", path):
            found = next(one for one in self.issues if one["iid"] == int(match[1]))
        else:
            return 404, {}
        if data.pop("state_event", "") == "close":
            found["state"] = "closed"
        found.update(data)
        return 200, found
