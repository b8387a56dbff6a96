"""SRC007: the same work under two ids, whichever field tells it."""

import pytest

from harness import BRIEF, Project


def found(project: Project, *fields: str) -> list[str]:
    """What SRC007 says of sources that have these fields."""
    sources = "".join(f"  - {{id: s{at}, title: T, {one}}}\n" for at, one in enumerate(fields))
    project.write("briefings/a.yml", f"{BRIEF}sources:\n{sources}")
    result = project.run("check", "--format", "json", "--select", "SRC007,SCH,SYN")
    assert set(result.codes) <= {"SRC007"}
    return [item["message"] for item in result.findings]


@pytest.mark.parametrize(
    "fields",
    [
        ("url: 'https://doi.org/10.1000/qq.2'", "doi: 10.1000/QQ.2"),
        ("doi: 10.1000/QQ.2", "url: 'http://dx.doi.org/10.1000/qq.2'"),
        ("doi: 'https://doi.org/10.1000/qq.2'", "doi: 'doi:10.1000/qq.2'"),
        ("doi: 10.1000/1, url: 'https://example.org/a'", "url: 'https://m.example.org/a'"),
        ("url: 'https://web.archive.org/web/2025/https://example.org/a'",
         "url: 'https://example.org/a'"),
        ("url: 'https://example.org/a'",
         "url: 'https://web.archive.org/web/2025/http://www.example.org/a/'"),
        ("archived_url: 'https://archive.ph/newest/https://example.org/a'",
         "url: 'https://example.org/a'"),
        ("url: 'https://правительство.рф/a'", "url: 'https://xn--80aealotwbjpid2k.xn--p1ai/a'"),
    ],
)  # fmt: skip
def test_one_work(project: Project, fields: tuple[str, str]) -> None:
    assert found(project, *fields) == ["“s1” and “s0” are the same work."]


@pytest.mark.parametrize(
    "fields",
    [
        ("url: 'https://web.archive.org/web/2024/https://example.org/a'",
         "url: 'https://web.archive.org/web/2025/https://example.org/a'"),
        ("url: 'https://example.org/#/a'", "url: 'https://example.org/#/b'"),
        ("doi: 10.1000/1", "doi: 10.1000/12"),
        ("url: 'https://straße.de/'", "url: 'https://strasse.de/'"),
        # The help's way out: another version that is said to be one.
        ("url: 'https://example.org/a'", "url: 'https://m.example.org/a', derives_from: s0"),
        ("url: 'https://example.org/a', derives_from: s1", "url: 'https://m.example.org/a'"),
    ],
)  # fmt: skip
def test_two_works(project: Project, fields: tuple[str, str]) -> None:
    assert found(project, *fields) == []


def test_each_later_one_is_told_once(project: Project) -> None:
    same = "url: 'https://example.org/a', doi: 10.1000/1"
    assert found(project, same, same, same) == [
        "“s1” and “s0” are the same work.",
        "“s2” and “s0” are the same work.",
    ]
