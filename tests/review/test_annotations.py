"""`review` on GitHub: the ten of a severity that are shown, and a summary that is not refused."""

import re
from dataclasses import dataclass

import pytest
from markdown_it import MarkdownIt

from briefbook.analysis.change_kinds import ChangeKind
from briefbook.analysis.changes import Change, Comparison
from briefbook.analysis.edition import Edition
from briefbook.corpus import gather
from briefbook.diff.report import DiffReport, Revisions
from briefbook.findings import Finding, Kind, LocatedFinding, Place, Region, Report, Severity
from briefbook.model.settings import Settings
from briefbook.review.review import Review, summary_of
from harness import DAY, SOUND, Project

OLD = "    entities: [nobody-{0}]\n"
LIMIT = 1024 * 1024
PATH = "briefings/small.yml"


@dataclass(frozen=True)
class Shown:
    """An annotation: for whose ten it counts, its file, its title."""

    level: str
    path: str
    title: str


def _shown(project: Project, *more: str) -> list[Shown]:
    out = project.run("review", "--base", "HEAD", "--report", "out", *more).stdout
    found = re.findall(r"^::(\w+) file=(.*?),line=.*?title=(.*?)::", out, re.M)
    assert len(found) == len([line for line in out.splitlines() if line.startswith("::")])
    return [Shown(*one) for one in found]


@pytest.fixture
def crowded(project: Project) -> Project:
    """A project with twelve errors, in files that are read before all others."""
    project.write_standard()
    for number in range(12):
        text = SOUND + OLD.format(number)
        project.write(f"briefings/a{number:02}.yml", text.replace("id: first", f"id: f{number}"))
    project.write(PATH, SOUND)
    project.commit("base")
    return project


def test_a_new_finding_is_shown_before_those_that_stood(crowded: Project) -> None:
    crowded.write(PATH, SOUND + OLD.format("new"))
    errors = [one for one in _shown(crowded) if one.level == "error"]
    assert len(errors) == 10
    assert [one.path for one in errors[:2]] == [PATH, "briefings/a00.yml"]


def test_what_stood_is_known_when_its_lines_have_moved(crowded: Project) -> None:
    crowded.write("briefings/a11.yml", "# One\n# Two\n" + SOUND.replace("id: first", "id: f11")
                  + OLD.format(11))  # fmt: skip
    crowded.write(PATH, SOUND + OLD.format("new"))
    errors = [one.path for one in _shown(crowded) if one.level == "error"]
    assert errors == [PATH, *(f"briefings/a{number:02}.yml" for number in range(9))]


def test_an_error_that_comes_from_elsewhere_is_new(crowded: Project) -> None:
    """The file in which it stands was not touched."""
    entities = crowded.root / "briefings/_library/entities.yml"
    text = entities.read_text()
    entities.write_text(text + "- {id: harbour, name: The Harbour, kind: place}\n")
    crowded.write("briefings/z.yml", SOUND + "    entities: [harbour]\n")
    crowded.commit("more")
    entities.write_text(text)
    paths = [one.path for one in _shown(crowded) if one.level == "error"]
    assert paths[:2] == [
        "briefings/_library/entities.yml",
        "briefings/z.yml",
    ]  # an alarm, a finding


def test_alarms_come_before_errors_that_stood(crowded: Project) -> None:
    text = SOUND.replace("status: draft", "status: published\npublished: 2026-10-01")
    crowded.write(PATH, text)
    crowded.commit("published")
    kept = text.partition("claims:")[0]
    crowded.write(PATH, kept)
    first = _shown(crowded)[0]
    assert (first.level, first.title[:3]) == ("error", "CHG")


def test_changes_share_the_ten_notices_and_come_first(project: Project) -> None:
    project.write_standard()
    claims = "claims:" + SOUND.partition("claims:")[2]
    head = SOUND.partition("claims:")[0]
    texts = [claims.removeprefix("claims:").replace("id: first", f"id: c{n}") for n in range(15)]
    project.write(PATH, head + "claims:" + "".join(texts))
    project.commit("base")
    moved = "".join(texts).replace("verdict: supported", "verdict: contested")
    project.write(PATH, head + "claims:" + moved)
    notices = [one.title for one in _shown(project) if one.level == "notice"]
    assert len(notices) == 10
    assert {title.partition("%3A")[0] for title in notices} == {"verdict moved"}


def test_the_lines_of_counts_come_last(crowded: Project) -> None:
    lines = crowded.run("review", "--base", "HEAD", "--report", "out").stdout.splitlines()
    assert lines[-2].startswith("briefbook check: 12 errors")
    assert lines[-1] == "briefbook diff: no changes"


# The summary


def _findings(number: int, words: str) -> Report:
    kind = Kind("CLM001", "a-sample", Severity.warning)
    items = []
    for line in range(1, number + 1):
        said = Finding(kind, f"{line} {words}", Place(PATH), words)
        items.append(LocatedFinding(said, Region(PATH, line, 1, line, 2)))
    return Report(tuple(items), {})


def _diff(number: int, words: str, briefs: int) -> DiffReport:
    edition = Edition(gather([(PATH, SOUND.encode())]), DAY, Settings())
    changes = tuple(
        Change(ChangeKind.claim_reworded, f"b{one % briefs}", f"c{one}", "statement", words,
               f"{words} {one}", Place(PATH))
        for one in range(number)
    )  # fmt: skip
    sides = Revisions("a", None, "a" * 40, None)
    return DiffReport(Comparison(edition, edition, changes), Report((), {}), sides)


@pytest.mark.parametrize("words", ["So.", "x" * 250, "银" * 250, "😀|`" * 80])
def test_ten_thousand_findings_and_changes_fit_into_a_summary(words: str) -> None:
    """GitHub refuses a summary of more than 1 MiB whole."""
    findings, diff = _findings(10_000, words), _diff(10_000, words, 100)
    text = summary_of(Review(findings, diff, findings))
    assert len(text.encode()) <= 1_000_000 < LIMIT
    assert "10,000 changes" in text
    assert "10000 warnings" in text or "10,000 warnings" in text
    rows = text.count("\n| warning CLM001 |")
    left = 10_000 - rows
    assert rows > 50
    shown = text.count("\n- **claim reworded**")
    assert shown == 10_000 or f"Not shown here: {10_000 - shown:,} × claim reworded." in text
    told = f"\n{left:,} more findings: run `briefbook check` to see them all.\n"
    assert text.endswith(told if left else " |\n")


def test_the_end_of_a_cut_summary_is_outside_of_its_table() -> None:
    findings = _findings(10_000, "银" * 250)
    text = summary_of(Review(findings, _diff(1, "So.", 1), findings))
    page = MarkdownIt("commonmark").enable("table").render(text[text.index("## Briefbook") :])
    assert page.rstrip().endswith("to see them all.</p>")
