"""The pages of a change, put where all can look at them: made here from its briefs as data."""

import subprocess

import pytest
from desk import Desk, followed

from harness import Project

pytestmark = pytest.mark.site


def _previews(desk: Desk) -> Project:
    """A repository for previews, and a clone that shows what is in it."""
    bare = desk.bare.with_name("previews.git")
    first = Project(desk.home.with_name("first"))
    first.root.mkdir()
    first.write("README.md", "Previews")
    first.write("about/index.html", "the repository's own")
    first.write("5/index.html", "a change that was merged")
    first.write("6/index.html", "a change of which the host does not say how it stands")
    first.write("7/gone.html", "an earlier state of the change")
    first.commit("first")
    subprocess.run(["git", "clone", "--quiet", "--bare", first.root, bare], check=True)
    subprocess.run(["git", "-C", bare, "config", "http.receivepack", "true"], check=True)
    return Project(bare)


def _held(previews: Project) -> dict[str, str]:
    listed = previews.git("ls-tree", "-r", "--name-only", "main").splitlines()
    return {name: name for name in listed}


def test_pages_of_a_change_are_put_in_a_folder_of_its_number(desk: Desk) -> None:
    previews = _previews(desk)
    desk.edit("verdict: refuted", "verdict: supported")
    desk.mine.write(f"{desk.folder}/docs/index.md", "# <script>theirs</script>\n")
    desk.propose()
    done = desk.run("comment", "workflow_run", followed(desk), job="preview",
                    previews="desk/previews")  # fmt: skip
    assert done.ok, done.log
    held = _held(previews)
    assert {"6/index.html", "7/index.html", "README.md", "robots.txt", ".nojekyll"} <= {*held}
    assert "about/index.html" in held
    assert not {"7/gone.html", "5/index.html"} & {*held}
    page = previews.git("show", "main:7/briefings/example/index.html")
    assert '<details class="bb-changed"><summary>Changed here: verdict moved' in page
    assert "theirs" not in previews.git("show", "main:7/index.html")
    (comment,) = desk.host.of_bot()
    assert "(https://desk.example/previews/7/briefings/example/#" in comment
    assert desk.host.token not in page


def test_it_waits_for_the_setting_and_for_a_maintainer(desk: Desk) -> None:
    desk.edit("verdict: refuted", "verdict: supported")
    desk.propose()
    with pytest.raises(AssertionError, match="would not run"):
        desk.run("comment", "workflow_run", followed(desk), job="preview")
    workflow = (desk.mine.root / ".github/workflows/comment.yml").read_text()
    assert "    environment: preview\n" in workflow.partition("  preview:\n")[2]


def test_a_repository_without_pages_is_told(desk: Desk) -> None:
    _previews(desk)
    desk.edit("verdict: refuted", "verdict: supported")
    desk.propose()
    desk.host.previews = False
    done = desk.run("comment", "workflow_run", followed(desk), job="preview",
                    previews="desk/previews")  # fmt: skip
    assert not done.ok
    assert "desk/previews has no GitHub Pages" in done.log
