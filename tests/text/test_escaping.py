"""Nothing that an author typed acts in the language that it leaves in."""

import html
import json
import re
from html.parser import HTMLParser

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from briefbook.text import html as html_text
from briefbook.text.markdown import front_matter, heading_text
from briefbook.text.terminal import visible

NASTY = st.text(st.sampled_from("<>&\"'`*_[](){}#!|\\:;=+-~^$%@ \n\tax1é银𝔸́\u00a0\u2028\x85/"))
TEXTS = NASTY | st.text(st.characters(exclude_categories=["Cs"]))


class _Events(HTMLParser):
    """What a browser's parser would see, as a list."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.seen: list[object] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, attrs))

    def handle_data(self, data: str) -> None:
        self.seen.append(data)

    def handle_comment(self, data: str) -> None:
        self.seen.append(("comment", data))

    def handle_decl(self, decl: str) -> None:
        self.seen.append(("declaration", decl))


def _parsed(source: str) -> list[object]:
    parser = _Events()
    parser.feed(source)
    parser.close()
    return parser.seen


@given(TEXTS)
def test_html_text_is_one_text(value: str) -> None:
    escaped = html_text.text(value)
    assert not re.search("[<>\"']", escaped)
    assert html.unescape(escaped) == value


@given(TEXTS, TEXTS)
def test_html_tag_keeps_its_one_element(child: str, value: str) -> None:
    built = str(html_text.tag("b", child, title=value, class_="x", lang=None))
    start, *rest = _parsed(built)
    assert start == ("b", [("title", value), ("class", "x")])
    assert "".join(map(str, rest)) == child


@given(st.lists(TEXTS, max_size=3), TEXTS)
def test_html_join_escapes_parts_and_what_is_between(parts: list[str], between: str) -> None:
    assert html.unescape(html_text.join(parts, between)) == between.join(parts)


def test_html_is_not_escaped_twice() -> None:
    inner = html_text.tag("i", "a & b")
    assert html_text.tag("p", inner, " <") == "<p><i>a &amp; b</i> &lt;</p>"
    assert html_text.join([inner, "<"], "&") == "<i>a &amp; b</i>&amp;&lt;"
    assert html_text.trusted("<hr>") == "<hr>"


def test_html_attribute_names() -> None:
    assert html_text.tag("a", aria_label="x", class_="y") == '<a aria-label="x" class="y"></a>'


@given(NASTY | st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_heading_is_one_line_without_markup(value: str) -> None:
    written = heading_text(value)
    outside = re.sub("&#[0-9]+;", "", written)
    assert all(char == " " or char.isalnum() for char in outside)
    assert html.unescape(written).split() == value.split()


@given(NASTY)
def test_heading_stays_a_heading_with_its_id(value: str) -> None:
    """The real converter of the engines, with the extensions that could do harm."""
    markdown = Markdown(extensions=["attr_list", "tables", "footnotes", "abbr", "def_list"])
    page = markdown.convert(f"## a{heading_text(value)} {{ #the-id }}\n")
    tags = [item for item in _parsed(page) if isinstance(item, tuple)]
    assert tags == [("h2", [("id", "the-id")])]


HEADS = st.dictionaries(
    st.sampled_from(["title", "description"]), st.text(st.characters(exclude_categories=["Cs"]))
)


@given(HEADS, st.lists(NASTY, max_size=3))
def test_front_matter_is_read_back_as_escaped_text(values: dict[str, str], tags: list[str]) -> None:
    written = front_matter(**values, tags=tags)
    opening, *lines, closing, end = written.split("\n")
    assert (opening, closing, end) == ("---", "---", "")
    assert len(lines) == len(values) + 1
    read = {key: json.loads(value) for key, value in (line.split(": ", 1) for line in lines)}
    assert read == {
        **{key: html.escape(value) for key, value in values.items()},
        "tags": [html.escape(tag) for tag in tags],
    }
    assert not re.search("[<>']", written)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"])))
def test_front_matter_is_the_same_text_to_the_engine(value: str) -> None:
    if any(ord(char) in (0xFEFF, 0xFFFE, 0xFFFF) or ord(char) & 0xFFFE == 0xFFFE for char in value):
        return  # YAML refuses non-characters, and so do we when reading
    read = yaml.safe_load(front_matter(title=value).strip("-\n"))
    assert read == {"title": html.escape(value)}


@pytest.mark.parametrize("key", ["template", "icon", "author", "status", "Title", "x"])
def test_front_matter_refuses_other_keys(key: str) -> None:
    with pytest.raises(KeyError, match=key):
        front_matter(**{key: "x"})


@given(st.text())
def test_terminal_shows_what_cannot_be_seen(value: str) -> None:
    shown = visible(value)
    assert shown.isprintable() or any(char.isspace() for char in shown)
    assert not re.search("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]", shown)


@given(st.text(st.characters(categories=["L", "N", "P", "S"])))
def test_terminal_leaves_readable_text_alone(value: str) -> None:
    assert visible(value) == value


@pytest.mark.parametrize(
    ("char", "shown"),
    [("\x1b", "\\x1b"), ("\n", "\\x0a"), ("\u202e", "\\u202e"), ("\U000e0041", "\\U000e0041")],
)
def test_terminal_escapes(char: str, shown: str) -> None:
    assert visible(f"a{char}b") == f"a{shown}b"


@given(st.text(alphabet="ab <&é", max_size=90))
def test_breakable_text_is_the_same_text_with_places_to_break(text: str) -> None:
    pieces = html_text.breakable(text).split("<wbr>")
    assert html.unescape("".join(pieces)) == text
    assert all(len(word) < 25 for piece in pieces for word in html.unescape(piece).split())
