"""Names that mix scripts: each run of another script says its language."""

import re

from briefbook.text.bidi import is_from_the_right
from briefbook.text.html import Html, join, tag

_OTHER_SCRIPT = re.compile(
    "[\u3400-\u9fff]+|[\u0400-\u052f]+(?: [\u0400-\u052f]+)*|[\u0600-\u06ff]+(?: [\u0600-\u06ff]+)*"
)
_BY_SCRIPT = (("\u0600", "\u06ff", "ar"), ("\u0400", "\u052f", "ru"), ("\u3400", "\u9fff", "zh"))


def in_its_script(text: str, language: str | None) -> str | Html:
    """A name whose Chinese, Cyrillic or Arabic words say so: the source's language, else likely."""
    if text.isascii():
        return text
    parts: list[str | Html] = []
    done = 0
    for run in _OTHER_SCRIPT.finditer(text):
        likely = next(code for low, high, code in _BY_SCRIPT if low <= run[0][0] <= high)
        own = language if language and language[:2] in ("zh", "ru", "ar", "uk", "bg") else likely
        parts += [text[done : run.start()], tag("span", run[0], lang=own)]
        done = run.end()
    whole = join([*parts, text[done:]])
    return tag("bdi", whole) if is_from_the_right(text) else whole
