"""Findings that stop publication are asked for without reading the others."""

from datetime import date

from briefbook.lint import blocking_findings
from briefbook.project.edition import read_project
from briefbook.project.project import open_project
from harness import SOUND, Project


def test_kept_findings_of_some_families_are_those_that_are_found(library: Project) -> None:
    library.write("briefings/sound.yml", SOUND)
    library.write("briefings/wrong.yml", SOUND.replace("agency-report", "nobody"))
    library.write("briefings/torn.yml", "title: [\n")
    library.write("briefings/says-ref.yml", SOUND.replace("One sentence.", 'It says "REF001".'))
    project, day = open_project(library.root), date(2026, 11, 23)
    first = read_project(project, day)
    plain = read_project(project, day, anew=True)
    wanted = blocking_findings(plain.edition, plain.findings).findings
    assert {one.region.path for one in wanted} == {"briefings/torn.yml", "briefings/wrong.yml"}
    assert blocking_findings(first.edition, first.findings).findings == wanted
    assert first.save() == ""
    again = read_project(project, day)
    assert blocking_findings(again.edition, again.findings).findings == wanted
    for path in again.findings.paths:
        some = tuple(one for one in plain.findings.at(path)
                     if one.finding.kind.code.startswith(("SYN", "REF")))  # fmt: skip
        assert again.findings.of_families(path, ("SYN", "REF")) == some
