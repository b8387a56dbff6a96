"""CLM007 compound-claim: a statement that asserts two things, which one verdict cannot fit."""

import re
from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Severity
from briefbook.model import Claim
from briefbook.rules import Rule, each

KIND = Kind("CLM007", "compound-claim", Severity.note)

_AUXILIARY = r"(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|does|do|did)"
_SUBJECT = r"(?:(?:the|its|his|her|their|this|these|it|they|he|she|both|neither)\s+)?"
_SECOND = re.compile(
    r"(?:;|,?\s(?:and|but)\s|,\s(?:while|whereas)\s)\s*"
    + _SUBJECT
    + r"(?:[\w'’-]+\s+){0,4}?"
    + _AUXILIARY
    + r"\b",
    re.IGNORECASE,
)
_FIRST = re.compile(
    r"\b"
    + _AUXILIARY
    + r"\b|(?<![-\w])(?!based|limited|united|called|named|planned)\w{2,}ed\s"
    + r"|\b(?:said|made|took|gave|began|became|grew|fell|rose|led|built|sold|held|plans|aims|says|"
    + r"makes|trains|runs|uses|leads|holds|offers)\b",
    re.IGNORECASE,
)
_NESTED = re.compile(r"\b(?:that|which|who|whether|because|if|when|where|while)\b", re.IGNORECASE)


def check(placed: Placed[Claim], edition: Edition) -> Iterator[Finding]:
    """Whether an English statement joins two clauses, and no claim is a part of it."""
    brief = placed.brief
    if brief is None or not edition.language(brief).startswith("en"):
        return
    joint = _joint(placed.record.statement)
    parts = edition.corpus.links.to(placed.target)
    if joint and not any("part_of" in link.reference.route for link in parts):
        yield Finding(
            KIND,
            f"This statement asserts two things (“… {joint} …”), and one verdict must fit both.",
            placed.place("statement"),
            "Split it: make each part a claim of its own, with `part_of:` this one if their "
            "wording matters as a whole.",
        )


def _joint(statement: str) -> str:
    """The words that join two clauses, or nothing."""
    for match in _SECOND.finditer(statement):
        before = statement[: match.start()]
        if _FIRST.search(before) and not _NESTED.search(before + match[0]):
            return " ".join(match[0].strip(" ,;").split())
    return ""


RULE = Rule(KIND, __name__, each(Claim)(check))
