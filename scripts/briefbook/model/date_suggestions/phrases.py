"""Dates in words: months, seasons, decades, centuries, “about”, “before”, and “unknown”."""

import re
from collections.abc import Iterator

from briefbook.model.date_suggestions.edtf_level_2 import Inner
from briefbook.model.date_suggestions.names import MONTHS, ROMAN, SEASONS, UNKNOWN

_WORD = r"([^\W\d_]{3,})\.?"
_DAY = r"([0-9]{1,2})(?:st|nd|rd|th|-?го)?\.?(?: of)?"
_YEAR = r"([0-9]{4})(?: ?(?:г|года|году|год)\.?)?"
_NAMED = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        rf"(?:the )?(?P<d>{_DAY}) ?(?P<m>{_WORD}),?-? ?(?:of )?(?P<y>{_YEAR})",
        rf"(?P<m>{_WORD}) (?P<d>{_DAY}),? (?P<y>{_YEAR})",
        rf"(?P<d>{_DAY})-(?P<m>{_WORD})-(?P<y>{_YEAR})",
        rf"(?P<m>{_WORD})(?:,? (?:of )?|-)(?P<y>{_YEAR})",
        rf"(?P<y>{_YEAR})[,-]? ?(?P<m>{_WORD})(?:[ -](?P<d>{_DAY}))?",
        r"(?P<y>[0-9]{4})年(?P<m>[春夏秋冬])[季天]?",
    )
)
_YEAR_ALONE = re.compile(rf"(?:in |the |year |в )*{_YEAR}", re.I)
_WEEKDAY = re.compile(r"(mon|tues|wednes|thurs|fri|satur|sun)day,? ", re.I)
_ABOUT = re.compile(
    r"(?:circa|ca?\.?(?![a-z])|about|around|approximately|approx\.?|roughly|some time in|≈"
    r"|early|mid|middle of|late|mid-|около|примерно|ок\.?|约|大约)[ -]*(?=[\w])(.+)", re.I
)  # fmt: skip
_PERHAPS = re.compile(r"(?:perhaps|probably|possibly|maybe|вероятно|возможно) (.+)", re.I)
_UNTIL = re.compile(r"(?:before|until|till|by|up to|to|не позднее|до|pre-?) ?(.+)", re.I)
_SINCE = re.compile(r"(?:since|after|from|post-?|начиная с|с|после) ?(.+)", re.I)
_DECADE = re.compile(r"(?:the )?([0-9]{3})0(?:['’]?s|-?е|-х|年代)(?: годы| годов| гг)?", re.I)
_CENTURY = re.compile(r"(?:the )?([0-9]{1,2})(?:st|nd|rd|th|-?й)?(?: century| век| в|世纪)", re.I)
_BEFORE_CHRIST = re.compile(
    r"([0-9]+)(?: г\.?| год)? ?(?:b\.? ?c\.?(?: ?e\.?)?|до н\. ?э\.?)|公元前([0-9]+)年?", re.I
)
_AFTER_CHRIST = re.compile(
    r"(?:(?:a\.?d\.?|公元) ?([0-9]+)年?|([0-9]+) ?(?:a\.?d\.?|c\.?e\.?|н\. ?э\.?))", re.I
)


def guesses(text: str, inner: Inner) -> Iterator[str]:
    """Each thing that is meant, perhaps not yet in a form that can be read."""
    if (text.casefold().strip("() ").rstrip(".") or text) in UNKNOWN:
        yield "unknown"
    if match := _YEAR_ALONE.fullmatch(text):
        yield match[1]
    yield from _named(_WEEKDAY.sub("", text))
    yield from _ages(text)
    for pattern, form in ((_ABOUT, "{}~"), (_PERHAPS, "{}?")):
        if match := pattern.fullmatch(text):
            yield from (form.format(found) for found in inner(match[1]))
    for pattern, form in ((_UNTIL, "../{}"), (_SINCE, "{}/..")):
        if match := pattern.fullmatch(text):
            yield from (form.format(found) for found in inner(match[1]))


def _named(text: str) -> Iterator[str]:
    for pattern in _NAMED:
        match = pattern.fullmatch(text)
        if not match:
            continue
        found = match.groupdict()
        year, name = found["y"][:4], found["m"].rstrip(".").casefold()
        day = re.sub("[^0-9]", "", found.get("d") or "")
        month, season = MONTHS.get(name), SEASONS.get(name)
        if month:
            yield f"{year}-{month:02d}" + (f"-{int(day):02d}" if day else "")
        if season and not day:
            yield f"{year}-{season}"


def _ages(text: str) -> Iterator[str]:
    """Decades, centuries, and years counted from Christ's birth."""
    if match := _DECADE.fullmatch(text):
        yield f"{match[1]}X"
        if match[1].endswith("0"):
            yield f"{match[1][:2]}XX"
    roman = re.fullmatch(r"([ivx]+)(?: century| век| в\.?)", text, re.I)
    number = ROMAN.get(roman[1].lower(), 0) if roman else 0
    if match := _CENTURY.fullmatch(text):
        number = int(match[1])
    if number:
        yield f"{number - 1:02d}XX"
    if match := _BEFORE_CHRIST.fullmatch(text):
        year = int(match[1] or match[2]) - 1
        yield f"-{year:04d}" if 0 < year <= 9999 else "0000" if year == 0 else f"Y-{year}"
    if match := _AFTER_CHRIST.fullmatch(text):
        yield (match[1] or match[2]).zfill(4)
