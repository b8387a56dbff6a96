"""Messages of SARIF hold no link and no placeholder that a brief could plant."""

import re

import pytest

from harness import BRIEF, Project


@pytest.mark.parametrize("key", ["[Log in](https://evil.example)", "[x](0)"])
def test_no_text_of_a_brief_becomes_a_link(key: str, project: Project) -> None:
    """SARIF 3.11.6: “[text](destination)” in a message is a link."""
    project.write("briefings/a.yml", f'{BRIEF}"{key}": 1\n')
    for result in project.run("check", "--format", "sarif").json["runs"][0]["results"]:
        assert not re.search(r"(?<!\\)\[(?:[^\\\[\]]|\\.)*\]\([^)]*\)", result["message"]["text"])


def test_no_text_of_a_brief_is_a_placeholder(project: Project) -> None:
    """SARIF 3.11.5: “{0}” stands for an argument, and there are none; braces are doubled."""
    project.write("briefings/a.yml", f'{BRIEF}"{{0}}": 1\n')
    for result in project.run("check", "--format", "sarif").json["runs"][0]["results"]:
        text = result["message"]["text"].replace("{{", "").replace("}}", "")
        assert not re.search(r"\{\d+\}", text)
