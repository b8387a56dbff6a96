"""A repository in which several people write, sign and merge, and what is said of sign-offs."""

import json

from briefbook.analysis.signoffs import SignedBrief
from harness import BRIEF, Project

PATH = "briefings/office.yml"
SOURCES = "briefings/_library/sources/sources.yml"
TEXT = (
    BRIEF.replace("status: draft", "status: published\npublished: 2026-10-01")
    + "    evidence:\n"
    + "      - {source: agency-report, stance: supports, note: It names the street.}\n"
)
WRITER = ("Anna Writer", "anna@example.org")
REVIEWER = ("Boris Reader", "boris@example.org")
MAINTAINER = ("Clara Chief", "clara@example.org")
PLATFORM = ("GitHub", "noreply@github.com")
COUNTS, OWN, OTHER, VOID = "counts", "CHG009", "CHG011", "CHG006"
Who = tuple[str, str]


class Desk:
    """A repository in which several people write, sign and merge."""

    date = ""
    """When things are written, by the word of the commits; else when they are committed."""

    def __init__(self, project: Project) -> None:
        self.project = project
        project.write_standard()
        project.write(PATH, TEXT)
        self.commit(WRITER, "a brief")
        project.git("branch", "-M", "main")
        project.git("switch", "--quiet", "--create", "change")

    def commit(
        self, who: Who, message: str, committer: Who | None = None, date: str = ""
    ) -> None:  # fmt: skip
        """Commit all as somebody, on another day than today's by the commit's word."""
        if not (self.project.root / ".git").exists():
            self.project.git("init", "--quiet")
        self.project.git("add", "--all")
        by = committer or who
        self.project.git(
            "-c", f"user.name={by[0]}", "-c", f"user.email={by[1]}", "commit", "--quiet",
            "--allow-empty", f"--author={who[0]} <{who[1]}>", "--message", message,
            *([f"--date={date or self.date}"] if date or self.date else []),
        )  # fmt: skip

    def write(self, who: Who = WRITER) -> None:
        """Say something else in the brief."""
        self.edit("opened an office", "opened two offices")
        self.commit(who, "two offices")

    def edit(self, old: str, new: str, path: str = PATH) -> None:
        """Change a file."""
        place = self.project.root / path
        text = place.read_text()
        assert old in text
        place.write_text(text.replace(old, new, 1))

    def sign(self, name: str, who: Who | None = None, message: str = "signed") -> None:
        """Add a sign-off of the brief in a name; committed by `who`, else not at all."""
        read = self.project.edition()
        mark = SignedBrief(read.briefs["office"], read.sources).hash(None)
        place = self.project.root / PATH
        text = place.read_text()
        head = "" if "signoffs:" in text else "signoffs:\n"
        place.write_text(f'{text}{head}  - {{by: {name}, on: 2026-11-23, hash: "{mark}"}}\n')
        if who:
            self.commit(who, message)

    def squash(self, who: Who, *more: Who, committer: Who | None = None) -> None:
        """Make one commit of the change."""
        self.project.git("reset", "--quiet", "--soft", "main")
        named = "".join(f"\nCo-authored-by: {name} <{mail}>" for name, mail in more)
        self.commit(who, f"all of it\n{named}", committer)

    def merge(self) -> None:
        """Take the change over to main, and begin the next one."""
        self.project.git("switch", "--quiet", "main")
        self.project.git("merge", "--quiet", "--no-ff", "--message", "merged", "change")
        self.project.git("switch", "--quiet", "--force-create", "change")

    def next(self) -> None:
        """Begin the next change on what main is now."""
        self.project.git("branch", "--force", "main", "HEAD")
        self.project.git("switch", "--quiet", "--force-create", "change", "main")

    def settings(self, lines: str) -> None:
        """Rules in mkdocs.yml, on main."""
        text = f"site_name: Test\nextra:\n  briefbook:\n    rules:\n{lines}"
        self.project.write("mkdocs.yml", text)
        self.commit(MAINTAINER, "rules")
        self.next()

    @property
    def verdict(self) -> str:
        """What is said of the sign-offs that the change brings; else of those that it voids."""
        done = self.project.run("diff", "main", "--format", "json", "--today", "2026-11-23")
        report = json.loads(done.stdout)
        brought = any(one["kind"] == "signoff-added" for one in report["changes"])
        codes = sorted(
            alarm["code"] for alarm in report["alarms"]
            if not brought or alarm["code"] != VOID or "comes with this change" in alarm["message"]
        )  # fmt: skip
        whose = [code for code in codes if code in (OWN, OTHER)]
        return next((code for code in (*whose, *codes) if code in (OWN, OTHER, VOID)), COUNTS)
