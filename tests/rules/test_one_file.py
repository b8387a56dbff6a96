"""What is found in one file alone is what is found there when all files are checked."""

import random
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefbook.analysis.edition import Edition
from briefbook.corpus import kept_file
from briefbook.findings import Report
from briefbook.lint import Selection, run
from briefbook.project.edition import read_edition, read_project
from briefbook.project.project import open_project
from briefbook.rules import all_rules
from examples import examples as as_many
from harness import DAY, Example, Project, examples
from random_edits import Edited


def _each() -> Iterator[Any]:
    for rule in all_rules():
        if not rule.compare and not rule.check_answers:
            for name in ("Flagged", "Fine"):
                for number, example in enumerate(examples(rule.page, name)):
                    yield pytest.param(example, id=f"{rule.kind.code}-{name}-{number}")


def _at(report: Report, path: str) -> list[object]:
    return [one for one in report.findings if one.finding.place.path == path]


def _is_the_same(edition: Edition) -> None:
    whole = run(edition)
    for path in {one.finding.place.path for one in whole.findings} | {*edition.corpus.paths}:
        assert _at(run(edition, selection=Selection(paths=(path,))), path) == _at(whole, path)


@pytest.mark.parametrize("example", list(_each()))
def test_in_every_example_of_the_rules(example: Example, project: Project) -> None:
    example.write(project)
    _is_the_same(project.edition())


@settings(max_examples=as_many(1), deadline=timedelta(seconds=60))
@given(seed=st.integers(0, 10**6))
def test_after_edits_at_random(seed: int, tmp_path_factory: pytest.TempPathFactory) -> None:
    chance = random.Random(seed)
    edited = Edited(tmp_path_factory.mktemp("edited") / "project")
    for _ in range(chance.randint(1, 12)):
        edited.edit(chance)
    _is_the_same(Project(edited.root).edition())


def test_rules_that_look_at_everything_can_look_at_one_file() -> None:
    """Whoever adds one without `in_file` has each saved file wait for the whole corpus."""
    whole = [rule.kind.code for rule in all_rules() if rule.check and not rule.check.of_file]
    assert [rule.kind.code for rule in all_rules() if rule.check and rule.check.in_file] == whole


def test_of_a_kept_corpus_only_the_briefs_are_read_that_matter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One file is checked: the others are known by their heads, but for the one that it names."""
    edited = Edited(tmp_path / "project")
    for number in range(20):
        (edited.root / "briefings" / f"other-{number}.yml").write_text(
            f"title: Other {number}\nsummary: S.\nstatus: draft\n"
            f"claims: [{{id: a, statement: Number {number} of them says this., "
            "kind: fact, verdict: unverified}]\n"
        )
    project = open_project(edited.root)
    read_project(project, DAY).save()
    read = list[str]()
    monkeypatch.setattr(
        kept_file, "record_from", lambda kind, plain: read.append(plain.get("title", "")) or _made(
            kind, plain
        ),
    )  # fmt: skip
    path = "briefings/second.yml"
    selection = Selection(paths=(path,))
    edition = read_edition(project, DAY, wants_path=selection.wants_path)
    run(edition, selection=selection)
    assert "A second view" in read
    assert not [title for title in read if title.startswith("Other")]


_made = kept_file.record_from
