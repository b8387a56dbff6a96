"""Hand-written pages of a whole site say what they are about in words of their own."""

import re

import pytest

from briefbook.publish.page_descriptions import LONGEST, described
from harness import BRIEF, Project

FIRST = "What a *site* is, with [a link](x.md) and `code`."
SAID = 'description: "What a site is, with a link and code."'


@pytest.mark.parametrize(
    ("text", "head"),
    [
        (f"# T {{ #t }}\n\n{FIRST}\n\nMore.\n", f"---\n{SAID}\n---\n"),
        (f"---\ntitle: T\n---\n# T\n\n{FIRST}\n", f"---\n{SAID}\ntitle: T\n---\n"),
        (f"# T\n\n*Decided: 2026 · Status: in force*\n\n{FIRST} {{ .x }}\n", f"---\n{SAID}\n---\n"),
        (f"# T\n\n<!-- note -->\n\n- a list\n\n{FIRST}\n", f"---\n{SAID}\n---\n"),
        ('# T\n\nA "b" & <c>.\n', '---\ndescription: "A &quot;b&quot; &amp; ."\n---\n'),
    ],
    ids=["plain", "with front matter", "a note before it", "after a list", "escaped"],
)
def test_the_first_paragraph_describes_a_page(text: str, head: str) -> None:
    made = described(text)
    assert made.startswith(head)
    assert made.endswith(text.rpartition("---\n")[2])


@pytest.mark.parametrize(
    "text",
    ["# T\n\n- a list\n", "---\ndescription: Mine.\n---\n# T\n\nWords.\n", "", "---\n"],
    ids=["no paragraph", "its own", "empty", "a rule"],
)
def test_a_page_stays_as_it_is(text: str) -> None:
    assert described(text) == text


def test_a_long_paragraph_is_cut_between_words() -> None:
    said = re.findall('"(.*)"', described(f"# T\n\n{'word ' * 100}\n"))[0]
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
