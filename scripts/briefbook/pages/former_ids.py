"""Anchors of records that were renamed: links to the former ids lead to the same place."""

import re
from collections.abc import Iterator

from briefbook.analysis.former_ids import former_ids_of
from briefbook.model import Brief

_TAG = r'<(?P<tag>tr|li|dt)\b[^>]*\bid="{0}"[^>]*>(?:\s*<t[dh][^>]*>)?'
_HEADING = r"^#{{1,6}} [^\n]*\{{[^}}\n]*#{0}(?![\w-])[^}}\n]*\}}[ ]*$"


def with_former_ids(markdown: str, brief: Brief) -> str:
    """A brief's page with an anchor for each former id, at the record that has it no more."""
    for name, former in former_ids_of(brief).items():
        spans = "".join(_spans(former))
        heading = re.search(_HEADING.format(re.escape(name)), markdown, re.MULTILINE)
        tag = re.search(_TAG.format(re.escape(name)), markdown)
        if heading:
            end, anchors = heading.end(), f'\n\n<div class="bb-former">{spans}</div>'
        elif tag:
            end, anchors = tag.end(), spans
        else:
            continue
        markdown = markdown[:end] + anchors + markdown[end:]
    return markdown


def _spans(former: tuple[str, ...]) -> Iterator[str]:
    return (f'<span class="bb-former" id="{name}"></span>' for name in former)
