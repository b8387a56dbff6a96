"""The number of waived findings is that of the findings asked for."""

from harness import BRIEF, SOUND, Project

WAIVER = "waivers:\n  - {rule: CLM001, reason: So., until: 2027-01-01}\n"


def test_only_waived_findings_of_the_files_asked_for_are_counted(project: Project) -> None:
    project.write_standard()
    project.write("briefings/waived.yml", BRIEF + WAIVER)
    project.write("briefings/sound.yml", SOUND)
    assert project.run("check", "briefings/waived.yml").stdout == "no findings (1 waived)\n"
    assert project.run("check", "briefings/sound.yml").stdout == "no findings\n"


def test_only_waived_findings_of_the_rules_asked_for_are_counted(project: Project) -> None:
    project.write_standard()
    project.write("briefings/waived.yml", BRIEF + WAIVER)
    assert project.run("check", "--select", "REF").stdout == "no findings\n"


def test_a_waiver_at_no_record_has_one_finding(project: Project) -> None:
    project.write_standard()
    waiver = WAIVER.replace("reason", "at: nothing, reason")
    project.write("briefings/a.yml", BRIEF + waiver)
    assert project.run("check", "--format", "json", "--select", "REF,WVR").codes == ["REF004"]
