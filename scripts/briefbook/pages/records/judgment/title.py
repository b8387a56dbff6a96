"""A judgment as it is passed on: never without its likelihood."""

from briefbook.model import Judgment
from briefbook.model.standing import is_withdrawn
from briefbook.pages.context import Context


def judged(judgment: Judgment, context: Context) -> str:
    """“Almost no chance (1–5 %): statement”: it is never passed on without its likelihood."""
    if is_withdrawn(judgment, context.edition.briefs[context.brief]):
        return f"{context.withdrawn} {judgment.statement}"
    if judgment.likelihood is None:
        return judgment.statement
    held = context.likely(judgment, context.brief).text
    return f"{held[:1].upper()}{held[1:]}: {judgment.statement}"
