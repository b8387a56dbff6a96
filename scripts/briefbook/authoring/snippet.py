"""Turns a filled-in issue form into YAML for a brief: what a reader proposed, ready to be edited.

The text of an issue is a stranger's. It is read as headings and texts, nothing more, and written
by a YAML library; what has no field of its own becomes comments, and no character is lost.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any
from urllib.parse import urlsplit

import yaml

from briefbook.authoring.issue_form import CLAIM, ERROR, Filled, read_form
from briefbook.model.scalars import is_id
from briefbook.project.wrong_use import WrongUse
from briefbook.text.listing import both
from briefbook.text.terminal import visible

MOST = 200_000
"""Characters of an issue; GitHub allows 65,536."""
_ID_WORDS = 6
_REMARKS = ("record", "evidence")
"""Answers for the editor, who puts what they say where it belongs."""


def snippet(issue: str, today: date) -> str:
    """YAML for `claims`, `corrections` or `questions`, by the fields that the form has.

    Each answer stands in it as it was typed: as a value, or, where no value is just that, as
    comments, a line each, with what cannot be seen written as an escape.

    Raises WrongUse for a text that is none of the forms, or too long.
    """
    if len(issue) > MOST:
        raise WrongUse(f"the issue has more than {MOST:,} characters")
    filled = read_form(issue)
    fields = filled.answers
    missing = [label for label in filled.form.needed if label not in fields]
    if missing:
        lack = "is" if len(missing) == 1 else "are"
        raise WrongUse(f"the form is not filled in: {both(missing)} {lack} empty or missing")
    if filled.form is CLAIM:
        return _written(_claim(fields), filled)
    if filled.form is ERROR:
        return _written(_correction(fields, today), filled)
    return _written(_answer(fields), filled)


def fenced(text: str, language: str) -> str:
    """A text as a fenced block of Markdown, with a fence longer than any inside it."""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}{language}\n{text.rstrip()}\n{fence}\n"


def _claim(fields: Mapping[str, str]) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": _id(fields["statement"]),
        "statement": _line(fields["statement"]),
        "claimant": {"name": _line(fields.get("claimant", "unknown"))},
        "kind": _line(fields.get("kind", "fact")),
        "verdict": "unverified",
    }
    if "said" in fields:
        item["said"] = {"exact": _line(fields["said"])}
    made: dict[str, Any] = {"claims": [item]}
    if "url" in fields:
        address = _line(fields["url"])
        item["appearance"] = _id(_host(address))
        made["sources"] = [{"id": _id(_host(address)), "title": _host(address), "url": address}]
    return made


def _correction(fields: Mapping[str, str], today: date) -> dict[str, Any]:
    named = "#" in fields["record"] or "/" not in fields["record"]  # else a whole brief
    item = {
        "date": today.isoformat(),
        "kind": "correction",
        "severity": "substantive",
        **({"records": [_record(fields["record"])]} if named else {}),
        **{name: fields[name] for name in ("was", "now", "reason") if name in fields},
    }
    return {"corrections": [item]}


def _answer(fields: Mapping[str, str]) -> dict[str, Any]:
    item = {
        "id": _record(fields["question"]),
        "status": _line(fields.get("status", "partly-answered")),
        "answer": fields["answer"],
    }
    return {"questions": [item]}


def _written(made: Mapping[str, Any], filled: Filled) -> str:
    text = str(yaml.dump(made, Dumper=yaml.CSafeDumper, sort_keys=False, allow_unicode=True,
                         width=90))  # fmt: skip
    whole = set(_texts(made))
    loose = {"before the form": filled.before} if filled.before.strip() else {}
    loose |= {
        label: answer
        for label, answer in filled.answers.items()
        if label in _REMARKS or answer not in whole
    }
    remarks = [
        f"# {label}: {visible(line)}"
        for label, answer in loose.items()
        for line in answer.split("\n")
    ]
    return "\n".join([*remarks, text])


def _texts(value: object) -> Iterator[str]:
    """Every text among the values."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)


def _line(text: str) -> str:
    return " ".join(text.split())


def _id(text: str) -> str:
    words = re.findall(r"[a-z0-9]+", text.casefold())
    return "-".join(words[:_ID_WORDS])[:80].strip("-") or "an-id"


def _record(address: str) -> str:
    """The id at the end of an address (“…/#a-claim”), or typed alone."""
    typed = _line(address).rpartition("#")[2].strip()
    return typed if is_id(typed) else _id(typed)


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or "a source"
    except ValueError:
        return "a source"
