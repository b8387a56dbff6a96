"""Tiny projects on disk, the command run in-process, and the examples of the rule pages.

An example is one or more fenced blocks of a rule page. The info string of a block is
`yaml title="briefings/example.yml"` (that title is the default), and may add what Markdown
cannot show:

`encoding="latin-1"`   the block is written in this encoding instead of UTF-8
`symlink="/etc/hosts"` the file is a symbolic link to that place; the block's content is ignored
`pad="2200000"`        comment lines are appended until the file has at least so many bytes
`title="stored text of agency-report"` the block is in the store of texts, and the source of the
                       standard library names it; with `damaged="yes"` another text lies there
`committed="yes"`      what comes after is committed, too, by “An Author”
`revision="base"`      the file as it was in the revision that a rule of change compares with
`replace="→=U+0009"`   each `→` of the block stands for the character U+0009 (a tab)

A comment `# <- here` at the end of a line says that the finding is expected on that line.
"""

import contextlib
import io
import json
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from briefbook.analysis.edition import Edition
from briefbook.cli.main import main
from briefbook.corpus import load
from briefbook.model.settings import Settings

MARKER = "# <- here"
READING = "SYN,SCH,REF"
DAY = date(2026, 11, 23)
SECTIONS = ("What it checks", "Why it matters", "Flagged", "Fine", "Settings")

BRIEF = """\
title: A small brief
summary: One sentence.
status: draft
claims:
  - id: first
    statement: The bank opened an office.
    kind: fact
    verdict: supported
"""

SOUND = (
    BRIEF
    + """\
    evidence:
      - {source: agency-report, stance: supports, note: It names the street.}
      - source: newspaper-copy
        stance: supports
        origin: officer
        note: An officer shows the rooms.
"""
)
"""A brief in which no rule finds anything, together with the standard library."""

STANDARD = {
    "mkdocs.yml": "site_name: Test\n",
    "briefings/_library/topics.yml": "- id: banking\n  name: Banking\n",
    "briefings/_library/entities.yml": (
        "- id: bank\n  name: The Bank\n  kind: organization\n"
        "- id: officer\n  name: An Officer\n  kind: person\n"
    ),
    "briefings/_library/sources/sources.yml": (
        "- id: agency-report\n"
        "  title: The bank opens an office\n"
        "  type: article-newspaper\n"
        "  url: https://example.org/agency\n"
        "  publisher: An agency\n"
        "  published: 2026-01-10\n"
        "  accessed: 2026-11-20\n"
        "  language: en\n"
        "  reliability: {grade: B, because: A named reporter was there.}\n"
        "  seen: whole\n"
        "- id: newspaper-copy\n"
        "  title: Bank opens office\n"
        "  type: article-newspaper\n"
        "  url: https://example.org/newspaper\n"
        "  publisher: A newspaper\n"
        "  published: 2026-01-11\n"
        "  accessed: 2026-11-20\n"
        "  language: en\n"
        "  reliability: {grade: C, because: It copies the agency.}\n"
        "  derives_from: agency-report\n"
        "  seen: whole\n"
    ),
}


WITH_REFERENCE = "site_name: Test\nextra: {briefbook: {reference: build}}\n"
"""A mkdocs.yml of a site that holds the reference of fields, rules and commands."""


@dataclass(frozen=True)
class Result:
    """What a run of the command left behind."""

    exit_code: int
    stdout: str
    stderr: str

    @property
    def json(self) -> Any:
        """Standard output, parsed."""
        return json.loads(self.stdout)

    @property
    def findings(self) -> list[dict[str, Any]]:
        """The findings of `check --format json`."""
        return list(self.json["findings"])

    @property
    def codes(self) -> list[str]:
        """Their codes, in order."""
        return [item["code"] for item in self.findings]

    def of(self, path: str) -> list[dict[str, Any]]:
        """The findings of one file."""
        return [item for item in self.findings if item["path"] == path]


@dataclass(frozen=True)
class Project:
    """A project folder that begins with nothing but its mkdocs.yml."""

    root: Path

    def write(self, path: str, content: str | bytes) -> Path:
        """Write a file below the project and return where it is."""
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content.encode() if isinstance(content, str) else content)
        return target

    def write_standard(self, *without: str) -> None:
        """Write the small standard library, but not the files named."""
        for path, text in STANDARD.items():
            if path not in without:
                self.write(path, text)

    def run(self, *arguments: str) -> Result:
        """Run the command here, in this process."""
        out, err = io.StringIO(), io.StringIO()
        code = 0
        with (
            contextlib.chdir(self.root),
            contextlib.redirect_stdout(out),
            contextlib.redirect_stderr(err),
        ):
            try:
                main(list(arguments))
            except SystemExit as stop:
                code = stop.code if isinstance(stop.code, int) else 0
        return Result(code, out.getvalue(), err.getvalue())

    def check(self, *arguments: str) -> Result:
        """`briefbook check --format json` of reading and references only, unless told which."""
        chosen = () if "--select" in arguments else ("--select", READING)
        return self.run("check", "--format", "json", *chosen, *arguments)

    def git(self, *arguments: str) -> str:
        """Run git here, as somebody with a name, and return what it prints."""
        done = subprocess.run(
            ["git", "-c", "user.name=An Author", "-c", "user.email=author@example.org",
             "-c", "commit.gpgsign=false", "-c", "init.defaultBranch=main", *arguments],
            cwd=self.root, check=True, capture_output=True, text=True,
        )  # fmt: skip
        return done.stdout

    def commit(self, message: str) -> str:
        """Commit everything in a repository of the project's own; the commit's id."""
        if not (self.root / ".git").exists():
            self.git("init", "--quiet")
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", message)
        return self.git("rev-parse", "HEAD").strip()

    def diff(self, *arguments: str) -> "Result":
        """`briefbook diff --format json` from the last commit to the files as they are."""
        known = (self.root / ".git/refs/heads/before").exists()
        base = "before" if known else "HEAD"
        revisions = () if arguments and not arguments[0].startswith("-") else (base,)
        return self.run("diff", "--format", "json", *revisions, *arguments)

    def edition(self) -> Edition:
        """What the project holds, read on a fixed day."""
        return Edition(load(self.root), DAY, Settings())


STORED = "stored text of "


def store_text(project: Project, source: str, text: str) -> str:
    """Put a text into the store of a project and its hash to a source of the standard library."""
    name = f"sha256:{sha256(text.encode()).hexdigest()}"
    project.write(f".briefbook/snapshots/{name[7:9]}/{name[7:]}.txt", text)
    place = project.root / "briefings/_library/sources/sources.yml"
    entry = f"- id: {source}\n"
    library = place.read_text(encoding="utf-8")
    assert entry in library
    place.write_text(library.replace(entry, f"{entry}  snapshot: {name}\n"), encoding="utf-8")
    return name


@dataclass(frozen=True)
class Block:
    """A fenced block: the file that it stands for."""

    path: str
    content: str
    attributes: dict[str, str]

    @property
    def marked(self) -> set[tuple[str, int]]:
        """The lines that carry the marker."""
        lines = self.content.split("\n")
        return {(self.path, n) for n, line in enumerate(lines, 1) if line.endswith(MARKER)}

    def stands_for(self, other: "Block") -> bool:
        """Whether both are the same file of the same revision, which two examples may have."""
        mine, theirs = self.attributes.get("revision"), other.attributes.get("revision")
        return self.path == other.path and (mine == theirs or mine is not None)

    def write(self, project: Project) -> None:
        """Put the file into a project."""
        if self.path.startswith(STORED):
            name = store_text(project, self.path.removeprefix(STORED), self.content)
            if "damaged" in self.attributes:
                project.write(f".briefbook/snapshots/{name[7:9]}/{name[7:]}.txt", "Another text.")
            return
        if "symlink" in self.attributes:
            link = project.root / self.path
            link.parent.mkdir(parents=True, exist_ok=True)
            link.symlink_to(self.attributes["symlink"])
            return
        text = self.content
        if "replace" in self.attributes:
            shown, _, code = self.attributes["replace"].partition("=U+")
            text = text.replace(shown, chr(int(code, 16)))
        raw = text.encode(self.attributes.get("encoding", "utf-8"))
        lacking = int(self.attributes.get("pad", 0)) - len(raw)
        project.write(self.path, raw + b"# comment\n" * max(0, -(-lacking // 10)))


@dataclass(frozen=True)
class Example:
    """A tiny project out of a rule page."""

    section: str
    blocks: tuple[Block, ...]

    @property
    def marked(self) -> set[tuple[str, int]]:
        """Where findings are expected."""
        return {place for block in self.blocks for place in block.marked}

    @property
    def compares(self) -> bool:
        """Whether it shows two revisions."""
        return any("revision" in block.attributes for block in self.blocks)

    def write(self, project: Project) -> None:
        """Put its files, and the standard library around them, into a project.

        Where it shows two revisions the first is committed.
        """
        project.write_standard(*(block.path for block in self.blocks))
        for block in self.blocks:
            if "revision" in block.attributes:
                block.write(project)
        if self.compares:
            project.commit("base")
        for block in self.blocks:
            if "revision" not in block.attributes:
                block.write(project)
        if any("committed" in block.attributes for block in self.blocks):
            project.commit("head")
            project.git("branch", "before", "HEAD~1")


_FENCE = re.compile(
    r"^(?P<fence>`{3,})(?P<info>[^\n`]*)\n(?P<body>.*?)^(?P=fence)[ ]*$", re.DOTALL | re.MULTILINE
)
_ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')


def headings(page: str) -> list[str]:
    """The headings of a page, with their hashes, those inside blocks left out."""
    return re.findall(r"^#+ .*$", _FENCE.sub("", page), re.MULTILINE)


def section(page: str, name: str) -> str:
    """The text of one section of a page."""
    bare = _FENCE.sub(lambda match: "\0" * len(match[0]), page)
    start = bare.index(f"## {name}\n") + len(name) + 4
    end = bare.find("\n## ", start)
    return page[start:] if end < 0 else page[start:end]


def examples(page: str, name: str) -> Iterator[Example]:
    """The examples of one section of a page.

    Blocks that stand next to each other, or with only prose between that ends with a colon,
    belong to one example; a title that was there already begins the next one.
    """
    text, blocks, last = section(page, name), list[Block](), 0
    for match in _FENCE.finditer(text):
        attributes = dict(_ATTRIBUTE.findall(match["info"]))
        block = Block(attributes.get("title", "briefings/example.yml"), match["body"], attributes)
        between = text[last : match.start()].strip()
        joined = not between or between.endswith(":")
        if blocks and (not joined or any(block.stands_for(other) for other in blocks)):
            yield Example(name, tuple(blocks))
            blocks = []
        blocks.append(block)
        last = match.end()
    if blocks:
        yield Example(name, tuple(blocks))
