"""What cannot be taken is told by its reason, and what only looks the same is not taken for it."""

import json

import pytest
from quoting import quoting_desk

from harness import Project

LIBRARY = "briefings/_library/sources/imported.yml"


@pytest.fixture
def desk(project: Project) -> Project:
    return quoting_desk(project)


def test_a_hash_that_is_none_is_told_so(desk: Project) -> None:
    for typed in ("sha256:abc", "[sha256:zz]", "5"):
        desk.write(LIBRARY, f"- id: a\n  title: A\n  snapshot: {typed}\n")
        (found,) = desk.check("--select", "SCH").findings
        assert "is no hash of a stored text" in found["message"]
        assert "briefbook snapshot" in found["help"]
    desk.write(LIBRARY, "- id: a\n  title: A\n  isbn: 978-0\n")
    (found,) = desk.check("--select", "SCH").findings
    assert "is no ISBN" in found["message"]


def test_a_source_with_mistakes_is_not_said_to_be_missing(desk: Project) -> None:
    desk.write(LIBRARY, "- id: broken\n  title: A\n  seen: wholly\n")
    desk.write("page.txt", "Words.")
    done = desk.run("snapshot", "broken", "page.txt")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "“broken” has mistakes, so that it cannot be read" in done.stderr


@pytest.mark.parametrize(
    ("listed", "why"),
    [
        ('{"agency-report": "page.txt", "agency-report": "page.txt"}', "“agency-report” twice"),
        ("{}", "names no source"),
    ],
)
def test_a_list_that_names_a_source_twice_or_none(desk: Project, listed: str, why: str) -> None:
    desk.write("page.txt", "Words.")
    desk.write("map.json", listed)
    done = desk.run("snapshot", "--map", "map.json")
    assert done.exit_code == 2
    assert why in done.stderr


def test_an_address_and_an_author_as_people_type_them(desk: Project) -> None:
    done = desk.run("add", "source", "HTTPS://example.org/t", "--title", "Tee", "--author",
                    "Doe, Jane")  # fmt: skip
    assert (done.exit_code, done.stdout.partition(":")[0]) == (0, "doe-tee")
    text = next(desk.root.glob("briefings/_library/sources/*.yml")).read_text()
    assert "url: https://example.org/t" in text
    assert "authors: Jane Doe" in text or "authors: [Jane Doe]" in text


def test_numbers_of_a_manager_do_not_make_two_works_one(desk: Project) -> None:
    for name, title, who, year in (
        ("one", "Zebra migration in Kenya", "Doe", 2020),
        ("two", "Zebra migration in Kenya: more", "Roe", 2011),
    ):
        item = {"id": "ITEM-1", "title": title, "author": [{"family": who}],
                "issued": {"date-parts": [[year]]}}  # fmt: skip
        desk.write(f"{name}.json", json.dumps([item]))
    assert ": added to " in desk.run("add", "source", "one.json").stdout
    assert ": added to " in desk.run("add", "source", "two.json", "--update").stdout
    assert "there already" in desk.run("add", "source", "one.json").stdout


def test_an_empty_file_of_the_library_hides_no_work(desk: Project) -> None:
    desk.write("briefings/_library/sources/empty.yml", "")
    done = desk.run("add", "source", "https://example.org/t", "--title", "Tee", "--to", "a.yml")
    assert (done.exit_code, done.stderr) == (0, "")


def test_comments_stay_where_a_field_is_renewed(desk: Project) -> None:
    desk.write(
        "briefings/_library/sources/a.yml",
        "- id: doe\n  title: >-  # as printed\n    An old title\n  authors:   # checked by Ann\n"
        "    - Jane Doe   # first\n    # of the first print\n    - R Roe  # last\n  key: k\n",
    )
    desk.write("in.bib", "@book{k, title={An old title, mended}, author={Doe, Jane and Poe, E}}")
    done = desk.run("add", "source", "in.bib", "--update")
    assert (done.exit_code, done.stdout) == (0, "doe: renewed title, type, authors\n")
    assert (desk.root / "briefings/_library/sources/a.yml").read_text() == (
        '- id: doe\n  title: "An old title, mended"  # as printed\n  type: book\n'
        "  authors: [Jane Doe, E Poe]  # checked by Ann; first; of the first print  # last\n"
        "  key: k\n"
    )
