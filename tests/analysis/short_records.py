"""Records in one line, for tests that need only a few of their fields."""

from briefbook.model import Brief, Claim, Edtf, Evidence, Source
from briefbook.model.source import Reliability

TITLE = {"title": "T", "summary": "S.", "status": "draft"}


def source(name: str, *letters: str | Reliability, **fields: object) -> Source:
    """A source with the letters that it was given, the newest last."""
    return Source.model_validate({"id": name, "title": name, "reliability": letters, **fields})


def item(name: str, stance: str = "supports", **fields: object) -> Evidence:
    """An item of evidence, from the source of that name."""
    return Evidence.model_validate({"source": name, "stance": stance, **fields})


def claim(*items: Evidence, **fields: object) -> Claim:
    """A claim with its evidence: a fact that is supported, unless told otherwise."""
    plain = {"id": "c", "statement": "S.", "kind": "fact", "verdict": "supported"}
    return Claim.model_validate({**plain, "evidence": items, **fields})


def brief(**fields: object) -> Brief:
    """A brief with what must be there and these fields."""
    return Brief.model_validate({**TITLE, **fields})


def day(text: str) -> Edtf:
    """A date as it is typed."""
    return Edtf.parse(text)
