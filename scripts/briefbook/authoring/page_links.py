"""Links of hand-written pages to what is generated: by name in double brackets, or by address."""

import re

from briefbook.corpus import Target

_ADDRESS = re.compile(r"(\]\(\s*<?|\]:\s*<?|\b(?:href|src)\s*=\s*[\"'])([^\s\"'<>)]+)")
_FOLDERS = {"brief": "briefings", "source": "sources", "entity": "entities", "topic": "topics"}


def with_links(text: str, target: Target, new: str, site_url: str) -> tuple[str, int]:
    """A page whose links to something lead to its new id, and how many did."""
    number = 0

    def followed(found: re.Match[str]) -> str:
        nonlocal number
        address = found[2]
        if "://" in address and not (site_url and address.startswith(site_url)):
            return found[0]
        made, times = in_address.subn(rf"\g<1>{new}", address)
        number += times
        return f"{found[1]}{made}"

    in_address = _in_address(target)
    text = _ADDRESS.sub(followed, text)
    if in_brackets := _in_brackets(target):
        text, times = in_brackets.subn(new, text)
        number += times
    return text, number


def _in_brackets(target: Target) -> re.Pattern[str] | None:
    old = re.escape(target.id)
    if target.role == "brief":
        return re.compile(rf"(?<=\[\[){old}(?=[\]#|])")
    if target.role == "record":
        return re.compile(rf"(?<=\[\[{re.escape(target.brief)}#){old}(?=[\]|])")
    return None


def _in_address(target: Target) -> re.Pattern[str]:
    old = re.escape(target.id)
    if target.role == "record":
        brief = re.escape(target.brief)
        return re.compile(
            rf"((?:^|/)briefings/{brief}/(?:(?:index\.(?:md|html))?#|(?={old}/))){old}(?=/|$)"
        )
    return re.compile(rf"((?:^|/){_FOLDERS[target.role]}/){old}(?=[/#?]|$)")
