"""What is due, told each week on GitLab and Forgejo, whatever becomes of the links."""

from pathlib import Path

import pytest
from elsewhere import FakeForgejo, forgejo_steps, gitlab_script, only_due, shell, site
from fake_github import served
from fake_gitlab import FakeGitLab
from hosted import DUE, HALF_ASKED

from harness import Project
from ready_program import ready_program


def test_gitlab_tells_each_week_what_is_due(tmp_path: Path, gitlab: FakeGitLab) -> None:
    mine = site(tmp_path, "gitlab")
    only_due(mine)
    around = {"CI_API_V4_URL": gitlab.api, "CI_PROJECT_PATH": "newsroom/desk/briefs"}
    script = gitlab_script(mine, "briefbook-weekly")
    done = shell(mine, script, **around, GITLAB_TOKEN="secret")
    assert done.returncode == 0, done.stderr
    (issue,) = gitlab.issues
    assert "`what-next`" in issue["description"]
    assert "left as it is" in shell(mine, script, **around, GITLAB_TOKEN="secret").stderr
    mine.write("briefings/due.yml", DUE.partition("questions:")[0])
    assert "closed" in shell(mine, script, **around, GITLAB_TOKEN="secret").stderr
    assert issue["state"] == "closed"
    assert "what-next" not in shell(mine, script, **around).stdout


def _links_instead(mine: Project, script: str) -> None:
    """Let a shell script stand in for `briefbook links`."""
    tools = mine.root.parent / "tools"
    tools.mkdir(exist_ok=True)
    tool = tools / "briefbook"
    ready = ready_program() / "briefbook"
    tool.write_text(f'#!/bin/sh\nif [ "$1" = links ]; then\n{script}\nfi\nexec "{ready}" "$@"\n')
    tool.chmod(0o755)


BROKEN = [
    ("exit 70", 70, "Nothing is known of them."),
    (f"echo '{HALF_ASKED}' > links.json; exit 130", 130, "2 addresses have no answer."),
]
BROKE_OFF = (
    "## The links could not be asked to the end\n\n{} Sources that are gone may be missing here."
)


@pytest.mark.parametrize(("links", "code", "told"), BROKEN)
def test_gitlab_tells_what_is_due_whatever_becomes_of_the_links(
    tmp_path: Path, gitlab: FakeGitLab, links: str, code: int, told: str
) -> None:
    mine = site(tmp_path, "gitlab")
    only_due(mine)
    _links_instead(mine, links)
    around = {"CI_API_V4_URL": gitlab.api, "CI_PROJECT_PATH": "newsroom/desk/briefs"}
    script = gitlab_script(mine, "briefbook-weekly")
    done = shell(mine, script, **around)
    assert (done.returncode, BROKE_OFF.format(told) in done.stdout) == (code, True), done
    done = shell(mine, script, **around, GITLAB_TOKEN="secret")
    (issue,) = gitlab.issues
    assert (done.returncode, BROKE_OFF.format(told) in issue["description"]) == (code, True), done
    assert "`what-next`" in issue["description"]


@pytest.mark.parametrize(("links", "code", "told"), BROKEN)
def test_forgejo_tells_what_is_due_whatever_becomes_of_the_links(
    tmp_path: Path, links: str, code: int, told: str
) -> None:
    mine = site(tmp_path, "forgejo")
    only_due(mine)
    _links_instead(mine, links)
    with served(FakeForgejo()) as fake:
        around = {"GITHUB_API_URL": f"{fake.api}/api/v1", "GITHUB_REPOSITORY": "desk/briefs"}
        last = forgejo_steps(mine, "weekly", {}, **around)[-1]
        (issue,) = fake.issues
    assert (last.returncode, BROKE_OFF.format(told) in issue["body"]) == (code, True), last
    assert "`what-next`" in issue["body"]


def test_links_that_never_come_to_an_end_are_ended_before_what_is_due(
    tmp_path: Path, gitlab: FakeGitLab
) -> None:
    mine = site(tmp_path, "gitlab")
    only_due(mine)
    _links_instead(mine, "exec sleep 600")
    script = gitlab_script(mine, "briefbook-weekly")
    assert " 40m " in script
    done = shell(mine, script.replace(" 40m ", " 0.1 "))
    assert (done.returncode, "`what-next`" in done.stdout) == (124, True), done
    assert BROKE_OFF.format("Nothing is known of them.") in done.stdout
