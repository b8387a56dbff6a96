"""`check --fix` touches nothing that it does not understand, and promises only what it does."""


import pytest
import yaml

from harness import BRIEF, Project

PATH = "briefings/small.yml"


@pytest.fixture
def library(project: Project) -> Project:
    project.write_standard()
    return project


def _mended(project: Project, text: str) -> str:
    place = project.write(PATH, text)
    project.run("check", "--fix")
    return place.read_bytes().decode()


@pytest.mark.parametrize(
    "reason",
    [
        "|\n      One line.\n      # No comment, but text.",
        '"One line.\n      # No comment, but text."',
    ],
    ids=["block", "quoted"],
)
def test_a_line_of_text_that_looks_like_a_comment_stays_in_its_text(
    reason: str, library: Project
) -> None:
    text = f"{BRIEF}waivers:\n  - rule: EVD003\n    reason: {reason}\n  - rule: CLM001\n"
    before = yaml.safe_load(text)["waivers"]
    assert yaml.safe_load(_mended(library, text))["waivers"] == before[::-1]


@pytest.mark.parametrize("between", ["# What is covered.\n", "\n", "\n# What is covered.\n"])
def test_what_stands_above_the_next_key_stays_there(between: str, library: Project) -> None:
    one, two = "  - rule: EVD003\n    at: first\n", "  - rule: CLM001\n    at: first\n"
    text = f"{BRIEF}waivers:\n{one}{two}{between}scope: All.\n"
    assert _mended(library, text) == f"{BRIEF}waivers:\n{two}{one}{between}scope: All.\n"


def test_waivers_at_the_end_of_a_file_without_a_last_newline_are_sorted(library: Project) -> None:
    text = f"{BRIEF}waivers:\n  - rule: EVD003\n  - rule: CLM001"
    assert (
        _mended(library, text).split()
        == f"{BRIEF}waivers:\n - rule: CLM001\n - rule: EVD003".split()
    )


def test_a_fragment_is_no_query(library: Project) -> None:
    url = "https://example.org/app#/page?utm_source=x&id=3"
    text = f"{BRIEF}sources:\n  - {{id: a, title: T, url: '{url}'}}\n"
    assert _mended(library, text) == text
    assert "SRC009" not in library.run("check", "--format", "json").codes


@pytest.mark.parametrize("port", ["80", "8080"])
def test_a_port_that_is_not_known_with_https_keeps_http(port: str, library: Project) -> None:
    text = f"{BRIEF}sources:\n  - {{id: a, title: T, url: 'http://example.org:{port}/x'}}\n"
    assert _mended(library, text) == text


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664])
def test_the_permissions_of_a_file_stay(mode: int, library: Project) -> None:
    text = f"{BRIEF}sources:\n  - {{id: a, title: T, url: 'https://example.org/?utm_source=1'}}\n"
    place = library.write(PATH, text)
    place.chmod(mode)
    library.run("check", "--fix")
    assert place.read_text() != text
    assert place.stat().st_mode & 0o777 == mode


def test_a_second_mark_is_not_called_a_decomposed_letter(library: Project) -> None:
    text = f"\ufeff\ufeff{BRIEF}sources:\n  - {{id: a, title: T, url: 'https://example.org/?utm_source=1'}}\n"
    library.write(PATH, text)
    assert "NFC" not in library.run("check", "--fix").stderr


@pytest.mark.parametrize(
    "brief",
    [
        f"{BRIEF}waivers: [{{rule: EVD003}}, {{rule: CLM001}}]\n",
        f'{BRIEF}sources:\n  - {{id: a, title: T, url: "https://example.org/?a=1\\u0026utm_source=1"}}\n',
    ],
)
def test_what_fix_cannot_mend_is_not_said_to_be_mended_by_it(brief: str, library: Project) -> None:
    library.write(PATH, brief)
    (found,) = library.run("check", "--format", "json", "--select", "WVR006,SRC009").findings
    assert "--fix" not in found["help"]
