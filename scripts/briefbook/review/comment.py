"""One comment under a pull request, made once and kept up to date, from a report taken as data."""

from collections.abc import Callable

from briefbook.diff.change_report import ChangeReport
from briefbook.diff.render.markdown import MOST, page
from briefbook.diff.render.markdown_blocks import Links, no_line
from briefbook.project.wrong_use import WrongUse
from briefbook.review.forge import Forge, Said
from briefbook.review.notice import about, is_commit, with_notice
from briefbook.text.markdown import code_span
from briefbook.text.terminal import visible
from briefbook.text.url import UnsafeUrl, safe_url

Line = Callable[[str, int], str | None]
MARK = "<!-- briefbook review -->"
_UNSEEN = 120
"""Bytes that are left for the line that names the commit and is not seen."""


def comment_text(
    report: ChangeReport, preview: str | None, sha: str = "", line: Line = no_line
) -> str:  # fmt: skip
    """The comment: a mark by which it is found again, what changed, and where to look at it.

    It names the commit `sha` that it is about; `line` gives addresses of lines. Where the preview
    is the address of a site (it ends with “/”), each record leads to its place there.

    Raises WrongUse for a preview that is no address.
    """
    foot, site = "", ""
    if preview:
        try:
            foot = f"\n[The pages as they would be]({safe_url(preview)})\n"
            site = safe_url(preview) if preview.endswith("/") else ""
        except UnsafeUrl as error:
            raise WrongUse(f"{code_span(visible(preview))} cannot be linked: {error}") from None
    head = f"{MARK}\n"
    room = MOST - len((head + foot).encode()) - _UNSEEN
    return head + page(report, room, Links(line, site), sha) + foot


def put_comment(forge: Forge, report: ChangeReport, sha: str, text: str) -> str:
    """Make the comment, or bring it up to date; what was done, in words.

    The report names the pull request, and cannot be believed: it counts only if that pull request
    stands at the commit `sha`, which the caller knows from the host itself. If it has moved on, the
    next report is on its way. Where nothing changed nothing is said, unless something was before.
    The comment names `sha` in its second line, which is not seen.

    Raises WrongUse if the report names no pull request, or the host refuses.
    """
    number = report.number
    if number is None or number < 1:
        raise WrongUse("the report names no pull request")
    if moved := _moved_on(forge, number, sha):
        return moved
    mine = forge.comment(number, MARK)
    if mine is None and not report.says_something:
        return "nothing changed in the briefs: no comment was made"
    return _put(forge, number, mine, about(text, sha, MOST))


def put_failed(forge: Forge, number: int, sha: str, reason: str) -> str:
    """Say above our comment, or in a new one, that no review could be made of the commit `sha`.

    What was done, in words. `reason` is a key of `notice.REASONS`. The next review that can be
    made takes the place of all of it.

    Raises WrongUse if the host refuses.
    """
    if moved := _moved_on(forge, number, sha):
        return moved
    mine = forge.comment(number, MARK)
    old = mine.text if mine else MARK
    return _put(forge, number, mine, with_notice(old, sha, reason, MOST))


def _moved_on(forge: Forge, number: int, sha: str) -> str:
    """Why nothing is said, if a pull request does not stand at a commit."""
    if not is_commit(sha):
        raise WrongUse("--head-sha must be the full id of a commit")
    if forge.head_of(number) != sha:
        return f"pull request {number} does not stand at {sha[:12]}: no comment was made"
    return ""


def _put(forge: Forge, number: int, mine: Said | None, text: str) -> str:
    if mine is None:
        forge.add_comment(number, text)
        return "the comment was made"
    if mine.is_same(text):
        return "the comment was left as it is"
    forge.renew_comment(number, mine.number, text)
    return "the comment was renewed"
