"""The repository of editors on its host, and runs of its workflows there."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hosted import Host
from runner import Outcome, Runner

from harness import Project


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
        base = self.mine.git("rev-parse", self.branch).strip()
        head = self.mine.commit("a change")
        self.mine.git("checkout", "--quiet", "--detach", self.branch)
        self.mine.git("merge", "--quiet", "--no-ff", "--message", "merged", head)
        self.mine.git("push", "--quiet", "--force", str(self.bare), f"{head}:refs/pull/7/head",
                      "HEAD:refs/pull/7/merge", self.branch)  # fmt: skip
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
        self, workflow: str, name: str, event: dict[str, Any], built: Path | None = None
    ) -> Outcome:
        """Run the first job of a workflow; what it builds may be there already."""
        path = self.mine.root / f".github/workflows/{workflow}.yml"
        job = {"review": "review", "comment": "comment", "publish": "build", "weekly": "due"}
        self.home.mkdir(exist_ok=True)
        home = self.home / f"run-{len(list(self.home.iterdir()))}"
        return Runner(home, self.host, name, event, built=built).run(path, job[workflow])


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
