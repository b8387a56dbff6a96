"""Whether two texts say the same: what they differ by is a comma, a capital, a blank."""

import re
from typing import NamedTuple
from unicodedata import normalize

from briefbook.text.spellings import in_one_spelling

_MARKS = ".,;:!…·()、。，；：！（）–—―"
_ENDS = ".;:!?。；：！？"
_DASHES = "-‐‑‒–—―−"
_TOKENS = re.compile(
    r"\(\d[\d.,]*\)|(?<!\w)\.\d+"
    r"|\d{1,3}(?:[,' \u00a0\u202f]\d{3})+(?![\d.,]\d)(?!\d)|\d+(?:[.,:/']\d+)*"
    r"|[^\W\d_]+(?:'[^\W\d_]+)*"
    rf"|[{_DASHES}](?=\s*(?:[A-Z]{{2,3}} ?)?[^\w\s]?[\d⁰¹²³⁴-⁹])|(?<=\w)[-+−](?=[\s.,;)]|$)|\S"
)
"""A number, in brackets or not; a word; a dash before a number, where it may be a minus, or behind
a grade; any other sign for itself: an arrow, a tick, a currency, a vowel sign of a script."""
_THOUSANDS = re.compile(r"\d{1,3}(?:[,' \u00a0\u202f]\d{3})+")
_DECIMAL_COMMA = re.compile(
    r"[а-яё]|\d\s(?:Milli|Mrd|Mio|Prozent|Euro|milli|pour cent)", re.IGNORECASE
)
"""Texts in which a comma stands before decimals: “1,234 млрд” is not “1234 млрд”."""
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufe0e\ufe0f\ufeff]")
_FORMS = str.maketrans(dict.fromkeys("“”„«»「」『』", '"') | dict.fromkeys("’ʼ", "'"))
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])[`´′＇](?=[^\W\d_])")
_SINGLE = re.compile(r"(?<!\w)[‘‚‹'](.{1,300}?)[›'](?!\w)", re.DOTALL)
_NO = frozenset({
    "not", "no", "never", "none", "nor", "cannot", "without", "nobody", "nothing", "neither",
    "hardly", "не", "ни", "нет", "без", "никто", "ничего", "никогда", "nicht", "kein",
    "keine", "nie", "niemand", "nichts", "pas", "ne", "jamais", "不", "没", "沒", "无", "無", "非",
    "未", "别", "勿",
})  # fmt: skip
"""On which side of these a small mark stands, says what it is that is denied."""
_TURNS = frozenset({
    "argues", "argued", "claims", "claimed", "admits", "admitted", "alleges", "alleged", "only",
    "according", "нельзя",
    "because", "since", "unless", "until", "who", "whom", "whose", "which", "said", "says", "told",
    "сказал", "сказала", "сказали", "заявил", "заявила", "потому", "который", "которая", "которые",
    "说", "說",
})  # fmt: skip
"""A small mark beside these tells who speaks, or of what a clause is a part."""
_BY_CAPITAL = frozenset({
    "polish", "march", "may", "august", "turkey", "china", "democrat", "democrats", "republican",
    "republicans", "conservative", "conservatives", "liberal", "liberals", "labour", "green",
    "greens", "catholic", "orthodox", "apple", "gates", "bush", "times", "sun", "left", "right",
    "reform", "white", "shell", "nature", "meta", "amazon", "visa", "fed", "oracle", "state", "sie",
    "ihr", "ihre", "ihnen", "ihrem", "ihren", "ihrer", "яблоко", "мир", "вера",
    "надежда", "известия", "правда", "восток", "запад", "юг", "север", "m", "mb",
})  # fmt: skip
"""Words that mean something else with a capital."""
_SHORT = 4
"""Letters of a word in which a capital may say what it means, as in MWh and PhD."""
_INITIALS = re.compile(r"(?<![\w.])((?:[^\W\d_]\.\s?)+[^\W\d_])\.(?![^\W\d_])")


def says_the_same(before: str | None, after: str | None) -> bool:
    """Whether two texts have the same words, numbers and signs: they differ by commas, full stops,
    the capital of a word's first letter, blanks, the form of a quotation mark or the spelling of a
    word (U.S. and US, e-mail and email) alone. An end of a sentence that moves tells what belongs
    to which (“It fell on Monday. It rose”, “It fell. On Monday it rose”)."""
    old, new = before or "", after or ""
    if _DECIMAL_COMMA.search(f"{old} {new}") and _commas(old) != _commas(new):
        return False
    one, other = _said(old), _said(new)
    return (
        [word for word, _ in one.words] == [word for word, _ in other.words]
        and not (one.has_moved(other) or other.has_moved(one))
        and all(
            here == there or ("" in (here, there) and word.lower() in _NO)
            for (word, here), (_, there) in zip(one.words, other.words, strict=True)
        )
    )


def _commas(text: str) -> tuple[str, ...]:
    """The numbers of a text that a comma parts."""
    return tuple(re.findall(r"\d+,\d+", text))


class _Said(NamedTuple):
    """What of a text may carry meaning: in its order words and signs, each with the sides on which
    a small mark stands beside it (“<”, “>”), where that tells something; and behind how many words
    small marks stand, and of these such as end a sentence."""

    words: list[tuple[str, str]]
    marks: set[int]
    ends: set[int]

    def has_moved(self, other: "_Said") -> bool:
        """Whether a mark is gone there and another has come (“When he left, Nvidia sold”), or an
        end of a sentence that parted what is denied (“No. One was hurt”)."""
        gone = self.ends - other.marks
        denied = any(self.words[n - 1][0].lower() in _NO for n in gone if n)
        moved = self.marks - other.marks and other.marks - self.marks
        return denied or bool(moved)


def _said(text: str) -> _Said:
    plain = _APOSTROPHE.sub("'", _UNSEEN.sub("", normalize("NFC", text)).translate(_FORMS))
    plain = in_one_spelling(_INITIALS.sub(_without_stops, _SINGLE.sub(r'"\1"', plain)))
    tokens = _TOKENS.findall(plain)
    while tokens and tokens[-1] in _MARKS:
        tokens.pop()
    said, marks, ends, begins = list[tuple[str, str]](), set[int](), set[int](), True
    for at, sign in enumerate(tokens):
        if sign in _DASHES:
            if sign == "−" or _is_minus(tokens, at) or _is_mark_of_grade(tokens, at):
                said.append(("-", ""))
        elif sign == ":" and _is_speakers(tokens, at):
            said.append((sign, ""))
        elif sign not in _MARKS:
            unit = at > 0 and tokens[at - 1][-1].isdigit() and len(sign) < _SHORT
            said.append((sign if unit else _plain(sign, begins=begins), _sides(tokens, at)))
        begins = sign in _ENDS
        if sign in _MARKS or begins:
            marks.add(len(said))
        if begins:
            ends.add(len(said))
    return _Said(said, marks, ends)


def _without_stops(found: re.Match[str]) -> str:
    """Initials without their full stops but the last, which may end a sentence; small letters stay:
    “т.е.” is not “те”."""
    if not found[0].isupper():
        return found[0]
    ends = found.string[found.end() : found.end() + 1].isspace()
    return re.sub(r"[.\s]", "", found[1]) + ("." if ends else "")


def _sides(tokens: list[str], at: int) -> str:
    word = tokens[at].lower()
    if word not in _NO and word not in _TURNS and not word.endswith("n't"):
        return ""
    before = at > 0 and tokens[at - 1] in _MARKS
    after = at + 1 < len(tokens) and tokens[at + 1] in _MARKS
    return "<" * before + ">" * after


def _is_speakers(tokens: list[str], at: int) -> bool:
    """Whether a colon stands between two names, so that the first may be whoever speaks."""
    around = tokens[at - 1 : at + 2] if at else []
    return len(around) == 3 and all(around[side][0].isupper() for side in (0, 2))


def _is_minus(tokens: list[str], at: int) -> bool:
    """Whether a dash stands before a number, or a currency with one."""
    if tokens[at] not in _DASHES or at + 1 == len(tokens):
        return False
    ahead = tokens[at + 1]
    code = ahead.isupper() and len(ahead) in (2, 3) and at + 2 < len(tokens)
    return not (tokens[at + 2] if code else ahead)[0].isalpha()


def _is_mark_of_grade(tokens: list[str], at: int) -> bool:
    """Whether a sign stands right behind a grade, as in “A-”."""
    return at > 0 and tokens[at] in "-−" and tokens[at - 1].isupper() and len(tokens[at - 1]) < 4


def _plain(word: str, *, begins: bool) -> str:
    """A number without marks between thousands; a word with its first letter small, unless it
    becomes another word by that."""
    if _THOUSANDS.fullmatch(word):
        return re.sub(r"\D", "", word)
    if len(word) > _SHORT and not word.isupper() and not word[1:].islower():
        return word.lower()  # DeepSeek, Deepseek
    if len(word) > _SHORT and word.isupper():
        word = word.capitalize()  # NVIDIA, Nvidia
    small = word[:1].lower() + word[1:]
    return small if small.islower() and (begins or small not in _BY_CAPITAL) else word
