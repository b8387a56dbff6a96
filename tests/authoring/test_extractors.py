"""What a reader sees of a file, and a clear word where there is nothing to see."""

import gzip
from functools import partial

import pytest
from saved_pages import ADDRESS, pdf, pdf_bomb, wacz, warc_record

from briefbook.authoring.extractors import NoText, Taken, Wanted, take
from briefbook.authoring.guarded import TookTooMuch, guarded


def taken(raw: bytes | str, name: str = "page.html", encoding: str = "") -> Taken:
    raw = raw.encode() if isinstance(raw, str) else raw
    return take(raw, Wanted(name, encoding, lambda address: address == ADDRESS))


def text(page: str) -> str:
    return taken(f"<!doctype html><html><head><title>T</title></head><body>{page}").text


@pytest.mark.parametrize(
    ("page", "seen"),
    [
        ("<p>One  line\nof text</p><p>Two</p>", "One line of text\n\nTwo\n"),
        ("<p>a<b>b</b>c &amp; d</p>", "abc & d\n"),
        ("a<br>b", "a\nb\n"),
        ("<ul><li>a<li>b</ul>", "a\n\nb\n"),
        ("<table><tr><td>1<td>2<tr><th>3</table>", "1\t2\n\n3\n"),
        ("<figure><img alt=x><figcaption>c</figcaption></figure><aside>d</aside>", "c\n\nd\n"),
        ("<p>seen<script>x</script><style>y</style><template>z</template><!-- c --></p>", "seen\n"),
        (
            "<style>.hid, #z {display:none} @media print {p {display:none}} b{display:none}"
            " b{display:inline}</style><p class=hid>x</p><p id=z>y</p><p><b>seen</b></p>",
            "seen\n",
        ),
        ("<p hidden=until-found>x</p><p>seen</p>", "seen\n"),
        ("<div style='visibility:hidden'><p>x<b style='visibility:visible'>y</b></div>", "xy\n"),
        ("<div style='visibility:hidden'><p style='visibility:inherit'>x</div><p>y", "y\n"),
        ("<div style='display:none'><p style='visibility:visible'>x</div><p>y", "y\n"),
        ("<p hidden>x</p><p style='color:red;display : none'>y</p><p>seen</p>", "seen\n"),
        ("<p title='x' data-a='y'>seen</p><noscript>z</noscript>", "seen\n"),
        ("<p>20 km<sup>2</sup>, said<sup>12</sup></p>", "20 km², said¹²\n"),
        ("<p>said<sup><a href=#n>[12]</a></sup></p>", "said[12]\n"),
        ("<p>the 4<sup>th</sup> of H<sub>2</sub>O</p>", "the 4th of H2O\n"),
        ("<ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby>字", "漢字\n"),
        ("<p>co&shy;op &nbsp;x</p>", "co\u00adop \u00a0x\n"),
        ("<details><summary>a</summary>b</details><dialog>c</dialog>", "a\n\nb\n"),
        ("<pre>a\n  b</pre>", "a\nb\n"),
        ("<q>words</q>", "“words”\n"),
    ],
)
def test_of_a_page_its_text_is_taken_as_a_reader_sees_it(page: str, seen: str) -> None:
    assert text(page) == seen


@pytest.mark.parametrize(
    ("page", "seen"),
    [
        ('<p>The bank paid the state.<sup class="reference"><a '
             'href="#c"><span>&#91;</span>1<span>&#93;</span></a></sup> It left',
         "The bank paid the state.[1] It left\n"),
        ("<p>x.<sup>[<a>4</a>]</sup> y",
         "x.[4] y\n"),
        ("<p>approve<sup><a href=#a>a</a></sup> the plan, the bank<sup>1,2</sup> "
             "paid<sup>3–5</sup>, they<sup>*</sup>, x<sup>(6)</sup>, 3<sup>rd</sup> "
             "km<sup>2</sup>",
         "approve[a] the plan, the bank¹,² paid³–⁵, they*, x⁽⁶⁾, 3rd km²\n"),
        ('<style>.tab{display:none} .tab.active{display:block}</style><div class="tab '
             'active"><p>A</p></div><div class=tab>B</div>',
         "A\n"),
        ('<style>.late{display:none} #shown{display:block}</style><p class="late" '
             'id="shown">A</p><p class=late>B',
         "A\n"),
        ('<style>.inl{display:none}</style><p class="inl" style="display:block">A',
         "A\n"),
        ('<style>.late{display:none} .imp{display:block !important}</style><p '
             'class="late imp">A',
         "A\n"),
        ('<style>.x{display:block}.x{display:none}</style><p class="x">A<p>B',
         "B\n"),
        ('<style>.x{display:none}.x{display:block}</style><p class="x">A<p>B',
         "A\n\nB\n"),
        ('<style>article{display:block}.x{display:none}</style><article '
             'class="x">A</article><p>B',
         "B\n"),
        ('<style>.x{display:none}article{display:block}</style><article '
             'class="x">A</article><p>B',
         "B\n"),
        ('<style>.x{display:none}@media (min-width:9px){.x{display:block}}</style><p '
             'class="x">A<p>B',
         "A\n\nB\n"),
        ('<style>@media (min-width:9px){.x{display:none}}</style><p class="x">A<p>B',
         "A\n\nB\n"),
        ('<style>@import url(a);.x{display:none}.open .x{display:block}</style><p '
             'class="x">A<p>B<div class=open><p class=x>C',
         "B\n\nC\n"),
        ('<style>.x{display:none!important}</style><p class="x" style="display:block">A<p>B',
         "B\n"),
    ],
)  # fmt: skip
def test_marks_of_notes_and_the_cascade_of_styles(page: str, seen: str) -> None:
    assert text(page) == seen


@pytest.mark.parametrize(
    "sheet",
    [
        "a" * 200_000, "{" * 100_000, "@" * 200_000, "/*" * 100_000, "@x{" * 50_000,
        "@x{a{}" * 50_000, "a{" + ";   " * 50_000, "," * 200_000 + "{display:none}",
        "[" * 100_000 + "{display:block}", ":a(" * 50_000 + "{display:block}",
    ],
)  # fmt: skip
def test_a_style_sheet_of_one_sign_is_gone_through_once(sheet: str) -> None:
    """It would take minutes to hours if each of its places were tried against all behind it."""
    page = f"<style>.a{{display:none}} {sheet}</style><p class=a>hidden</p><p>seen</p>"
    assert "seen" in text(page)


def test_pages_nested_as_deep_as_they_like_are_read() -> None:
    assert text("<div>" * 10_000 + "deep" + "</div>" * 10_000) == "deep\n"


@pytest.mark.parametrize(
    ("raw", "encoding", "found"),
    [
        ("слово".encode(), "", "слово"),
        (b"\xef\xbb\xbf" + "слово".encode(), "", "слово"),
        ("слово".encode("utf-16"), "", "слово"),
        ("слово".encode("windows-1251"), "windows-1251", "слово"),
        ("<meta charset=windows-1251><p>слово".encode("windows-1251"), "", "слово"),
        ("<meta charset=windows-1251><p>слово".encode(), "", "слово"),
        ("<meta charset=gb2312><p>银行".encode("gbk"), "", "银行"),
    ],
)
def test_a_text_is_read_in_the_encoding_that_it_can_only_be_in(
    raw: bytes, encoding: str, found: str
) -> None:
    name = "page.html" if b"<" in raw else "page.txt"
    assert taken(raw, name, encoding).text.strip() == found


@pytest.mark.parametrize(
    ("raw", "name", "said"),
    [
        (b"", "a.html", "it is empty"),
        (b" \n", "a.txt", "it is empty"),
        ("слово".encode("windows-1251"), "a.txt", "it is not in UTF-8 (byte 1); name its encoding"),
        ("<meta charset=utf-8>слово".encode("windows-1251"), "a.html", "it says that it is in utf"),
        ("<meta charset=klingon>слово".encode("windows-1251"), "a.html", "nobody here knows"),
        (b"<html><body><script>x</script></body></html>", "a.html", "no text that a reader would"),
        (b"\x00\x01\x02", "a.bin", "it is no text, HTML, PDF, WARC or WACZ"),
        (pdf(""), "a.pdf", "it holds pictures and no text"),
        (pdf("words", tail=200), "a.pdf", "it is damaged or cut off"),
        (b"%PDF-1.4 nothing", "a.pdf", "it is damaged or cut off"),
        (b"PK\x03\x04 nothing", "a.wacz", "it is damaged or cut off"),
        (wacz(name="elsewhere/x"), "a.wacz", "it is a ZIP file and no WACZ"),
        (wacz(name="../archive/x.warc.gz"), "a.wacz", "it is a ZIP file and no WACZ"),
        (wacz(name="archive/../../x.warc.gz"), "a.wacz", "it is a ZIP file and no WACZ"),
        (wacz(warc_record("https://example.org/other", b"<p>x")), "a.wacz",
         "no page of the source's address, only of “https://example.org/other”"),
        (wacz(), "a.wacz", "it holds no page"),
        (gzip.compress(warc_record(ADDRESS, b"<p>x"))[:60], "a.warc.gz", "it is damaged"),
        (b"WARC/1.0\r\nnothing", "a.warc", "it holds no page"),
        (warc_record(ADDRESS, b"\x8b\x02\x80\xff", more="Content-Encoding: br\r\n"), "a.warc",
         "packed as “br”, which cannot be unpacked here"),
    ],
    # Packed files hold the time at which they were made: both workers must name a test alike.
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_a_file_without_text_says_why_and_what_helps(raw: bytes, name: str, said: str) -> None:
    with pytest.raises(NoText) as raised:
        taken(raw, name)
    assert said in str(raised.value)


def test_a_pdf_gives_the_text_of_its_pages() -> None:
    found = taken(pdf("The bank opened", "its office"), "a.pdf")
    assert found.text.split() == ["The", "bank", "opened", "its", "office"]
    assert (found.media_type, found.ending) == ("application/pdf", "pdf")
    assert found.extractor.startswith("pypdfium2 ")


def test_of_a_capture_the_newest_page_at_the_address_of_the_source_counts() -> None:
    records = (
        warc_record("https://example.org/other", b"<p>other"),
        warc_record(ADDRESS, b"<p>old", day="2026-01-10"),
        warc_record(ADDRESS, "<p>слово".encode(), day="2026-01-12"),
    )
    for raw, name in ((wacz(*records), "a.wacz"), (b"".join(records), "a.warc"),
                      (b"".join(map(gzip.compress, records)), "a.warc.gz")):  # fmt: skip
        found = taken(raw, name)
        assert found.text == "слово\n"
        assert (found.address, found.day) == (ADDRESS, "2026-01-12")


def test_a_page_that_was_unpacked_before_it_was_stored_is_text() -> None:
    raw = warc_record(ADDRESS, b"<p>good", more="Content-Encoding: br\r\n")
    assert taken(raw, "a.warc").text == "good\n"


def test_paths_of_a_capture_that_lead_out_are_passed_over() -> None:
    raw = wacz(warc_record(ADDRESS, b"<p>good"), **{"archive/../../evil.warc.gz": b"x"})
    assert taken(raw, "a.wacz").text == "good\n"


def test_bombs_end_in_a_sentence_and_bounded() -> None:
    bomb = gzip.compress(warc_record(ADDRESS, b"<p>" + b"a" * (80 * 1024 * 1024)))
    with pytest.raises(NoText, match="larger than 64 MiB"):
        guarded(partial(taken, bomb, "a.warc.gz"))
    with pytest.raises((NoText, TookTooMuch)):
        guarded(partial(taken, pdf_bomb(800), "a.pdf"), megabytes=700)
    with pytest.raises(NoText, match="packed twice over"):
        taken(pdf_bomb(20, twice=True), "a.pdf")


def _forever() -> None:
    while True:
        pass


def test_work_that_never_ends_is_ended() -> None:
    with pytest.raises(TookTooMuch, match="longer than 1 seconds"):
        guarded(_forever, seconds=1)


def test_without_the_libraries_the_command_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    import sys

    from briefbook.project.wrong_use import WrongUse

    for module, raw, name in (
        ("selectolax.lexbor", b"<html><p>x", "a.html"),
        ("pypdfium2", pdf("x"), "a.pdf"),
        ("warcio.archiveiterator", wacz(warc_record(ADDRESS, b"<p>x")), "a.wacz"),
    ):
        monkeypatch.setitem(sys.modules, module, None)
        with pytest.raises(WrongUse, match=r'pip install "briefbook\[snapshots\]"'):
            taken(raw, name)
