"""What a build said and made, kept, so that the same build need not be made again.

A build is the same if all that it reads is: every file below the project that can count, the
program with its packages, the day. Its result still stands if no file of it was touched since. The
record lies in `.briefbook/cache/`; one that is damaged, or of another version, counts for nothing.
"""

import json
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from typing import Any

from briefbook.corpus import BRIEFINGS
from briefbook.project.cache import CACHE, keep_out_of_git
from briefbook.project.config import CONFIG, config_files, plugin_names, read_config
from briefbook.project.files import write_whole
from briefbook.project.program import program
from briefbook.project.project import Project
from briefbook.project.trees import add_tree
from briefbook.project.wrong_use import WrongUse
from briefbook.publish.markdown_extensions import unknown_extensions
from briefbook.publish.outputs import Outputs
from briefbook.registry import any_plugins

_VERSION = 1


@dataclass(frozen=True, slots=True)
class Told:
    """What a build said on standard error, a line each, and the code with which it ended."""

    lines: tuple[str, ...]
    exit_code: int


class KeptBuild:
    """The record of a project's last build, for a day and an engine.

    `asked` is whatever else decides what a build says.
    """

    def __init__(self, project: Project, day: date, engine: str, asked: str = "") -> None:
        self._project = project
        self._asked = (str(project.root), day.isoformat(), engine, asked)
        self._read_before: str | None = None
        self._path = project.root / CACHE / "build.json"

    def told(self) -> Told | None:
        """What the build would say if it were made again; None if it has to be made."""
        record = self._read()
        inputs = self.inputs()
        if record is None or not inputs or record.get("inputs") != inputs or not self.intact():
            return None
        return Told(tuple(record["lines"]), int(record["exit_code"]))

    def intact(self) -> Outputs | None:
        """What the last build made, if it is still there, untouched."""
        record = self._read()
        there = self.outputs() if record else None
        return there if record and there and record.get("outputs") == there.digest else None

    @property
    def name(self) -> str:
        """The name of the last build: what else was kept of it has the same."""
        record = self._read()
        return str(record.get("name") or "") if record else ""

    def inputs(self) -> str:
        """A digest of all that a build reads, to be taken before it is made; empty where others
        than us may read whatever they like."""
        if self._read_before is None:
            self._read_before = self._inputs()
        return self._read_before

    def keep(self, inputs: str, told: Told, name: str = "", outputs: Outputs | None = None) -> str:
        """Remember a build that was made of these inputs, under a name, with these `outputs` if
        somebody has looked already; returns why that failed, if it did.

        What was read otherwise than it is now will be built again.
        """
        there = outputs or self.outputs()
        record = {
            "inputs": inputs if inputs == self._inputs() else "", "name": name,
            "outputs": there.digest if there else "", "lines": told.lines,
            "exit_code": told.exit_code,
        }  # fmt: skip
        body = json.dumps(record, ensure_ascii=False)
        try:
            keep_out_of_git(self._project.root)
            write_whole(self._path, f"{_head(body)}\n{body}\n".encode())
        except WrongUse as error:
            return str(error)
        return ""

    def _read(self) -> dict[str, Any] | None:
        try:
            if not self._path.is_file():
                return None
            head, _, body = (
                self._path.read_text(encoding="utf-8").removesuffix("\n").partition("\n")
            )
        except (OSError, UnicodeDecodeError):
            return None
        try:
            record = json.loads(body) if body and head == _head(body) else None
        except ValueError:
            return None
        return record if isinstance(record, dict) else None

    def _inputs(self) -> str:
        config = read_config(self._project.root / CONFIG)
        others = {*plugin_names(config)} - {"briefbook"} or unknown_extensions(config)
        if config.get("hooks") or others or any_plugins():
            return ""
        digest = blake2b(digest_size=16)
        for part in (
            str(_VERSION),
            program(),
            *self._asked,
            repr(self._project.settings),
            repr(config),
        ):
            digest.update(f"{part}\0".encode(errors="surrogateescape"))
        root = self._project.root
        theme = config.get("theme")
        own = theme.get("custom_dir") if isinstance(theme, dict) else None
        folders = [root / BRIEFINGS, self._project.docs, *([root / own] if own else [])]
        for file in config_files(root / CONFIG):
            digest.update(file.read_bytes())
        for folder in folders:
            add_tree(digest, folder)
        digest.update(repr(self._project.store.stamps()).encode(errors="surrogateescape"))
        return digest.hexdigest()

    def outputs(self) -> Outputs | None:
        """What lies in the folders of the result; None if somebody is at work there."""
        try:
            return Outputs.of(self._project)
        except OSError:
            return None


def _head(body: str) -> str:
    return f"briefbook cache {_VERSION} {blake2b(body.encode(), digest_size=16).hexdigest()}"
