"""The page on who may change what tells the limits that the code has."""

import re

import pytest

from briefbook.corpus import walk
from briefbook.diff import change_report, report_data
from briefbook.diff.render import markdown
from briefbook.review import connection, exchange, patience
from briefbook.syntax import MAX_BYTES, MAX_DEPTH
from real_site import ROOT

PAGE = (ROOT / "docs/decisions/who-may-change-what.md").read_text()
ROWS = dict(re.findall(r"^\| (.+?) \| (.+?) \|$", PAGE.partition("**Sizes and times.**")[2], re.M))
MIB = 1024 * 1024


@pytest.mark.parametrize(
    ("what", "limits"),
    [
        ("a file of `briefings/`", [f"{MAX_BYTES // MIB} MiB"]),
        ("lists and mappings in each other", [f"{MAX_DEPTH} deep", f"folders {walk.MAX_DEPTH}"]),
        ("a report from another job", [f"{change_report.MOST // MIB} MiB"]),
        ("what a report carries", [f"{report_data._CHANGES:,} changes",
                                   f"{report_data._CHANGES:,} alarms",
                                   f"{report_data._LONGEST:,} characters",
                                   f"{report_data._ROOM:,} characters in all"]),
        ("a comment", [f"{markdown.MOST:,} bytes"]),
        ("an answer of the host", [f"{exchange.ANSWER // MIB} MiB", f"{exchange.WHOLE} seconds",
                                   f"silent for {exchange.SECONDS} "]),
        ("a listing", [f"{connection.PAGES} pages"]),
        ("tries of a request", [f"{1 + len(patience.WAITS)},", f"{patience.MOST:.0f} seconds"]),
    ],
)  # fmt: skip
def test_the_page_tells_the_limits_of_the_code(what: str, limits: list[str]) -> None:
    for limit in limits:
        assert limit in ROWS[what]


def test_the_page_tells_how_long_a_review_may_take() -> None:
    hosts = ROOT / "scripts/briefbook/authoring/hosts"
    said = re.findall(r"\d+", ROWS["a review for a comment"])
    for path, minutes in (
        (ROOT / "action.yml", said[0]),
        (hosts / "gitlab/.gitlab/briefbook.yml", said[1]),
        (hosts / "forgejo/.forgejo/workflows/review.yml", said[1]),
    ):
        found = re.findall(r"timeout (\d+)m \S*briefbook\S* review", path.read_text())
        assert found == [minutes]
