"""Changes of briefs, kept as patches: what the comment says of each.

The briefs are the real ones as they were when the changes were written down (`changes/base`), so
that whoever edits those need not write these anew.
"""

import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from briefbook.analysis.edition import Edition
from briefbook.corpus import FileRead, gather, read_again
from briefbook.diff import compare
from briefbook.diff.render.markdown import RENDERER
from briefbook.diff.report import DiffReport, Revisions
from briefbook.lint import alarms
from briefbook.model.settings import Settings

CHANGES = Path(__file__).parent / "changes"
DAY = date(2026, 11, 29)
_PART = re.compile(r"^== (?P<name>\S+) ?(?P<alarm>\S*)\n(?P<patch>.*?)(?=^== |\Z)", re.M | re.S)
_LINE = re.compile(r"^([+-])(?!\+\+ |-- )(.*)$", re.M)
_KEY = re.compile(r"(?:(?<=[{, -])|^)[a-z_]+:(?=\s|$)")
_WORD = re.compile(r"[^\W_](?:[\w.,'’-]*[^\W_])?")
_SAID_OTHERWISE = re.compile(r"0\.[0-9]+|true|false")
"""Probabilities are told in per cent, flags as “yes” and “no”."""


@dataclass(frozen=True)
class Changed:
    """A change: its patch, and the code of the alarm that it deserves, if it does."""

    name: str
    alarm: str
    patch: str

    def words(self, sign: str) -> set[str]:
        """The words that the change takes away (“-”) or adds (“+”)."""
        sides = {"-": set[str](), "+": set[str]()}
        for mark, line in _LINE.findall(self.patch):
            sides[mark].update(_WORD.findall(_KEY.sub(" ", line).replace("_", " ")))
        own = sides[sign] - sides["+" if sign == "-" else "-"]
        return {word for word in own if not _SAID_OTHERWISE.fullmatch(word)}


def changes(name: str) -> list[Changed]:
    """The changes of a file, in its order."""
    text = (CHANGES / f"{name}.txt").read_text()
    return [Changed(*found.group("name", "alarm", "patch")) for found in _PART.finditer(text)]


@cache
def base() -> dict[str, bytes]:
    """The briefs and their library."""
    root = CHANGES / "base"
    return {path.relative_to(root).as_posix(): path.read_bytes()
            for path in sorted((root / "briefings").rglob("*.yml"))}  # fmt: skip


def with_edits(path: str, *edits: tuple[str, str]) -> dict[str, bytes]:
    """The same with texts of one file exchanged, each once."""
    text = base()[path].decode()
    for was, now in edits:
        assert was in text, was
        text = text.replace(was, now, 1)
    return {**base(), path: text.encode()}


@cache
def _read(name: str, raw: bytes) -> FileRead:
    return read_again(name, raw)


def after(change: Changed, folder: Path) -> dict[str, bytes]:
    """The briefs after a change; raises CalledProcessError where it does not fit any more."""
    names = set(re.findall(r"^(?:---|\+\+\+) [ab]/(.+)$", change.patch, re.M))
    for name in names & base().keys():
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(base()[name])
    subprocess.run(["git", "apply", "-"], input=change.patch.encode(), cwd=folder,
                   check=True, env={"PATH": "/usr/bin:/bin", "GIT_DIR": "/nowhere"})  # fmt: skip
    found = dict(base())
    for name in names:
        found.pop(name, None)
        if (folder / name).is_file():
            found[name] = (folder / name).read_bytes()
    return found


def _edition(files: dict[str, bytes]) -> Edition:
    return Edition(gather(files.items(), _read), DAY, Settings())


@dataclass(frozen=True)
class Told:
    """What is said of a change."""

    comment: str
    alarms: tuple[str, ...]
    kinds: tuple[str, ...] = ()

    def lacks(self, words: set[str]) -> Iterator[str]:
        """Words that the comment does not show."""
        plain = _plain(self.comment)
        return (word for word in sorted(words) if _plain(word) not in plain)


def _plain(text: str) -> str:
    """As the names of actors are written in ids."""
    return text.casefold().replace("_", " ").replace("-", " ")


def changed_comment(files: dict[str, bytes]) -> str:
    """The comment on a change that makes the real briefs these files."""
    return _told(files).comment


def changed_report(files: dict[str, bytes], before: dict[str, bytes] | None = None) -> Told:
    """What is said of a change that makes the real briefs, or those before it, these files."""
    return _told(files, before)


def told(change: Changed, folder: Path) -> Told:
    """What is said of a change."""
    return _told(after(change, folder))


def _told(files: dict[str, bytes], before: dict[str, bytes] | None = None) -> Told:
    found = compare(_edition(before or base()), _edition(files))
    raised = alarms(found)
    report = DiffReport(found, raised, Revisions("main", "change", "1" * 40, "2" * 40))
    codes = tuple(sorted({one.finding.kind.code for one in raised.findings}))
    kinds = tuple(sorted({change.kind.value for change in found.changes}))
    return Told(RENDERER.render(report), codes, kinds)
