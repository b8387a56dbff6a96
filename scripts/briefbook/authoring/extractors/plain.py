"""Plain text."""

import re

from briefbook.authoring.extractors import Extractor, NoText, Taken, Wanted
from briefbook.authoring.extractors.encodings import decoded

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")


def _take(raw: bytes, wanted: Wanted) -> Taken:
    if b"\x00" in raw[:4096] and not raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise NoText("it is no text, HTML, PDF, WARC or WACZ; save the page as one of these")
    text = decoded(raw, wanted.encoding).replace("\r\n", "\n").replace("\r", "\n")
    text = _CONTROL.sub("", text.replace("\f", "\n\n"))
    return Taken(text, "text/plain", "txt", "plain text 1", raw)


EXTRACTOR = Extractor("plain text", lambda raw, name: True, _take, last=True)
