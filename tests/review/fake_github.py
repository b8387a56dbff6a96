"""GitHub's API of comments and issues on loopback, as far as `comment` and `due` speak it."""

import json
import re
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from typing import Any, TypeVar
from urllib.parse import parse_qs, urlsplit

from local_server import Quiet, running

BOT = 41898282
SHA = "c" * 40


@dataclass
class FakeGitHub:
    """Comments and issues by number, and what was asked: methods with paths."""

    comments: list[dict[str, Any]] = field(default_factory=list)
    issues: list[dict[str, Any]] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    tokens: set[str] = field(default_factory=set)
    api: str = ""
    refuse: int = 0
    head: str = SHA
    pages: int = 200
    previews: bool = True
    beside: int = 0
    """Another pull request at the same commit."""
    said_beside: list[str] = field(default_factory=list)

    def say(self, body: str, user: int) -> None:
        """Somebody comments."""
        number = 100 + len(self.comments)
        self.comments.append({"id": number, "user": {"id": user}, "body": body})

    def of_bot(self) -> list[str]:
        """What the bot has said."""
        return [one["body"] for one in self.comments if one["user"]["id"] == BOT]

    def answer(self, method: str, path: str, data: dict[str, str]) -> tuple[int, Any]:
        """The status and body for a request."""
        self.asked.append(f"{method} {path.partition('?')[0]}")
        if self.refuse:
            return self.refuse, {"message": "no"}
        if path == "/repos/desk/briefs/pulls/5":
            return 200, {"number": 5, "state": "closed"}
        if path == "/repos/desk/briefs/pulls/7":
            return 200, {"number": 7, "head": {"sha": self.head}}
        if path.startswith("/repos/desk/briefs/pulls?"):
            mine = parse_qs(urlsplit(path).query)["head"] == ["somebody:their/branch"]
            numbers = [self.beside, 7] if self.beside else [7]
            return 200, [{"number": one, "head": {"sha": self.head}} for one in numbers if mine]
        if self.beside and f"/{self.beside}" in path:
            return self._answer_beside(method, path, data)
        if path == "/repos/desk/previews/pages":
            return 200, {"html_url": "https://desk.example/previews/"} if self.previews else {}
        if path == "/repos/desk/briefs/pages":
            return self.pages, {}
        if path.startswith("/repos/desk/briefs/issues/7/comments"):
            if method == "POST":
                self.say(data["body"], BOT)
                return 201, self.comments[-1]
            page = int(re.findall(r"[?&]page=(\d+)", path)[0])
            return 200, self.comments[(page - 1) * 100 : page * 100]
        if match := re.fullmatch(r"/repos/desk/briefs/issues/comments/(\d+)", path):
            found = next(one for one in self.comments if one["id"] == int(match[1]))
            found["body"] = data["body"]
            return 200, found
        if path.startswith("/repos/desk/briefs/issues"):
            return self._answer_of_issues(method, path, data)
        return 404, {"message": "Not Found"}

    def _answer_beside(self, method: str, path: str, data: dict[str, str]) -> tuple[int, Any]:
        if "/pulls/" in path:
            return 200, {"number": self.beside, "head": {"sha": self.head}}
        if method == "POST":
            self.said_beside.append(data["body"])
            return 201, {"id": 1, "user": {"id": BOT}, "body": data["body"]}
        return 200, []

    def answered(self, method: str, path: str, body: bytes) -> tuple[int, bytes]:
        """The same, of bytes."""
        status, found = self.answer(method, path, json.loads(body) if body else {})
        return status, json.dumps(found).encode()

    def _answer_of_issues(self, method: str, path: str, data: dict[str, str]) -> tuple[int, Any]:
        if method == "POST":
            if len(data["body"]) > 65_536:
                return 422, {"message": "body is too long"}
            number = 1 + len(self.issues)
            self.issues.append({"number": number, "user": {"id": BOT}, "state": "open", **data})
            return 201, self.issues[-1]
        if match := re.fullmatch(r"/repos/desk/briefs/issues/(\d+)", path):
            found = next(one for one in self.issues if one["number"] == int(match[1]))
            found.update(data)
            return 200, found
        page = int(re.findall(r"[?&]page=(\d+)", path)[0])
        shown = [one for one in self.issues if one["state"] == "open" or "state=open" not in path]
        return 200, shown[(page - 1) * 100 : page * 100]


F = TypeVar("F", bound=FakeGitHub)


@contextmanager
def served(fake: F) -> Iterator[F]:
    """A server that runs as long as the test."""

    class Handler(Quiet):
        def serve(self) -> None:
            size = int(self.headers.get("Content-Length") or 0)
            fake.tokens.add(
                self.headers.get("Authorization") or self.headers.get("PRIVATE-TOKEN", "")
            )
            status, raw = fake.answered(self.command, self.path, self.rfile.read(size))
            self.send(status, raw)

    with running(Handler) as fake.api:
        yield fake


def fake_github() -> AbstractContextManager[FakeGitHub]:
    """GitHub, as long as the test."""
    return served(FakeGitHub())
