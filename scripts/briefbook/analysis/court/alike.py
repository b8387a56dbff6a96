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
    FOLD,
    HAN,
    HYPHENS,
    MARK,
    MARK_END,
    MINUS,
    NONCHARACTERS,
    SINGLE,
    SOFT_HYPHEN,
    SUPERSCRIPTS,
    UNSEEN,
    WIDE_MARKS,
)

_LETTER = rf"(?!{HAN}|[{SUPERSCRIPTS}])[^\W\d_]"
_PLAIN = re.compile(r"(?:(?:[A-Za-zА-яЁё0-9]+[.,]? )*[A-Za-zА-яЁё0-9]+[.,]?)?")
"""Most quotations have nothing to fold: words, single spaces, full stops and commas."""
_COMPOSED = re.compile(r"[\x00-\u02ff]?[^\x00-\u02ff]+")
# Each begins with the sign that it is about: a search skips what is none of them.
_BROKEN_WORD = re.compile(
    rf"[{HYPHENS}{SOFT_HYPHEN}](?<=[^\W_].)(?<!{HAN}.)[^\S\n]*\n[^\S\n]*(?:(?={_LETTER})|(?<!\d.)(?=\d))"
)
_BROKEN_NUMBER = re.compile(rf"[{HYPHENS}{DASHES}](?<=\d.)[^\S\n]*\n[^\S\n]*(?=\d)")
_UNSEEN = re.compile(UNSEEN + "+")
_SOFT_HYPHENS = re.compile(SOFT_HYPHEN + "+")
_WIDTH = re.compile(
    "[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\ufb00-\ufb06\u0132\u0133]|[\uff66-\uff9d][ﾞﾟ]?"
)
_POINTS = re.compile(r"…|\.(?:\s{1,20}\.){2,}")
_APOSTROPHE = re.compile(rf"[{APOSTROPHES}](?<=[^\W\d_].)(?<!{HAN}.)(?={_LETTER})")
# « mot » has its spaces within, »Wort« without.
_BEFORE_QUOTE = re.compile(r"(?<!\s)\s+(?=[»›](?![\w(\[«‹“„\"']))")
_QUOTES = re.compile(
    rf"[{DOUBLE}{SINGLE}](?:(?<=[«‹])(?<![^\s(\[{DOUBLE}{DASHES}{HYPHENS}].)\s*|(?<=[{DOUBLE}›])|(?<![^\W\d_].)|(?<={HAN}.)|(?!{_LETTER}))"
)
_MINUS = re.compile(rf"{MINUS}(?<!\d.)(?<!\d\s.)(?=\d)")
_SPACE = re.compile(r"\s{2,}|[^\S ]")
_LESS = re.compile(
    rf" (?:(?=[%‰:;!?])|(?<={HAN} )(?![{SUPERSCRIPTS}])|(?<![{SUPERSCRIPTS}] )(?={HAN})"
    rf"|(?<={HAN}[\"'%‰,.;:!?)] )|(?=[\"'(]{HAN})|(?<={WIDE_MARKS} )|(?={WIDE_MARKS}))"
)
_DASH = re.compile(
    rf"(?P<minus>(?<!\d) [{HYPHENS}{DASHES}](?=\d))|(?<=\d) ?(?:[{HYPHENS}{DASHES}]|--) ?(?=\d)"
    rf"| (?:[{DASHES}{HYPHENS}]|---?) | ?(?:[{DASHES}]+|---?) ?"
    rf"|\A[{HYPHENS}] | [{HYPHENS}]\Z|[{HYPHENS}]"
)
_SUPER = rf"(?:[{SUPERSCRIPTS}]+(?:[,\u207b\u2013-][{SUPERSCRIPTS}]+)*|⁽[{SUPERSCRIPTS}]+⁾)"
_UNITS = (
    "kg", "mile", "miles", "feet", "foot", "inch", "inches", "yard", "yards", "acre", "acres", "sq",
    "sin", "cos", "tan", "log", "ln", "Mpc", "Gm", "Mm", "hm", "dam", "nm", "pc", "kpc", "ly", "eV",
    "keV", "MeV", "GeV", "TeV", "mol", "rad", "px", "liter", "liters", "litre", "litres", "гм",
    "акра", "акров", "фут", "фута", "футов", "дюйм", "дюйма", "дюймов", "миля", "мили", "миль",
    "литр", "литра", "литров",
)  # fmt: skip
_METRES = (
    *(f"{more}{end}" for more in ("", "kilo", "centi", "milli", "deci")
      for end in ("meter", "meters", "metre", "metres")),
    *(f"{more}{end}" for more in ("", "кило", "санти", "милли", "деци")
      for end in ("метр", "метра", "метров")),
)  # fmt: skip
_NO_UNIT = "".join(rf"(?<!\b{one})" for one in (*_UNITS, *_METRES)) + r"(?<![米里尺寸分升])(?<!π\w)"
"""Behind these a small raised number is a power."""
_UNIT = r"(?:[kcdmµμnкcсдмн]?[mм]|мм|ft|in|yd|mi|sec|га|ha|\w)"
_NUMBER = rf"[\d{SUPERSCRIPTS}]{{1,3}}"
_NOTE = re.compile(
    rf" ?[\[［](?:{_NUMBER}(?: ?[,;-] ?{_NUMBER})*(?:[\]］] ?[,;-] ?[\[［]{_NUMBER})*"
    rf"|(?<![^\W\d_]\[)[a-zа-я]|(?P<glued>[a-zа-я])|[ivx]{{2,4}}"
    rf"|(?i:note|n\.|nb|fn\.?|прим\.|注) ?\d{{1,3}})[\]］](?!(?!{HAN})[^\W_])"
    rf"|(?<=[^\W\d_{SUPERSCRIPTS}])(?<!\b\w)(?<!\b[kcdmnкcсдмµμ]m)(?<!\b[кcсдм]м)"
    rf"{_NO_UNIT}(?<!\b(?:ft|in|yd|mi|ha|га))(?<!=\w)(?<!=\w\w) ?{_SUPER}(?![⁺⁻]| ?[+=<>×÷])"
    rf"|(?<=[.,;:!?)\"'”»。，；：！？）」』》]){_SUPER}"
    rf"|(?<=[^\W\d_])(?<!\b\w)[*†‡]{{1,3}}(?=[\s.,;:!?)\"]|{WIDE_MARKS}|\Z)"
)  # fmt: skip
_MAY_NOTE = re.compile(rf"[\[［*†‡{SUPERSCRIPTS}]")
_NOTE_LETTER = re.compile(r"\[([a-zа-я]|ii)\]")
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
        made.replace(_UNSEEN, "")
        .replace(_BROKEN_WORD, FOLD)
        .replace(_BROKEN_NUMBER, "-")
        .replace(_SOFT_HYPHENS, "")
        .replace(_WIDTH, lambda found: unicodedata.normalize("NFKC", found[0]))
        .replace(_POINTS, "...")
        .replace(_APOSTROPHE, "'")
        .replace(_BEFORE_QUOTE, "")
        .replace(_QUOTES, '"')
        .replace(_MINUS, "-")
        .replace(_SPACE, " ")
        .replace(_LESS, "")
        .replace(_DASH, lambda found: " -" if found["minus"] else "-")
    )
    if _MAY_NOTE.search(made.text):
        made = made.replace(_NOTE, _Notes(made.text).marked)
        made = made.replace(_AFTER_NOTE, _without_space)
    return made if stored else made.replace(_MARKS, "")


class _Notes:
    """The note marks of a text. A letter that touches a word, as in “approve[d]”, is one only where
    the text has the letters before it too."""

    def __init__(self, text: str) -> None:
        self._letters = frozenset(_NOTE_LETTER.findall(text))

    def marked(self, found: re.Match[str]) -> str:
        glued = found["glued"]
        if glued and not (glued in "ivx" and "ii" in self._letters):
            first = "a" if glued <= "z" else "а"
            if any(chr(code) not in self._letters for code in range(ord(first), ord(glued))):
                return found[0]
        return f"{MARK}{found[0]}{MARK_END}"


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
