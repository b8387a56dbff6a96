"""Runs git: plumbing commands only, without hooks, pagers, fetches or words in other tongues."""

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

from briefbook.text.terminal import visible

_NOTHING = (1, 128)
"""Exit codes by which git says that something is not there."""
_LACKING = ("promisor", "missing", "unable to read", "lazy fetching")


_SETTINGS = (
    "-c", "core.quotepath=off", "-c", "core.fsmonitor=false", "-c", "log.showSignature=false",
)  # fmt: skip


class GitTrouble(RuntimeError):
    """Git cannot answer; the message is one line for the user that says what to do."""


MISSING = (
    "this clone lacks contents of older revisions (a partial clone); fetch them first: "
    "git fetch --refetch --no-filter"
)


@dataclass(frozen=True, slots=True)
class Git:
    """Git in a folder."""

    root: Path

    def run(self, *arguments: str, given: bytes | None = None) -> bytes:
        """What a git command prints.

        Raises GitTrouble if it fails.
        """
        answer = self.ask(*arguments, given=given, no=())
        if answer is None:
            raise GitTrouble(f"git {arguments[0]} gave no answer")
        return answer

    def ask(
        self, *arguments: str, given: bytes | None = None, no: tuple[int, ...] = _NOTHING
    ) -> bytes | None:
        """What a git command prints, or None where it ends with a code of `no`.

        Raises GitTrouble.
        """
        environment = {
            **{key: value for key, value in os.environ.items() if not key.startswith("GIT_TRACE")},
            "GIT_OPTIONAL_LOCKS": "0",
            "GIT_NO_LAZY_FETCH": "1",
            "GIT_TERMINAL_PROMPT": "0",
            "LC_ALL": "C",
        }
        try:
            done = subprocess.run(  # noqa: S603 fixed commands; revisions were resolved to ids
                ["git", *_SETTINGS, *arguments],  # noqa: S607
                cwd=self.root, input=given or b"", capture_output=True, check=False,
                env=environment,
            )  # fmt: skip
        except OSError:
            raise GitTrouble("git is not installed here; changes are read from git") from None
        if done.returncode == 0:
            return done.stdout
        said = done.stderr.decode(errors="replace").strip().splitlines()
        reason = visible(said[0]) if said else f"exit {done.returncode}"
        if "dubious ownership" in reason:
            raise GitTrouble(f"git does not trust this folder: {reason}")
        if done.returncode in no:
            return None
        if any(sign in line for line in said for sign in _LACKING):
            raise GitTrouble(MISSING)
        raise GitTrouble(f"git {arguments[0]} failed: {reason}")
