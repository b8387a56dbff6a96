"""A private repository on a host: git over HTTP, its API and its pages, all behind a token."""

import base64
import gzip
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from fake_github import FakeGitHub

from harness import Project
from local_server import Quiet, running

DUE = """\
title: A brief
summary: It is short.
status: draft
claims:
  - {id: one, statement: It rained., kind: fact, verdict: unverified}
questions:
  - {id: what-next, question: What comes next?, status: open, review_by: 2026-01-01}
"""
HALF_ASKED = '{"version": 1, "asked": "2026-11-23", "unasked": 2, "links": {}}'
"""A file of answers as a run leaves it that was broken off."""


class Host(FakeGitHub):
    """GitHub as `FakeGitHub` plays it, with a repository; nothing is read without the token."""

    url = ""
    token = "a-token"
    pages = 200
    published: tuple[int, bytes] = (404, b"")

    @property
    def basic(self) -> str:
        """What git says of itself."""
        return base64.b64encode(f"x-access-token:{self.token}".encode()).decode()

    def admits(self, authorization: str) -> bool:
        """Whether somebody may read."""
        return authorization in (f"Bearer {self.token}", f"basic {self.basic}")


@contextmanager
def hosted(repositories: Path) -> Iterator[Host]:
    """A host that runs as long as the test; its repositories are bare ones below this folder."""
    host = Host()

    class Handler(Quiet):
        def serve(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            if self.headers.get("Content-Encoding") == "gzip":
                body = gzip.decompress(body)
            if self.path.startswith("/site/"):
                return self.send(*host.published)
            if not host.admits(self.headers.get("Authorization", "")):
                return self.send(401, b"")
            if self.path.startswith(("/desk/briefs.git/", "/desk/previews.git/")):
                return self._git(body)
            host.tokens.add(self.headers.get("Authorization", ""))
            return self.send(*host.answered(self.command, self.path, body))

        def _git(self, body: bytes) -> None:
            path, _, query = self.path.partition("?")
            done = subprocess.run(
                ["git", "http-backend"],
                input=body,
                env={
                    "PATH": os.environ["PATH"],
                    "GIT_PROJECT_ROOT": str(repositories),
                    "GIT_HTTP_EXPORT_ALL": "1",
                    "PATH_INFO": path,
                    "QUERY_STRING": query,
                    "REQUEST_METHOD": self.command,
                    "CONTENT_TYPE": self.headers.get("Content-Type", ""),
                    "CONTENT_LENGTH": str(len(body)),
                    "GIT_PROTOCOL": self.headers.get("Git-Protocol", ""),
                },
                capture_output=True,
                check=True,
            )
            head, _, content = done.stdout.partition(b"\r\n\r\n")
            fields = dict(line.split(": ", 1) for line in head.decode().split("\r\n"))
            self.send(int(fields.pop("Status", "200").split()[0]), content, fields)

    with running(Handler) as host.url:
        host.api = host.url
        yield host


def publish_repository(project: Project, repositories: Path) -> Path:
    """The repository of a project as its host holds it."""
    bare = repositories / "desk/briefs.git"
    bare.parent.mkdir(parents=True)
    subprocess.run(["git", "clone", "--quiet", "--bare", str(project.root), str(bare)], check=True)
    for setting in ("uploadpack.allowAnySHA1InWant", "http.receivepack"):
        subprocess.run(["git", "-C", str(bare), "config", setting, "true"], check=True)
    return bare
