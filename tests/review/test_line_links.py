"""Addresses of lines on the hosts, and none for what is no plain path."""

import pytest

from briefbook.review.line_link import line_link

SHA = "c" * 40
PATH = "news/briefings/a brief-é.yml"


@pytest.mark.parametrize(
    ("host", "api", "name", "address"),
    [
        ("github", None, "o/n", f"https://github.com/o/n/blob/{SHA}/"),
        ("github", "https://git.example/api/v3", "o/n", f"https://git.example/o/n/blob/{SHA}/"),
        ("gitlab", None, "g/s/n", f"https://gitlab.com/g/s/n/-/blob/{SHA}/"),
        ("forgejo", "https://code.example/api/v1", "o/n",
         f"https://code.example/o/n/src/commit/{SHA}/"),
    ],
)  # fmt: skip
def test_a_line_has_an_address(host: str, api: str | None, name: str, address: str) -> None:
    link = line_link(host, api, name, SHA)
    assert link(PATH, 7) == f"{address}news/briefings/a%20brief-%C3%A9.yml#L7"


@pytest.mark.parametrize(
    "path",
    ["", "/etc/passwd", "../a.yml", "a/../b.yml", "a//b.yml", "a)b.yml", "<img>.yml", "a\nb.yml",
     "a#b.yml", "a?b.yml"],
)  # fmt: skip
def test_an_odd_path_has_none(path: str) -> None:
    assert line_link("github", None, "o/n", SHA)(path, 1) is None


def test_without_a_commit_there_is_none() -> None:
    assert line_link("github", None, "o/n", "main")(PATH, 1) is None
