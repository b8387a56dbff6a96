"""The repository of editors on its host, and runs of its workflows there."""

import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hosted import Host
from runner import Outcome, Runner

from harness import Project

_TYPES = {"100644": "blob", "120000": "blob", "160000": "commit", "040000": "tree"}


@dataclass
class Desk:
    """A repository that holds only content, as its editors have it, and its host."""

    mine: Project
    host: Host
    bare: Path
    folder: str
    home: Path
    branch: str = "main"

    @property
    def elsewhere(self) -> Path:
        """A site that was built before, for tests that do not look at it."""
        place = self.home.with_name("elsewhere")
        place.mkdir(exist_ok=True)
        (place / "index.html").write_text("built before")
        return place

    def edit(self, old: str, new: str, path: str = "briefings/example.yml") -> None:
        """Change a file of the site."""
        place = self.mine.root / self.folder / path
        text = place.read_text()
        assert old in text
        place.write_text(text.replace(old, new, 1))

    def propose(self) -> dict[str, Any]:
        """A pull request of what stands in the folder; the event that it is."""
        head = self.mine.commit("a change")
        self.mine.git("checkout", "--quiet", "--detach", self.branch)
        self.mine.git("merge", "--quiet", "--no-ff", "--message", "merged", head)
        return self._proposed(head, "HEAD")

    def propose_objects(self, *entries: tuple[str, str, bytes]) -> dict[str, Any]:
        """A pull request whose briefings/ holds these entries (mode, name, content) and no others.

        With no name, the entry stands in place of briefings/. Made of git objects alone: so it may
        be what no file system takes.
        """
        lines = [f"{mode} {_TYPES[mode]} {self._object(mode, content)}\t{name or 'briefings'}"
                 for mode, name, content in entries]  # fmt: skip
        place = Path(self.folder, "briefings")
        if not (len(entries) == 1 and not entries[0][1]):
            lines = [f"040000 tree {self._tree(lines)}\tbriefings"]
        for parent in place.parents:
            there = self.mine.git("ls-tree", f"{self.branch}:{parent}".removesuffix("."))
            kept = [one for one in there.splitlines() if one.split("\t")[1] != place.name]
            place = parent
            lines = [f"040000 tree {self._tree([*kept, *lines])}\t{parent.name}"]
        tree = lines[0].split()[2]
        head = self.mine.git("commit-tree", tree, "-p", self.branch, "-m", "theirs").strip()
        merge = self.mine.git(
            "commit-tree", tree, "-p", self.branch, "-p", head, "-m", "merged"
        ).strip()
        return self._proposed(head, merge)

    def _object(self, mode: str, content: bytes) -> str:
        if mode == "160000":
            return "c" * 40
        if mode == "040000":
            return self._tree([f"100644 blob {self._object('100644', content)}\tconfig"])
        return self._made("hash-object", content, "-w", "--stdin")

    def _tree(self, lines: list[str]) -> str:
        return self._made("mktree", "".join(f"{line}\n" for line in lines).encode(), "--missing")

    def _made(self, command: str, given: bytes, *options: str) -> str:
        made = subprocess.run(["git", command, *options], input=given, cwd=self.mine.root,
                              check=True, capture_output=True)  # fmt: skip
        return made.stdout.decode().strip()

    def _proposed(self, head: str, merge: str) -> dict[str, Any]:
        base = self.mine.git("rev-parse", self.branch).strip()
        self.mine.git("push", "--quiet", "--force", str(self.bare), f"{head}:refs/pull/7/head",
                      f"{merge}:refs/pull/7/merge", self.branch)  # fmt: skip
        self.host.head = head
        return {"pull_request": {"number": 7, "base": {"sha": base}, "head": {"sha": head}}}

    def push(self) -> dict[str, Any]:
        """What stands in the folder becomes the default branch; the event that it is."""
        self.mine.git("checkout", "--quiet", "-B", self.branch)
        self.mine.commit("next")
        self.mine.git("push", "--quiet", "--force", str(self.bare), self.branch)
        repository = {"default_branch": self.branch, "name": "briefs"}
        return {"repository": repository, "ref": f"refs/heads/{self.branch}"}

    def run(
        self, workflow: str, name: str, event: dict[str, Any], built: Path | None = None,
        links: str = "", job: str = "", previews: str = "",
    ) -> Outcome:  # fmt: skip
        """Run the first job of a workflow, or the one named.

        What it builds may be there already, and a shell script may stand in for `briefbook links`.
        """
        path = self.mine.root / f".github/workflows/{workflow}.yml"
        first = {"review": "review", "comment": "comment", "publish": "build", "weekly": "due"}
        self.home.mkdir(exist_ok=True)
        home = self.home / f"run-{len(list(self.home.iterdir()))}"
        runner = Runner(home, self.host, name, event, built=built, links=links, previews=previews)
        return runner.run(path, job or first[workflow])


def followed(desk: Desk, **more: str) -> dict[str, Any]:
    return {
        "workflow_run": {
            "event": "pull_request",
            "conclusion": "success",
            "head_sha": desk.host.head,
            "head_branch": "their/branch",
            "head_repository": {"owner": {"login": "somebody"}, "id": 1},
            "html_url": "https://github.example/runs/1",
            **more,
        }
    }
