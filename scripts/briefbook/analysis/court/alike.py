"""Folding: two spellings that count as one come out the same (see the guide on quotations).

Case, accents, digits, decimal signs and letters that only look alike are left as they are.
"""

import re
import unicodedata

from briefbook.analysis.court.rewritten import Rewritten
from briefbook.analysis.court.signs import (
    APOSTROPHES,
    DASHES,
    DOUBLE,
    DROPPED,
    FOLD,
    HAN,
    HYPHENS,
    MARK,
    MARK_END,
    MINUS,
    NONCHARACTERS,
    SINGLE,
    SUPERSCRIPTS,
    WIDE_MARKS,
)

_LETTER = rf"(?!{HAN})[^\W\d_]"
_LAST = rf"(?<=[^\W\d_])(?<!{HAN})"
_PLAIN = re.compile(r"(?:(?:[A-Za-zА-яЁё0-9]+[.,]? )*[A-Za-zА-яЁё0-9]+[.,]?)?")
"""Most quotations have nothing to fold: words, single spaces, full stops and commas."""
_COMPOSED = re.compile(r"[\x00-\u02ff]?[^\x00-\u02ff]+")
_BROKEN_WORD = re.compile(rf"{_LAST}[{HYPHENS}\u00ad][^\S\n]*\n[^\S\n]*(?={_LETTER})")
_BROKEN_NUMBER = re.compile(rf"(?<=\d)[{HYPHENS}{DASHES}][^\S\n]*\n[^\S\n]*(?=\d)")
_DROPPED = re.compile(DROPPED + "+")
_WIDTH = re.compile(
    "[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\ufb00-\ufb06\u0132\u0133]|[\uff66-\uff9d][ﾞﾟ]?"
)
_POINTS = re.compile(r"…|\.(?:\s\.){2,}")
_APOSTROPHE = re.compile(rf"{_LAST}[{APOSTROPHES}](?={_LETTER})")
_QUOTES = re.compile(
    rf"[«‹]\s*|\s*[»›]|[{DOUBLE}]|(?<![^\W\d_])[{SINGLE}]|(?<={HAN})[{SINGLE}]"
    rf"|[{SINGLE}](?!{_LETTER})"
)
_MINUS = re.compile(rf"(?<!\d)(?<!\d\s){MINUS}(?=\d)")
_SPACE = re.compile(r"\s+")
_LESS = re.compile(
    rf"(?<={HAN}) (?![{SUPERSCRIPTS}])|(?<![{SUPERSCRIPTS}]) (?={HAN})"
    rf"|(?<={HAN}[\"'%‰,.;:!?)]) | (?=[\"'(]{HAN})"
    rf"|(?<={WIDE_MARKS}) | (?={WIDE_MARKS})"
    r"| (?=[%‰:;!?])"
)
_DASH = re.compile(
    rf"(?P<minus>(?<!\d) [{HYPHENS}{DASHES}](?=\d))|(?<=\d) ?(?:[{HYPHENS}{DASHES}]|--) ?(?=\d)"
    rf"| (?:[{DASHES}{HYPHENS}]|---?) | ?(?:[{DASHES}]+|---?) ?|[{HYPHENS}]"
)
_SUPER = rf"[{SUPERSCRIPTS}]+(?:[,\u207b\u2013-][{SUPERSCRIPTS}]+)*"
_UNIT = r"(?:[kcdmµμnкcсдмн]?[mм]|мм|ft|in|yd|mi|sec|га|ha|\w)"
_NOTE = re.compile(
    # By d, n, r, s, t, y a word goes on: “approve[d]” has no note.
    r" ?\[(?:\d{1,3}(?: ?[,;-] ?\d{1,3})*|(?<![^\W\d_]\[)[a-zа-я]|[a-ce-mo-qu-xz]|[ivx]{1,4}"
    rf"|(?:note|n\.|nb|fn\.?|прим\.|注) ?\d{{1,3}})\](?!(?!{HAN})[^\W_])"
    rf"|(?<=[^\W\d_{SUPERSCRIPTS}])(?<!\b\w)(?<!\b[kcdmnкcсдмµμ]m)(?<!\b[кcсдм]м)"
    rf"(?<!\b(?:ft|in|yd|mi|ha|га))(?<!=\w)(?<!=\w\w) ?{_SUPER}"
    rf"|(?<=[.,;:!?)\"'”»。，；：！？）」』》]){_SUPER}"
)  # fmt: skip
_MARKS = re.compile(f"[{MARK}{MARK_END}]")
_AFTER_NOTE = re.compile(
    rf"(?P<before>.){MARK}[^{MARK_END}]*{MARK_END} (?=(?P<after>.))", re.DOTALL
)


def fold(text: str, *, stored: bool = False) -> Rewritten:
    """A text with every spelling that counts as one brought to one form; in a `stored` text note
    marks are set between signs of their own, for a quotation may leave them out."""
    if _PLAIN.fullmatch(text):
        return Rewritten(text)
    made = Rewritten(text).replace(NONCHARACTERS, "\ufffd")
    if not unicodedata.is_normalized("NFC", made.text):
        made = _composed(made)
    made = (
        made.replace(_BROKEN_WORD, FOLD)
        .replace(_BROKEN_NUMBER, "-")
        .replace(_DROPPED, "")
        .replace(_WIDTH, lambda found: unicodedata.normalize("NFKC", found[0]))
        .replace(_POINTS, "...")
        .replace(_APOSTROPHE, "'")
        .replace(_QUOTES, '"')
        .replace(_MINUS, "-")
        .replace(_SPACE, " ")
        .replace(_LESS, "")
        .replace(_DASH, lambda found: " -" if found["minus"] else "-")
    )
    made = made.replace(_NOTE, lambda found: f"{MARK}{found[0]}{MARK_END}")
    made = made.replace(_AFTER_NOTE, _without_space)
    return made if stored else made.replace(_MARKS, "")


def _without_space(found: re.Match[str]) -> str:
    """A note mark without the space after it, where there is none without the mark."""
    around = f"{found['before']} {found['after']}"
    return found[0] if _LESS.sub("", around) == around else found[0][:-1]


def _composed(text: Rewritten) -> Rewritten:
    """In Unicode's form NFC, sign by sign, so that each place is known."""
    normal = unicodedata.normalize

    def cluster_ends(run: str) -> list[int]:
        ends, start = list[int](), 0
        for at in range(1, len(run)):
            whole = normal("NFC", run[start : at + 1])
            if whole == normal("NFC", run[start:at]) + normal("NFC", run[at]):
                ends.append(at)
                start = at
        return [*ends, len(run)]

    clusters = list[str]()
    for found in _COMPOSED.finditer(text.text):
        if not unicodedata.is_normalized("NFC", found[0]):
            start = 0
            for end in cluster_ends(found[0]):
                clusters.append(found[0][start:end])
                start = end
    wanted = sorted({one for one in clusters if normal("NFC", one) != one}, key=len, reverse=True)
    pattern = re.compile("|".join(map(re.escape, wanted)) or "(?!)")
    return text.replace(pattern, lambda found: normal("NFC", found[0]))
