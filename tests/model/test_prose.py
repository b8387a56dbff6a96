"""Prose: our subset of Markdown and nothing else, whatever was typed."""

from html.parser import HTMLParser

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bombs import outcomes
from briefbook.model.prose import parse_prose
from briefbook.text.html import Html, tag
from briefbook.text.url import REL
from examples import SIZE

TAGS = {"p", "ul", "ol", "li", "em", "strong", "code", "a"}
ATTRIBUTES = {"href", "rel", "class", "title"}


def _cite(name: str) -> Html:
    return tag("a", "cited", href=f"#{name}", class_="citation", title=name)


def _link(name: str) -> Html:
    return tag("a", "linked", href=f"#{name}")


def _html(text: str) -> str:
    return str(parse_prose(text).html(_cite, _link))


class _Reader(HTMLParser):
    """Asserts that HTML is well-formed and in the subset; collects its text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in TAGS
        assert not (tag == "a" and "a" in self.open)
        assert {name for name, _ in attrs} <= (ATTRIBUTES if tag == "a" else set())
        href = dict(attrs).get("href")
        assert href is None or href.lower().startswith(("http://", "https://", "mailto:", "#"))
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    handle_decl = handle_pi = unknown_decl = handle_comment


def _read(source: str) -> str:
    """The text of HTML that must be well-formed and in the subset."""
    reader = _Reader()
    reader.feed(source)
    reader.close()
    assert reader.open == []
    return reader.text


PIECES = st.sampled_from(
    ["*", "**", "***", "_", "`", "``", "[", "]", "[[", "]]", "(", ")", "](", "](https://e.org)",
     "](javascript:alert(1))", "](mailto:a@e.org)", "](<", ">)", "[@a]", "[@a; @b]", "[[r]]",
     "[[b#r]]", "![", "<", ">", "<b>", "</p>", "<!--", "-->", "&", "&lt;", "&#60;", "\\", "\n",
     "\n\n", "\n- ", "\n1. ", "\n  ", "    ", "\t", "# ", "> ", "---", "===", "```\n", "| a |",
     "{: onclick=x }", "{{ x }}", "[^1]", "[^1]: ", "*[a]: b", "https://e.org", "word", "é", "银",
     " ", "\x00", '"', "'", "~~", "$", ":::"]
)  # fmt: skip
MARKUP = st.lists(PIECES, max_size=25).map("".join)


@given(MARKUP | st.text())
@example("[a [@b] c](https://e.org)")
@example("*a [[b*]](https://e.org)")
@example("[x](https://e.org/\"onmouseover='y')")
def test_html_holds_the_subset_only(text: str) -> None:
    _read(_html(text))


@given(MARKUP | st.text())
def test_plain_text_is_one_line_and_never_raises(text: str) -> None:
    plain = parse_prose(text).plain(lambda name: f"@{name}", lambda name: f"#{name}")
    assert plain == " ".join(plain.split())


WORDS = st.lists(
    PIECES.filter(lambda piece: "(" not in piece and ")" not in piece) | st.just("word"),
    max_size=25,
).map("".join)


@given(WORDS)
def test_no_word_is_lost(text: str) -> None:
    """Whatever is no markup of ours is shown as typed (addresses of links apart)."""
    assert _read(_html(text)).count("word") == text.count("word")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a *b* **c** `d`", "<p>a <em>b</em> <strong>c</strong> <code>d</code></p>"),
        ("a\n\nb", "<p>a</p><p>b</p>"),
        ("- a\n- b", "<ul><li>a</li><li>b</li></ul>"),
        ("1. a\n2. b", "<ol><li>a</li><li>b</li></ol>"),
        ("[a](https://e.org)", f'<p><a href="https://e.org" rel="{REL}">a</a></p>'),
        ("[a](mailto:b@e.org)", f'<p><a href="mailto:b@e.org" rel="{REL}">a</a></p>'),
        ("[@a]", f"<p>{_cite('a')}</p>"),
        ("[@a; @b]", f"<p>{_cite('a')}{_cite('b')}</p>"),
        ("[[a]] and [[b#c]]", f"<p>{_link('a')} and {_link('b#c')}</p>"),
        ("`[[a]] [@b]`", "<p><code>[[a]] [@b]</code></p>"),
        ("\\[[a]]", "<p>[[a]]</p>"),
        ("[[A b]] [@C d]", "<p>[[A b]] [@C d]</p>"),
    ],
)
def test_subset(text: str, shown: str) -> None:
    assert _html(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<b onclick=x>a</b>",
        "a <!-- b --> c",
        "&lt;b&gt; &amp; &#60;",
        "# heading",
        "> quotation",
        "---",
        "| a | b |",
        "a{: onfocus=x autofocus }",
        "{{ config.extra }} {% raw %}",
        "[^1]: a footnote",
        "*[AI]: an abbreviation",
        '--8<-- ".env"',
        "!!! note",
        "https://example.org and <https://example.org>",
        "[a](javascript:alert(1))",
        "[a](JAVASCRIPT:alert(1))",
        "[a](data:text/html,b)",
        "[a](ftp://example.org/)",
        "[a](docs/page.md)",
        "[a](//example.org)",
        "[a](https://user@example.org)",
        "[a]: https://example.org",
        "[a][b]",
        "- - - - - - - - - - - - deep",
    ],
)
def test_everything_else_is_shown_as_typed(text: str) -> None:
    plain = parse_prose(text).plain(str, str)
    assert plain == text
    assert _read(_html(text)) == text


def test_images_are_not_loaded() -> None:
    assert "<img" not in _html("![a](https://example.org/pixel.png)")


def test_citations_and_links_are_listed_in_order() -> None:
    prose = parse_prose("[@a] *[@b; @a]* [[r]]\n\n- [[x#y]] `[[no]]` [@c](https://e.org)")
    found = list(prose.mentions())
    assert [m.id for m in found if m.kind == "citation"] == ["a", "b", "a", "c"]
    assert [m.id for m in found if m.kind == "record"] == ["r", "x#y"]


def test_which_occurrence_of_its_characters_a_mention_is() -> None:
    prose = parse_prose("`[@a]` [@a] \\[@a] [@a; @ab] [[r]] `[[r]]` [[r]]")
    assert [(m.typed, m.nth) for m in prose.mentions()] == [
        ("@a", 1), ("@a", 3), ("@ab", 0), ("[[r]]", 0), ("[[r]]", 2),
    ]  # fmt: skip


def test_what_can_be_no_id_is_read_as_a_mention_all_the_same() -> None:
    found = parse_prose("[@Agency_Report] [[First]] [[Not this]]").mentions()
    assert [m.id for m in found] == ["Agency_Report", "First"]


def test_mentions_are_found_among_any_number_of_brackets() -> None:
    assert [m.id for m in parse_prose("[" * 500 + " [@a]" + " a" * 60_000).mentions()] == ["a"]


BOMBS = {
    "open brackets": "'[' * n",
    "few brackets": "'[' * 400 + 'a*b ' * (n // 4)",
    "nested links": "'[a' * 399 + '](https://e.org)' * 399 + 'b' * n",
    "stars": "'*' * n",
    "star words": "'*a ' * (n // 3)",
    "star pairs": "'*' * (n // 2) + 'a' + '*' * (n // 2)",
    "mixed delimiters": "'*a_ **b__ ' * (n // 10)",
    "backticks": "''.join('`' * i + 'a' for i in range(1, 450))",
    "backslashes": "chr(92) * n",
    "items": "'- a' + chr(10) + '- a' * n",
    "list": "('- a' + chr(10)) * (n // 4)",
    "nested list": "''.join('  ' * i + '- a' + chr(10) for i in range(450))",
    "one-line list": "'- ' * (n // 2)",
    "paragraph": "('a' + chr(10)) * (n // 2)",
    "citations": "'[@a] ' * 399 + 'a' * n",
    "spaces": "' ' * n + 'a'",
    "parentheses": "'[a](' + '(' * n",
    "keys": "('[@a' + ':a' * 200) * (n // 400)",
    "long key": "'[@' + 'a' * n",
    "places": "('[@a, ' + ' ' * 290 + ']') * (n // 290)",
    "words": "('[[a|' + ' ' * 190) * (n // 190)",
    "accounts": "'@a ' * (n // 3)",
    "open accounts": "'[@a ' * 90 + '@a ' * (n // 3)",
    "commands": "chr(92) + 'cite{' + ('a' + chr(92) + 'cite{') * (n // 7)",
    "wide": "('中' + chr(10)) * (n // 2)",
    "wide marks": "('中' + '“' * 20 + chr(10)) * (n // 22)",
    "angle": "'[a](<' + 'b' * n",
}
ANSWER = """
from briefbook.model.prose import parse_prose
def answer(text):
    prose = parse_prose(text)
    list(prose.mentions()), list(prose.strays())
    return len(str(prose.html(str, str))), len(prose.plain(str, str))
"""


@pytest.fixture(scope="module")
def answers() -> dict[str, list[str]]:
    return outcomes(ANSWER, BOMBS)


@pytest.mark.parametrize("bomb", BOMBS)
def test_bombs_end(bomb: str, answers: dict[str, list[str]]) -> None:
    assert bomb in answers, "no answer: this one or one before it crashed or did not end"
    assert max(map(int, answers[bomb])) <= 40 * SIZE


@pytest.mark.parametrize("text", ["*" * 4000 + "a" + "*" * 4000, "*a **b " * 2000 + "** *" * 2000])
def test_nesting_is_bounded(text: str) -> None:
    """Deep nesting costs quadratic time here, and browsers cut it off."""
    depth = deepest = 0
    for part in _html(text).split("<")[1:]:
        depth += -1 if part.startswith("/") else 1
        deepest = max(deepest, depth)
    assert deepest <= 100
