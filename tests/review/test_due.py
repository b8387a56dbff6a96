"""`briefbook due`: what came due while nobody touched the briefs, and one issue that says it."""

import json

from fake_github import BOT, FakeGitHub

from briefbook.rules import all_rules
from harness import SOUND, Project, Result

HOSTILE = "</h3><img src=x onerror=alert(1)> @everyone #1 `` [x](javascript:1) ::error::"
BRIEF = SOUND.replace(
    "status: draft\n",
    "status: published\nauthors: [One Author, Another]\nreview_by: 2026-12-01\n",
)
QUESTION = """\
questions:
  - id: who-pays
    question: Who pays?
    status: open
    review_by: 2026-12-15
"""
LATE = "2027-01-01"


def _project(project: Project, brief: str = BRIEF + QUESTION) -> Project:
    project.write_standard()
    project.write("briefings/example.yml", brief)
    return project


def _issue(project: Project, github: FakeGitHub, today: str, *more: str) -> Result:
    done = project.run(
        "due", "--issue", "desk/briefs", "--api", github.api, "--today", today, *more
    )
    assert done.exit_code == 0, done.stderr
    return done


def test_what_is_due_is_told_by_brief_and_record(project: Project) -> None:
    done = _project(project).run("due", "--today", LATE)
    assert done.exit_code == 0
    assert done.stdout.startswith("**2 things are due in 1 file.**")
    assert "### `A small brief`" in done.stdout
    assert "In `briefings/example.yml`, by `One Author`, `Another`:" in done.stdout
    assert "- line 5: `This brief was due for review by 2026-12-01.`" in done.stdout
    assert ", `who-pays`: `This question was due to be looked at again by 2026" in done.stdout


def test_nothing_is_due(project: Project) -> None:
    assert _project(project).run("due", "--today", "2026-11-16").stdout == "Nothing is due.\n"


def test_a_brief_that_cannot_be_read_is_told_too(project: Project) -> None:
    _project(project, BRIEF.replace("title:", "titel:"))
    assert "“titel” is not a field" in project.run("due", "--today", LATE).stdout


def test_only_what_time_brings_is_told(project: Project) -> None:
    bare = BRIEF.replace("    verdict: supported\n", "    verdict: refuted\n")
    _project(project, bare)
    assert project.run("check", "--today", LATE).stdout.count("CLM") > 0
    assert "CLM" not in project.run("due", "--today", LATE).stdout
    timely = {rule.kind.name for rule in all_rules() if rule.timely}
    assert timely == {
        "stale-brief", "overdue-question", "overdue-barrier", "overdue-forecast", "expired-waiver",
        "dead-address", "dead-archived-copy",
    }  # fmt: skip


def test_policy_decides_what_is_due(project: Project) -> None:
    _project(project).write("mkdocs.yml", (
        "site_name: X\nextra:\n  briefbook:\n    rules:\n      ignore: [overdue-question]\n"
    ))  # fmt: skip
    assert "**1 thing is due" in project.run("due", "--today", LATE).stdout


def test_sources_that_are_gone_are_due(project: Project) -> None:
    _project(project)
    project.write("briefings/example.yml", BRIEF + (
        "sources:\n  - id: note\n    title: A note\n    url: https://example.org/note\n"
    ))  # fmt: skip
    gone = {"https://example.org/note": {"state": "gone", "said": "410 Gone"}}
    project.write("links.json", json.dumps({"version": 1, "links": gone}))
    done = project.run("due", "--today", "2026-11-30", "--links", str(project.root / "links.json"))
    assert "`The address of “note” leads nowhere any more (410 Gone).`" in done.stdout


def test_one_issue_is_opened_renewed_left_alone_and_closed(
    project: Project, github: FakeGitHub
) -> None:
    _project(project)
    assert "nothing is due" in _issue(project, github, "2026-11-30").stderr
    assert github.issues == []
    assert "opened" in _issue(project, github, "2026-12-10").stderr
    assert "left as it is" in _issue(project, github, "2026-12-11").stderr
    assert "**1 thing is due" in github.issues[0]["body"]
    assert "up to date" in _issue(project, github, LATE).stderr
    assert "**2 things are due" in github.issues[0]["body"]
    assert [one["state"] for one in github.issues] == ["open"]
    project.write("briefings/example.yml", SOUND)
    assert "closed" in _issue(project, github, LATE).stderr
    assert [one["state"] for one in github.issues] == ["closed"]
    _project(project)
    assert "opened" in _issue(project, github, LATE).stderr
    assert [one["state"] for one in github.issues] == ["closed", "open"]
    assert github.tokens == {"Bearer secret"}


def test_issues_and_pull_requests_of_others_are_left_alone(
    project: Project, github: FakeGitHub
) -> None:
    mark = "<!-- briefbook due -->"
    others = [
        {"user": {"id": 7}, "body": mark},
        {"user": {"id": BOT}, "body": "Something else"},
        {"user": {"id": BOT}, "body": None},
        {"user": {"id": BOT}, "body": mark, "pull_request": {}},
        *({"user": {"id": 7}, "body": "x"} for _ in range(100)),
    ]
    for number, one in enumerate(others, 1):
        github.issues.append({"number": number, "state": "open", **one})
    before = [dict(one) for one in github.issues]
    _project(project)
    assert "opened" in _issue(project, github, LATE).stderr
    assert github.issues[:-1] == before
    assert "left as it is" in _issue(project, github, LATE).stderr  # it stands on the second page


def test_hostile_titles_and_names_are_inert(project: Project, github: FakeGitHub) -> None:
    hostile = BRIEF.replace("A small brief", json.dumps(HOSTILE)).replace(
        "One Author", json.dumps(HOSTILE)
    )
    _issue(_project(project, hostile), github, LATE)
    body = github.issues[0]["body"]
    assert body.count(f"``` {HOSTILE} ```") == 2 or body.count(f"```{HOSTILE}```") == 2


def test_ten_thousand_overdue_questions_fit_into_an_issue(
    project: Project, github: FakeGitHub
) -> None:
    many = "".join(
        f"  - {{id: q{n}, question: Who pays?, status: open, review_by: 2026-12-15}}\n"
        for n in range(10_000)
    )
    _issue(_project(project, f"{BRIEF}questions:\n{many}"), github, LATE)
    body = github.issues[0]["body"]
    assert 50_000 < len(body.encode()) <= 60_100
    assert body.splitlines()[-1].endswith("more: `briefbook due` shows them all.")


def test_a_refusal_is_one_line(project: Project, github: FakeGitHub) -> None:
    github.refuse = 403
    _project(project)
    done = project.run("due", "--issue", "desk/briefs", "--api", github.api, "--today", LATE)
    assert done.exit_code == 2
    assert "GitHub, asked for GET /issues, refused (403" in done.stderr
    assert "is no repository" in project.run("due", "--issue", "desk", "--today", LATE).stderr


def test_links_that_were_not_asked_to_the_end_are_told(
    project: Project, github: FakeGitHub
) -> None:
    _project(project, SOUND)
    head = "## The links could not be asked to the end\n\n"
    may = "Sources that are gone may be missing here.\n"
    file = project.root / "links.json"
    missing = project.run("due", "--links", str(file))
    assert (missing.exit_code, missing.stderr.count("\n")) == (2, 1)
    broken = project.run("due", "--links", str(file), "--links-broke-off")
    assert (broken.exit_code, f"{head}Nothing is known of them. Sources" in broken.stdout) == (
        0,
        True,
    )
    assert "nothing is known of the links: there is no file" in broken.stderr
    half = {"version": 1, "asked": "2026-11-30", "unasked": 1, "links": {}}
    file.write_text(json.dumps(half))
    done = _issue(project, github, "2026-11-30", "--links", str(file))
    assert f"Nothing is due.\n\n{head}1 address has no answer. {may}" in done.stdout
    assert "opened" in done.stderr
    file.write_text(json.dumps({**half, "unasked": 0}))
    done = _issue(project, github, "2026-11-30", "--links", str(file), "--links-broke-off")
    assert f"{head}All answers are there, but what came after them failed." in done.stdout
    assert "up to date" in done.stderr
    assert "closed" in _issue(project, github, "2026-11-30", "--links", str(file)).stderr
