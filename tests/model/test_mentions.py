"""Citations and links as other tools write them: understood, or told how to write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefbook.model.mentions import Stray
from briefbook.model.prose import parse_prose
from briefbook.text.html import Html, tag
from harness import BRIEF, Project


def _html(text: str) -> str:
    def cite(name: str) -> Html:
        return tag("b", name)

    def worded(name: str, words: str) -> Html:
        return tag("a", words, href=f"#{name}")

    return str(parse_prose(text).html(cite, lambda name: worded(name, "linked"), worded))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("[@a, p. 5]", "(<b>a</b>, p. 5)"),
        ("[@a, с. 5–7]", "(<b>a</b>, с. 5–7)"),
        ("[see @a]", "(see <b>a</b>)"),
        ("[смотри @a, ch. 2; also @b]", "(смотри <b>a</b>, ch. 2; also <b>b</b>)"),
        ("[@a; @b, p. 1]", "(<b>a</b>; <b>b</b>, p. 1)"),
        ("[@a, p. 1, @b]", "(<b>a</b>, p. 1; <b>b</b>)"),
        ("[@a, @b]", "<b>a</b><b>b</b>"),
        ("[@a,@b;@c]", "<b>a</b><b>b</b><b>c</b>"),
        ("[-@a]", "<b>a</b>"),
        ("[@a, <script>*x*]", "(<b>a</b>, &lt;script&gt;*x*)"),
        ("*[see @a]*", "<em>(see <b>a</b>)</em>"),
        ("[[a|the claim]]", '<a href="#a">the claim</a>'),
        ("[[a\\|the claim]]", '<a href="#a">the claim</a>'),
        ("[[b#a|<i> *x*]]", '<a href="#b#a">&lt;i&gt; *x*</a>'),
        ("[[ a ]] and [[#a]] and [[a| ]]", " and ".join(['<a href="#a">linked</a>'] * 3)),
        ("[see @a](https://e.org)", None),
        ("\\[see @a]", "[see @a]"),
        ("`[see @a] [[a|b]]`", "<code>[see @a] [[a|b]]</code>"),
        ("[write to a@b.org]", "[write to a@b.org]"),
    ],
)
def test_forms_of_other_tools_are_understood(text: str, shown: str | None) -> None:
    if shown is None:
        assert _html(text).startswith('<p><a href="https://e.org"')
        assert list(parse_prose(text).mentions()) == []
    else:
        assert _html(text) == f"<p>{shown}</p>"


def test_plain_text_has_the_words_too() -> None:
    plain = parse_prose("As said [see @a, p. 5], [[c|the claim]].").plain("<{}>".format, str)
    assert plain == "As said (see <a>, p. 5), the claim."


@pytest.mark.parametrize(
    "key", ["smith:2020", "Smith.2020", "иванов2020", "doi:10.1000/xyz", "https://e.org/a", "a_b"]
)
def test_keys_of_other_tools_are_read_so_that_they_can_be_reported(key: str) -> None:
    (found,) = parse_prose(f"So [@{key}].").mentions()
    assert (found.id, found.typed) == (key, f"@{key}")


@pytest.mark.parametrize(
    ("text", "stray"),
    [
        ("[@a p. 5]", Stray("citation", "@a")),
        ("[see @a p. 5]", Stray("citation", "@a")),
        ("[@a, see @b]", Stray("citation", "@a")),
        ("[@a; p. 5]", Stray("citation", "@a")),
        ("[[A claim]]", Stray("link", "[[A claim]]")),
        ("[[a.md]]", Stray("link", "[[a.md]]")),
        ("[[a|b|c]]", Stray("link", "[[a|b|c]]")),
        ("![[a]]", Stray("embedded", "[[a]]")),
        ("\\cite{a}", Stray("command", "\\cite{a}")),
        ("\\parencite{a, b}", Stray("command", "\\parencite{a, b}")),
        ("@a says", Stray("bare", "@a")),
        ("(@doi:10.1000/xyz)", Stray("bare", "@doi:10.1000/xyz")),
    ],
)
def test_what_is_not_understood_is_marked(text: str, stray: Stray) -> None:
    assert [item for item, _ in parse_prose(text).strays()] == [stray]
    assert parse_prose(text).plain(str, lambda name: f"[[{name}]]") == text


@pytest.mark.parametrize(
    "text",
    ["\\[@a p. 5]", "`[@a p. 5] @a`", "a@b.org", "[^1]", "[sic]", "Great![[a]]", "\\[[A claim]]",
     "[[A claim]](https://e.org)", "[a @b c](https://e.org)", "https://e.org/@a"],
)  # fmt: skip
def test_what_is_meant_otherwise_is_not_marked(text: str) -> None:
    assert list(parse_prose(text).strays()) == []


@given(st.lists(st.sampled_from(
    ["[", "]", "[[", "]]", "@a", "@б:1", ", ", "; ", "p. 5", "see ", "|", "\\|", "\\", "`", "*",
     "(", ")", "](https://e.org)", "-", "!", "#", " ", "\n", "\\cite{a}", "<b>", "'", '"', "&"]
), max_size=20).map("".join))  # fmt: skip
def test_nothing_is_lost_and_nothing_becomes_html(text: str) -> None:
    prose = parse_prose(text)
    assert "<b>" not in str(prose.html(lambda name: tag("i", name), lambda name: tag("i", name)))
    for item, nth in prose.strays():
        assert nth < text.count(item.typed.split(" ")[0])
    for mention in prose.mentions():
        assert mention.nth < text.count(mention.typed.split(" ")[0])


PROSE = """\
    reasoning: >-
      Plain [@agency-report]. Bare @agency-report says, @somebody too. Code `@agency-report`
      and [@agency-report p. 5].
      Key [@smith:2020] and [@иванов2020], [[one#план]] and [[First
      claim]] and \\cite{x}; again [see @agency-report; @nope, p. 1].
"""


def test_each_finding_stands_at_its_place(project: Project) -> None:
    project.write_standard()
    text = BRIEF + PROSE
    project.write("briefings/small.yml", text)
    lines = text.split("\n")
    found = project.check().findings
    expected = [
        ("REF016", "@agency-report"),
        ("REF016", "@agency-report"),
        ("REF001", "@smith:2020"),
        ("REF001", "@иванов2020"),
        ("REF009", "[[one#план]]"),
        ("REF016", "[[First"),
        ("REF016", "\\cite{x}"),
        ("REF001", "@nope"),
    ]
    assert [item["code"] for item in found] == [code for code, _ in expected]
    for item, (_, typed) in zip(found, expected, strict=True):
        assert lines[item["line"] - 1][item["column"] - 1 :].startswith(typed)
        assert item["end_line"] > item["line"] or item["end_column"] - item["column"] == len(typed)
    first, second = found[:2]
    assert lines[first["line"] - 1][: first["column"] - 1].endswith("Bare ")
    assert lines[second["line"] - 1][: second["column"] - 1].endswith("and [")
    assert all(f["help"] for f in found)


def test_a_key_of_a_reference_manager_is_answered_with_the_id(project: Project) -> None:
    project.write_standard()
    project.write(
        "briefings/_library/sources/more.yml",
        "- {id: smith-on-banks, title: T, key: 'smith:2020', doi: 10.1000/xyz}\n",
    )
    project.write(
        "briefings/small.yml", f"{BRIEF}    reasoning: Both [@smith:2020] and [@DOI:10.1000/XYZ].\n"
    )
    found = project.check().findings
    assert [item["code"] for item in found] == ["REF001", "REF001"]
    assert all("write [@smith-on-banks]" in item["help"] for item in found)
