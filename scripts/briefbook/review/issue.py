"""One issue about what is due in the briefs, for their authors, made once and kept up to date."""

from collections.abc import Mapping, Sequence

from briefbook.analysis.edition import Edition
from briefbook.findings import LocatedFinding, Report
from briefbook.lint.coming import AHEAD, Coming
from briefbook.lint.link_answers import AnswerFile
from briefbook.model import Brief
from briefbook.review.forge import Forge
from briefbook.text.listing import counted
from briefbook.text.markdown import code_span
from briefbook.text.terminal import visible

MARK = "<!-- briefbook due -->"
TITLE = "Due in the briefs"
_MOST = 60_000
"""Bytes of an issue; GitHub refuses one of more than 65,536 characters."""
_MOST_AHEAD = 10_000
"""Bytes of them for what comes due."""


def links_notice(file: AnswerFile | None, *, broke_off: bool) -> str:
    """A section that says that not all links were asked; empty if they were, or none were to be.

    Without a `file`, a break left no answer at all.
    """
    if not broke_off and not (file and file.unasked):
        return ""
    if file is None:
        what = "Nothing is known of them."
    elif file.unasked:
        what = f"{counted(file.unasked, 'address has', 'addresses have')} no answer."
    else:
        what = "All answers are there, but what came after them failed."
    why = " The log of the run says why." if broke_off else ""
    return (
        f"\n## The links could not be asked to the end\n\n{what} Sources that are gone may be "
        f"missing here.{why}\n"
    )


def due_text(
    report: Report, edition: Edition, ahead: Sequence[Coming] = (), notice: str = ""
) -> str:
    """What is due, as Markdown: by file with its authors, then by rule, a line for each finding.
    Below it stand a `notice` of what is not known, and what comes due, in sections of their own.

    It says the same as long as the same is due, so that an issue is only renewed when it changes.
    """
    below = notice + _ahead(ahead, {file.path: file.brief for file in edition.corpus.files})
    return f"{MARK}\n{_due(report, edition, _MOST - len(below.encode()))}{below}"


def _ahead(ahead: Sequence[Coming], briefs: Mapping[str, Brief | None]) -> str:
    """A line for each of what comes due, by day; nothing without any."""
    if not ahead:
        return ""
    parts, size = [f"\n## Comes due in the next {AHEAD} days\n\n"], 0
    for told, one in enumerate(ahead):
        region, brief = one.found.region, briefs.get(one.found.region.path)
        named = f"{_code(one.found.record)}, " if one.found.record else ""
        title = f" ({_code(brief.title)})" if brief else ""
        line = (
            f"- {one.day.isoformat()}: {named}{one.what}, line {region.line} of "
            f"{_code(region.path)}{title}\n"
        )
        size += len(line.encode())
        if size > _MOST_AHEAD:
            parts.append(f"- {len(ahead) - told:,} more by {ahead[-1].day.isoformat()}\n")
            break
        parts.append(line)
    return "".join(parts)


def _due(report: Report, edition: Edition, most: int) -> str:
    if not report.findings:
        return "Nothing is due.\n"
    found = sorted(report.findings, key=_order)
    files = {item.region.path for item in found}
    briefs = {file.path: file.brief for file in edition.corpus.files}
    many = counted(len(found), "thing is due", "things are due")
    parts = [f"**{many} in {counted(len(files), 'file')}.**\n"]
    size, path, help_ = 0, "", ""
    for told, item in enumerate(found):
        part = ""
        if item.region.path != path:
            path, help_ = item.region.path, ""
            part += _head(path, briefs.get(path))
        if item.finding.help != help_:
            help_ = item.finding.help
            part += f"\n{_code(help_)}\n\n"
        part += _line(item, briefs.get(path))
        size += len(part.encode())
        if size > most:
            parts.append(f"\n{len(found) - told:,} more: `briefbook due` shows them all.\n")
            break
        parts.append(part)
    return "".join(parts)


def _order(item: LocatedFinding) -> tuple[str, str, str, int]:
    return item.region.path, item.finding.kind.code, item.finding.help, item.region.line


def _head(path: str, brief: Brief | None) -> str:
    title = f"### {_code(brief.title)}\n\n" if brief else ""
    by = f", by {', '.join(map(_code, brief.authors))}" if brief and brief.authors else ""
    return f"\n{title}In {_code(path)}{by}:\n"


def _line(item: LocatedFinding, brief: Brief | None) -> str:
    route = item.finding.place.route
    named = ""
    if brief and len(route) > 1 and isinstance(route[0], str) and isinstance(route[1], int):
        identity = getattr(getattr(brief, route[0])[route[1]], "id", None)
        named = f", {_code(identity)}" if identity else ""
    return f"- line {item.region.line}{named}: {_code(item.finding.message)}\n"


def _code(text: str) -> str:
    return code_span(visible(text))


def put_issue(forge: Forge, text: str, *, due: bool) -> str:
    """Open the issue, bring it up to date, or close it; returns what was done.

    Raises WrongUse if the host refuses.
    """
    mine = forge.issue(MARK)
    if mine is None:
        if not due:
            return "there is none, and nothing is due"
        forge.open_issue(TITLE, text)
        return "it was opened"
    if not due:
        forge.renew_issue(mine.number, text, closed=True)
        return "it was closed, for nothing is due"
    if mine.is_same(text):
        return "it was left as it is"
    forge.renew_issue(mine.number, text, closed=False)
    return "it was brought up to date"
