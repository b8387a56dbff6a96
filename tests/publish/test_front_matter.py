"""Hand-written pages of a whole site say what they are about in words of their own."""

import re

import pytest

from briefbook.publish.front_matter import LONGEST, BrokenMatter, with_matter
from harness import BRIEF, Project

WHOLE = (
    "site_name: Test\ntheme: {name: material}\nplugins: [briefbook]\n"
    "extra: {briefbook: {theme: whole}}\n"
)
FIRST = "What a *site* is, with [a link](x.md) and `code`."
SAID = 'description: "What a site is, with a link and code."'


@pytest.mark.parametrize(
    ("text", "head"),
    [
        (f"# T {{ #t }}\n\n{FIRST}\n\nMore.\n", f"---\n{SAID}\n---\n"),
        (f"---\ntitle: T\n---\n# T\n\n{FIRST}\n", f"---\n{SAID}\ntitle: T\n---\n"),
        (f"# T\n\n*Decided: 2026 · Status: in force*\n\n{FIRST} {{ .x }}\n", f"---\n{SAID}\n---\n"),
        (f"# T\n\n<!-- note -->\n\n- a list\n\n{FIRST}\n", f"---\n{SAID}\n---\n"),
        (f"# T\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n{FIRST}\n", f"---\n{SAID}\n---\n"),
        (f"# T\n\n!!! note\n    Inside.\n\n{FIRST}\n", f"---\n{SAID}\n---\n"),
        (f"# T\n\n{FIRST[:-7]}[`code`][nope][^1].\n", f"---\n{SAID}\n---\n"),
        ('# T\n\nA "b" & <c>.\n', "---\ndescription: A &#34;b&#34; &amp; .\n---\n"),
    ],
    ids=[
        "plain",
        "with front matter",
        "a note before it",
        "after a list",
        "after a table",
        "after an admonition",
        "references that lead nowhere",
        "escaped",
    ],
)
def test_the_first_paragraph_describes_a_page(text: str, head: str) -> None:
    made = with_matter(text)
    assert made.startswith(head)
    assert made.endswith(text.rpartition("---\n")[2])


@pytest.mark.parametrize(
    "text",
    ["# T\n\n- a list\n", "---\ndescription: Mine.\n---\n# T\n\nWords.\n", "", "---\n"],
    ids=["no paragraph", "its own", "empty", "a rule"],
)
def test_a_page_stays_as_it_is(text: str) -> None:
    assert with_matter(text) == text


@pytest.mark.parametrize(
    ("head", "printed"),
    [
        ("title: Cats & <dogs>\nx: 1", "title: Cats &amp; &lt;dogs&gt;\nx: 1"),
        ('description: He said "yes"', "description: He said &#34;yes&#34;"),
        ("title: [a, b]\ndescription: D", "title: null\ndescription: D"),
        ("title: 1984\ndescription: D", "title: '1984'\ndescription: D"),
        ("title: T\ndescription: D # mine", "title: T\ndescription: D # mine"),
    ],
)
def test_templates_print_what_it_says_as_it_is(head: str, printed: str) -> None:
    assert with_matter(f"---\n{head}\n---\n\n- x\n") == f"---\n{printed}\n---\n\n- x\n"


def test_broken_front_matter_is_no_text_for_readers(project: Project) -> None:
    with pytest.raises(BrokenMatter):
        with_matter("---\ntitle: [a\n---\n\nWords.\n")
    project.write("docs/about.md", "---\nx: 1\ntitle: [a\n---\n\nWords.\n")
    project.write("mkdocs.yml", WHOLE)
    project.write("briefings/small.yml", BRIEF)
    refused = project.run("compile")
    assert refused.exit_code == 2
    assert "docs/about.md:4: what stands between the lines “---” is no YAML" in refused.stderr


def test_a_mark_of_the_byte_order_is_no_text(project: Project) -> None:
    project.write("docs/about.md", b"\xef\xbb\xbf# About { #about }\n\nWords.\n")
    project.write("mkdocs.yml", WHOLE)
    project.write("briefings/small.yml", BRIEF)
    assert project.run("compile").exit_code == 0
    page = (project.root / "build/docs/about.md").read_text()
    assert page == '---\ndescription: "Words."\n---\n\n# About { #about }\n\nWords.\n'


HOSTILE = "</title><script>alert(1)</script>"


def test_names_are_inert_on_every_page(project: Project) -> None:
    """Of the site, its description, a page's front matter, and a heading."""
    project.write(
        "mkdocs.yml",
        f"site_name: 'The \"Harbour\" & {HOSTILE}'\nsite_description: '\"{HOSTILE}'\n"
        f"site_author: '\"{HOSTILE}'\nsite_url: https://example.org/\n"
        "theme: {name: material}\nplugins: [briefbook]\nextra: {briefbook: {theme: whole}}\n",
    )
    project.write("docs/index.md", "# Home { #home }\n")
    project.write("docs/a.md", f"---\ntitle: '{HOSTILE}'\n---\n\n# A {{ #a }}\n")
    escaped = HOSTILE.replace("<", "&lt;").replace(">", "&gt;")
    project.write("docs/b.md", f"# {escaped} {{ #b }}\n\n&lt;b&gt; \\<script>.\n")
    project.write("briefings/small.yml", BRIEF)
    assert project.run("build").exit_code == 0
    pages = [*(project.root / "site").rglob("*.html")]
    assert len(pages) > 5
    for page in pages:
        text = page.read_text()
        assert "<script>alert(1)" not in text, page
        assert "</title><" not in text.replace("</title><script>try", "").split("</title>")[0]
        if "embed" not in page.parts:
            before = text.split("Content-Security-Policy", 1)[0]
            assert before.count("<meta") == 2, page
            assert "<title" not in before
    front = (project.root / "site/index.html").read_text()
    assert 'content="The &#34;Harbour&#34; &amp; &lt;/title&gt;' in front


def test_a_long_paragraph_is_cut_between_words() -> None:
    said = re.findall('"(.*)"', with_matter(f"# T\n\n{'word ' * 100}\n"))[0]
    assert len(said) <= LONGEST
    assert said.endswith("word …")


def test_it_stands_in_the_page_of_a_whole_site_alone(project: Project) -> None:
    project.write("docs/index.md", "# Home { #home }\n\nWelcome.\n")
    project.write("docs/more.md", "# More { #more }\n\nThese are words.\n")
    project.write("briefings/small.yml", BRIEF)
    for theme, head in (("whole", '---\ndescription: "These are words."\n---\n'), ("pages", "")):
        project.write(
            "mkdocs.yml",
            "site_name: Test\ntheme: {name: material}\nplugins: [briefbook]\n"
            f"extra: {{briefbook: {{theme: {theme}}}}}\n",
        )
        assert project.run("compile").exit_code == 0
        page = project.root / "build/docs/more.md"
        assert page.read_text().replace("---\n\n#", "---\n#").startswith(f"{head}# More")
        assert (project.root / "build/docs/index.md").read_text().startswith("# Home")


def test_a_page_that_is_a_link_is_refused_by_name(project: Project) -> None:
    project.write("mkdocs.yml", WHOLE)
    project.write("briefings/small.yml", BRIEF)
    project.write("ABOUT.md", "# About { #about }\n")
    project.write("docs/index.md", "# Home { #home }\n")
    (project.root / "docs/about.md").symlink_to("../ABOUT.md")
    refused = project.run("build")
    assert refused.exit_code == 2
    assert "docs/about.md is a symbolic link, which is not followed" in refused.stderr
