"""One comment under a pull request, made once and kept up to date, from a report taken as data."""

from briefbook.diff.change_report import ChangeReport
from briefbook.diff.render.markdown import MOST, page
from briefbook.project.wrong_use import WrongUse
from briefbook.review.forge import Forge
from briefbook.text.markdown import code_span
from briefbook.text.terminal import visible
from briefbook.text.url import UnsafeUrl, safe_url

MARK = "<!-- briefbook review -->"


def comment_text(report: ChangeReport, preview: str | None) -> str:
    """The comment: a mark by which it is found again, what changed, and where to look at it.

    Raises WrongUse for a preview that is no address.
    """
    foot = ""
    if preview:
        try:
            foot = f"\n[The pages as they would be]({safe_url(preview)})\n"
        except UnsafeUrl as error:
            raise WrongUse(f"{code_span(visible(preview))} cannot be linked: {error}") from None
    head = f"{MARK}\n"
    return head + page(report, MOST - len((head + foot).encode())) + foot


def put_comment(forge: Forge, report: ChangeReport, sha: str, text: str) -> str:
    """Make the comment, or bring it up to date; what was done, in words.

    The report names the pull request, and cannot be believed: it counts only if that pull request
    stands at the commit `sha`, which the caller knows from the host itself. If it has moved on, the
    next report is on its way. Where nothing changed nothing is said, unless something was before.

    Raises WrongUse if the report names no pull request, or the host refuses.
    """
    number = report.number
    if number is None or number < 1:
        raise WrongUse("the report names no pull request")
    if forge.head_of(number) != sha:
        return f"pull request {number} does not stand at {sha[:12]}: no comment was made"
    mine = forge.comment(number, MARK)
    if mine is None and not report.says_something:
        return "nothing changed in the briefs: no comment was made"
    if mine is None:
        forge.add_comment(number, text)
        return "the comment was made"
    if mine.is_same(text):
        return "the comment was left as it is"
    forge.renew_comment(number, mine.number, text)
    return "the comment was renewed"
