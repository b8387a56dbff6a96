"""Odd entries of reference managers: nothing is dropped silently, nothing is made up."""

import pytest

from briefbook.authoring.references import Reference, Unread, read_references
from harness import Project


def _read(text: str, name: str) -> list[object]:
    return [
        one if isinstance(one, Unread) else {**one.fields, **{f"left {k}": v for k, v in one.left}}
        for one in read_references(text.encode(), name)
    ]


@pytest.mark.parametrize(
    ("fields", "want"),
    [
        ("year=2003, month={October/November}",
         {"published": "2003", "left month": "October/November"}),
        ("year=2003, month=feb, day={12--14}", {"published": "2003-02", "left day": "12–14"}),
        ("year=2003, day={5}", {"published": "2003", "left day": "5"}),
        ("year=2003, month=3, day=5", {"published": "2003-03-05"}),
        ("year={in press}, month=June, day=3",
         {"left year": "in press", "left month": "June", "left day": "3"}),
        ("year=2004, month={13}", {"published": "2004", "left month": "13"}),
        ("date={2004-03-01}, year=2004, month=mar", {"published": "2004-03-01"}),
        ("date={2003}, month=mar", {"published": "2003", "left month": "mar"}),
        ("date={1999~/2001?}", {"published": "1999~/2001?"}),
        ("journal=nowhere", {"left journal": "nowhere (no @string of the file defines it)"}),
        ("author={family=Gogh, given=Vincent, prefix=van and Doe, Jane}",
         {"authors": ("Vincent van Gogh", "Jane Doe")}),
    ],
)  # fmt: skip
def test_bibtex(fields: str, want: dict[str, object]) -> None:
    (found,) = _read(f"@misc{{k, title={{T}}, {fields}}}", "a.bib")
    assert found == {"type": "document", "title": "T", **want}


def test_broken_entries_of_bibtex_are_named_and_the_others_come() -> None:
    found = _read(
        "@misc{a, title={Good one}, year=2001}\n"
        "@misc{b, title={No comma} author={B, B}, year=2001}\n"
        "@misc{c, title={One brace too many}}, author={B, B}, year=2001}\n"
        "@misc{d, title={Good two}, note={a b=c}}\n",
        "a.bib",
    )
    assert found == [
        {"type": "document", "title": "Good one", "published": "2001"},
        Unread(2, "a comma is missing after its title"),
        Unread(3, "it ends early: a brace is missing or too many"),
        {"type": "document", "title": "Good two", "left note": "a b=c"},
    ]


@pytest.mark.parametrize(
    ("line", "want"),
    [
        ("DA  - 2004///Spring", {"published": "2004", "left DA": "Spring"}),
        ("DA  - 2004/05/06/", {"published": "2004-05-06"}),
        ("Y1  - 2004/05//print", {"published": "2004-05", "left Y1": "print"}),
        ("Y2  - 2024/01/02/noon", {"accessed": "2024-01-02", "left Y2": "noon"}),
    ],
)
def test_dates_of_ris(line: str, want: dict[str, object]) -> None:
    (found,) = _read(f"TY  - JOUR\nTI  - T\n{line}\nER  - \n", "a.ris")
    assert found == {"type": "article-journal", "title": "T", **want}


def test_csl_has_rich_text_and_a_first_edition_is_not_this_one() -> None:
    (found,) = _read(
        '[{"title": "A <i>Homo</i> H<sub>2</sub>O &amp; 5 < 6", "original-date": "1900"}]', "a.json"
    )
    assert found == {"title": "A Homo H2O & 5 < 6", "left original-date": "1900"}


def test_one_work_twice_in_a_file_stays_what_the_first_entry_says(project: Project) -> None:
    project.write_standard("briefings/_library/sources/wire.yml")
    project.write(
        "refs.bib",
        "@misc{m, title={Thirteen}, year=2001, urldate={2024-05-01}, url={https://example.org/~u}}\n"
        "@misc{n, title={Fourteen}, year=2002, url={https://example.org/%7Eu}}\n",
    )
    assert project.run("add", "source", "refs.bib", "--to", "imported").exit_code == 0
    file = project.root / "briefings/_library/sources/imported.yml"
    first = file.read_bytes()
    for _ in range(2):
        done = project.run("add", "source", "refs.bib", "--update")
        assert "the same work; not kept: title: Fourteen; published: 2002" in done.stderr
        assert file.read_bytes() == first


def test_the_day_on_which_a_source_was_read_does_not_go_back(project: Project) -> None:
    project.write_standard()
    entry = "@misc{{m, title={{T}}, urldate={{{day}}}, url={{https://example.org/u}}}}\n"
    said = []
    for day in ("2024-05-01", "2020-01-01", "2025-01-01"):
        project.write("refs.bib", entry.format(day=day))
        assert project.run("add", "source", "refs.bib", "--to", "new", "--update").exit_code == 0
        text = (project.root / "briefings/_library/sources/new.yml").read_text()
        said.append(text.partition("accessed: ")[2].split()[0].strip("\"'"))
    assert said == ["2024-05-01", "2024-05-01", "2025-01-01"]


def told(text: str, name: str) -> list[tuple[int | None, str]]:
    return [(one.line, one.why) for one in read_references(text.encode(), name)
            if isinstance(one, Unread)]  # fmt: skip


def taken(text: str, name: str) -> Reference:
    (one,) = (one for one in read_references(text.encode(), name) if isinstance(one, Reference))
    return one


def test_an_entry_that_no_brace_opens_is_named_with_its_line() -> None:
    text = "% @article is a type\n@article g6, title={No}}\n\n@book{ok, title={Fine}}\n"
    assert told(text, "a.bib") == [(2, "no brace opens it")]
    assert taken(text, "a.bib").text("title") == "Fine"
    square = "@book{ok, title={Fine}}\n@article[g5, title={Square}]\n"
    assert told(square, "a.bib") == [(2, "no brace opens it")]


def test_what_stands_there_twice_is_told() -> None:
    assert told("@book{a, title={T}, doi={10.1/x}, DOI={10.1/y}}", "a.bib") == [
        (1, "it has doi twice")
    ]
    one = taken('[{"title": "A", "title": "B"}]', "a.json")
    assert (one.text("title"), one.left) == ("B", [("title (first)", "A")])


def test_signs_of_latex_and_addresses_as_managers_write_them() -> None:
    url = r"https://a.b/x{\_}y{\%}20z?a=1{\&}b=2"
    title = r"Price in \pounds 5, \euro{} 6: \glqq so\grqq{} x\textunderscore y \url{http://x.y/~z}"
    one = taken(f"@online{{m, title={{{title}}}, url={{{url}}}}}", "a.bib")
    assert one.text("url") == "https://a.b/x_y%20z?a=1&b=2"
    assert one.text("title") == "Price in £5, € 6: „so“ x_y http://x.y/~z"


def test_what_csl_says_of_people_and_days_beside_them_is_named() -> None:
    one = taken(
        '[{"title": "B", "author": [{"family": "D", "ORCID": "x", "sequence": "first"}],'
        '"issued": {"date-parts": [[2020, 2]], "season": "1", "foo": "b"},'
        '"accessed": {"date-parts": [[2021, 1, 1]], "time": "10:00"}}]', "a.json"
    )  # fmt: skip
    assert one.left == [
        ("author's ORCID", "x"), ("issued: season", "1"), ("issued: foo", "b"),
        ("accessed: time", "10:00"),
    ]  # fmt: skip


def test_the_record_of_a_doi_at_datacite() -> None:
    one = taken(
        '{"doi": "10.5281/zenodo.1", "url": "https://zenodo.org/1", "titles": [{"title": "Data"},'
        '{"title": "Daten", "titleType": "TranslatedTitle"}], "creators": [{"name": "Doe, Jane",'
        '"givenName": "Jane", "familyName": "Doe", "affiliation": ["U"]}, {"name": "WHO"}],'
        '"publisher": {"name": "Zenodo"}, "publicationYear": 2020, "dates": [{"date": "2020-03-04",'
        '"dateType": "Issued"}, {"date": "2020-01", "dateType": "Collected"}], "types":'
        '{"resourceTypeGeneral": "Dataset"}, "version": "2"}', "a.json"
    )  # fmt: skip
    assert one.fields == {
        "type": "dataset", "title": "Data", "authors": ("Jane Doe", "WHO"), "publisher": "Zenodo",
        "published": "2020-03-04", "doi": "10.5281/zenodo.1", "url": "https://zenodo.org/1",
    }  # fmt: skip
    assert [name for name, _ in one.left] == [
        "author's affiliation", "version", "other titles", "dates"
    ]  # fmt: skip


def test_an_empty_author_of_ris_and_several_addresses_on_a_line() -> None:
    one = taken(
        "TY  - RPRT\nAU  - Department of X\nAU  - \nTI  - T\n"
        "UR  - https://a.b/1;https://a.b/2\nER  - ",
        "a.ris",
    )
    assert one.fields["authors"] == ("Department of X",)
    assert (one.text("url"), one.left) == ("https://a.b/1", [("UR", "https://a.b/2")])


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ('name="author" content="Ann Abel, Bo Bell and Cy Cole"',
         ("Ann Abel", "Bo Bell", "Cy Cole")),
        ('name="author" content="Doe, Jane"', ("Jane Doe",)),
        ('name="citation_author" content="Doe, Jane; Roe, Rick"', ("Jane Doe", "Rick Roe")),
        ('name="citation_author" content="van Dyke, Mary Ann"', ("Mary Ann van Dyke",)),
    ],
)  # fmt: skip
def test_several_authors_in_one_field_of_a_page(said: str, names: tuple[str, ...]) -> None:
    assert taken(f"<head><title>T</title><meta {said}>", "a.html").fields["authors"] == names


def test_what_a_page_says_that_is_no_name_and_no_day_is_named() -> None:
    one = taken(
        '<head><title>T</title><meta property="article:author" content="https://x.y/z">'
        '<meta property="article:published_time" content="on the 5th or so of March">'
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "H", "author":'
        '{"@id": "#bob"}}</script>', "a.html"
    )  # fmt: skip
    assert one.left == [
        ("author", "@id #bob"), ("article:published_time", "on the 5th or so of March"),
        ("article:author", "https://x.y/z"),
    ]  # fmt: skip
    (why,) = told(f"<title>{'x ' * 3_000}</title>", "a.html")
    assert why[1].startswith("the page's title is too long: x x")
