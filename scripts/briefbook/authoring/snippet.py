"""Turns a filled-in issue form into YAML for a brief: what a reader proposed, ready to be edited.

The text of an issue is a stranger's. It is read as headings and texts, nothing more, and written
by a YAML library; what has no field of its own becomes comments.
"""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any
from urllib.parse import urlsplit

import yaml

from briefbook.model.scalars import is_id
from briefbook.project.wrong_use import WrongUse
from briefbook.text.terminal import visible

MOST = 200_000
"""Characters of an issue; GitHub allows 65,536."""
_HEADING = re.compile(r"^### (.+?) *$", re.MULTILINE)
_NOTHING = "_No response_"
_ID_WORDS = 6


def snippet(issue: str, today: date) -> str:
    """YAML for `claims`, `corrections` or `questions`, by the fields that the form has.

    Raises WrongUse for a text that is none of the forms, or too long.
    """
    if len(issue) > MOST:
        raise WrongUse(f"the issue has more than {MOST:,} characters")
    fields = _fields(issue)
    if "statement" in fields:
        return _claim(fields)
    if {"record", "reason"} <= fields.keys():
        return _correction(fields, today)
    if {"question", "answer"} <= fields.keys():
        return _answer(fields)
    raise WrongUse("this is none of the issue forms: no statement, record or question is in it")


def fenced(text: str, language: str) -> str:
    """A text as a fenced block of Markdown, with a fence longer than any inside it."""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}{language}\n{text.rstrip()}\n{fence}\n"


def _fields(issue: str) -> dict[str, str]:
    """The answers by their labels; the first of a label counts, empty ones are left out."""
    parts = _HEADING.split(issue.replace("\r\n", "\n"))
    found: dict[str, str] = {}
    for label, text in zip(parts[1::2], parts[2::2], strict=True):
        answer = text.strip()
        if answer and answer != _NOTHING:
            found.setdefault(label, answer)
    return found


def _claim(fields: Mapping[str, str]) -> str:
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
    return _written(made, "evidence", fields)


def _correction(fields: Mapping[str, str], today: date) -> str:
    named = "#" in fields["record"] or "/" not in fields["record"]  # else a whole brief
    item = {
        "date": today.isoformat(),
        "kind": "correction",
        "severity": "substantive",
        **({"records": [_record(fields["record"])]} if named else {}),
        **{name: fields[name] for name in ("was", "now", "reason") if name in fields},
    }
    return _written({"corrections": [item]}, "record", fields)


def _answer(fields: Mapping[str, str]) -> str:
    item = {
        "id": _record(fields["question"]),
        "status": _line(fields.get("status", "partly-answered")),
        "answer": fields["answer"],
    }
    return _written({"questions": [item]}, "evidence", fields)


def _written(made: Mapping[str, Any], remark: str, fields: Mapping[str, str]) -> str:
    text = str(yaml.dump(made, Dumper=yaml.CSafeDumper, sort_keys=False, allow_unicode=True,
                         width=90))  # fmt: skip
    remarks = [f"# {remark}: {visible(line)}" for line in fields.get(remark, "").splitlines()]
    return "\n".join([*remarks, text])


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
