"""What no comparison looks at is said: entries of the library with mistakes, and second ones."""

import pytest

from harness import Project

BRIEF = """\
title: T
summary: S.
status: draft
claims:
  - {id: c, statement: S., kind: fact, verdict: open}
"""
SOUND = "- {id: s, title: S, url: 'https://s.example/', reliability: B}\n"
FAULTY = "- {id: t, title: T, url: 'https://t.example/', reliability: {grade: B+, because: B.}}\n"
ANOTHER = "- {id: s, title: Evil, url: 'https://evil.example/', reliability: A}\n"


def _told(project: Project, before: str, after: str, brief: str = "") -> str:
    project.write("briefings/b.yml", BRIEF)
    project.write("briefings/_library/sources/all.yml", before)
    project.commit("base")
    project.write("briefings/_library/sources/all.yml", after)
    project.write("briefings/b.yml", BRIEF + brief)
    return project.run("diff", "HEAD", "--format", "markdown").stdout


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (SOUND + FAULTY, SOUND + FAULTY.replace("t.example", "evil.example")),
        (SOUND + FAULTY.replace("B+", "B"), SOUND + FAULTY),
    ],
)
def test_an_entry_with_mistakes_is_named(project: Project, before: str, after: str) -> None:
    said = _told(project, before, after)
    assert "**Compared in part**: `briefings/_library/sources/all.yml` without `t`" in said


def test_an_entry_without_an_id_is_named_by_its_place(project: Project) -> None:
    assert "without `entry 2`" in _told(project, SOUND, SOUND + "- {title: No id}\n")


@pytest.mark.parametrize("owned", [False, True])
def test_a_second_entry_of_an_id_is_named(project: Project, *, owned: bool) -> None:
    own = f"sources:\n  {ANOTHER}" if owned else ""
    said = _told(project, SOUND, SOUND if owned else SOUND + ANOTHER, own)
    place = "briefings/b.yml" if owned else "briefings/_library/sources/all.yml"
    # Of a brief's own source that which it hides need not be read: then it is told as a new one.
    assert f"**Compared in part**: `{place}` without `s`" in said or (owned and "evil" in said)


def test_sound_files_are_compared_whole(project: Project) -> None:
    assert "in part" not in _told(project, SOUND, SOUND.replace("title: S", "title: New"))
