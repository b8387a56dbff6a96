"""`briefbook rename` and `merge-sources`: every reference follows, and old addresses lead on."""

from pathlib import Path

import pytest

from harness import Project

SOURCES = "briefings/_library/sources/sources.yml"
ONE = """\
title: One   # keep
summary: It cites [@agency-report] and [[first]] and [[first|that first claim]].
status: published
published: 2026-11-20
updated: 2026-11-20
authors: [An author]
topics: [banking]
claims:
  - id: first
    statement: The bank opened an office.
    claimant: bank
    kind: fact
    verdict: supported
    entities: [bank, 'officer']
    evidence:
      - {source: agency-report, via: newspaper-copy, stance: supports, note: It names the street.}
      - source: newspaper-copy
        stance: supports
        origin: officer
        also_in: [agency-report]
        note: See [@agency-report, p. 5; @newspaper-copy] and [[one#first]].
  - {id: first-of-all, statement: A second one., kind: fact, verdict: unverified, depends_on: first}
corrections:
  - {date: 2026-11-20, kind: update, severity: minor, records: [first], reason: "See [[first]]."}
waivers:
  - {rule: CLM004, at: first, reason: So it is., until: 2027-01-01}
"""
TWO = """\
title: Two
summary: It links [[one]] and [[one#first]].
status: draft
translation_of: one
claims:
  - id: other
    statement: Another.
    kind: fact
    verdict: unverified
    depends_on: [one#first, one#first-of-all]
"""


@pytest.fixture
def desk(project: Project) -> Project:
    project.write_standard()
    project.write("mkdocs.yml", "site_name: T\nsite_url: https://example.org/\n")
    project.write("briefings/one.yml", ONE)
    project.write("briefings/deep/two.yml", TWO)
    project.write("docs/index.md", "# Home\n\nSee [[one]] and [[one#first]], not `[[one]]x`.\n")
    return project


def text(desk: Project, path: str) -> str:
    return (desk.root / path).read_text(encoding="utf-8")


def test_a_source_gets_another_id_everywhere_it_is_named(desk: Project) -> None:
    done = desk.run("rename", "source:agency-report", "wire")
    assert (done.exit_code, done.stderr) == (0, "2 files changed, 5 references followed\n")
    one = text(desk, "briefings/one.yml")
    assert one == ONE.replace("agency-report", "wire")
    library = text(desk, SOURCES)
    assert "- id: wire\n  renamed_from: [agency-report]\n  title: The bank opens" in library
    assert "  derives_from: wire\n" in library
    assert desk.check().codes == []


def test_a_record_gets_another_id_here_in_other_briefs_and_in_pages(desk: Project) -> None:
    assert desk.run("rename", "one#first", "it-opened").exit_code == 0
    one = text(desk, "briefings/one.yml")
    assert "  - id: it-opened\n    renamed_from: [first]\n" in one
    assert "[[it-opened]] and [[it-opened|that first claim]]" in one
    assert "[[one#it-opened]]" in one
    assert "depends_on: it-opened}" in one
    assert 'records: [it-opened], reason: "See [[it-opened]]."' in one
    assert "at: it-opened, reason" in one
    assert "- {id: first-of-all," in one
    two = text(desk, "briefings/deep/two.yml")
    assert "[[one]] and [[one#it-opened]]" in two
    assert "depends_on: [one#it-opened, one#first-of-all]" in two
    assert "[[one]] and [[one#it-opened]]," in text(desk, "docs/index.md")
    assert desk.check().codes == []


def test_a_brief_gets_another_id_and_file(desk: Project) -> None:
    done = desk.run("rename", "brief:one", "sberbank")
    assert done.stdout == "briefings/one.yml → briefings/sberbank.yml\n"
    assert not (desk.root / "briefings/one.yml").exists()
    new = text(desk, "briefings/sberbank.yml")
    assert "status: published\nrenamed_from: [one]\n" in new
    assert "[[sberbank#first]]" in new
    two = text(desk, "briefings/deep/two.yml")
    assert "[[sberbank]] and [[sberbank#first]]" in two
    assert "translation_of: sberbank\n" in two
    assert "[sberbank#first, sberbank#first-of-all]" in two
    assert "[[sberbank]] and [[sberbank#first]]," in text(desk, "docs/index.md")
    assert desk.check().codes == []


@pytest.mark.parametrize(
    ("what", "new", "there"),
    [("entity:bank", "the-bank", "claimant: the-bank"),
     ("topic:banking", "banks", "topics: [banks]"),
     ("entity:officer", "guard", "entities: [bank, 'guard']")],
)  # fmt: skip
def test_actors_and_topics_too(desk: Project, what: str, new: str, there: str) -> None:
    assert desk.run("rename", what, new).exit_code == 0
    assert there in text(desk, "briefings/one.yml")
    assert desk.check().codes == []


def test_old_addresses_and_anchors_lead_on(desk: Project) -> None:
    desk.run("build")
    manifest = text(desk, "site/data/v1/manifest.json")
    desk.write("published.json", manifest)
    for what, new in (("one#first", "it-opened"), ("source:agency-report", "wire"),
                      ("entity:bank", "the-bank"), ("topic:banking", "banks"),
                      ("brief:one", "sberbank")):  # fmt: skip
        assert desk.run("rename", what, new).exit_code == 0
    assert "CHG004" not in desk.check("--published", "published.json", "--select", "CHG").codes
    assert desk.run("build").exit_code in (0, 1)
    page = text(desk, "site/briefings/sberbank/index.html")
    assert '<span class="bb-former" id="first"></span>' in page
    for old, new in (("sources/agency-report", "wire"), ("entities/bank", "the-bank"),
                     ("topics/banking", "banks"), ("briefings/one", "sberbank")):  # fmt: skip
        assert f"../{new}/" in text(desk, f"site/{old}/index.html")


def test_a_renamed_record_has_not_vanished_for_a_review(desk: Project) -> None:
    desk.commit("base")
    desk.run("rename", "one#first", "it-opened")
    desk.run("rename", "source:agency-report", "wire")
    alarms = [one["code"] for one in desk.diff().json["alarms"]]
    assert "CHG004" not in alarms


def test_ids_that_were_are_never_used_again(desk: Project) -> None:
    desk.run("rename", "source:agency-report", "wire")
    desk.run("rename", "one#first", "it-opened")
    for what, new in (
        ("source:newspaper-copy", "agency-report"), ("source:newspaper-copy", "wire"),
        ("one#first-of-all", "it-opened"), ("one#first-of-all", "first"),
    ):  # fmt: skip
        done = desk.run("rename", what, new)
        assert (done.exit_code, "is taken, or was" in done.stderr) == (2, True), (what, new)
    assert desk.run("rename", "source:wire", "agency-report").exit_code == 0
    assert "renamed_from: [wire]" in text(desk, SOURCES)


@pytest.mark.parametrize(
    ("what", "new", "said"),
    [
        (
            "source:agncy-report",
            "x",
            "there is no source “agncy-report”; did you mean “agency-report”",
        ),
        ("one#frist", "x", "has no record “frist”; did you mean “first”?"),
        ("onee#first", "x", "there is no brief “onee”; did you mean “one”?"),
        ("first", "x", "is none of brief:ID, BRIEF#RECORD"),
        ("place:x", "y", "is none of brief:ID"),
        ("brief:one", "No Id", "is no id"),
        ("brief:one", "one", "is called “one” already"),
        ("brief:one", "two", "is taken, or was"),
        ("one#first", "sources", "is reserved"),
    ],
)
def test_what_cannot_be_renamed_changes_nothing(
    desk: Project, what: str, new: str, said: str
) -> None:
    before = {path: path.read_bytes() for path in desk.root.rglob("*.*") if path.is_file()}
    done = desk.run("rename", what, new)
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
    assert said in done.stderr
    assert {path: path.read_bytes() for path in before} == before


def test_a_dry_run_shows_the_difference_and_changes_nothing(desk: Project) -> None:
    done = desk.run("rename", "one#first", "it-opened", "--dry-run")
    assert text(desk, "briefings/one.yml") == ONE
    assert "--- briefings/one.yml\n" in done.stdout
    assert "-  - id: first\n+  - id: it-opened\n+    renamed_from: [first]\n" in done.stdout
    assert "3 files would change, 10 references followed" in done.stderr


TWICE = """\
# about the wire
- id: wire
  title: The bank opens an office
  url: https://example.org/wire
  publisher: A wire

# about the copy
- id: agency-report
  title: The bank opens an office, with pictures
  url: https://example.org/agency
  reliability:
    - {grade: B, because: "A named reporter was there: twice."}
  snapshot: sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
  accessed: 2026-11-20

# about the last
- {id: newspaper-copy, title: Bank opens office, derives_from: agency-report}
"""


def test_two_entries_for_one_source_become_one(desk: Project) -> None:
    desk.write(SOURCES, TWICE)
    done = desk.run("merge-sources", "agency-report", "wire")
    assert done.exit_code == 0
    assert done.stderr.splitlines() == [
        "2 files changed, 5 references followed",
        f"{SOURCES}: the comment above it went, too: “about the copy”",
        "“wire” keeps its own title; “agency-report” had The bank opens an office, with pictures",
        "“wire” keeps its own url; “agency-report” had https://example.org/agency",
    ]
    assert (
        text(desk, SOURCES)
        == """\
# about the wire
- id: wire
  renamed_from: [agency-report]
  title: The bank opens an office
  url: https://example.org/wire
  publisher: A wire
  reliability: [{grade: B, because: 'A named reporter was there: twice.'}]
  snapshot: sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
  accessed: 2026-11-20

# about the last
- {id: newspaper-copy, title: Bank opens office, derives_from: wire}
"""
    )
    one = text(desk, "briefings/one.yml")
    assert "agency-report" not in one
    assert "[@wire, p. 5; @newspaper-copy]" in one
    assert desk.check("--select", "SYN,SCH,REF").codes == []


def test_where_one_source_stands_twice_now_is_told(desk: Project) -> None:
    desk.write(SOURCES, TWICE)
    desk.write(
        "briefings/both.yml",
        """\
title: Both
summary: One sentence.
status: draft
claims:
  - id: first
    statement: The bank opened an office.
    kind: fact
    verdict: supported
    evidence:
      - {source: wire, stance: supports, note: One.}
      - {source: agency-report, stance: supports, note: Another.}
      - {source: wire, stance: supports, also_in: [agency-report], note: A third.}
hypotheses:
  explanations:
    - {id: h1, statement: One.}
    - {id: h2, statement: Two.}
  matrix:
    - {evidence: wire, ratings: {h1: C, h2: I}}
    - {evidence: agency-report, ratings: {h1: C, h2: I}}
""",
    )
    done = desk.run("merge-sources", "agency-report", "wire")
    told = [one for one in done.stderr.splitlines() if "both.yml" in one]
    assert told == [
        f"briefings/both.yml:{line}: “wire” stands there twice now; take one out"
        for line in (12, 19)
    ]


def test_what_are_two_works_stays_two(desk: Project) -> None:
    for one, other, said in (
        ("newspaper-copy", "agency-report", "says that it repeats “agency-report”"),
        ("agency-report", "newspaper-copy", "says that it repeats “agency-report”"),
        ("agency-report", "agency-report", "these are one source"),
        ("agency-report", "nobody", "there is no source “nobody”"),
    ):
        done = desk.run("merge-sources", one, other)
        assert (done.exit_code, said in done.stderr) == (2, True), (one, other)


def test_a_merged_source_does_not_come_back(desk: Project) -> None:
    desk.write(SOURCES, TWICE)
    desk.write("in.bib", "@book{k, title={Heat pumps}, author={Doe, Jane}, year={2020}}")
    desk.run("add", "source", "in.bib")
    desk.run("merge-sources", "doe-heat-2020", "wire")
    done = desk.run("add", "source", "in.bib")
    assert done.stdout.startswith("wire: there already")


def test_what_cannot_be_written_is_put_back(desk: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    from briefbook.authoring import reference_edits as rename
    from briefbook.project.wrong_use import WrongUse

    real, before = (
        rename.write_whole,
        {path: path.read_bytes() for path in desk.root.rglob("*.yml")},
    )

    def fails(path: Path, content: bytes) -> None:
        if "two" in path.name and b"it-opened" in content:
            raise WrongUse(f"{path} cannot be written: no space left on device")
        real(path, content)

    monkeypatch.setattr(rename, "write_whole", fails)
    assert desk.run("rename", "one#first", "it-opened").exit_code == 2
    assert {path: path.read_bytes() for path in before} == before


def test_addresses_in_pages_follow_too(desk: Project) -> None:
    page = (
        "[a](briefings/one/index.md#first) [b](/briefings/one/#first) [c](briefings/one/)\n"
        '<a href="briefings/one/first/">d</a> [e]: ../briefings/one/\n'
        "[f](https://other.org/briefings/one/#first) [g](briefings/one-more/#first) "
        "briefings/one/\n"
    )
    desk.write("docs/links.md", page)
    assert desk.run("rename", "one#first", "it-opened").exit_code == 0
    made = page.replace("/index.md#first", "/index.md#it-opened").replace(
        "one/#first) [c]", "one/#it-opened) [c]"
    )
    assert text(desk, "docs/links.md") == made.replace("one/first/", "one/it-opened/")
    assert desk.run("rename", "brief:one", "sberbank").exit_code == 0
    assert text(desk, "docs/links.md").splitlines() == [
        "[a](briefings/sberbank/index.md#it-opened) [b](/briefings/sberbank/#it-opened) "
        "[c](briefings/sberbank/)",
        '<a href="briefings/sberbank/it-opened/">d</a> [e]: ../briefings/sberbank/',
        "[f](https://other.org/briefings/one/#first) [g](briefings/one-more/#first) briefings/one/",
    ]


def test_a_copy_of_another_page_is_not_taken_and_a_comment_that_goes_is_told(desk: Project) -> None:
    copy = "https://web.archive.org/web/20240102030405/https://example.org/agency"
    desk.write(
        SOURCES,
        TWICE.replace("- id: agency-report\n", f"- id: agency-report\n  archived_url: {copy}\n"),
    )
    done = desk.run("merge-sources", "agency-report", "wire")
    assert done.exit_code == 0
    assert f"{copy} is a copy of another page and was not taken" in done.stderr
    assert "the comment above it went, too: “" in done.stderr
    assert "archived_url" not in text(desk, SOURCES)
