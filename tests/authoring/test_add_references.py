"""Reading references: what BibTeX, RIS, CSL-JSON, pages and captures say, kept or named."""

import exports
import pytest
from saved_pages import wacz, warc_record

from briefbook.authoring.references import Reference, Unread, read_references
from briefbook.authoring.references.ids import readable_id
from briefbook.authoring.references.page import read_page


def read(text: str, name: str) -> list[Reference | Unread]:
    return [*read_references(text.encode(), name)]


def good(text: str, name: str) -> dict[str, Reference]:
    taken: dict[str, Reference] = {}
    for one in read(text, name):
        if isinstance(one, Reference):
            taken[readable_id(one, taken)] = one
    return taken


def bad(text: str, name: str) -> list[tuple[int | None, str]]:
    return [(one.line, one.why) for one in read(text, name) if isinstance(one, Unread)]


def test_biblatex_with_all_that_it_allows() -> None:
    found = good(exports.BIBLATEX, "a.bib")
    fields = {name: one.fields for name, one in found.items()}
    assert fields["muller-etats-2024"] == {
        "type": "webpage", "title": "États & dømd — Über straße: A study",
        "authors": ("Józef Müller", "Ana de la Cruz"), "published": "2024-03-18",
        "accessed": "2025-05-02", "url": "https://example.org/a_b&c?x=1", "language": "de",
    }  # fmt: skip
    assert dict(found["muller-etats-2024"].left) == {
        "author": "and others", "file": ":/home/x/a.pdf:PDF", "note": "Read in May",
        "keywords": "a, b",
    }  # fmt: skip
    assert found["muller-etats-2024"].key == "muller:2024"
    assert fields["world-health-report-2020"] == {
        "type": "report", "title": "Report", "authors": ("World Health Organization",),
        "published": "2020-01/2020-03", "publisher": "WHO",
    }  # fmt: skip
    assert fields["ivanov-numbers-2021"] == {
        "type": "dataset", "title": "Numbers", "authors": ("Пётр Иванов",),
        "published": "2021-07-04", "doi": "10.5281/ZENODO.1234",
    }  # fmt: skip
    assert fields["lixiaodong-thesis-2018"]["authors"] == ("李晓东",)
    assert fields["king-chapter-2001"]["authors"] == ("Martin Luther King, Jr.",)
    assert fields["king-chapter-2001"]["publisher"] == "The whole"
    assert fields["king-chapter-2001"]["published"] == "2001"
    assert fields["roe-whole-2001"]["publisher"] == "Edinburgh University Press"
    assert fields["shared-house-xdata-2022"]["publisher"] == "The Shared House"
    assert fields["preprint-2025"]["url"] == "https://arxiv.org/abs/2501.12948"
    kinds = [one["type"] for one in fields.values()]
    assert {*kinds} == {
        "webpage", "report", "legislation", "legal_case", "dataset", "motion_picture", "thesis",
        "chapter", "book", "article-journal", "document", "article-newspaper",
    }  # fmt: skip
    assert bad(exports.BIBLATEX, "a.bib") == []


def test_of_a_broken_bibtex_file_the_good_entries_come_and_the_rest_is_named() -> None:
    text = (
        "@article{good, title={A good one}, year={2020}}\n"
        "@article{open, title={never closed\n"
        "@article{good, title={The same key}}\n"
        "@misc{twice, title={A}, title={B}}\n"
        "@misc{bare, year={2021}}\n"
        "@book{last, title={The last}, year={1999}}\n"
    )
    assert [one.fields["title"] for one in good(text, "a.bib").values()] == [
        "A good one", "The last",
    ]  # fmt: skip
    assert bad(text, "a.bib") == [
        (2, "it breaks off: a brace, a comma or a quotation mark is missing"),
        (3, "another entry has the key “good”"),
        (4, "it has title twice"),
        (5, "“bare” has no title"),
    ]


def test_ris_with_tags_that_repeat_and_ends_that_are_missing() -> None:
    found = good(exports.RIS, "a.ris")
    first, second, third = found.values()
    assert first.fields["authors"] == ("Ann One", "Bob Two")
    assert first.fields["published"] == "2023-09-20"
    assert set(first.left) == {
        ("T1", "First title"), ("UR", "https://example.org/two"), ("SN", "2542-4351"),
        ("N1", "A note that goes on"), ("ZZ", "odd"),
    }  # fmt: skip
    assert second.fields == {
        "type": "article-newspaper", "title": "Without an end before it",
        "authors": ("The Bank of Rome",), "published": "2024",
    }  # fmt: skip
    assert third.left == [("TY", "XXXX")]
    assert bad(exports.RIS, "a.ris") == [
        (19, "a line that belongs to no entry: “TY  -” begins one"),
        (20, "a line that belongs to no entry: “TY  -” begins one"),
        (24, "an entry without a title"),
    ]


def test_csl_json_with_names_and_dates_as_they_come() -> None:
    found = good(exports.CSL, "a.json")
    first = found["world-bank-title-2023"]
    assert first.fields["authors"] == (
        "World Bank",
        "Vincent van Gogh",
        "李晓东",
        "Martin King Jr.",
    )
    assert first.fields["accessed"] == "2025-05-02"
    assert first.left == [("abstract", "Long."), ("page", "1-9"), ("editor", "R. Roe")]
    days = {name: one.fields.get("published") for name, one in found.items()}
    assert days == {
        "world-bank-title-2023": "2023-09-20", "raw-2024": "2024-03",
        "p-span-2020": "2020-01/2020-03", "literal-date": None,
    }  # fmt: skip
    assert found["literal-date"].left == [("issued", "literal Spring, perhaps")]
    assert bad(exports.CSL, "a.json") == [
        (None, "item 5 has no title"), (None, "item 6 is no reference"),
    ]  # fmt: skip


def test_the_record_of_a_doi_is_one_source() -> None:
    (one,) = good(exports.DOI_RECORD, "doi.json").values()
    assert one.fields == {
        "type": "article-journal", "title": "Coming in from the cold", "authors": ("Duncan Gibb",),
        "publisher": "Joule", "published": "2023-09", "doi": "10.1016/j.joule.2023.08.005",
    }  # fmt: skip
    assert ("publisher", "Elsevier BV") in one.left
    assert ("the registry's own", "indexed, reference, score") in one.left


@pytest.mark.parametrize(
    ("page", "fields"),
    [
        (exports.PAGE, {"title": "Heat pumps criticised", "published": "2024-03-18",
                        "publisher": "The Paper", "authors": ("Jillian Ambrose",),
                        "url": "https://paper.example/heat", "language": "en-GB",
                        "type": "webpage"}),
        (exports.SCHOLARLY, {"title": "On pumps", "authors": ("Duncan Gibb", "Jan Rosenow"),
                             "publisher": "Joule", "published": "2023-09-20",
                             "doi": "10.1016/j.x", "type": "article-journal"}),
        (exports.LINKED, {"title": "Said in JSON-LD", "authors": ("Ann One",), "language": "ru",
                          "publisher": "The Paper", "published": "2024-03-18",
                          "type": "article-newspaper"}),
    ],
)  # fmt: skip
def test_a_saved_page_says_what_it_is(page: str, fields: dict[str, object]) -> None:
    (one,) = good(page, "page.html").values()
    assert one.fields == fields


def test_a_capture_gives_the_pages_that_were_opened() -> None:
    raw = wacz(
        warc_record("https://paper.example/heat", exports.PAGE.encode(), day="2024-03-19"),
        warc_record("https://paper.example/frame", b"<title>A frame</title><p>x"),
        **{"pages/pages.jsonl": b'{"format": "x"}\n{"url": "https://paper.example/heat"}\n'},
    )
    (one,) = read_references(raw, "a.wacz")
    assert isinstance(one, Reference)
    assert one.fields["url"] == "https://paper.example/heat"
    assert one.fields["accessed"] == "2024-03-19"


@pytest.mark.parametrize(
    ("value", "title"),
    [
        ("{Sonata in C # minor and F # major}", "Sonata in C # minor and F # major"),
        ('"A # sign"', "A # sign"),
        ('acm # " Inc"', "ACM Press Inc"),
        ("acm", "ACM Press"),
    ],
)
def test_signs_of_number_and_strings_of_bibtex(value: str, title: str) -> None:
    text = f'@string{{acm = "ACM Press"}}\n@book{{k, title = {value}}}\n'
    (one,) = good(text, "a.bib").values()
    assert one.fields["title"] == title


def test_what_a_page_says_beside_that_is_named() -> None:
    page = (
        '<html lang="en-GB"><head><title>T</title><meta property="og:title" content="Another">'
        '<meta property="og:locale" content="en_GB"><meta name="DC.creator" content="Roe, R.">'
        '<meta name="author" content="A. Smith"><meta name="citation_volume" content="3">'
        '<meta name="viewport" content="w"><script type="application/ld+json">{"@type":'
        '"NewsArticle", "headline": "H", "author": {"name": "A. Smith"}, "articleSection": "World",'
        ' "image": {"url": "x"}}</script><script type="application/ld+json">{</script></head>'
    )
    (one,) = good(page, "page.html").values()
    assert one.fields["title"] == "H"
    assert one.fields["authors"] == ("A. Smith",)
    assert one.left == [
        ("articleSection", "World"), ("image", "url x"), ("og:title", "Another"),
        ("dc.creator", "R. Roe"), ("citation_volume", "3"),
    ]  # fmt: skip


def test_a_second_id_of_an_entry_is_named() -> None:
    (one,) = good("TY  - RPRT\nID  - a\nID  - b\nTI  - T\nER  - \n", "a.ris").values()
    assert one.left == [("ID", "b")]


def test_dates_of_biblatex_keep_their_doubt_and_name_their_time() -> None:
    entry = "@book{a, title={A {\\LaTeX} \\emph{art}}, date={2022~}, urldate={2020-01-02T10:11:12}}"
    (found,) = good(entry, "a.bib").values()
    assert found.fields["title"] == "A LaTeX art"
    assert (found.fields["published"], found.fields["accessed"]) == ("2022~", "2020-01-02")
    assert ("urldate", "2020-01-02T10:11:12") in found.left


def test_a_title_that_is_too_long_is_said_to_be_so() -> None:
    long = "word " * 1_000
    assert "too long: word word" in bad(f"@book{{a, title={{{long}}}}}", "a.bib")[0][1]
    assert "too long: word word" in bad(f"TY  - BOOK\nTI  - {long}\nER  - \n", "a.ris")[0][1]


def test_a_saved_page_says_where_and_when_it_came_out() -> None:
    dublin = (
        '<html><head><meta name="DC.title" content="D"><meta name="DC.date.issued" '
        'content="2019-02-03"><meta name="DC.identifier" content="https://dc.example/1"></head>'
    )
    linked = (
        '<html><script type="application/ld+json">{"@type": "NewsArticle", "headline": "L", '
        '"mainEntityOfPage": {"@id": "https://ld.example/a"}}</script>'
    )
    (one,) = good(dublin, "page.html").values()
    assert (one.text("published"), one.text("url")) == ("2019-02-03", "https://dc.example/1")
    (one,) = good(linked, "page.html").values()
    assert (one.text("url"), one.left) == ("https://ld.example/a", [])
    (one,) = good(dublin.replace("https://dc.example/1", "doi:10.1016/j.x"), "page.html").values()
    assert one.text("doi") == "10.1016/j.x"


def test_every_address_that_a_page_gives_is_kept_or_named() -> None:
    page = (
        '<head><title>T</title><meta property="og:url" content="https://a.example/1?from=feed">'
        '<link rel="canonical" href="https://b.example/1"></head>'
    )
    (one,) = good(page, "page.html").values()
    assert one.text("url") == "https://a.example/1?from=feed"
    assert one.left == [("canonical", "https://b.example/1")]
    found = read_page(page.encode(), "https://c.example/1", "2024-05-06")
    assert isinstance(found, Reference)
    assert found.text("url") == "https://c.example/1"
    assert [value for _, value in found.left] == [
        "https://a.example/1?from=feed", "https://b.example/1"
    ]  # fmt: skip
    (one,) = good(page.replace("b.example/1", "a.example/1"), "page.html").values()
    assert one.left == []
