"""Addresses: what is linked, and how it is written."""

from urllib.parse import urlsplit

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefbook.text.url import UnsafeUrl, passage_url, safe_url, uri

SAFE = [
    "https://example.org",
    "http://example.org/",
    "HTTPS://Example.org/A?b=c&d=e#f",
    "https://example.org:8080/a,b;c=(d)",
    "https://пример.рф/статья",
    "https://[2001:db8::1]/a",
    "https://example.org/%20a",
    "https://example.org//double",
]
UNSAFE = [
    "",
    "example.org",
    "//example.org",
    "/etc/passwd",
    "https:",
    "https://",
    "https:///path",
    "https:example.org",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\tscript:alert(1)",
    " javascript:alert(1)",
    "\x01javascript:alert(1)",
    "data:text/html,x",
    "vbscript:x",
    "file:///etc/passwd",
    "ftp://example.org",
    "mailto:a@example.org",
    "https://user@example.org",
    "https://user:word@example.org",
    "https://@example.org",
    "https://example.org\\@evil.org",
    "https://exa mple.org",
    'https://example.org/"onload=x',
    "https://example.org/'x",
    "https://example.org/<x>",
    "https://example.org/`x`",
    "https://example.org/\n",
    "https://example.org/\x7f",
    "https://example.org/\x85",
    "https://example.org/\u2028",
    "https://[::1/x",
    "https://example.org:99999/",
    "https://example.org:x/",
    "https://exam\uff0fple.org",
]


@pytest.mark.parametrize("address", SAFE)
def test_safe(address: str) -> None:
    assert safe_url(address) == address


@pytest.mark.parametrize("address", UNSAFE)
def test_unsafe(address: str) -> None:
    with pytest.raises(UnsafeUrl, match=r"^it "):
        safe_url(address)


@pytest.mark.parametrize(
    ("address", "written"),
    [
        ("https://example.org/a[1]", "https://example.org/a%5B1%5D"),
        ("https://example.org/?q=[x]", "https://example.org/?q=%5Bx%5D"),
        ("https://example.org?q=[x]", "https://example.org?q=%5Bx%5D"),
        ("https://example.org#[x]", "https://example.org#%5Bx%5D"),
        ("https://[::1]/[x]", "https://[::1]/%5Bx%5D"),
        ("https://[::1]?[x]", "https://[::1]?%5Bx%5D"),
    ],
)
def test_brackets_are_encoded(address: str, written: str) -> None:
    assert safe_url(address) == written


@pytest.mark.parametrize(
    ("address", "allowed"),
    [
        ("mailto:a@example.org", True),
        ("MAILTO:a@example.org", True),
        ("mailto:nobody", False),
        ("mailto:a@example.org?bcc=b@example.org", False),
        ("javascript:a@b", False),
    ],
)
def test_mail_where_it_is_allowed(address: str, allowed: bool) -> None:
    if allowed:
        assert safe_url(address, mail=True) == address
    else:
        with pytest.raises(UnsafeUrl):
            safe_url(address, mail=True)


PIECES = st.sampled_from(
    ["http", "https", "javascript", ":", "/", "//", "@", "[", "]", "?", "#", "a", ".", "\\", " ",
     "\t", "\n", '"', "<", "%", "é", "::1", ":80", "mailto", "\u2028", "\x00"]
)  # fmt: skip
ADDRESSES = st.lists(PIECES, max_size=12).map("".join) | st.text()


@given(ADDRESSES | ADDRESSES.map("https://".__add__), st.booleans())
def test_whatever_passes_is_safe_in_an_attribute(address: str, mail: bool) -> None:
    try:
        written = safe_url(address, mail=mail)
    except UnsafeUrl:
        return
    parts = urlsplit(written)
    assert parts.scheme in (("http", "https", "mailto") if mail else ("http", "https"))
    assert parts.scheme == "mailto" or (parts.hostname and parts.username is None)
    assert not set(written) & set(" \"'<>`\\\n\r\t\x00")
    assert not set("[]") & set(written[written.find(parts.netloc) + len(parts.netloc) :])
    assert safe_url(written, mail=mail) == written


MARKED = ":~:text=the%20words"


@pytest.mark.parametrize(
    ("address", "written"),
    [
        ("https://example.org/a", f"https://example.org/a#{MARKED}"),
        ("https://example.org/a#", f"https://example.org/a#{MARKED}"),
        ("https://example.org/a#sec", f"https://example.org/a#sec{MARKED}"),
        ("https://example.org/a#:~:text=first%20words", f"https://example.org/a#{MARKED}"),
        ("https://example.org/a#sec:~:text=b-,c,-d", f"https://example.org/a#sec{MARKED}"),
        ("https://example.org/a#:~:text=b&text=c", f"https://example.org/a#{MARKED}"),
        ("https://example.org/a#:~:", f"https://example.org/a#{MARKED}"),
        ("https://example.org/#!/post/12:~:text=b", f"https://example.org/#!/post/12{MARKED}"),
        ("https://example.org/a?b=:~:c#d", f"https://example.org/a?b=:~:c#d{MARKED}"),
        ("https://example.org/a.pdf#page=2", "https://example.org/a.pdf#page=2"),
    ],
)
def test_the_words_are_marked_and_no_others(address: str, written: str) -> None:
    assert passage_url(address, "the words") == written


def test_what_means_something_in_a_text_directive_is_encoded() -> None:
    assert passage_url("https://example.org/", "\ud800 a") == "https://example.org/#:~:text=%3F%20a"
    assert passage_url("https://example.org/", "a-b, c & d", "e-f,", "&-g") == (
        "https://example.org/#:~:text=e%2Df%2C-,a%2Db%2C%20c%20%26%20d,-%26%2Dg"
    )
    assert passage_url("https://example.org/", "a", " ", "\n") == "https://example.org/#:~:text=a"


@example("", "[a]", "", "")
@example(":~:text=b", "...", "", "")
@given(ADDRESSES, st.text(min_size=1), st.text(), st.text())
def test_a_passage_has_one_directive(anchor: str, exact: str, prefix: str, suffix: str) -> None:
    address = f"https://example.org/#{anchor}"
    written = passage_url(address, exact, prefix, suffix)
    if written != address:  # marks alone, or an editor's words alone, lead to the page
        assert written.split("#", 1)[1].count(":~:") == 1


@pytest.mark.parametrize(
    ("address", "written"),
    [
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        (
            "https://Пример.рф:8080/о нас?q=ё#я",
            "https://xn--e1afmkfd.xn--p1ai:8080/%D0%BE%20%D0%BD%D0%B0%D1%81?q=%D1%91#%D1%8F",
        ),
        ("https://example.org/caf%C3%A9/100%", "https://example.org/caf%C3%A9/100%25"),
        ("https://example.org/a|b?x={y}[z]", "https://example.org/a%7Cb?x=%7By%7D%5Bz%5D"),
        ("https://[2001:DB8::1]:80/", "https://[2001:db8::1]:80/"),
        ("https://straße.de", "https://xn--strae-oqa.de"),
    ],
)
def test_addresses_in_ascii(address: str, written: str) -> None:
    assert uri(address) == written == uri(written)


@pytest.mark.parametrize("address", ["https://[::1/", "https://a:b/", "https://me@example.org/"])
def test_what_has_no_form_in_ascii(address: str) -> None:
    with pytest.raises(UnsafeUrl, match=r"^it "):
        uri(address)


@given(ADDRESSES | ADDRESSES.map("https://".__add__))
def test_any_address_in_ascii_or_a_reason(address: str) -> None:
    try:
        written = uri(address)
    except UnsafeUrl:
        return
    assert written.isascii()
    assert not set(written) & set(' "<>`\\{}|^')


@pytest.mark.parametrize(
    ("exact", "words"),
    [
        ("[T]he plain words of the page", "plain%20words%20of%20the%20page"),
        ("The plain words … Nothing more", "The%20plain%20words,Nothing%20more"),
        ("The words […] of all [of them] at last", "The%20words,at%20last"),
        ("They approv[ed] the plan", "They,the%20plan"),
        ("这家银行……供应商", "%E8%BF%99%E5%AE%B6%E9%93%B6%E8%A1%8C,%E4%BE%9B%E5%BA%94%E5%95%86"),
        ("The word [sic] here", "The%20word,here"),
    ],
)
def test_an_editor_s_marks_are_no_words_of_the_page(exact: str, words: str) -> None:
    assert passage_url("https://example.org/", exact) == f"https://example.org/#:~:text={words}"


def test_marks_alone_lead_to_the_page() -> None:
    assert passage_url("https://example.org/", "[all of it] …") == "https://example.org/"
