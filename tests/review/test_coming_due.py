"""`briefbook due` tells what comes due in the next fourteen days, apart from what is due."""

from fake_github import FakeGitHub

from harness import SOUND, Project

BRIEF = (
    SOUND.replace(
        "status: draft\n", "status: published\nauthors: [An Author]\nreview_by: 2026-12-10\n"
    )
    + """\
    forecast: {resolves_on: 2026-12-07}
questions:
  - {id: later, question: Who pays?, status: open, review_by: 2026-12-15}
  - {id: today, question: Who pays?, status: open, review_by: 2026-12-01}
  - {id: by-month, question: Who pays?, status: open, review_by: 2026-12}
  - {id: far, question: Who pays?, status: open, review_by: 2026-12-16}
  - {id: over, question: Who pays?, status: open, review_by: 2026-11-30}
  - {id: known, question: Who paid?, status: answered, answer: We., review_by: 2026-12-05}
barriers:
  - {id: law, statement: A law., kind: sanctions, review_by: 2026-12-02}
  - {id: ended, statement: A., kind: sanctions, in_force: 2020/2026-12-01, review_by: 2026-12-02}
waivers:
  - {rule: CLM001, reason: It is known., until: 2026-12-03}
"""
)
DAY = "2026-12-01"
HEAD = "\n## Comes due in the next 14 days\n\n"


def _project(project: Project, brief: str = BRIEF, settings: str = "") -> Project:
    project.write_standard()
    project.write("mkdocs.yml", f"site_name: X\n{settings}")
    project.write("briefings/example.yml", brief)
    return project


def _parts(project: Project, today: str = DAY) -> tuple[str, list[str]]:
    done = project.run("due", "--today", today)
    assert done.exit_code == 0, done.stderr
    due, head, ahead = done.stdout.partition(HEAD)
    assert head or not ahead
    return due, ahead.splitlines()


def test_what_comes_due_is_told_by_day_with_its_record(project: Project) -> None:
    due, ahead = _parts(_project(project))
    where = "of `briefings/example.yml` (`A small brief`)"
    at = {name: BRIEF[: BRIEF.index(name)].count("\n") + 1
          for name in ("today", "law", "CLM001", "forecast:", "review_by", "later")}  # fmt: skip
    assert ahead == [
        f"- 2026-12-01: `today`, a question, line {at['today']} {where}",
        f"- 2026-12-02: `law`, a barrier, line {at['law']} {where}",
        f"- 2026-12-03: a waiver of CLM001, line {at['CLM001']} {where}",
        f"- 2026-12-07: `first`, a forecast, line {at['forecast:']} {where}",
        f"- 2026-12-10: the brief, line {at['review_by']} {where}",
        f"- 2026-12-15: `later`, a question, line {at['later']} {where}",
    ]
    assert due.startswith("**1 thing is due in 1 file.**\n") and ", `over`: " in due
    assert not any(one in due for one in ("`today`", "`later`", "`law`"))


def test_what_is_due_reads_as_it_did_and_what_came_due_has_left_the_section(
    project: Project,
) -> None:
    due, ahead = _parts(_project(project), "2026-12-02")
    assert "**2 things are due in 1 file.**" in due
    assert ", `today`: `This question was due to be looked at again by 2026-12-01.`" in due
    assert [line.partition("`")[2].partition("`")[0] for line in ahead[:1]] == ["law"]
    assert "2026-12-16: `far`" in ahead[-1]


def test_without_anything_ahead_there_is_no_section(project: Project) -> None:
    assert _parts(_project(project, SOUND)) == ("Nothing is due.\n", [])


def test_policy_and_waivers_hide_what_comes_due(project: Project) -> None:
    rules = "extra:\n  briefbook:\n    rules:\n      ignore: [overdue-question]\n"
    _, ahead = _parts(_project(project, settings=rules))
    assert ahead and not any("a question" in line for line in ahead)
    waiver = "  - {rule: BAR003, reason: The court sits in May., until: 2027-06-01}\n"
    _, ahead = _parts(_project(project, BRIEF + waiver))
    assert ahead and not any("a barrier" in line for line in ahead)


def test_the_last_days_of_the_calendar_can_be_today(project: Project) -> None:
    brief = SOUND + (
        "questions:\n  - {id: end, question: Who?, status: open, review_by: 9999-12-29}\n"
    )
    _, ahead = _parts(_project(project, brief), "9999-12-28")
    assert ahead[0].startswith("- 9999-12-29: `end`, a question")


def test_an_issue_has_the_section_but_is_not_opened_or_kept_open_for_it(
    project: Project, github: FakeGitHub
) -> None:
    options = ("due", "--issue", "desk/briefs", "--api", github.api, "--today")
    _project(project)
    assert "nothing is due" in project.run(*options, "2026-11-30").stderr
    assert github.issues == []
    assert "opened" in project.run(*options, DAY).stderr
    assert f"{HEAD}- 2026-12-01: `today`" in github.issues[0]["body"]
    assert "closed" in project.run(*options, "2026-11-30").stderr


def test_ten_thousand_things_ahead_leave_room_for_what_is_due(
    project: Project, github: FakeGitHub
) -> None:
    many = "".join(
        f"  - {{id: q{n}, question: Who pays?, status: open, review_by: 2026-12-{day}}}\n"
        for n, day in ((n, "10" if n % 2 else "01") for n in range(10_000))
    )
    _project(project, f"{SOUND}questions:\n{many}")
    done = project.run(
        "due", "--issue", "desk/briefs", "--api", github.api, "--today", "2026-12-05"
    )
    assert done.exit_code == 0, done.stderr
    body = github.issues[0]["body"]
    due, _, ahead = body.partition(HEAD)
    assert 55_000 < len(body.encode()) <= 60_500
    assert len(due.encode()) > 45_000 and "more: `briefbook due` shows them all." in due
    assert ahead.splitlines()[-1].endswith(" more by 2026-12-10")
