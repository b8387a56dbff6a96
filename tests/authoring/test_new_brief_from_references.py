"""`briefbook new brief --from`: a brief begins with the sources that somebody collected."""

import exports

from harness import Project


def test_a_brief_begins_with_what_the_library_does_not_have(project: Project) -> None:
    project.write_standard()
    project.write("in.bib", exports.THREE_BIB)
    project.write("one.ris", "TY  - RPRT\nTI  - Decarbonising home heating\n"
                  "AU  - National Audit Office\nPY  - 2024\nER  -\n")  # fmt: skip
    assert project.run("add", "source", "one.ris").exit_code == 0
    done = project.run("new", "brief", "pumps", "--from", "in.bib", "--today", "2026-11-23")
    assert (done.exit_code, done.stdout) == (0, "briefings/pumps.yml\n")
    text = (project.root / "briefings/pumps.yml").read_text(encoding="utf-8")
    assert "# In the library already: national-audit-decarbonising-2024 (Decarbonising home" in text
    assert (
        "sources:\n  - id: gibb-coming-2023\n"
        '    title: "Coming in from the cold: Heat pump efficiency at low temperatures"\n'
    ) in text
    assert "  - id: mackay-sustainable-2009\n" in text
    filled = (
        text.replace("title:\n", "title: T\n", 1)
        .replace("summary: >-\n", "summary: S.\n", 1)
        .replace("    statement:\n", "    statement: It is.\n", 1)
    )
    project.write("briefings/pumps.yml", filled)
    assert project.check().codes == []


def test_what_cannot_be_read_is_named_and_a_file_of_nothing_makes_no_brief(
    project: Project,
) -> None:
    project.write_standard()
    project.write("in.bib", "@book{a, title={A}}\n@book{b, title={never closed\n")
    done = project.run("new", "brief", "one", "--from", "in.bib")
    assert (done.exit_code, "line 2: not read: it breaks off" in done.stderr) == (1, True)
    done = project.run("new", "brief", "two", "--from", "gone.bib")
    assert (done.exit_code, (project.root / "briefings/two.yml").exists()) == (2, False)
