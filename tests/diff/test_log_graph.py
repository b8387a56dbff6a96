"""`briefbook log` over invented histories: each commit is told with what it did, and once."""

import random
import subprocess
from dataclasses import dataclass, field

import pytest

from harness import BRIEF, Project

NAMES = ("first", "second", "third")
VERDICTS = ("open", "refuted", "supported", "contested")
CLAIM = "  - {{id: {0}, statement: What {0} says of it., kind: fact, verdict: {1}}}\n"


@dataclass(frozen=True)
class Made:
    """A commit: its parents by number, the brief's id in it, and its claims' verdicts."""

    parents: list[int]
    brief: str
    verdicts: dict[str, str]

    @property
    def text(self) -> str:
        claims = "".join(CLAIM.format(name, verdict) for name, verdict in self.verdicts.items())
        return BRIEF.partition("claims:")[0] + f"claims:\n{claims}"


@dataclass
class Invented:
    """A history with branches, merges and renames; the last commit is its only head.

    The seconds between commits are chosen from `paces`, so that later ones may seem older.
    """

    chance: random.Random
    made: list[Made] = field(default_factory=list)
    paces: tuple[int, ...] = (1, 60)

    def grow(self, number: int) -> None:
        self.made.append(Made([], "small", dict.fromkeys(NAMES, "open")))
        heads = [0]
        while len(self.made) < number or len(heads) > 1:
            merges = len(heads) > 1 and (len(self.made) >= number or self.chance.random() < 0.35)
            parents = self.chance.sample(heads, 2) if merges else [
                self.chance.choice([*heads, self.chance.randrange(len(self.made))])
            ]  # fmt: skip
            self.made.append(self._child([self.made[one] for one in parents], parents))
            heads = [*(one for one in heads if one not in parents), len(self.made) - 1]

    def _child(self, before: list[Made], parents: list[int]) -> Made:
        verdicts = {name: self.chance.choice(before).verdicts[name] for name in NAMES}
        if self.chance.random() < (0.8 if len(before) == 1 else 0.3):
            verdicts[self.chance.choice(NAMES)] = self.chance.choice(VERDICTS)
        renamed = len(before) == 1 and self.chance.random() < 0.15
        brief = f"p{len(self.made)}" if renamed else self.chance.choice(before).brief
        return Made(parents, brief, verdicts)

    def write(self, project: Project) -> None:
        """Make all commits in one go."""
        parts = []
        for number, one in enumerate(self.made):
            day = 1_700_000_000 + number * self.chance.choice(self.paces)
            before = [f":{parent + 1}" for parent in one.parents]
            parts.append(
                f"commit refs/heads/main\nmark :{number + 1}\n"
                f"committer A <a@example.org> {day} +0000\n{_data(f'c{number}')}"
                + "".join(f"from {mark}\n" for mark in before[:1])
                + "".join(f"merge {mark}\n" for mark in before[1:])
                + f"deleteall\nM 644 inline mkdocs.yml\n{_data('site_name: Test')}"
                + f"M 644 inline briefings/{one.brief}.yml\n{_data(one.text)}"
            )
        project.git("init", "--quiet")
        subprocess.run(
            ["git", "fast-import", "--quiet", "--force"],
            cwd=project.root, check=True, input="".join(parts).encode(),
        )  # fmt: skip
        project.git("reset", "--quiet", "--hard", "main")


def _data(text: str) -> str:
    return f"data {len(text.encode())}\n{text}\n"


def _told(project: Project, brief: str) -> dict[str, list[str]]:
    """The verdicts that moved, by the subject of the commit."""
    found: dict[str, list[str]] = {}
    subject = ""
    for line in project.run("log", brief).stdout.splitlines():
        if line[:4].isdigit():
            subject = line.partition(": ")[2]
        elif line.startswith("    verdict moved: "):
            found.setdefault(subject, []).append(line.removeprefix("    verdict moved: "))
    return found


def _moves(before: Made, after: Made) -> set[str]:
    changed = (name for name in NAMES if before.verdicts[name] != after.verdicts[name])
    return {f"{name}: {before.verdicts[name]} → {after.verdicts[name]}" for name in changed}


@pytest.mark.parametrize("seed", range(12))
def test_each_commit_is_told_with_what_it_did(seed: int, project: Project) -> None:
    invented = Invented(random.Random(seed))
    invented.grow(14)
    invented.write(project)
    told = _told(project, invented.made[-1].brief)
    for number, one in enumerate(invented.made):
        said = told.get(f"c{number}", [])
        before = [invented.made[parent] for parent in one.parents]
        assert len(said) == len({*said})
        if len(before) == 1:
            assert {*said} == _moves(before[0], one), f"c{number}"
        for name in NAMES:  # what none of the sides said is the merge's own
            verdict = one.verdicts[name]
            if before and all(other.verdicts[name] != verdict for other in before):
                assert any(move.startswith(f"{name}: ") for move in said), f"c{number}"


def test_both_sides_renamed_the_file_one_of_them_twice(project: Project) -> None:
    base, moved = dict.fromkeys(NAMES, "open"), {**dict.fromkeys(NAMES, "open"), "first": "refuted"}
    later = {**moved, "second": "refuted"}
    invented = Invented(random.Random(0), [
        Made([], "small", base), Made([0], "small", moved),
        Made([1], "other", moved),
        Made([1], "one", moved), Made([3], "two", later), Made([2, 4], "other", later),
    ], (60,))  # fmt: skip
    invented.write(project)
    assert _told(project, "other") == {
        "c1": ["first: open → refuted"], "c4": ["second: open → refuted"],
    }  # fmt: skip
