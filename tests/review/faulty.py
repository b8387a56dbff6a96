"""A GitHub on loopback that misbehaves first, as it was told to, and answers well afterwards."""

import json
import socket
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from fake_github import FakeGitHub

from briefbook.review.forges.github import GitHub, github
from briefbook.review.patience import Patience
from local_server import Quiet, running

NOW = 1_800_000_000.0


@dataclass(frozen=True)
class Fault:
    """One answer that is not the right one; with `done` the host does what it was asked all the
    same. `missing` bytes are promised and never come; with `reset` nothing comes."""

    status: int = 200
    content: bytes = b""
    fields: dict[str, str] = field(default_factory=dict)
    done: bool = False
    missing: int = 0
    reset: bool = False


def words(status: int, message: Any = "no", **fields: str) -> Fault:
    """A refusal as GitHub words it; `retry_after` stands for the field Retry-After."""
    named = {name.replace("_", "-"): value for name, value in fields.items()}
    return Fault(status, json.dumps({"message": message}).encode(), named)


def instead(content: Any) -> Fault:
    """Another JSON than the right one."""
    return Fault(200, json.dumps(content).encode())


class Faulty(FakeGitHub):
    """Faults by the method that they meet, used up one after the other."""

    faults: dict[str, list[Fault]]
    slept: list[float]
    client: GitHub


@contextmanager
def faulty(**faults: list[Fault]) -> Iterator[Faulty]:
    """A host that runs as long as the test, with a client that does not really sleep."""
    host = Faulty()
    host.faults, host.slept = faults, []

    class Handler(Quiet):
        def serve(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            host.tokens.add(self.headers.get("Authorization", ""))
            left = host.faults.get(self.command)
            if not left:
                return self.send(*host.answered(self.command, self.path, body))
            fault = left.pop(0)
            if fault.done:
                host.answered(self.command, self.path, body)
            else:
                host.asked.append(f"{self.command} {self.path.partition('?')[0]}")
            return self._misbehave(fault)

        def _misbehave(self, fault: Fault) -> None:
            if fault.reset:
                linger = struct.pack("ii", 1, 0)
                self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
                self.close_connection = True
                return
            self.send_response(fault.status)
            for name, value in fault.fields.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(fault.content) + fault.missing))
            self.end_headers()
            self.wfile.write(fault.content)
            self.close_connection = True

    with running(Handler) as host.api:
        host.client = github(host.api, "desk/briefs", "secret", None, waits(host.slept))
        yield host


def waits(slept: list[float]) -> Patience:
    """Patience that only writes down how long it would sleep, at a moment that stands still."""
    return Patience(slept.append, lambda: NOW)
