"""Reads a filled-in issue form: which one it is, and every answer as it was typed.

GitHub writes a heading `### label` for each field in the form's order, and the answer below it. An
answer may hold such lines as well; what counts as a heading then is said at `read_form`.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from briefbook.project.wrong_use import WrongUse

_NOTHING = "_No response_"
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})(.*)")


@dataclass(frozen=True, slots=True)
class Form:
    """The labels of a form in their order. Of the `needed` ones YAML is made; the `optional` ones
    can be left empty on GitHub, which then writes “_No response_”."""

    labels: tuple[str, ...]
    needed: tuple[str, ...]
    optional: tuple[str, ...] = ()


CLAIM = Form(
    ("statement", "claimant", "url", "said", "kind", "evidence"),
    ("statement",),
    ("said", "evidence"),
)
ERROR = Form(("record", "was", "now", "reason"), ("record", "reason"))
ANSWER = Form(("question", "answer", "evidence", "status"), ("question", "answer"))
_BY_HEADING = {f"### {form.labels[0]}": form for form in (CLAIM, ERROR, ANSWER)}


@dataclass(frozen=True, slots=True)
class Filled:
    """A form, its answers by label as they were typed, and what stands before the first of them.

    What holds nothing but blanks is no answer.
    """

    form: Form
    answers: Mapping[str, str]
    before: str = ""


def read_form(issue: str) -> Filled:
    """The form that an issue was made with; lines end with a line feed, one before it is dropped.

    The first line that is the first heading of a form says which form it is. From there on, only a
    heading of that form on a line of its own, in the form's order, may begin an answer. Where more
    than one choice is left, it is the one with most headings; of those, the one with most headings
    that have a blank line on both sides and stand in no fenced code; of those, the first. All other
    lines belong to the answer above them, so that no character is lost.

    Raises WrongUse for a text that is none of the forms.
    """
    lines = issue.replace("\r\n", "\n").removesuffix("\n").split("\n")
    start = next((n for n, line in enumerate(lines) if line.rstrip(" ") in _BY_HEADING), None)
    if start is None:
        raise WrongUse("this is none of the issue forms: no statement, record or question is in it")
    form = _BY_HEADING[lines[start].rstrip(" ")]
    heads = [(start, 0), *_chosen(lines, start, form)]
    ends = [*(number for number, _ in heads[1:]), len(lines)]
    answers = {
        form.labels[label]: _answer(lines[number + 1 : end], last=end == len(lines))
        for (number, label), end in zip(heads, ends, strict=True)
    }
    return Filled(
        form,
        {
            label: text
            for label, text in answers.items()
            if text.strip() and not (label in form.optional and text.strip() == _NOTHING)
        },
        "\n".join(lines[:start]).strip("\n"),
    )


def _answer(lines: list[str], *, last: bool) -> str:
    """An answer without the blank line that GitHub puts before it, and the one behind it."""
    begin = int(lines[:1] == [""])
    end = len(lines) - (not last and len(lines) > begin and not lines[-1])
    return "\n".join(lines[begin:end])


@dataclass(frozen=True, slots=True)
class _Choice:
    """Headings from some line on, as (line, label) one after the other, and how good they are."""

    many: int = 0
    set_off: int = 0
    head: tuple[int, int] | None = None
    then: "_Choice | None" = None

    def all(self) -> Iterator[tuple[int, int]]:
        choice: _Choice | None = self
        while choice and choice.head:
            yield choice.head
            choice = choice.then


def _chosen(lines: list[str], start: int, form: Form) -> Iterator[tuple[int, int]]:
    """The headings behind the first, found from the last line up: at each line it is known what is
    best below it for every label from which one may go on."""
    labels = {f"### {label}": number for number, label in enumerate(form.labels)}
    fenced = _fenced(lines, start)
    best = [_Choice()] * (len(form.labels) + 1)
    for number in range(len(lines) - 1, start, -1):
        label = labels.get(lines[number].rstrip(" "), 0)
        if not label:
            continue
        below = best[label + 1]
        alone = (
            not lines[number - 1].strip() and not "".join(lines[number + 1 : number + 2]).strip()
        )
        off = below.set_off + (alone and number not in fenced)
        choice = _Choice(below.many + 1, off, (number, label), below)
        for earlier in range(1, label + 1):
            if (choice.many, choice.set_off) >= (best[earlier].many, best[earlier].set_off):
                best[earlier] = choice
    return best[1].all()


def _fenced(lines: list[str], start: int) -> set[int]:
    """The numbers of the lines that stand in fenced code."""
    found, fence = set[int](), ""
    for number in range(start, len(lines)):
        mark = _FENCE.fullmatch(lines[number])
        if fence:
            found.add(number)
            if mark and mark[1].startswith(fence) and not mark[2].strip():
                fence = ""
        elif mark and not (mark[1][0] == "`" and "`" in mark[2]):
            fence = mark[1]
    return found
