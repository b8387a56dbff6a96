"""Whatever is looked up in an edition is noted, and compared under the same name."""

import random
from pathlib import Path
from typing import TypeVar

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from briefbook.analysis import look_ups
from briefbook.analysis.edition import Edition
from briefbook.analysis.look_ups import MAPS, SETS, differing
from briefbook.analysis.noted_edition import noted
from briefbook.analysis.reads import EVERYTHING, Read, Reads
from briefbook.corpus import Target, load
from briefbook.model.settings import Settings
from briefbook.rules import all_rules
from examples import examples
from harness import DAY, Project
from random_edits import Edited

ALL = [*MAPS, *SETS, "brief", EVERYTHING.within]
SECOND = "briefings/second.yml"
T = TypeVar("T")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(Edited(tmp_path / "project").root)


def heard(edition: Edition, ask: object) -> set[tuple[str, object]]:
    reads = Reads()
    with reads.listened() as found:
        ask(noted(edition, reads))  # type: ignore[operator]
    return found


def test_of_a_brief_the_fields_that_are_read_are_noted(project: Project) -> None:
    edition = project.edition()
    assert heard(edition, lambda e: e.briefs["second"].title) == {
        ("brief", "second"), ("brief", ("second", "title")),
    }  # fmt: skip
    assert heard(edition, lambda e: e.briefs.get("nobody")) == {("brief", "nobody")}
    assert ("brief", ("second", "claims")) in heard(edition, lambda e: e.briefs["second"].claims)
    whole = heard(edition, lambda e: e.briefs["second"].model_dump())
    assert ("brief", ("second", "waivers")) in whole


def test_methods_of_an_edition_read_what_they_look_up(project: Project) -> None:
    edition = project.edition()
    assert heard(edition, lambda e: e.short_name("leaflet")) == {("source", "leaflet")}
    assert ("today", None) in heard(edition, lambda e: e.today)
    target = Target("record", "opened", "everything")
    assert ("link", target) in heard(edition, lambda e: e.corpus.links.to(target))
    assert heard(edition, lambda e: e.newest_first()) == {("order", "newest first")}


@pytest.mark.parametrize(
    "ask",
    [
        lambda e: e.corpus.files,
        lambda e: e.corpus.links.all,
        lambda e: e.corpus.placed(object),
    ],
)
def test_what_no_table_holds_counts_as_everything(ask: object, project: Project) -> None:
    assert EVERYTHING in heard(project.edition(), ask)


def test_a_noted_edition_answers_as_the_edition_does(project: Project) -> None:
    edition = project.edition()
    seen = noted(edition, Reads())
    for rule in all_rules():
        if rule.check and rule.check.of_file:
            for path in edition.corpus.paths:
                found = [*rule.check.of_file(seen, path)]
                assert found == [*rule.check.of_file(edition, path)], rule.kind.code


def test_nothing_differs_from_itself(project: Project) -> None:
    assert differing(project.edition(), project.edition(), ALL) == frozenset()


def edited(project: Project, path: str, change: object) -> frozenset[Read]:
    before = project.edition()
    place = project.root / path
    data = yaml.safe_load(place.read_text())
    change(data)  # type: ignore[operator]
    place.write_text(yaml.safe_dump(data, allow_unicode=True))
    return differing(before, project.edition(), ALL)


def test_a_word_in_a_note_differs_in_its_record_alone(project: Project) -> None:
    found = edited(
        project, SECOND, lambda d: d["claims"][0]["evidence"][0].update(note="Other words.")
    )
    names = {one.name for one in found if one.within == "record"}
    assert names == {None, Target("record", "again", "second")}
    assert Read("brief", ("second", "claims")) in found
    assert not {"link", "facet", "bearer", "dependent", "source"} & {one.within for one in found}


def test_a_verdict_differs_in_the_lists_that_it_left_and_came_to(project: Project) -> None:
    found = edited(project, SECOND, lambda d: d["claims"][1].update(verdict="refuted"))
    facets = {one.name for one in found if one.within == "facet"}
    assert {("claim", "verdict", "unverified"), ("claim", "verdict", "refuted")} <= facets


def test_a_source_cited_anew_has_another_link(project: Project) -> None:
    found = edited(
        project, SECOND, lambda d: d["claims"][0]["evidence"][0].update(source="leaflet")
    )
    links = {one.name for one in found if one.within == "link"}
    assert {Target("source", "leaflet"), Target("source", "agency-report")} <= links


def test_another_day_is_another_day(project: Project) -> None:
    before = project.edition()
    after = Edition(before.corpus, DAY.replace(year=2027), before.settings)
    assert Read("today") in differing(before, after, ALL)


def _same(file: T, kept: dict[str, T]) -> T:
    """A file that was read again and says the same, as what was read of it before."""
    path = file.path  # type: ignore[attr-defined]
    return kept[path] if kept.get(path) == file else file


@settings(max_examples=max(4, examples(1) // 10))
@given(seed=st.integers(0, 2**32))
def test_what_is_compared_in_few_files_misses_nothing(
    seed: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Against all maps worked out of all files, after edits at random."""
    edited, chance = Edited(tmp_path_factory.mktemp("edits") / "project"), random.Random(seed)
    short = 0
    before = load(edited.root)
    for _ in range(12):
        done = edited.edit(chance)
        kept = {file.path: file for file in before.file_at.values()}
        after = load(edited.root)
        object.__setattr__(after, "files", tuple(_same(one, kept) for one in after.files))
        object.__setattr__(after, "library", tuple(_same(one, kept) for one in after.library))
        old, new = (Edition(corpus, edited.today, Settings()) for corpus in (before, after))
        found = differing(old, new, ALL)
        short += bool(look_ups._only_what_changed(old, new))
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(look_ups, "_only_what_changed", lambda *_: None)
            old, new = (Edition(corpus, edited.today, Settings()) for corpus in (before, after))
            everything = differing(old, new, ALL)
        assert everything <= found, done
        before = after
    assert short
