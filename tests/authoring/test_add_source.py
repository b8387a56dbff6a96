"""`briefbook add source`: what other tools wrote comes in whole, once, and without typing."""

import io
import zipfile
from collections.abc import Sequence

import exports
import pytest

from briefbook.authoring.references import Reference, Unread, read_references
from harness import Project

SOURCES = "briefings/_library/sources"
NAMES = ("bib", "ris", "json")


@pytest.fixture
def desk(project: Project) -> Project:
    project.write_standard()
    claim = "  - {id: one, statement: It is so., kind: fact, verdict: unverified}\n"
    project.write("briefings/small.yml", f"title: T\nsummary: S.\nstatus: draft\nclaims:\n{claim}")
    return project


def library(desk: Project, name: str = "sources.yml") -> str:
    return (desk.root / SOURCES / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_a_second_import_changes_no_byte(desk: Project, name: str) -> None:
    text = {"bib": exports.BIBLATEX, "ris": exports.RIS, "json": exports.CSL}[name]
    desk.write(f"in.{name}", text)
    desk.run("add", "source", f"in.{name}")
    once = library(desk)
    number = once.count("- id:")
    assert number > 4
    for more in ((), ("--update",)):
        done = desk.run("add", "source", f"in.{name}", *more)
        assert library(desk) == once
        assert done.stdout.count("there already") >= number - 2
    assert desk.run("check", "--select", "SYN,SCH,REF").exit_code == 0


def test_new_entries_go_where_the_order_puts_them_and_all_else_stays(desk: Project) -> None:
    before = (
        "# ours\n- id: alpha  # first\n  title: A\n\n"
        "# about beta\n- id: beta\n  title: >-\n    B\n\n"
        "- {id: zeta, title: Z}\n"
    )
    desk.write(f"{SOURCES}/sources.yml", before)
    desk.write("in.bib", "@book{k, title={Middle}, author={Doe, Jane}, year={2020}}\n"
               "@book{l, title={Last}, author={Zz, Al}, year={2021}}\n"
               "@book{m, title={Also}, author={Am, Al}, year={2021}}")  # fmt: skip
    assert desk.run("add", "source", "in.bib").exit_code == 0
    entry = "- id: {}\n  title: {}\n  type: book\n  authors: {}\n  published: {}\n  key: {}\n"
    doe = entry.format("doe-middle-2020", "Middle", "Jane Doe", 2020, "k")
    zz = entry.format("zz-last-2021", "Last", "Al Zz", 2021, "l")
    am = entry.format("am-also-2021", "Also", "Al Am", 2021, "m")
    beta = "# about beta\n- id: beta"
    zeta = "- {id: zeta"
    wanted = before.replace(beta, f"{am}\n{beta}").replace(zeta, f"{doe}\n{zeta}") + f"\n{zz}"
    assert library(desk) == wanted


def test_an_unordered_file_gets_new_entries_at_its_end_with_its_line_ends(desk: Project) -> None:
    before = "- {id: zeta, title: Z}\r\n- {id: alpha, title: A}\r\n# end\r\n"
    desk.write(f"{SOURCES}/sources.yml", before)
    desk.write("in.bib", "@book{k, title={Middle}, year={2020}}")
    assert desk.run("add", "source", "in.bib").exit_code == 0
    after = (desk.root / SOURCES / "sources.yml").read_bytes().decode()
    assert after == before + (
        "- id: middle-2020\r\n  title: Middle\r\n  type: book\r\n  published: 2020\r\n  key: k\r\n"
    )


def test_what_is_known_is_renewed_only_if_asked_and_only_in_what_a_manager_knows(
    desk: Project,
) -> None:
    desk.write(
        f"{SOURCES}/sources.yml",
        """\
- id: gibb
  title: Coming in   # short
  doi: 10.1016/J.JOULE.2023.08.005
  reliability: {grade: A, because: Refereed.}
  speaker: [officer]
""",
    )
    before = library(desk)
    desk.write("in.json", exports.DOI_RECORD)
    done = desk.run("add", "source", "in.json")
    assert done.stdout == (
        "gibb: there already; it would change title, type, publisher, authors, published "
        "(--update does)\n"
    )
    assert library(desk) == before
    assert desk.run("add", "source", "in.json", "--update").exit_code == 0
    assert (
        library(desk)
        == """\
- id: gibb
  title: Coming in from the cold   # short
  type: article-journal
  publisher: Joule
  authors: Duncan Gibb
  published: 2023-09
  doi: 10.1016/J.JOULE.2023.08.005
  reliability: {grade: A, because: Refereed.}
  speaker: [officer]
"""
    )


SAME = [
    ("url: https://example.org/a%2fb", "https://example.org/a%2Fb"),
    ("url: https://example.org/%7Euser", "https://example.org/~user"),
    ("url: https://xn--e1aybc.xn--p1ai/x", "https://тест.рф/x"),
    ("url: https://example.org/x", "http://www.example.org:80/x/#top"),
    ("url: https://example.org/x?a=1", "https://m.example.org/x?utm_source=y&a=1"),
    ("doi: 10.1000/182", "https://dx.doi.org/10.1000/182"),
    ("doi: 10.1000/AbC", "https://DOI.org/10.1000/aBc"),
    ("url: https://doi.org/10.1000/182", "doi:10.1000/182"),
    ("archived_url: https://web.archive.org/web/20240101000000/https://example.org/x",
     "https://example.org/x"),
    ("url: https://example.org/x",
     "https://web.archive.org/web/20240101000000id_/http://example.org/x"),
]  # fmt: skip


@pytest.mark.parametrize(("has", "address"), SAME)
def test_one_work_is_one_source_however_its_address_is_written(
    desk: Project, has: str, address: str
) -> None:
    desk.write(f"{SOURCES}/sources.yml", f"- id: known\n  title: K\n  {has}\n")
    done = desk.run("add", "source", address, "--title", "K")
    assert done.stdout.startswith("known: there already")
    assert library(desk).count("- id:") == 1


def test_isbns_of_ten_and_thirteen_digits_are_one(desk: Project) -> None:
    desk.write(f"{SOURCES}/sources.yml", "- {id: known, title: K, isbn: 0-306-40615-2}\n")
    desk.write("in.bib", "@book{x, title={K}, isbn={978-0-306-40615-7}}")
    assert desk.run("add", "source", "in.bib").stdout.startswith("known: there already")


def test_an_address_with_options_is_a_source(desk: Project) -> None:
    done = desk.run(
        "add", "source", "https://paper.example/a?id=1", "--title", "What: a title #1", "--author",
        "Jane Doe", "--author", "李晓东", "--publisher", "The Paper", "--published", "3 March 2024",
        "--type", "article-newspaper", "--language", "english", "--to", "new.yml", "--today",
        "2026-11-23",
    )  # fmt: skip
    assert (done.exit_code, done.stderr) == (0, "")
    assert library(desk, "new.yml") == (
        '- id: doe-title-2024\n  title: "What: a title #1"\n  type: article-newspaper\n'
        "  url: https://paper.example/a?id=1\n  publisher: The Paper\n"
        "  authors: [Jane Doe, 李晓东]\n  published: 2024-03-03\n  accessed: 2026-11-23\n"
        "  language: en\n"
    )
    assert desk.run("check", "--select", "SYN,SCH,REF").exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("https://example.org/x",), "a source needs a title"),
        (("gone.bib",), "gone.bib cannot be read: no such file"),
        (("empty.bib",), "empty.bib: it has no entries"),
        (("odd.bin",), "odd.bin: it is none of these: BibTeX, CSL-JSON, RIS"),
        (("bad.json",), "bad.json: it is no JSON: line 1, column 2"),
        (("text.json",), "text.json: it is no list of references"),
        (("latin.bib",), "latin.bib: it is not in UTF-8 (byte 18)"),
        (("seven.bib", "--encoding", "utf-7"), "seven.bib is not in the encoding “utf-7”"),
        (("two.bib", "--id", "mine"), "a single one"),
        (("one.bib", "--id", "No Id"), "is no id"),
        (("one.bib", "--id", "agency-report"), "the id “agency-report” is taken"),
        (("one.bib", "--published", "soon"), "--published: “soon” cannot be that"),
        (("one.bib", "--type", "podcast"), "--type: “podcast” cannot be that"),
        (("one.bib", "--to", "../x"), "should name a file in briefings/_library/sources/"),
    ],
)
def test_wrong_use_is_one_line_and_changes_nothing(
    desk: Project, arguments: Sequence[str], said: str
) -> None:
    desk.write("one.bib", "@book{a, title={A}}")
    desk.write("seven.bib", "@book{a, title={+2AA-}}")
    desk.write("two.bib", "@book{a, title={A}} @book{b, title={B}}")
    desk.write("empty.bib", "")
    desk.write("odd.bin", b"\x00\x01")
    desk.write("bad.json", "{]")
    desk.write("text.json", '"a"')
    desk.write("latin.bib", b"@book{a, title={M\xfcller}}")
    before = library(desk)
    done = desk.run("add", "source", *arguments)
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
    assert said in done.stderr
    assert library(desk) == before


def test_odd_values_are_named_and_never_break_a_file(desk: Project) -> None:
    huge, hidden = "x" * 1_000_000, "a\u202eb\u200bc\x07d"
    desk.write("in.json", __import__("json").dumps([
        {"id": "a", "title": f"Title {hidden}", "publisher": huge, "URL": "javascript:alert(1)",
         "DOI": "none", "ISBN": "978-0-306-40615-8", "language": "Klingon", "note": huge},
        {"id": "a", "title": "Another of that key"},
        {"id": "c", "title": "- {x: [1, 2]}", "publisher": "yes",
         "author": [{"literal": "a\nb: c"}]},
        {"id": "d", "title": huge},
    ]))  # fmt: skip
    done = desk.run("add", "source", "in.json")
    assert done.exit_code == 1
    assert "the title of item 4 is too long" in done.stderr
    for name in ("publisher: xxx", "DOI: none", "URL: javascript:alert(1)", "note: xxx",
                 "ISBN: 978-0-306-40615-8", "language: Klingon"):  # fmt: skip
        assert name in done.stderr
    assert max(map(len, done.stderr.splitlines())) < 1_000
    assert desk.run("check", "--select", "SYN,SCH,REF").exit_code == 0
    assert "title: Title a b c d" in library(desk)
    assert 'title: "- {x: [1, 2]}"' in library(desk)
    assert 'publisher: "yes"' in library(desk)
    assert 'authors: "a b: c"' in library(desk)


def test_a_file_that_cannot_be_added_to_is_left_alone(desk: Project) -> None:
    for before in ("sources: {}\n", "- {id: a, title: A\n", "- &x {id: a, title: A}\n"):
        desk.write(f"{SOURCES}/sources.yml", before)
        desk.write("in.bib", "@book{a, title={New}}")
        done = desk.run("add", "source", "in.bib", "--to", "sources.yml")
        assert (done.exit_code, library(desk)) == (2, before)
        assert "cannot be added to" in done.stderr


@pytest.mark.parametrize("before", ["", "# nothing yet\n", "[]\n", "- {id: a, title: A}"])
def test_an_empty_file_takes_entries_too(desk: Project, before: str) -> None:
    desk.write(f"{SOURCES}/sources.yml", before)
    desk.write("in.bib", "@book{k, title={New}, year={2020}}")
    assert desk.run("add", "source", "in.bib", "--to", "sources.yml").exit_code == 0
    assert "- id: new-2020\n  title: New\n" in library(desk)
    assert desk.run("check", "--select", "SYN,SCH,REF").exit_code == 0


@pytest.mark.parametrize("name", NAMES)
def test_the_same_works_come_in_alike_from_three_formats(desk: Project, name: str) -> None:
    desk.write(f"in.{name}", getattr(exports, f"THREE_{name.upper()}"))
    assert desk.run("add", "source", f"in.{name}").exit_code == 0
    text = library(desk)
    for wanted in (
        '  title: "Coming in from the cold: Heat pump efficiency at low temperatures"\n'
        "  type: article-journal\n",
        "  doi: 10.1016/j.joule.2023.08.005\n  publisher: Joule\n",
        "- id: national-audit-decarbonising-2024\n  title: Decarbonising home heating\n",
        '  isbn: "978-0-9544529-3-3"\n',
    ):
        assert wanted in text, wanted


def test_two_collections_may_each_have_the_same_key(desk: Project) -> None:
    desk.write("one.bib", "@book{smith2020, title={Heat pumps at work}, year={2020}}")
    desk.write("two.bib", "@book{smith2020, title={The fall of Rome}, year={2020}}")
    desk.write("three.bib", "@book{smith2020, title={Heat pumps at their work}, year={2021}}")
    for name in ("one", "two"):
        assert "added" in desk.run("add", "source", f"{name}.bib").stdout
    done = desk.run("add", "source", "three.bib", "--update")
    assert done.stdout == "heat-pumps-2020: renewed title, published\n"


def test_works_with_one_title_and_other_addresses_are_two(desk: Project) -> None:
    desk.write(
        "in.bib",
        """
@article{b1, title={Editorial}, journal={Nature}, year=2020, doi={10.1/e1}}
@article{b2, title={Editorial}, journal={Nature}, year=2020, doi={10.1/e2}}
@online{r1, title={Situation report}, author={{WHO}}, year=2020, url={https://who.example/1}}
@online{r2, title={Situation report}, author={{WHO}}, year=2020, url={https://who.example/2}}
@misc{ITEM-1, title={Something else}, doi={10.2/a}}
""",
    )
    assert desk.run("add", "source", "in.bib").stdout.count(": added to") == 5
    desk.write("other.json", '[{"id": "ITEM-1", "title": "Something else", "DOI": "10.2/b"}]')
    assert "added" in desk.run("add", "source", "other.json", "--update").stdout


def test_an_entry_that_repeats_one_adds_what_that_lacks_and_the_rest_is_named(
    desk: Project,
) -> None:
    desk.write(
        "in.bib",
        """
@article{x1, title={A work}, doi={10.1/z}}
@article{x2, title={The work}, doi={10.1/Z}, author={Doe, Jane}, year=2001, pages={1--9}}
""",
    )
    done = desk.run("add", "source", "in.bib")
    assert "“x2” is the same work; not kept: pages: 1--9; title: The work" in done.stderr
    assert "  authors: Jane Doe\n  published: 2001\n" in library(desk)


def test_what_is_nested_too_deep_is_named(desk: Project) -> None:
    deep = "{" * 5_000 + "x" + "}" * 5_000
    found = [
        *read_references(
            f"@book{{a, title = {{\\textbf{deep}}}}}\n@book{{b, title={{Good}}}}".encode(), "a.bib"
        )
    ]
    assert [type(one) for one in found] in ([Unread, Reference], [Reference, Reference])
    for text in ('{"message": 5}', '{"message": null}', "[" * 3_000, f"[{'9' * 6_000}]",
                 '[{"title": "a\\ud800b"}]'):  # fmt: skip
        desk.write("in.json", text)
        assert desk.run("add", "source", "in.json").exit_code in (0, 1, 2)


def test_an_id_that_was_is_never_given_again(desk: Project) -> None:
    desk.write(f"{SOURCES}/sources.yml", "- {id: x, title: X, renamed_from: [doe-heat-2020]}\n")
    desk.write("in.bib", "@book{k, title={Heat}, author={Doe, Jane}, year={2020}}")
    assert desk.run("add", "source", "in.bib").stdout.startswith("x: there already")


@pytest.mark.parametrize(("name", "text"), [("e.ris", ""), ("e.json", "[]"), ("e.bib", "")])
def test_a_file_without_an_entry_says_so(desk: Project, name: str, text: str) -> None:
    desk.write(name, text)
    done = desk.run("add", "source", name)
    assert done.exit_code == 2
    assert f"{name}: " in done.stderr
    assert "entr" in done.stderr


def test_a_capture_that_unpacks_to_more_than_memory_is_told(desk: Project) -> None:
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
        archive.open("archive/a.warc", "w", force_zip64=True) as out,
    ):
        for _ in range(100):
            out.write(bytes(1_000_000))
    desk.write("bomb.wacz", packed.getvalue())
    done = desk.run("add", "source", "bomb.wacz")
    assert done.exit_code == 2
    assert "archive/a.warc in it unpacks to 95 MiB, over 100 times its size" in done.stderr


def test_what_is_not_kept_is_named_also_of_what_is_there(desk: Project) -> None:
    desk.write("a.bib", "@book{a, title={A}, doi={10.5555/12345678}, volume={7}}")
    for _ in range(2):
        told = desk.run("add", "source", "a.bib")
        assert "not kept: volume: 7" in told.stderr


def test_an_id_that_another_work_has_is_refused_by_its_name(desk: Project) -> None:
    first = ("--title", "D", "--id", "zotero-x")
    assert desk.run("add", "source", "10.5555/12345678", *first).exit_code == 0
    again = desk.run("add", "source", "https://z.example/", *first)
    assert again.exit_code == 2
    assert "the id “zotero-x” is taken by “D”" in again.stderr
    assert desk.run("add", "source", "10.5555/12345678", *first).exit_code == 0
