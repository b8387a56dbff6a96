"""Edits replace stretches of a file; byte-order mark, line ends and all else stay as they were."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefbook.text.document import Document, Span
from briefbook.text.edits import apply_edits

MARK = b"\xef\xbb\xbf"
Edits = list[tuple[Span, str]]


def _document(raw: bytes) -> Document:
    """The file as it is read: without its mark, with plain line ends."""
    return Document("a.yml", raw.decode().removeprefix("\ufeff").replace("\r\n", "\n"))


def _apply(raw: bytes, *edits: tuple[int, int, str]) -> bytes | None:
    return apply_edits(raw, _document(raw), [(Span(a, b), text) for a, b, text in edits])


@pytest.mark.parametrize(
    ("raw", "edits", "expected"),
    [
        (b"a: 1\n", [(3, 4, "2")], b"a: 2\n"),
        (b"a: 1\r\nb: 2\r\n", [(8, 9, "3")], b"a: 1\r\nb: 3\r\n"),
        (b"a: 1\r\nb: 2\nc: 3\r\n", [(13, 14, "4")], b"a: 1\r\nb: 2\nc: 4\r\n"),
        (MARK + b"a: 1\r\n", [(0, 1, "b")], MARK + b"b: 1\r\n"),
        ("ключ: 银行 𝔸𝔹\n".encode(), [(9, 10, "C")], "ключ: 银行 C𝔹\n".encode()),
        (b"a: 1", [(3, 4, "2")], b"a: 2"),
        (b"a: 1\r\nb: 2", [(8, 9, "3")], b"a: 1\r\nb: 3"),
        (b"a  :   1  # so\n", [(7, 8, "")], b"a  :     # so\n"),
        (b"a\tb \n\n\n", [(2, 3, "c")], b"a\tc \n\n\n"),
        (b"a: 1\n", [(3, 3, "-")], b"a: -1\n"),
        (b"", [(0, 0, "a")], b"a"),
        (b"a: 1\nb: 2\n", [(8, 9, "4"), (3, 4, "3")], b"a: 3\nb: 4\n"),
        (b"abcdef", [(0, 2, "x"), (2, 4, "y"), (4, 6, "z")], b"xyz"),
    ],
    ids=[
        *("plain", "crlf", "mixed", "mark", "characters", "no end", "crlf without end", "spaces"),
        *("tabs", "insertion", "empty", "unsorted", "side by side"),
    ],
)
def test_the_stretch_is_replaced_and_nothing_else(
    raw: bytes, edits: list[tuple[int, int, str]], expected: bytes
) -> None:
    assert _apply(raw, *edits) == expected


@pytest.mark.parametrize("turn", [1, -1])
@pytest.mark.parametrize(
    ("edits", "expected"),
    [
        ([(0, 3, "x"), (2, 5, "y")], b"xdef"),
        ([(0, 6, "x"), (2, 3, "y")], b"x"),
        ([(0, 2, "x"), (1, 3, "y"), (2, 4, "z")], b"xzef"),
        ([(1, 4, "x"), (1, 4, "x")], b"axef"),
    ],
)
def test_of_two_that_overlap_the_first_one_is_made(
    edits: list[tuple[int, int, str]], expected: bytes, turn: int
) -> None:
    """The first is the one that begins first, in whatever order they are given."""
    assert _apply(b"abcdef", *edits[::turn]) == expected


def test_no_edit_changes_no_byte() -> None:
    raw = MARK + b"a: 1\r\n\nb:\t2 # \xd0\xb0\r\n"
    assert _apply(raw) == raw


def test_lines_that_change_places_take_the_line_ends_that_stand_there() -> None:
    assert _apply(b"b\r\na\nc\n", (0, 4, "a\nb\n")) == b"a\r\nb\nc\n"


@pytest.mark.parametrize(
    ("raw", "end"),
    [(b"a: 1\r\nb: 2", b"\r\n"), (b"a: 1\nb: 2", b"\n"), (b"a: 1\r\nb: 2\nc: 3", b"\r\n")],
)
def test_a_newline_added_at_the_end_is_like_the_first_one(raw: bytes, end: bytes) -> None:
    length = len(_document(raw).text)
    assert _apply(raw, (length, length, "\n")) == raw + end


@pytest.mark.parametrize("raw", ["e\u0301: 1\n".encode(), b"a: 1\r", b"b: 1\n"])
def test_a_file_that_is_not_the_document_is_left_alone(raw: bytes) -> None:
    """Letters that were composed on reading, or somebody who saved it meanwhile."""
    document = Document("a.yml", "\u00e9: 1\n" if "\u0301" in raw.decode() else "a: 1\n")
    assert apply_edits(raw, document, [(Span(3, 4), "2")]) is None


LINES = st.lists(
    st.tuples(st.text(st.sampled_from("ab: #\t'\"银é𝔸\u00a0")), st.sampled_from(["\n", "\r\n"])),
    max_size=6,
)


@st.composite
def _files(draw: st.DrawFn) -> bytes:
    """Files with lines of either end, with or without a mark, and with or without a last end."""
    body = "".join(line + end for line, end in draw(LINES)) + draw(st.sampled_from(["", "x", "é"]))
    return (draw(st.sampled_from(["", "\ufeff"])) + body).encode()


@st.composite
def _edited(draw: st.DrawFn) -> tuple[bytes, Edits, str]:
    """A file, edits of it that keep the number of lines, and the text that should come out."""
    raw = draw(_files())
    text = _document(raw).text
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8, unique=True)))
    spans = [Span(a, b) for a, b in pairwise(cuts)][::2]
    edits: Edits = []
    for span in spans:
        words = [
            draw(st.text(st.sampled_from("xyü银 #:"), max_size=4))
            for _ in text[span.start : span.end].split("\n")
        ]
        edits.append((span, "\n".join(words)))
    expected, at = "", 0
    for span, new in edits:
        expected += text[at : span.start] + new
        at = span.end
    return raw, draw(st.permutations(edits)), expected + text[at:]


@given(_edited())
def test_text_is_what_was_asked_for_and_ends_are_what_they_were(
    case: tuple[bytes, Edits, str],
) -> None:
    raw, edits, expected = case
    mended = apply_edits(raw, _document(raw), edits)
    assert mended is not None
    assert _document(mended).text == expected
    assert mended.startswith(MARK) == raw.startswith(MARK)
    assert _ends(mended) == _ends(raw)


@given(_edited())
def test_edits_can_be_taken_back(case: tuple[bytes, Edits, str]) -> None:
    raw, edits, _ = case
    document = _document(raw)
    mended = apply_edits(raw, document, edits)
    assert mended is not None
    back: Edits = []
    shift = 0
    for span, new in sorted(edits):
        start = span.start + shift
        back.append((Span(start, start + len(new)), document.text[span.start : span.end]))
        shift += len(new) - (span.end - span.start)
    assert apply_edits(mended, _document(mended), back) == raw


def _ends(raw: bytes) -> list[bool]:
    """Of each line but the last whether it ends with a carriage return."""
    return [line.endswith(b"\r") for line in raw.split(b"\n")[:-1]]
