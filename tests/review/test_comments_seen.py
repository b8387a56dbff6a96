"""Comments on realistic changes, as GitHub renders them: their first lines, and all of them."""

import re
from html.parser import HTMLParser
from pathlib import Path

import cmarkgfm
import pytest
from changed_briefs import changes, told
from cmarkgfm.cmark import Options
from syrupy.assertion import SnapshotAssertion

ALL = {one.name: one for file in ("honest", "hidden") for one in changes(file)}
SEEN = {
    "verdict-moved-with-all-that-belongs": ("Verdict moved", "refuted", "New evidence"),
    "new-source-evidence-reasoning": ("Evidence added", "Heise"),
    "new-claim": ("Claim added", "price-of-v4-halved", "supported"),
    "estimate-appended-with-reason": ("Likelihood moved", "Probability moved", "7 %"),
    "claim-withdrawn-with-notice": ("Claim withdrawn", "break-with-the-trend"),
    "typo-in-note": ("note", "gives"),
    "record-renamed": ("Record renamed",),
    "question-answered-with-evidence": ("Question partly answered", "partly-answered"),
    "source-renamed": ("Record renamed",),
    "topic-added": ("Topics", "prices"),
    "two-verdicts-swapped": ("Verdict moved",),
    "verdict-with-comma-as-reason": ("Verdict moved",),
    "grade-comma-as-reason": ("Source regraded",),
    "url-other-host": ("Url",),
    "estimate-appended-backdated": ("Probability moved",),
    "updated-backdated": ("Updated",),
    "claim-replaced-under-new-id": ("Claim removed", "Claim added", "bakery"),
}


class _Page(HTMLParser):
    """The tags of a page, and its first list as text."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.first: list[str] = []
        self._depth = 0
        self._done = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self._depth += tag == "ul"

    def handle_endtag(self, tag: str) -> None:
        self._depth -= tag == "ul"
        self._done = self._done or (tag == "ul" and not self._depth)

    def handle_data(self, data: str) -> None:
        if self._depth and not self._done:
            self.first.append(data)


def _rendered(text: str) -> _Page:
    page = _Page()
    unsafe = Options.CMARK_OPT_UNSAFE  # GitHub lets details and summary stand, too
    page.feed(cmarkgfm.github_flavored_markdown_to_html(text, unsafe))
    return page


@pytest.mark.parametrize("name", SEEN)
def test_a_comment_as_it_is_seen(name: str, tmp_path: Path, snapshot: SnapshotAssertion) -> None:
    text = told(ALL[name], tmp_path).comment
    page = _rendered(text)
    assert page.tags <= {"h3", "h4", "ul", "li", "p", "strong", "code", "a", "table", "thead",
                         "tbody", "tr", "th", "td", "details", "summary"}  # fmt: skip
    first = "".join(page.first)
    assert [word for word in SEEN[name] if word not in first] == []
    assert re.sub(r"(?<=\.yml):\d+", ":N", text) == snapshot


def test_there_are_enough_of_them() -> None:
    assert len(SEEN) >= 15
