"""Bytes to text: never raises, and every finding has a place."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefbook.syntax import MAX_BYTES, decode
from briefbook.syntax.decode import too_large


def _found(raw: bytes) -> list[tuple[str, int, int]]:
    """Code, line and column of each finding."""
    document, findings = decode("a.yml", raw)
    found = []
    for item in findings:
        assert item.place.span is not None
        at = document.position(item.place.span.start)
        found.append((item.kind.code, at.line, at.column))
    return found


@given(st.binary(max_size=200) | st.text(max_size=100).map(lambda t: t.encode("utf-16")))
def test_random_bytes_never_raise(raw: bytes) -> None:
    document, findings = decode("a.yml", raw)
    for item in findings:
        assert item.place.span is not None
        assert 0 <= item.place.span.start < item.place.span.end <= len(document.text)


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\ufeff")))
def test_text_comes_back_normalized(text: str) -> None:
    document, _ = decode("a.yml", text.encode())
    assert document.text == unicodedata.normalize("NFC", text)


@given(st.text(st.sampled_from("ab é\n"), max_size=30), st.text(max_size=5))
def test_bad_byte_is_found_where_it_stands(before: str, after: str) -> None:
    raw = before.encode() + b"\xff" + after.encode("utf-8", "ignore")
    lines = before.split("\n")
    assert _found(raw) == [("SYN003", len(lines), len(lines[-1]) + 1)]


def test_windows_lines_and_byte_order_mark() -> None:
    document, findings = decode("a.yml", b"\xef\xbb\xbfa: b\r\nc: d\r\n")
    assert (document.text, findings) == ("a: b\nc: d\n", [])


def test_bad_byte_after_windows_lines_and_byte_order_mark() -> None:
    assert _found(b"\xef\xbb\xbfa: b\r\nc: \xe9\r\n") == [("SYN003", 2, 4)]


@pytest.mark.parametrize(
    "char",
    ["\x00", "\x08", "\x0b", "\x1b", "\r", "\x7f", "\x85", "\x9b", "\u2028", "\u2029", "\u202a",
     "\u202e", "\u2066", "\u2069", "\ufdd0", "\ufffe", "\U0001ffff", "\U0010ffff", "\U000e0001",
     "\U000e007f"],
    ids=ascii,
)  # fmt: skip
def test_forbidden_characters(char: str) -> None:
    assert _found(f"a: b\nc: d{char}e\n".encode()) == [("SYN010", 2, 5)]


@pytest.mark.parametrize("char", ["\t", " ", "\u00a0", "é", "\u0301", "银", "\U0001f600", "\ufffd"])
def test_allowed_characters(char: str) -> None:
    assert _found(f"a: b{char}c\n".encode()) == []


@pytest.mark.parametrize("char", ["\u200b", "\u200e", "\u200f", "\u2060", "\ufeff"], ids=ascii)
def test_characters_that_cannot_be_seen(char: str) -> None:
    assert _found(f"a: b{char}c\n".encode()) == [("SYN014", 1, 5)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Sberbank и Сбербанк", []),
        ("GPT-модель", []),
        ("αβγ and abc", []),
        ("Sbеrbank", [("SYN014", 1, 1)]),
        ("the bаnk and the bank", [("SYN014", 1, 5)]),
        ("αlpha", [("SYN014", 1, 1)]),
        ("café naïve Žižek", []),
        ("汉字abc", []),
    ],
)
def test_words_of_two_scripts(text: str, found: list[tuple[str, int, int]]) -> None:
    assert _found(text.encode()) == found


CONFLICT = "a: 1\n<<<<<<< HEAD\nb: 1\n=======\nb: 2\n>>>>>>> other\n"


def test_conflict_markers() -> None:
    assert _found(CONFLICT.encode()) == [("SYN013", 2, 1)]
    assert _found(CONFLICT.replace("\n", "\r\n").encode()) == [("SYN013", 2, 1)]


@pytest.mark.parametrize("text", ["=======\n", "a: '<<<<<<<'\n", "<<<<<<<< x\n>>>>>>>> y\n"])
def test_no_conflict_markers(text: str) -> None:
    assert _found(text.encode()) == []


def test_too_large_names_both_sizes() -> None:
    finding = too_large("a.yml", 10_000_000)
    assert (finding.kind.code, MAX_BYTES) == ("SYN009", 2 * 1024 * 1024)
    assert "10,000,000" in finding.message
    assert "2,097,152" in finding.message
